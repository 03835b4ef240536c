import { visible } from './visible.js';

/**
 * Text that a runner may find in its log without obeying it. The runner reads two syntaxes from every line: `::name::` at the
 * start, white space aside (actions/runner, `ActionCommand.TryParseV2`), and `##[name]` anywhere (`TryParse`).
 */
export function safeForLog(text: string): string {
  const plain = text.includes('::') ? text.replace(/^([\s\u0085]*):(?=:)/gm, '$1: ') : text;
  return plain.replaceAll('##[', '# #[');
}

/** Whether a path can stand in a command as it is: one with hidden characters, or that a log would obey, cannot. */
export const isMappable = (file: string): boolean =>
  visible(file, Infinity) === file && safeForLog(file) === file;
