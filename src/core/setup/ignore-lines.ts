import { WORKTREES } from './setup-facts.js';
import { lineEndOf, withFinalLineEnd } from './text-form.js';

const LINES = ['# Claude Code puts the working trees of its agents here.', WORKTREES];

/** A `.gitignore` that ignores the working trees of agents; one that has our lines already stays as it is. */
export function ignoreWorktrees(text: string | null): string {
  const given = text ?? '';
  if (stopIgnoringWorktrees(given) !== given) return given;
  const lineEnd = lineEndOf(given);
  return withFinalLineEnd(given) + LINES.map((line) => line + lineEnd).join('');
}

/** The text without the lines that `ignoreWorktrees` adds; other lines that ignore the same stay. */
export function stopIgnoringWorktrees(text: string): string {
  const [comment = '', pattern = ''] = LINES;
  const lines = text.split(/(?<=\n)/);
  const at = lines.findIndex(
    (line, index) => line.trimEnd() === comment && lines[index + 1]?.trimEnd() === pattern,
  );
  return at < 0 ? text : lines.toSpliced(at, LINES.length).join('');
}
