import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../support/answers.js';
import { createSession, type TestSession } from '../support/session.js';

const BACKEND = 'backend-django';

/** What leads to itself can be neither read, written nor listed, by nobody. */
function breakJournal(session: TestSession, part: '' | '/notes'): void {
  const place = `.git/agent-ownership${part}`;
  session.person(`mkdir -p .git/agent-ownership; rm -rf ${place}; ln -s ${place.split('/').at(-1)} ${place}`);
}

describe.each(['', '/notes'] as const)('a journal of which %j is broken', (part) => {
  it('is told of once to an agent that writes, and keeps it from nothing', async () => {
    const session = createSession();
    breakJournal(session, part);
    const told = [];
    for (const path of ['api/a.py', 'api/b.py', 'api/c.py'])
      told.push(await session.write(BACKEND, path, '1\n'));
    expect(told.map(codesOf)).toEqual([['journal-failure'], [], []]);
  });

  it('is told of once to an agent that runs commands, and keeps it from nothing', async () => {
    const session = createSession();
    breakJournal(session, part);
    const told: string[] = [];
    for (const text of ['1', '2', '3']) {
      const { before, after, exitCode } = await session.shell(BACKEND, `echo ${text} > api/a.py`);
      expect([before, exitCode]).toEqual([{ kind: 'abstain' }, 0]);
      told.push(...codesOf(after));
    }
    expect(new Set(told).size).toBeLessThanOrEqual(1);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(codesOf(await session.stop(BACKEND)).filter((code) => code !== 'journal-failure')).toEqual([]);
    expect(codesOf(await session.stop(BACKEND))).toEqual([]);
  });

  it('does not keep a person’s thread from committing', async () => {
    const session = createSession();
    await session.write(BACKEND, 'api/a.py', '1\n');
    breakJournal(session, part);
    const codes: string[] = [];
    for (const command of ['git commit -am x', 'git commit --allow-empty -m y']) {
      const { before, after, exitCode } = await session.shell(null, command);
      expect([before.kind === 'deny', exitCode]).toEqual([false, 0]);
      codes.push(...codesOf(before));
      expect(codesOf(after).filter((code) => code !== 'journal-failure')).toEqual([]);
    }
    expect(codes).toEqual(part === '' ? [] : ['journal-failure']);
  });
});

it('refuses a bound agent’s commit that cannot be judged, and nothing else of it', async () => {
  const session = createSession();
  breakJournal(session, '/notes');
  await session.write(BACKEND, 'api/a.py', '1\n');
  expect(codesOf((await session.shell(BACKEND, 'git commit -am x')).before)).toEqual(['unjudged-commit']);
  expect((await session.shell(BACKEND, 'git add -A; git status')).before).toEqual({ kind: 'abstain' });
});
