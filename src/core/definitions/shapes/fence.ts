import type { EntryContext } from '../entries/entry-context.js';
import { joinReadings, unreadLine, type Reading } from '../entries/entry.js';
import { readEntryLine } from '../entries/entry-line.js';
import { isPathWord } from '../entries/path-words.js';
import type { Block, Line } from '../markdown-block.js';
import { conflicts, contradicts } from '../entries/wording.js';
import type { Shape } from './shape.js';

const TREE = /[├└│┬╰╭]|^\s*(?:\||[`+])-{2,}|──/;
const PLAIN = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'gitignore',
  'ignore',
  'glob',
  'globs',
  'paths',
  'files',
  'codeowners',
  'list',
  'none',
]);
const MARKDOWN = new Set(['md', 'markdown', 'mdx']);
const LABEL = /:\s*$/;

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
  if (MARKDOWN.has(language) || lines.some(({ text }) => TREE.test(text))) return unreadLines(lines);
  let contradicted = false;
  return joinReadings(
    lines.map((line) => {
      const text = line.text.trim();
      if (saysOtherSection(text, context)) contradicted = true;
      else if (LABEL.test(text)) contradicted = contradicts(context.kind, text, context.classify);
      if (LABEL.test(text) && !text.startsWith('#')) return unreadLine(line, 'no-path');
      const isDoubtful = contradicted || (!PLAIN.has(language) && !text.split(/\s/, 2).some(isPathWord));
      const reading = readEntryLine(line, context);
      return isDoubtful && reading.entries.length > 0 ? unreadLine(line, 'unknown-shape') : reading;
    }),
  );
}

const unreadLines = (lines: readonly Line[]): Reading =>
  joinReadings(
    lines.filter(({ text }) => text.trim() !== '').map((line) => unreadLine(line, 'unknown-shape')),
  );

/** A comment or label that names another section: `# READS`. */
function saysOtherSection(text: string, { kind, classify }: EntryContext): boolean {
  const said = /^(?:#|\/\/)|:$/.test(text) ? classify(text.replace(/^[#/]+/, '')) : null;
  return said !== null && !said.needsList && conflicts(kind, said.kind);
}
