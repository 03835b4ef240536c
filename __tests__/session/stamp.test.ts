import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../support/answers.js';
import { createSession, type TestSession, type Who } from '../support/session.js';

interface Scene {
  readonly title: string;
  readonly play: (session: TestSession) => Promise<unknown>;
  /** Who commits, and how. */
  readonly commit: readonly [who: Who, command: string];
  readonly agents: readonly string[];
}

const BACKEND = 'backend-django';

const SCENES: readonly Scene[] = [
  {
    title: 'an agent that writes and commits',
    play: (s) => s.write(BACKEND, 'api/a.py', 'new\n'),
    commit: [BACKEND, 'git add -A && git commit -m "Change"'],
    agents: [BACKEND],
  },
  {
    title: 'an agent whose work the main thread commits',
    play: (s) => s.write(BACKEND, 'api/a.py', 'new\n'),
    commit: [null, 'git add -A && git commit -m "Change"'],
    agents: [BACKEND],
  },
  {
    title: 'agents that write by tool, by sed and by a formatter, and the main thread commits all',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      await s.shell('frontend', 'sed -i s/w/v/ web/w.ts');
      await s.shell('testing', 'for i in 1 2 3 4 5; do echo $i > tests/$i.py; done');
    },
    commit: [null, 'git commit -qam "Some" && git add . && git commit -m "Rest"'],
    agents: ['testing'],
  },
  {
    title: 'a commit of some files names only who made those',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      await s.write('frontend', 'web/w.ts', 'new\n');
    },
    commit: [null, 'git commit -m "Web" web/w.ts'],
    agents: ['frontend'],
  },
  {
    title: 'what is staged by hand counts, what is not does not',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      await s.write('frontend', 'web/w.ts', 'new\n');
      s.person('git add api');
    },
    commit: [null, 'git commit -m "API"'],
    agents: [BACKEND],
  },
  {
    title: 'a part of a file that was staged alone is still its maker’s',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', '1\n2\n3\n4\na\n5\n6\n7\n8\n9\n');
      s.person(
        "printf '1\\na\\n' > part && git update-index --cacheinfo 100644,$(git hash-object -w part),api/a.py && rm part",
      );
    },
    commit: [null, 'git commit -m "Part"'],
    agents: [BACKEND],
  },
  {
    title: 'a person’s work is nobody’s',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      s.person('echo mine > web/w.ts && git add web');
    },
    commit: [null, 'git commit -m "Mine"'],
    agents: [],
  },
  {
    title: 'a person’s file that was dirty before an agent’s shell call is nobody’s',
    play: async (s) => {
      s.person('echo mine > web/w.ts');
      await s.shell(BACKEND, 'echo new > api/a.py; cat web/w.ts > /dev/null; touch web/w.ts');
      s.person('git add web');
    },
    commit: [null, 'git commit -m "Mine"'],
    agents: [],
  },
  {
    title: 'what an agent deleted',
    play: (s) => s.shell('testing', 'rm tests/t.py'),
    commit: [null, 'git commit -am "Gone"'],
    agents: ['testing'],
  },
  {
    title: 'what an agent moved',
    play: (s) => s.shell('testing', 'git mv tests/t.py tests/u.py'),
    commit: [null, 'git commit -m "Moved"'],
    agents: ['testing'],
  },
  {
    title: 'a change of mode',
    play: (s) => s.shell('testing', 'chmod +x tests/t.py'),
    commit: [null, 'git commit -am "Runs"'],
    agents: ['testing'],
  },
  {
    title: 'what an agent took back is not its any more',
    play: async (s) => {
      await s.write(BACKEND, 'web/w.ts', 'forbidden\n');
      await s.shell(BACKEND, 'git checkout HEAD -- web/w.ts');
      s.person('echo mine > web/w.ts');
    },
    commit: [null, 'git commit -am "Mine"'],
    agents: [],
  },
  {
    title: 'an agent that formats the work of another: both made the outcome',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      await s.shell('testing', 'sed -i "s/new/NEW/" api/a.py');
    },
    commit: [null, 'git commit -am "Formatted"'],
    agents: [BACKEND, 'testing'],
  },
  {
    title: 'an agent that commits the work of another beside its own',
    play: async (s) => {
      await s.write(BACKEND, 'api/a.py', 'new\n');
      await s.write('testing', 'tests/t.py', 'new\n');
    },
    commit: ['testing', 'git commit -am "Both"'],
    agents: ['testing', BACKEND],
  },
  {
    title: 'a commit in a folder below, by -C and by cd',
    play: (s) => s.write(BACKEND, 'api/a.py', 'new\n'),
    commit: [null, 'cd api && git -C ../api commit -a -m "Deep"'],
    agents: [BACKEND],
  },
  {
    title: 'two agents at once whose calls saw the same files: the owner',
    play: async (s) => {
      const first = await s.begin(BACKEND, 'echo new > api/a.py');
      const second = await s.begin('testing', 'true');
      await first();
      await second();
    },
    commit: [null, 'git commit -am "At once"'],
    agents: [BACKEND],
  },
];

describe('a commit gets the names of those whose work it holds', () => {
  it.each(SCENES)('$title', async ({ play, commit: [who, command], agents }) => {
    const session = createSession();
    await play(session);
    const { before, after, exitCode } = await session.shell(who, command);
    expect([codesOf(before), exitCode]).toEqual([[], 0]);
    expect(session.agents()).toEqual(agents);
    expect(codesOf(after)).toEqual([]);
    expect(codesOf(await session.stop(who))).toEqual([]);
  });
});
