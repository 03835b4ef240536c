import { BEGIN, END } from './hook-script.js';

const SHEBANG = '#!/bin/sh\n';
/** Shells that understand the block (git runs a hook without such a line by `sh`, too: run-command.c). */
const SHELL = /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s*)?)?(?:\S*\/)?(?:sh|bash|dash|ash|ksh|mksh|zsh)(?:\s|$)/;

export type BlockState = 'absent' | 'whole' | 'damaged';

/** Whether a hook holds our block, from its first marker to its last. */
export function blockStateOf(text: string): BlockState {
  const lines = text.split(/\r?\n/);
  const begins = lines.filter((line) => line === BEGIN).length;
  const ends = lines.filter((line) => line === END).length;
  if (begins === 0 && ends === 0) return 'absent';
  return begins === 1 && ends === 1 && lines.indexOf(BEGIN) < lines.indexOf(END) ? 'whole' : 'damaged';
}

export function isShellScript(text: string): boolean {
  const [first = ''] = text.split('\n');
  return !text.includes('\0') && (!first.startsWith('#!') || SHELL.test(first.trimEnd()));
}

/**
 * The hook with the block: at the top, since what stands below may end the script or read its input to the end. A block that
 * is there already gives way to the new one. A new hook begins with `#!/bin/sh`, unless `bare` (husky runs it by `sh`).
 */
export function insertBlock(text: string | null, block: string, bare: boolean): string {
  if (text === null) return (bare ? '' : SHEBANG) + block;
  if (blockStateOf(text) === 'whole') {
    const [before, , after] = aroundBlock(text);
    return before + block + after;
  }
  const end = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  if (text.startsWith('#!') && end === 0) return `${text}\n${block}`;
  return text.slice(0, end) + block + text.slice(end);
}

/** The hook without the block; `null` where nothing but the shell's line is left of it. */
export function removeBlock(text: string): string | null {
  if (blockStateOf(text) !== 'whole') return text;
  const [before, , after] = aroundBlock(text);
  const rest = before + after;
  return rest === '' || rest === SHEBANG ? null : rest;
}

function aroundBlock(text: string): readonly [before: string, block: string, after: string] {
  const lines = text.split(/(?<=\n)/);
  const first = lines.findIndex((line) => line.trimEnd() === BEGIN);
  const last = lines.findIndex((line) => line.trimEnd() === END);
  const join = (from: number, to?: number) => lines.slice(from, to).join('');
  return [join(0, first), join(first, last + 1), join(last + 1)];
}
