import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readCommand } from '../../../src/core/shell/read-command.js';
import {
  createRepository,
  environment,
  openRepository,
  temporaryDirectory,
} from '../../support/repository.js';
import { aQuotedMessage } from './generated-commands.js';
import { stampAll, TRAILER } from './stamping.js';

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
  GIT_AUTHOR_DATE: '1767225600 +0000',
  GIT_COMMITTER_DATE: '1767225600 +0000',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_EDITOR: 'true',
};

const start = createRepository();
start
  .write('a.txt', 'one\n')
  .write('app/b.txt', 'one\n')
  .commit({ subject: 'Begin', trailers: [['Reviewed-by', 'x']] });
start.write('a.txt', 'two\n').write('app/b.txt', 'two\n').write('c.txt').git('add', 'a.txt', 'c.txt');

const BEGINNING = start.sha();

interface Commit {
  readonly isNew: boolean;
  readonly facts: string;
  readonly message: string;
  readonly trailers: readonly string[];
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly index: string;
  readonly commits: readonly Commit[];
}

const toLines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** What a command does to a repository of its own. */
function run(shell: string, text: string): Outcome {
  const directory = join(temporaryDirectory(), 'repository');
  cpSync(start.directory, directory, { recursive: true });
  const { status, stdout } = spawnSync(`/bin/${shell}`, ['-c', text], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...environment, ...IDENTITY, HOME: directory, message: 'From a variable' },
  });
  const repository = openRepository(directory);
  const parsed = repository.git(
    'log',
    '-z',
    '--pretty=format:%H%x01%T%n%an%n%ae%n%ad%n%cn%x01%B%x01%(trailers:only,unfold)',
  );
  const commits = parsed.split('\0').map((commit): Commit => {
    const [sha = '', facts = '', message = '', trailers = ''] = commit.split('\u0001');
    return { isNew: sha !== BEGINNING, facts, message: message.trim(), trailers: toLines(trailers) };
  });
  const [last] = commits;
  const again = repository.gitWithInput(last?.message ?? '', 'interpret-trailers', '--parse', '--no-divider');
  expect(toLines(again)).toEqual(last?.trailers);
  return {
    status,
    stdout: stdout.replaceAll(/\b[0-9a-f]{7}\b/g, 'HASH'),
    index: repository.git('status', '--porcelain'),
    commits,
  };
}

const withoutTrailer = ({ message, ...commit }: Commit): Commit => ({
  ...commit,
  message: message.replace(`\n${TRAILER}`, '').trim(),
  trailers: commit.trailers.filter((line) => line !== TRAILER),
});

function expectTheTrailerAlone(shell: string, text: string): void {
  const { commits } = readCommand(text);
  expect({ text, count: commits.length }).not.toEqual({ text, count: 0 });
  const [plain, stamped] = [run(shell, text), run(shell, stampAll(text))];
  expect({ ...stamped, commits: stamped.commits.map(withoutTrailer) }).toEqual(plain);
  for (const { isNew, trailers } of stamped.commits) {
    expect(trailers.filter((line) => line === TRAILER)).toHaveLength(isNew ? 1 : 0);
  }
}

const aMessageOption = fc.oneof(
  aQuotedMessage.map((word) => `-m ${word}`),
  aQuotedMessage.map((word) => `-m 'Subject' -m ${word}`),
  aQuotedMessage.map((word) => `-qm ${word} --trailer 'Reviewed-by: y'`),
  fc.constantFrom(
    '-m "$message"',
    '-m "Add $(echo it)"',
    '-m "$(cat <<\'EOF\'\nAdd it\n\nIt\'s "there".\n\nCo-Authored-By: Claude <noreply@anthropic.com>\nEOF\n)"',
    '-F -',
    '-C HEAD',
    '--fixup HEAD',
    '--amend --no-edit',
    '--am -m Again',
  ),
);

const aCommit = fc
  .tuple(
    fc.constantFrom('git', 'git -C app', 'git -c core.abbrev=7', 'command git', 'GIT_AUTHOR_NAME=x git'),
    aMessageOption,
    fc.constantFrom(
      '',
      '',
      ' -a',
      ' --allow-empty',
      ' -s',
      ' --no-verify -v',
      ' -n --cleanup=verbatim',
      ' --author="A B <a@b>"',
    ),
    fc.constantFrom(
      '',
      '',
      ' -- .',
      ' -o .',
      ' -i -- .',
      ' --',
      ' nothing-there',
      ' 2>/dev/null',
      ' # a comment',
    ),
  )
  .map(([git, message, option, paths]) => {
    const input = message === '-F -' ? " <<'E F'\nFrom a document\n\nWith 'quotes'\nE F" : '';
    return `${git} commit ${message}${option}${input === '' ? paths : input}\n`;
  });

const aCommand = fc
  .tuple(
    aCommit,
    fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['git add . && ', ''],
      ['(cd app && git add b.txt && ', ')'],
      ['if true; then ', 'fi; echo done'],
      ['for f in 1; do ', 'done | cat'],
      ['out=$(', '); echo "$? $out"'],
      ['', 'git commit --allow-empty -m Second && git log -1 --format=%s'],
      ['{ ', '} & wait'],
    ),
  )
  .map(([commit, [before, after]]) => `${before}${commit}${after}`);

describe.each(['bash', 'dash'])('in a real repository and a real %s', (shell) => {
  it('a stamped command does the same, and the trailer is there', () => {
    fc.assert(
      fc.property(aCommand, (text) => {
        expectTheTrailerAlone(shell, text);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    );
  });
});
