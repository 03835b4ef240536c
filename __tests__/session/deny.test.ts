import { describe, expect, it } from '@jest/globals';
import { describeWork } from '../../src/reporters/verify-words.js';
import { codesOf } from '../support/answers.js';
import { createSession, type TestSession, type Who } from '../support/session.js';

const BACKEND = 'backend-django';

interface Scene {
  readonly title: string;
  readonly play: (session: TestSession) => unknown;
  readonly commit: readonly [who: Who, command: string];
  readonly denied: readonly string[];
}

const denied = (agent: string, path: string): string => `next-commit ${agent} forbidden-path ${path}`;

const SCENES: readonly Scene[] = [
  {
    title: 'an agent that commits what it cannot touch',
    play: (s) => s.write(BACKEND, 'web/w.ts', '1\n'),
    commit: [BACKEND, 'git add -A && git commit -m "All"'],
    denied: [denied(BACKEND, 'web/w.ts')],
  },
  {
    title: 'a person’s thread that commits what an agent cannot touch',
    play: (s) => s.write(BACKEND, 'web/new.ts', '1\n'),
    commit: [null, 'git add -A && git commit -m "All"'],
    denied: [denied(BACKEND, 'web/new.ts')],
  },
  {
    title: 'an agent that commits what a person had staged',
    play: (s) => {
      s.person('echo 1 > web/w.ts && git add web');
    },
    commit: [BACKEND, 'git commit -m "Staged"'],
    denied: [denied(BACKEND, 'web/w.ts')],
  },
  {
    title: 'an agent that commits the file of its owner beside its own: together they answer for both',
    play: async (s) => {
      await s.write('frontend', 'web/w.ts', '1\n');
      await s.write(BACKEND, 'api/a.py', '1\n');
    },
    commit: [null, 'git commit -am "Both"'],
    denied: [],
  },
  {
    title: 'a person’s own forbidden file in a person’s thread',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', '1\n');
      s.person('echo 1 > web/w.ts');
    },
    commit: [null, 'git commit -am "Both"'],
    denied: [],
  },
];

describe('a commit is judged before it is made', () => {
  it.each(SCENES)('$title', async ({ play, commit: [who, command], denied: expected }) => {
    const session = createSession();
    const head = session.repository.sha();
    await play(session);
    const { before } = await session.shell(who, command);
    expect(codesOf(before)).toEqual(expected);
    expect(session.repository.sha() === head).toBe(expected.length > 0);
    if (before.kind !== 'deny') return;
    const findings = before.refusals.flatMap((refusal) =>
      refusal.kind === 'commit' ? [refusal.finding] : [],
    );
    const undo = describeWork(findings)
      .split('Where the change itself')[1]
      ?.split('\n')
      .filter((line) => line.startsWith('    '));
    for (const line of undo ?? []) session.person(line.trim());
    expect(session.repository.git('status', '--porcelain')).toBe('');
  });

  it('lets an agent take back its own earlier change', async () => {
    const session = createSession();
    session.person(
      `git checkout -qb topic && echo 1 > web/w.ts && git commit -qam "Bad" -m "Agent: ${BACKEND}"`,
    );
    const { before, exitCode } = await session.shell(
      BACKEND,
      'git checkout HEAD^ -- web/w.ts && git commit -m "Back"',
    );
    expect([codesOf(before), exitCode]).toEqual([[], 0]);
    expect(session.agents()).toEqual([BACKEND]);
  });

  it.each(['git commit --dry-run', 'git commit --help', 'git status', 'echo commit'])(
    'leaves %j alone',
    async (command) => {
      const session = createSession();
      await session.write(BACKEND, 'web/w.ts', '1\n');
      expect((await session.begin(BACKEND, command).then((end) => end())).before).toEqual({
        kind: 'abstain',
      });
    },
  );

  it('leaves an amendment of another’s commit alone, and stamps that of its own once', async () => {
    const session = createSession();
    await session.write(BACKEND, 'api/a.py', '1\n');
    expect(await session.begin(BACKEND, 'git commit -a --amend --no-edit')).toBeDefined();
    await session.shell(BACKEND, 'git commit -am "Own"');
    await session.write(BACKEND, 'api/a.py', '2\n');
    await session.shell(BACKEND, 'git commit -a --amend --no-edit');
    expect(session.agents()).toEqual([BACKEND]);
  });
});
