import type { EntryContext } from '../entries/entry-context.js';
import { joinReadings, NOTHING, unreadLine, type Reading } from '../entries/entry.js';
import { readEntryLine } from '../entries/entry-line.js';
import { isPathWord, mentionsPath } from '../entries/path-words.js';
import type { Block, Line } from '../markdown-block.js';
import {
  contradicts,
  contradictsAsTitle,
  isDenialOrException,
  saysOtherSection,
} from '../entries/wording.js';
import { layOutIndented } from './indented-tree.js';
import type { Shape } from './shape.js';
import { isDrawn, isMixed, layOutDrawing, type TreeNode } from './tree-layout.js';
import { readTreeNode, UNREAD_BRANCH, type Branch, type TreeReading } from './tree.js';

const PLAIN =
  /^(?:|te?xt|plain(?:text)?|none|list|paths|files|globs?|(?:git)?ignore|codeowners|(?:file-?)?tree|ascii)$/;
const MARKDOWN = /^(?:md|mdx|markdown)$/;

/**
 * Heading and fence: one line an entry, `#` a comment, or a drawing of a tree. A label (`Backend:`) is reported; where it says
 * the opposite of the section, so are the lines below it. In a fence of a programming language only what is surely a path is
 * one.
 */
export const fence: Shape = {
  name: 'fence',
  read: (block, context) => (block.kind === 'code' ? readFence(block, context) : null),
};

/** What the lines so far say of those below them. */
interface FenceState {
  readonly context: EntryContext;
  readonly isPlain: boolean;
  /** A label or comment above says the opposite of the section. */
  contradicted: boolean;
}

function readFence({ info, lines }: Extract<Block, { kind: 'code' }>, context: EntryContext): Reading {
  const language = (/^[\w-]*/.exec(info)?.[0] ?? '').toLowerCase();
  if (MARKDOWN.test(language)) return unreadLines(lines);
  const drawn = isDrawn(lines);
  if (drawn && isMixed(lines)) return unreadLines(lines);
  const state = { context, isPlain: PLAIN.test(language), contradicted: false };
  const branches: Branch[] = [];
  const nodes = drawn ? layOutDrawing(lines) : layOutIndented(lines);
  const readings = nodes.map((node) => {
    const isPartOfTree = node.parent !== null || node.hasChildren || node.isBranch || node.isOdd;
    const { reading, branch }: TreeReading = isPartOfTree
      ? readPart(node, branches, state)
      : { reading: node.text === '' ? NOTHING : readLine(node.line, state), branch: UNREAD_BRANCH };
    branches.push(branch);
    return reading;
  });
  return joinReadings(readings);
}

function readPart(node: TreeNode, branches: readonly Branch[], state: FenceState): TreeReading {
  const { context } = state;
  if (node.parent === null && node.text.endsWith(':')) state.contradicted = contradicts(node.text, context);
  const isOther = node.parent === null && isOtherTitle(node.text, context);
  if (isOther) state.contradicted = true;
  if (state.contradicted) {
    return { reading: unreadLine(node.line, isOther ? 'no-path' : 'unknown-shape'), branch: UNREAD_BRANCH };
  }
  return readTreeNode(node, branches[node.parent ?? -1] ?? null, context);
}

function readLine(line: Line, state: FenceState): Reading {
  const { context, isPlain } = state;
  const text = line.text.trim();
  const isComment = /^(?:#|\/\/)/.test(text);
  const isLabel = !isComment && text.endsWith(':');
  if (isLabel) state.contradicted = contradicts(text, context);
  else if (!isComment && isOtherTitle(text, context)) {
    state.contradicted = true;
    return unreadLine(line, 'no-path');
  } else if (isComment) state.contradicted ||= saysOtherSection(text.replace(/^[#/]+/, ''), context);
  if (isLabel) return unreadLine(line, 'no-path');
  const reading = readEntryLine(line, context);
  const isCode = !isPlain && !text.split(/\s/, 2).some(isPathWord);
  return (state.contradicted || isCode) && reading.entries.length > 0
    ? unreadLine(line, 'unknown-shape')
    : reading;
}

/** Words on a line of their own that say the opposite of the section: `CANNOT TOUCH` below OWNS, `Except`. */
const isOtherTitle = (text: string, context: EntryContext): boolean =>
  /\p{L}/u.test(text) &&
  !mentionsPath(text) &&
  (saysOtherSection(text, context) || (isDenialOrException(text) && contradictsAsTitle(text, context)));

const unreadLines = (lines: readonly Line[]): Reading =>
  joinReadings(
    lines.filter(({ text }) => text.trim() !== '').map((line) => unreadLine(line, 'unknown-shape')),
  );
