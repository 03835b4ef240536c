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

const commandsIn = (words: string): readonly string[] =>
  words
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim());

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
      ?.split('\n\n')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('    '));
    for (const line of undo ?? []) session.person(line.trim());
    expect(session.repository.git('status', '--porcelain')).toBe('');
  });

  const LEAVING_OUT: readonly (readonly [
    title: string,
    play: (session: TestSession) => unknown,
    command: string,
    rest: readonly string[],
  ])[] = [
    [
      'new files that the same command would have staged',
      (s) => s.shell(BACKEND, 'echo 1 > web/new.ts; echo 1 > "web/[a] b.ts"; echo 1 > api/b.py'),
      'git add -A && git commit -m x',
      ['api/b.py'],
    ],
    [
      'tracked files that commit -a would have taken',
      (s) => s.shell(BACKEND, 'echo 1 > web/w.ts; echo 1 > api/a.py'),
      'git commit -am x',
      ['api/a.py'],
    ],
    [
      'one that is staged beside one that is not',
      (s) => s.shell(BACKEND, 'echo 1 > web/w.ts; echo 1 > web/new.ts; git add web/w.ts; echo 1 > api/a.py'),
      'git add . && git commit -m x',
      ['api/a.py'],
    ],
    [
      'one that the commit names',
      (s) => s.shell(BACKEND, 'echo 1 > web/w.ts'),
      'git commit -m x web/w.ts',
      [],
    ],
  ];

  it.each(LEAVING_OUT)('gives only commands that work: %s', async (_, play, command, rest) => {
    const session = createSession();
    await play(session);
    const { before } = await session.shell(null, command);
    expect(before.kind).toBe('deny');
    if (before.kind !== 'deny') return;
    const words = describeWork(
      before.refusals.flatMap((refusal) => (refusal.kind === 'commit' ? [refusal.finding] : [])),
    );
    const paragraphs = words.split(/(?=Where the change itself[^\n]*\n)|\n\n/);
    const leaveOut = paragraphs.filter((paragraph) => !paragraph.startsWith('Where the change'));
    // Each of them exits with 0.
    for (const line of commandsIn(leaveOut.join('\n'))) session.person(line);
    expect(session.repository.git('diff', '--cached', '--name-only').split('\n').filter(Boolean)).toEqual(
      rest,
    );
    for (const line of commandsIn(words)) session.person(line);
    expect(session.repository.git('status', '--porcelain', 'web')).toBe('');
  });

  it('does not take what is staged in another repository for staged in this one', async () => {
    const session = createSession();
    session.person(
      'git init -q nested && mkdir nested/web && echo 1 > nested/web/w.ts && mkdir -p .git/info && echo nested >> .git/info/exclude',
    );
    await session.write(BACKEND, 'web/w.ts', '1\n');
    await session.write(BACKEND, 'api/a.py', '1\n');
    session.person('git add api');
    const { before } = await session.shell(BACKEND, 'git -C nested add -A && git commit -m x');
    expect(codesOf(before)).toEqual([]);
    expect(session.agents()).toEqual([BACKEND]);
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
