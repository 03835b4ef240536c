import { mentionsPath } from '../entries/path-words.js';
import { splitRemark } from '../entries/split-remark.js';

/** Names for "the repository" above a tree. */
const REPOSITORY =
  /^(?:(?:the|my|your|this)[-_ ])?(?:project|repo|repository|monorepo|codebase)(?:[-_ ](?:root|name|dir(?:ectory)?))?$/i;
const PLACEHOLDER =
  /^(?:<[\w -]*(?:project|repo|root|name)[\w -]*>|\[[\w -]*(?:project|repo|root)[\w -]*\]|\((?:repo(?:sitory)? |project )?root\))$/i;
const DIRECTORIES = new Set(
  'api app apps backend bin client cmd config db docs frontend infra internal lib libs migrations packages pkg public scripts server services src test tests tools web'.split(
    ' ',
  ),
);

/** Whether the root line of a tree is a label and no directory: `.`, `my-project/`, `<name>/`, `Repository:`, words without a path. */
export function isRootLabel(text: string): boolean {
  const name = splitRemark(text).written.trim().replace(/`/g, '');
  const isWords = /\s/.test(name) && !mentionsPath(name);
  if (/^\.?\/?$/.test(name) || isWords || /^[^/]*:$/.test(name)) return true;
  const bare = name.replace(/\/$/, '');
  return (
    REPOSITORY.test(bare) || PLACEHOLDER.test(bare) || /^\((?:repo(?:sitory)? |project )?root\)/i.test(text)
  );
}

/** A directory that hardly any repository is called after, so that it needs no slash to be one. */
export const isUsualDirectory = (name: string): boolean => DIRECTORIES.has(name);
