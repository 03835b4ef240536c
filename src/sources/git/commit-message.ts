import type { Trailer } from '../../core/history.js';
import type { Git } from './run.js';
import type { UserSettings } from './user-settings.js';

const TRAILER = /^([A-Za-z0-9-]+): ?(.*)$/;
const CHARACTERS = '#;@!$%^&|:';
const INTERPRET = ['interpret-trailers', '--no-divider'];

/** A message as it lies in `COMMIT_EDITMSG` while a commit is made: with git's comments, a diff below the scissors, any line ends. */
export interface MessageFile {
  readonly bytes: Buffer;
  /** What begins a line that git will drop. */
  readonly comment: string;
}

/** A message file, with the comment character that its scissors show, else that of the user's config; `auto` is read off the file. */
export function readMessageFile(bytes: Buffer, settings: UserSettings): MessageFile {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const [, scissors] = lines.map((line) => SCISSORS.exec(line)).find((found) => found !== null) ?? [];
  const stated = settings.get('core.commentstring') ?? settings.get('core.commentchar') ?? '#';
  return { bytes, comment: scissors ?? (stated === 'auto' ? findComment(lines) : stated) };
}

/** What git writes above a diff that is not part of the message (git-commit(1), `--cleanup=scissors`). */
const SCISSORS = /^(\S+) -{24} >8 -{24}$/;

/** git takes a character that begins no line of the message (git-config(1), `core.commentChar`): the last line shows it. */
function findComment(lines: readonly string[]): string {
  const first = (lines.findLast((line) => line !== '') ?? '').charAt(0);
  return first !== '' && CHARACTERS.includes(first) ? first : '#';
}

/** The trailers that the message has already, as git parses them. `git` may know no config but ours. */
export async function parseTrailers(git: Git, file: MessageFile): Promise<readonly Trailer[]> {
  const { stdout } = await git.run([...commentConfig(file), ...INTERPRET, '--parse'], {
    input: endLine(file.bytes),
  });
  return stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [, key, value] = TRAILER.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [{ key, value: value.trim() }];
    });
}

/**
 * The message with these trailers, which it has not yet, where git looks for them, and otherwise as it was, line ends included.
 * A message that is still to be written keeps its first line free. Told to add only what differs, git would leave one out beside a
 * key that begins alike and has the same value: `Agent-Name` beside `Agent`.
 */
export async function addTrailers(
  git: Git,
  file: MessageFile,
  trailers: readonly Trailer[],
): Promise<Buffer> {
  const lines = trailers.map(({ key, value }) => `${key}: ${value}`);
  if (isUnwritten(file)) return Buffer.concat([Buffer.from(`\n\n${lines.join('\n')}\n`), file.bytes]);
  const { stdout } = await git.run(
    [
      ...commentConfig(file),
      ...INTERPRET,
      '--if-exists=add',
      '--if-missing=add',
      ...lines.flatMap((line) => ['--trailer', line]),
    ],
    { input: endLine(file.bytes) },
  );
  return usesCarriageReturns(file.bytes) ? withCarriageReturns(stdout) : stdout;
}

const commentConfig = ({ comment }: MessageFile): readonly string[] => [
  '-c',
  `${comment.length > 1 ? 'core.commentString' : 'core.commentChar'}=${comment}`,
];

/** Behind a line that does not end, git writes the trailer with no empty line between. */
const endLine = (bytes: Buffer): Buffer =>
  bytes.length === 0 || bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);

function isUnwritten({ bytes, comment }: MessageFile): boolean {
  const lines = bytes.toString('latin1').split('\n');
  const scissors = lines.findIndex((line) => SCISSORS.test(line.trimEnd()));
  return lines
    .slice(0, scissors === -1 ? lines.length : scissors)
    .every((line) => line.trim() === '' || line.startsWith(comment));
}

function usesCarriageReturns(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text);
}

const withCarriageReturns = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(/(?<!\r)\n/g, '\r\n'), 'latin1');
