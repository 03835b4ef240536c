import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../support/answers.js';
import { createRepository } from '../support/repository.js';
import { defineAgents, joinSession, type TestSession } from '../support/session.js';

const BACKEND = 'backend-django';

/** A working tree with definitions that no commit holds. */
function createScene(start: 'unborn' | 'undefined'): TestSession {
  const repository = createRepository();
  repository.write('api/a.py', 'a\n').write('web/w.ts', 'w\n').write('tests/t.py', 't\n');
  if (start === 'undefined') repository.commit('Begin');
  defineAgents(repository);
  return joinSession(repository);
}

describe.each(['unborn', 'undefined'] as const)('where HEAD is %s', (start) => {
  it.each([
    ['the agent’s own commit', BACKEND, 'git add api && git commit -m x', [BACKEND]],
    ['what the agent may not touch', BACKEND, 'git add web && git commit -m x', [BACKEND]],
    ['a commit of its noted work', null, 'git add api web && git commit -m x', [BACKEND]],
    ['a commit of it with -a', null, 'git add api web && git commit -am x', [BACKEND]],
  ] as const)('%s is let go, and stamped', async (_, who, command, agents) => {
    const session = createScene(start);
    await session.write(BACKEND, 'api/a.py', '1\n');
    await session.shell(BACKEND, 'echo 1 > api/b.py; echo 1 > web/w.ts');
    const { before, after, exitCode } = await session.shell(who, command);
    expect([codesOf(before), exitCode]).toEqual([[], 0]);
    expect(session.agents()).toEqual(agents);
    expect(codesOf(after)).toEqual([]);
    expect(codesOf(await session.stop(who))).toEqual([]);
  });

  it('the commit that adds the definitions is let go, and stamped', async () => {
    const session = createScene(start);
    await session.write(BACKEND, 'api/a.py', '1\n');
    const { before, exitCode } = await session.shell(null, 'git add .claude api && git commit -m x');
    expect([codesOf(before), exitCode]).toEqual([[], 0]);
    expect(session.agents()).toEqual([BACKEND]);
  });
});

it('judges the work of those whom HEAD knows beside that of one whom it does not', async () => {
  const session = createScene('undefined');
  session.person('git add .claude/agents/frontend.md && git commit -qm Define');
  await session.write(BACKEND, 'web/w.ts', '1\n');
  await session.write('frontend', 'api/a.py', '1\n');
  const { before } = await session.shell(null, 'git commit -am x');
  expect(codesOf(before)).toEqual(['next-commit frontend forbidden-path api/a.py']);
});
