import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../support/answers.js';
import { openRepository, type TestRepository } from '../support/repository.js';
import { createSession, joinSession, type TestSession } from '../support/session.js';

const BACKEND = 'backend-django';
/** Where the client puts the worktree of an agent that works isolated. */
const INSIDE = '.claude/worktrees/agent-x';

interface Scene {
  /** Its directory is the main working tree. */
  readonly outer: TestSession;
  /** Its directory is the linked one. */
  readonly inner: TestSession;
  readonly linked: TestRepository;
}

function createScene(place: string): Scene {
  const outer = createSession();
  outer.person(`git worktree add -q -b topic ${place}`);
  const linked = openRepository(join(outer.repository.directory, place));
  return { outer, inner: joinSession(linked, 'inner'), linked };
}

describe.each([INSIDE, '../linked'])('a linked worktree at %s', (place) => {
  it('holds the notes of what is written there by its absolute path', async () => {
    const { outer, inner, linked } = createScene(place);
    await outer.write(BACKEND, join(linked.directory, 'api/a.py'), '1\n');
    await outer.write(BACKEND, 'api/a.py', '2\n');
    // Of the linked one alone: the main thread commits there, then here.
    expect(codesOf((await inner.shell(null, 'git commit -am x')).before)).toEqual([]);
    expect(inner.agents()).toEqual([BACKEND]);
    await outer.shell(null, 'git commit -m y -- api/a.py');
    expect(outer.agents()).toEqual([BACKEND]);
  });

  it('holds the notes of what the shell writes there, and stamps the commit', async () => {
    const { inner } = createScene(place);
    await inner.shell(BACKEND, 'echo 1 > api/a.py; echo 1 > api/new.py');
    await inner.shell(null, 'git add -A && git commit -m x');
    expect(inner.agents()).toEqual([BACKEND]);
    expect(codesOf(await inner.stop(null))).toEqual([]);
  });

  it('is where a commit is stamped and judged that is made from elsewhere', async () => {
    const { outer, inner, linked } = createScene(place);
    await outer.write(BACKEND, join(linked.directory, 'api/a.py'), '1\n');
    await outer.shell(null, `git -C ${linked.directory} commit -am x`);
    expect(inner.agents()).toEqual([BACKEND]);
    await outer.write(BACKEND, join(linked.directory, 'web/w.ts'), '1\n');
    const { before } = await outer.shell(null, `cd ${linked.directory} && git commit -am x`);
    expect(codesOf(before)).toEqual([`next-commit ${BACKEND} forbidden-path web/w.ts`]);
  });
});

it('leaves a file alone that lies in no working tree', async () => {
  const { outer } = createScene(INSIDE);
  expect(await outer.write(BACKEND, '../nowhere/a.py', '1\n')).toEqual({ kind: 'abstain' });
});
