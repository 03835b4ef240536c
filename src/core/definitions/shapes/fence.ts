import type { EntryContext } from '../entries/entry-context.js';
import { joinReadings, unreadLine, type Reading } from '../entries/entry.js';
import { readEntryLine } from '../entries/entry-line.js';
import { isPathWord, mentionsPath } from '../entries/path-words.js';
import type { Block, Line } from '../markdown-block.js';
import {
  contradicts,
  contradictsAsTitle,
  isDenialOrException,
  saysOtherSection,
} from '../entries/wording.js';
import type { Shape } from './shape.js';

const TREE = /[├└│┬╰╭]|^\s*(?:\||[`+])-{2,}|──/;
const PLAIN = /^(?:|te?xt|plain(?:text)?|none|list|paths|files|globs?|(?:git)?ignore|codeowners)$/;
const MARKDOWN = /^(?:md|mdx|markdown)$/;
/**
 * Heading and fence: one line an entry, `#` a comment. A label (`Backend:`) is reported; where it says the opposite of the
 * section, so are the lines below it. In a fence of a programming language only what is surely a path is one.
 */
export const fence: Shape = {
  name: 'fence',
  read: (block, context) => (block.kind === 'code' ? readFence(block, context) : null),
};

function readFence({ info, lines }: Extract<Block, { kind: 'code' }>, context: EntryContext): Reading {
  const language = (/^[\w-]*/.exec(info)?.[0] ?? '').toLowerCase();
  if (MARKDOWN.test(language) || lines.some(({ text }) => TREE.test(text))) return unreadLines(lines);
  let contradicted = false;
  return joinReadings(
    lines.map((line) => {
      const text = line.text.trim();
      const isComment = /^(?:#|\/\/)/.test(text);
      const isLabel = !isComment && text.endsWith(':');
      if (isLabel) contradicted = contradicts(text, context);
      else if (!isComment && isOtherTitle(text, context)) {
        contradicted = true;
        return unreadLine(line, 'no-path');
      } else if (isComment) contradicted ||= saysOtherSection(text.replace(/^[#/]+/, ''), context);
      if (isLabel) return unreadLine(line, 'no-path');
      const isDoubtful = contradicted || (!PLAIN.test(language) && !text.split(/\s/, 2).some(isPathWord));
      const reading = readEntryLine(line, context);
      return isDoubtful && reading.entries.length > 0 ? unreadLine(line, 'unknown-shape') : reading;
    }),
  );
}

/** Words on a line of their own that say the opposite of the section: `CANNOT TOUCH` below OWNS, `Except`. */
const isOtherTitle = (text: string, context: EntryContext): boolean =>
  text !== '' &&
  !mentionsPath(text) &&
  (saysOtherSection(text, context) || (isDenialOrException(text) && contradictsAsTitle(text, context)));

const unreadLines = (lines: readonly Line[]): Reading =>
  joinReadings(
    lines.filter(({ text }) => text.trim() !== '').map((line) => unreadLine(line, 'unknown-shape')),
  );
