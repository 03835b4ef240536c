import type { SectionKind } from '../vocabulary.js';
import { stripMarks } from './entries/marks.js';
import type { Line } from './markdown-block.js';
import { BARE, CODE, DENIES, DENIES_ABOVE, endsPlainly, GRANTS, KEEPS_OUT } from './sentence-grammar.js';
import { codesOf, isPath, mayBePath } from './sentence-paths.js';

/** What a sentence says, and of what; `null` for nothing about who may touch what. */
export type Said = { readonly kind: SectionKind | null; readonly entry: readonly Line[] | null } | null;

const CROSSED = /^(\S+)(.*)$/su;
const BEGINS_WITH_CODE = new RegExp(`^${CODE}`, 'u');

/** A denial or an ownership of a path without back-ticks. */
export function readBare(sentence: string): Said {
  const { not, word = '' } = BARE.exec(sentence)?.groups ?? {};
  if (!isPath(word.replace(/[,:)]+$/, ''))) return null;
  return { kind: not === undefined ? 'owns' : 'cannot-touch', entry: null };
}

/** What is no entry, but speaks of paths that are not to be touched, or of those that only are. */
export function readDoubtful(words: string, codes: readonly Line[]): Said {
  const denial = DENIES.exec(words);
  if (denial !== null) {
    const behind = codesOf(words.slice(denial.index), codes);
    const isOfPaths = behind.some(({ text }) => isPath(text) || mayBePath(text));
    if (isOfPaths || holdsBarePath(words.slice(denial.index))) return { kind: 'cannot-touch', entry: null };
  }
  if (!codesOf(words, codes).some(({ text }) => isPath(text))) return null;
  if (KEEPS_OUT.test(words)) return { kind: 'cannot-touch', entry: null };
  return GRANTS.test(words) ? { kind: 'owns', entry: null } : null;
}

/** Whether a word without back-ticks is unmistakably a path. */
const holdsBarePath = (words: string): boolean =>
  words.split(' ').some((word) => /[/*]/.test(word) && isPath(word.replace(/^["'(]+|["'),:;.!?]+$/g, '')));

/** What says what is denied where the line above only says that it is: "Modify `src/`" and "`src/`" below "Never". */
export function readBelowDenial(words: string, codes: readonly Line[]): Said {
  const { rest } = stripMarks(words);
  const [first] = BEGINS_WITH_CODE.test(rest) ? codesOf(rest, codes) : [];
  return first !== undefined && isPath(first.text)
    ? { kind: 'cannot-touch', entry: null }
    : readDoubtful(`never: ${rest}`, codes);
}

/** Whether a sentence denies the paths in it, or in the one before: "`a.ts` is generated. Do not edit." */
export const deniesAbove = (words: string, withBefore: string, codes: readonly Line[]): boolean =>
  DENIES_ABOVE.test(words) && codesOf(withBefore, codes).some(({ text }) => isPath(text));

/** A path with a cross in front of it, and at most a remark behind. */
export function readCrossed(words: string, codes: readonly Line[]): Said {
  const [, bare = '', tail = ''] = CROSSED.exec(words) ?? [];
  const path = codesOf(bare, codes)[0]?.text ?? bare;
  return /[/*]/.test(path) && isPath(path) && endsPlainly(tail)
    ? { kind: 'cannot-touch', entry: null }
    : null;
}
