import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitSha, type CommitSha } from '../../src/core/vocabulary.js';
import { createRepository, type TestRepository } from '../support/repository.js';
import type { RandomCommit, RandomHistory } from './generate.js';

export interface WrittenHistory extends RandomHistory {
  /** The name of each commit. */
  readonly names: readonly CommitSha[];
}

/** All histories in one repository, by one process. */
export function writeHistories(histories: readonly RandomHistory[]): {
  readonly repository: TestRepository;
  readonly written: readonly WrittenHistory[];
} {
  const repository = createRepository();
  const marks = join(repository.directory, '.git', 'marks');
  const stream: string[] = [];
  let mark = 0;
  const firstMarks = histories.map(({ commits }) => {
    const first = mark + 1;
    for (const [index, commit] of commits.entries()) stream.push(toImport(commit, index, first, ++mark));
    stream.push(`reset refs/heads/h${first}\nfrom :${mark}\n\n`);
    return first;
  });
  repository.gitWithInput(stream.join(''), 'fast-import', '--quiet', '--force', `--export-marks=${marks}`);
  const names = new Map(
    readFileSync(marks, 'latin1')
      .split('\n')
      .map((line) => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]),
  );
  const written = histories.map((history, position) => ({
    ...history,
    names: history.commits.map((_, index) =>
      commitSha(names.get((firstMarks[position] ?? 0) + index) ?? 'absent'),
    ),
  }));
  return { repository, written };
}

function toImport(
  { parents, files, claims }: RandomCommit,
  index: number,
  first: number,
  mark: number,
): string {
  const message = `Commit ${index} of ${first}\n\n${claims.map((claim) => `Agent: ${claim}\n`).join('')}`;
  const person = `Somebody <somebody@example.com> ${1_767_225_600 + mark} +0000`;
  const [from, ...merge] = parents.map((parent) => `:${first + parent}`);
  return [
    // A reset without a start lets the next commit begin a history of its own.
    'reset refs/heads/writing\n\n',
    `commit refs/heads/writing\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n${toData(message)}`,
    from === undefined ? '' : `from ${from}\n`,
    ...merge.map((parent) => `merge ${parent}\n`),
    'deleteall\n',
    ...[...files].map(([path, { mode, data }]) =>
      mode === '160000'
        ? `M ${mode} ${data} ${toQuoted(path)}\n`
        : `M ${mode} inline ${toQuoted(path)}\n${toData(data)}`,
    ),
    '\n',
  ].join('');
}

const toData = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** A path as a C string, each byte beyond ASCII in octal. */
function toQuoted(path: string): string {
  const bytes = Array.from(path).flatMap((character) => {
    const code = character.charCodeAt(0);
    return character.length === 1 && code >= 0xdc00 && code <= 0xdcff
      ? [code - 0xdc00]
      : [...Buffer.from(character)];
  });
  return `"${bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`)).join('')}"`;
}
