import { chmodSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import { withRepository } from '../../src/check/open-repository.js';
import type { Report } from '../../src/core/report.js';
import type { Environment } from '../../src/sources/git/environment.js';
import { resolveRevisions } from '../../src/sources/git/revisions.js';
import { definitionText } from '../support/pull-request.js';
import { createRepository, environment, openRepository, temporaryDirectory } from '../support/repository.js';
import type { TestRepository } from '../support/repository.js';
import { CONFIG, PROGRAMS, STATE, VARIABLES, type Trap } from './traps.js';
import { BY_DEFAULT } from '../support/policies.js';

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);

/** A branch with a forbidden edit, a submodule that moved, a merge that mixed a file, and a message that forges our records. */
function aScene(): TestRepository {
  const repository = createRepository();
  repository.write(
    '.claude/agents/web.md',
    definitionText('web', { 'CANNOT TOUCH': ['locked/**', 'library'] }),
  );
  repository.write(
    '.gitattributes',
    '* merge=evil diff=evil filter=evil -text working-tree-encoding=UTF-8\n',
  );
  repository.write('.gitmodules', '[submodule "l"]\n\tpath = library\n\turl = ./l\n\tignore = all\n');
  repository.write('locked/mixed.txt', LINES.join(''));
  repository.submodule('library', '1'.repeat(40));
  repository.commit('Begin');
  repository.checkout('topic', 'main');
  const as = (subject: string) => ({ subject, trailers: [['Agent', 'web']] as const });
  repository.write('locked/caf\u00e9.txt', 'new');
  repository.commit(as('Add'));
  repository.submodule('library', '2'.repeat(40));
  repository.commit(as('Move'));
  repository.write('locked/mixed.txt', LINES.with(0, 'topic\n').join(''));
  repository.commit('A person');
  repository.checkout('side', 'main');
  repository.write('locked/mixed.txt', LINES.with(19, 'side\n').join(''));
  repository.commit(
    `\u0001${'0'.repeat(40)}\n\n:100644 100644 a b M\u0001x\n\nAgent: \u0001:000000 100644\nAgent: web\n`,
  );
  repository.checkout('topic');
  repository.merge('side', { message: as('Merge') });
  return repository;
}

let scene: TestRepository;
let expected: Report;

beforeAll(async () => {
  scene = aScene();
  expected = await judge(scene.directory);
});

const judge = (directory: string, variables: Environment = {}): Promise<Report> =>
  withRepository(
    { environment: { ...environment, ...variables }, directory, temporaryDirectory: temporaryDirectory() },
    async ({ borrowed, workspace, workspaceGit }) => {
      const [base, head] = await resolveRevisions(workspaceGit, directory, ['main', 'topic']);
      if (base === undefined || head === undefined) throw new Error('no revisions');
      return checkRange(borrowed, { base, head, shallow: workspace.shallow }, BY_DEFAULT);
    },
  );

async function spring(
  prepare: (trap: Trap) => Environment | undefined,
): Promise<{ report: Report; ran: boolean }> {
  const folder = temporaryDirectory();
  const directory = join(folder, 'repository');
  cpSync(scene.directory, directory, { recursive: true });
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const mark = join(folder, 'ran');
  const program = file('canary', `#!/bin/sh\necho "$0 $*" >> '${mark}'\n`);
  chmodSync(program, 0o755);
  const variables = prepare({ repository: openRepository(directory), program, file }) ?? {};
  const report = await judge(directory, variables);
  return { report, ran: existsSync(mark) };
}

it('judges the scene itself', () => {
  expect(
    expected.violations.map((violation) => [violation.code, 'path' in violation ? violation.path : '']),
  ).toEqual([
    ['forbidden-path', 'locked/caf\u00e9.txt'],
    ['forbidden-path', 'library'],
    ['unknown-agent', ''],
    ['forbidden-path', 'locked/mixed.txt'],
  ]);
});

it('would see a trap spring', async () => {
  const { ran } = await spring(({ repository, program }) => {
    repository.git('config', 'diff.external', program);
    repository.git('diff', 'main', 'topic');
    return undefined;
  });
  expect(ran).toBe(true);
});

const unswayed = () => ({ report: expected, ran: false });

describe('the verdict is the same, and nothing is executed, whatever the repository holds:', () => {
  it.each(PROGRAMS)('a program as %s', async (key) => {
    const sprung = await spring(({ repository, program }) => {
      repository.git('config', key, program);
      if (key.startsWith('gpg.')) repository.git('config', 'log.showSignature', 'true');
      return undefined;
    });
    expect(sprung).toEqual(unswayed());
  });

  it.each(CONFIG)('%s = %s', async (key, value) => {
    const sprung = await spring(({ repository }) => {
      repository.git('config', key, value);
      return undefined;
    });
    expect(sprung).toEqual(unswayed());
  });

  it.each(STATE)('%s', async (_, prepare) => {
    const sprung = await spring((trap) => {
      prepare(trap);
      return undefined;
    });
    expect(sprung).toEqual(unswayed());
  });
});

describe('the verdict is the same, and nothing is executed, whatever variables say:', () => {
  it.each(VARIABLES)('%s', async (_, variables) => {
    expect(await spring(variables)).toEqual(unswayed());
  });

  it('and no trace is written', async () => {
    let trace = '';
    await spring(({ file }) => {
      trace = `${file('trace', '')}-of-git`;
      return { GIT_TRACE: trace, GIT_TRACE2: trace };
    });
    expect(existsSync(trace)).toBe(false);
  });
});
