import { EOL } from 'node:os';

/**
 * The values in a file such as `GITHUB_OUTPUT`, read as the runner reads it (`FileCommandManager.cs` of actions/runner):
 * `name=value`, or `name<<delimiter`, the value's lines, and the delimiter alone on a line. The last value of a name counts.
 *
 * @throws Error where the runner would fail the step: a line of another form, or a delimiter that never comes.
 */
export function parseOutputFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split(EOL);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    const plain = /^([^=]+)=(.*)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', index + 1);
      if (end < 0) throw new Error(`Matching delimiter not found: ${line}`);
      values[heredoc[1] ?? ''] = lines.slice(index + 1, end).join(EOL);
      index = end;
    } else if (plain !== null) {
      values[plain[1] ?? ''] = plain[2] ?? '';
    } else {
      throw new Error(`Invalid format: ${line}`);
    }
  }
  return values;
}
