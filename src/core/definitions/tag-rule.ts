import type { BlockState } from './block-state.js';

/** The type of the tokens that stand for tags. */
export const TAG_TOKEN = 'agent_tag';

/** What is known about the tags of the text at hand. */
export interface TagMemory {
  [key: string]: unknown;
  /** Where each name's last closing tag stands. */
  closers?: ReadonlyMap<string, number>;
  opened?: Set<string>;
}

interface TagPiece {
  readonly name: string;
  readonly opens: boolean;
  readonly text: string;
}

const LONGEST = 4_000;
const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*';
const AT_START = new RegExp(`<(/?)(${NAME})(?:\\s[^<>]*)?>\\s*`, 'uy');
const AT_END = new RegExp(`</(${NAME})\\s*>$`, 'u');
const CLOSER = new RegExp(`</(${NAME})\\s*>`, 'gu');
/** Markup of a page, which says nothing about what it stands around. */
const HTML =
  /^(?:a|abbr|b|blockquote|body|br|center|code|dd|del|details|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|script|section|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|var|video)$/i;

/** A block rule: a line that begins with tags or ends with closing ones, of names that are opened and closed, and not HTML's. */
export function readTagLine(
  state: BlockState,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const end = state.eMarks[startLine] ?? start;
  if (end - start > LONGEST || (state.src[start] !== '<' && state.src[end - 1] !== '>')) return false;
  const memory = state.env as TagMemory;
  memory.closers ??= closersOf(state.src);
  memory.opened ??= new Set();
  const found = splitTags(state.src.slice(start, end).trim(), start, memory.closers, memory.opened);
  if (found === null) return false;
  if (silent) return true;
  state.line = startLine + 1;
  found.before.forEach(push);
  if (found.text !== '') {
    state.push('paragraph_open', 'p', 1).map = [startLine, state.line];
    state.push('inline', '', 0).content = found.text;
    state.push('paragraph_close', 'p', -1);
  }
  found.behind.forEach(push);
  return true;

  function push({ name, opens, text }: TagPiece): void {
    if (opens) memory.opened?.add(name);
    const { level } = state;
    const token = state.push(TAG_TOKEN, name, opens ? 1 : -1);
    state.level = level;
    token.map = [startLine, startLine + 1];
    token.content = text;
  }
}

function splitTags(
  line: string,
  start: number,
  closers: ReadonlyMap<string, number>,
  opened: ReadonlySet<string>,
): { before: readonly TagPiece[]; text: string; behind: readonly TagPiece[] } | null {
  const before: TagPiece[] = [];
  const behind: TagPiece[] = [];
  const isOpened = (name: string) => opened.has(name) || before.some((tag) => tag.opens && tag.name === name);
  let from = 0;
  for (;;) {
    AT_START.lastIndex = from;
    const [text = '', slash, name = ''] = AT_START.exec(line) ?? [];
    const opens = slash === '';
    const hasPartner = opens ? (closers.get(name) ?? -1) > start + from : isOpened(name);
    if (name === '' || HTML.test(name) || !hasPartner || text.trimEnd().endsWith('/>')) break;
    before.push({ name, opens, text: text.trim() });
    from += text.length;
  }
  let rest = line.slice(from);
  for (;;) {
    const [text = '', name = ''] = AT_END.exec(rest) ?? [];
    if (name === '' || HTML.test(name) || !isOpened(name)) break;
    behind.unshift({ name, opens: false, text });
    rest = rest.slice(0, -text.length).trimEnd();
  }
  return before.length + behind.length === 0 ? null : { before, text: rest, behind };
}

function closersOf(source: string): ReadonlyMap<string, number> {
  const closers = new Map<string, number>();
  for (const { 1: name = '', index } of source.matchAll(CLOSER)) closers.set(name, index);
  return closers;
}
