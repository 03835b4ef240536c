import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/core/session/answer.js';
import { describeWork } from '../../src/reporters/verify-words.js';
import { codesOf } from '../support/answers.js';
import { createSession, type ShellOptions, type TestSession, type Who } from '../support/session.js';

const BACKEND = 'backend-django';

interface Scene {
  readonly title: string;
  readonly before?: (session: TestSession) => unknown;
  readonly call: readonly [who: Who, command: string, options?: ShellOptions];
  /** What is told after the call. */
  readonly told: readonly string[];
  /** What is told after the caller's next call: what came to light meanwhile. */
  readonly next?: readonly string[];
  /** What is told at the stop; the same unless given. */
  readonly atStop?: readonly string[];
}

const UNSTAMPED = `unstamped ${BACKEND}`;

const SCENES: readonly Scene[] = [
  {
    title: 'an agent that evades by sh -c',
    call: [BACKEND, `echo 1 > api/a.py; sh -c 'git commit -qam "Hidden"'`],
    told: [UNSTAMPED],
  },
  {
    title: 'an agent that evades by an alias',
    before: (s) => void s.repository.git('config', 'alias.ci', 'commit'),
    call: [BACKEND, 'echo 1 > api/a.py; git ci -qam "Hidden commit"'],
    told: [UNSTAMPED],
  },
  {
    title: 'a script that commits',
    before: (s) =>
      void s.repository.write('release.sh', 'echo 1 > api/a.py; git commit -qam Release\n').commit(),
    call: [BACKEND, 'sh ./release.sh'],
    told: [UNSTAMPED],
  },
  {
    title: 'a commit that is followed by a failing command',
    call: [BACKEND, `echo 1 > api/a.py; sh -c 'git commit -qam "Hidden"'; false`],
    told: [UNSTAMPED],
  },
  {
    title: 'a commit in the background',
    before: (s) => s.write(BACKEND, 'api/a.py', '1\n'),
    call: [BACKEND, `sh -c 'git commit -qam "Later"'`, { background: true }],
    told: [],
    next: [UNSTAMPED],
    atStop: [UNSTAMPED],
  },
  {
    title: 'the main thread that commits an agent’s work by a script',
    before: async (s) => {
      s.repository.write('release.sh', 'git commit -qam Release\n').commit();
      await s.write(BACKEND, 'api/a.py', '1\n');
      await s.shell(BACKEND, 'true');
    },
    call: [null, 'sh ./release.sh'],
    told: [],
    next: [UNSTAMPED],
    atStop: [UNSTAMPED],
  },
  {
    title: 'a person’s own commit in the main thread',
    before: (s) => s.write(BACKEND, 'api/a.py', '1\n'),
    call: [null, `echo 2 > web/w.ts; sh -c 'git commit -qm "Mine" web'`],
    told: [],
  },
  {
    title: 'a commit of earlier work that a person makes in a terminal while an agent’s command runs',
    before: async (s) => {
      s.person('echo 2 > web/w.ts');
      const end = await s.begin(BACKEND, 'true');
      s.person('git commit -qam "Mine"');
      await end();
    },
    call: [BACKEND, 'true'],
    told: [],
  },
  {
    title: 'a pull',
    before: (s) => {
      const { repository } = s;
      const { directory } = repository;
      repository.git('clone', '-q', directory, '../other');
      execFileSync('git', [
        '-C',
        `${directory}/../other`,
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@b',
        'commit',
        '-q',
        '--allow-empty',
        '-m',
        'Theirs',
      ]);
      repository.git('remote', 'add', 'origin', '../other');
    },
    call: [BACKEND, 'git pull -q origin main'],
    told: [],
  },
  {
    title: 'a rebase, a pick, a switch and a reset over the commits of others',
    before: (s) => {
      s.person(
        'git checkout -qb topic && echo 5 > web/w.ts && git commit -qam Theirs && git checkout -q main && echo 6 > tests/t.py && git commit -qam Others',
      );
    },
    call: [
      BACKEND,
      'git checkout -q topic && git rebase -q main && git checkout -q main && git cherry-pick topic && git reset -q --hard HEAD^',
    ],
    told: [],
  },
  {
    title: 'an agent that reverts',
    before: (s) => {
      s.person('echo 5 > api/a.py && git commit -qam Theirs');
    },
    call: [BACKEND, 'git revert --no-edit HEAD'],
    told: [UNSTAMPED],
  },
  {
    title: 'an amended commit that is not the agent’s',
    before: (s) => {
      s.person('echo 5 > tests/t.py && git commit -qam Theirs');
    },
    call: [BACKEND, 'echo 1 > api/a.py && git commit -qa --amend --no-edit'],
    told: ['amended-commit'],
  },
  {
    title: 'a forbidden file that is written by the shell',
    call: [BACKEND, 'echo 1 > web/w.ts'],
    told: [`working-tree ${BACKEND} forbidden-path web/w.ts`],
  },
  {
    title: 'a forbidden file that is new',
    call: [BACKEND, 'mkdir web/sub && echo 1 > web/sub/new.ts'],
    told: [`working-tree ${BACKEND} forbidden-path web/sub/new.ts`],
  },
  {
    title: 'a forbidden file that is deleted',
    call: [BACKEND, 'rm web/w.ts'],
    told: [`working-tree ${BACKEND} forbidden-path web/w.ts`],
  },
  {
    title: 'a forbidden file that is committed unseen',
    call: [BACKEND, `echo 1 > web/w.ts; sh -c 'git commit -qam "Hidden"'`],
    told: [UNSTAMPED, `commit ${BACKEND} forbidden-path web/w.ts`],
  },
  {
    title: 'a forbidden file of a person that was dirty before',
    before: (s) => {
      s.person('echo 2 > web/w.ts');
    },
    call: [BACKEND, 'echo 1 > api/a.py'],
    told: [],
  },
];

/** The commands that the words give, each indented. */
const commandsIn = (answer: Answer): readonly string[] =>
  answer.kind === 'tell'
    ? describeWork(answer.findings)
        .split('\n')
        .filter((line) => line.startsWith('    '))
        .map((line) => line.trim())
    : [];

describe('what is told after a call and at the stop', () => {
  it.each(SCENES)(
    '$title',
    async ({ before, call: [who, command, options], told, next = [], atStop = told }) => {
      const session = createSession();
      await before?.(session);
      const { after } = await session.shell(who, command, options);
      expect(codesOf(after)).toEqual(told);
      // Told once.
      expect(codesOf((await session.shell(who, 'git log -1 # commit', {})).after)).toEqual(next);
      const atTheStop = await session.stop(who);
      expect([...codesOf(atTheStop)].sort()).toEqual([...atStop].sort());
      expect(codesOf(await session.stop(who))).toEqual([]);
      // The commands mend it.
      const commands = commandsIn(atTheStop).map((line) => line.replace('commit -m …', 'commit -m "Own"'));
      for (const mending of commands) await session.shell(who, mending);
      const isCommitted = atStop.some((code) => code.startsWith('commit'));
      if (isCommitted) await session.shell(who, 'git commit -qm "Take back"');
      const [, last] = [await session.stop(who, false), await session.stop(who, false)];
      expect(codesOf(last)).toEqual([]);
    },
  );

  it('says nothing at a stop that a hook has already kept off', async () => {
    const session = createSession();
    await session.shell(BACKEND, 'echo 1 > web/w.ts');
    expect(await session.stop(BACKEND, true)).toEqual({ kind: 'abstain' });
  });
});
