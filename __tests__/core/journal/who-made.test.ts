import { describe, expect, it } from '@jest/globals';
import type { TreeEntry } from '../../../src/core/history.js';
import type { Note } from '../../../src/core/journal/note.js';
import { byName, creditOf } from '../../../src/core/journal/credit.js';
import { whoMade } from '../../../src/core/journal/who-made.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { aNote, file } from './builders.js';

interface Row {
  readonly title: string;
  readonly notes: readonly Note[];
  readonly before?: TreeEntry | null;
  readonly after: TreeEntry | null;
  readonly agents: readonly string[];
  readonly uncertain?: true;
}

const MINUTE = 60_000;

const ROWS: readonly Row[] = [
  { title: 'what nobody noted is nobody’s', notes: [], after: file('1'), agents: [] },
  {
    title: 'an object is its maker’s',
    notes: [aNote('api', 1, { to: '1' })],
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'another path says nothing',
    notes: [aNote('api', 1, { path: 'y', to: '1' })],
    after: file('1'),
    agents: [],
  },
  {
    title: 'a deletion is the agent’s that deleted',
    notes: [aNote('api', 1, { to: null, base: '0' })],
    before: file('0'),
    after: null,
    agents: ['api'],
  },
  {
    title: 'a deletion that nobody noted is nobody’s, although an agent changed the file before',
    notes: [aNote('api', 1, { to: '1', base: '0' })],
    before: file('0'),
    after: null,
    agents: [],
  },
  {
    title: 'a deletion of an earlier state of the branch is not this one',
    notes: [aNote('api', 1, { to: null, base: '9' })],
    before: file('0'),
    after: null,
    agents: [],
  },
  {
    title: 'who brings an object back did not make it',
    notes: [aNote('api', 1, { to: '1' }), aNote('testing', 9 * MINUTE, { to: '1' })],
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'who edits uncommitted work adds to it: both made the outcome',
    notes: [aNote('api', 1, { to: '1', base: '0' }), aNote('testing', 2, { to: '2', base: '0' })],
    before: file('0'),
    after: file('2'),
    agents: ['api', 'testing'],
  },
  {
    title: 'who replaces a file whole made all of it',
    notes: [
      aNote('api', 1, { to: '1', base: '0' }),
      aNote('testing', 2, { to: '2', base: '0', act: 'replaced' }, 'tool'),
    ],
    before: file('0'),
    after: file('2'),
    agents: ['testing'],
  },
  {
    title: 'what was restored in between counts no more',
    notes: [
      aNote('api', 1, { to: '1', base: '0' }),
      aNote('api', 2, { to: '0', base: '0', act: 'restored' }),
      aNote('testing', 3, { to: '2', base: '0' }),
    ],
    before: file('0'),
    after: file('2'),
    agents: ['testing'],
  },
  {
    title: 'what was committed in between counts no more',
    notes: [aNote('api', 1, { to: '1', base: '0' }), aNote('testing', 2, { to: '2', base: '1' })],
    before: file('1'),
    after: file('2'),
    agents: ['testing'],
  },
  {
    title: 'a part of a file that was staged alone is of those whose work the file holds',
    notes: [aNote('api', 1, { to: '1', base: '0' })],
    before: file('0'),
    after: file('part'),
    agents: ['api'],
  },
  {
    title: 'a part is nobody’s where the work at the path was restored',
    notes: [
      aNote('api', 1, { to: '1', base: '0' }),
      aNote('api', 2, { to: '0', base: '0', act: 'restored' }),
    ],
    before: file('0'),
    after: file('part'),
    agents: [],
  },
  {
    title: 'a new file where an agent deleted one is nobody’s',
    notes: [aNote('api', 1, { to: null, base: '0' })],
    before: file('0'),
    after: file('new'),
    agents: [],
  },
  {
    title: 'a person who replaces an agent’s file whole made it',
    notes: [
      aNote('api', 1, { to: '1', base: '0' }),
      aNote(null, 2, { to: '2', base: '0', act: 'replaced' }, 'tool'),
    ],
    before: file('0'),
    after: file('2'),
    agents: [],
  },
  {
    title: 'what a tool wrote during another agent’s shell call is the tool’s',
    notes: [aNote('api', [1, 9 * MINUTE], { to: '1' }), aNote('testing', 5 * MINUTE, { to: '1' }, 'tool')],
    after: file('1'),
    agents: ['testing'],
  },
  {
    title: 'what a person’s tool wrote during an agent’s shell call is nobody’s',
    notes: [aNote('api', [1, 9 * MINUTE], { to: '1' }), aNote(null, 5 * MINUTE, { to: '1' }, 'tool')],
    after: file('1'),
    agents: [],
  },
  {
    title: 'what two shell calls saw at the same time is of both, and not certain',
    notes: [aNote('api', [1, 10], { to: '1' }), aNote('testing', [5, 12], { to: '1' })],
    after: file('1'),
    agents: ['api', 'testing'],
    uncertain: true,
  },
  {
    title: 'a change of mode by a person leaves the content the agent’s',
    notes: [aNote('api', 1, { to: '1', base: '0' })],
    before: file('0'),
    after: file('1', '100755'),
    agents: ['api'],
  },
  {
    title: 'a disk without modes leaves the content to decide',
    notes: [aNote('api', 1, { to: '1', mode: null })],
    after: file('1', '100755'),
    agents: ['api'],
  },
  {
    title: 'an object is its maker’s, also after HEAD has moved on',
    notes: [aNote('api', 1, { to: '1', base: '0' })],
    before: file('5'),
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'who restored an object did not make it',
    notes: [aNote('api', 1, { to: '0', base: '0', act: 'restored' })],
    before: file('9'),
    after: file('0'),
    agents: [],
  },
  {
    title: 'of two deletions of one object, this is the later',
    notes: [
      aNote('api', 1, { to: null, base: '0' }),
      aNote('api', 2, { to: '0', base: '0', act: 'restored' }),
      aNote('testing', 3, { to: null, base: '0' }),
    ],
    before: file('0'),
    after: null,
    agents: ['testing'],
  },
  {
    title: 'who deletes what another agent edited did that alone',
    notes: [aNote('api', 1, { to: '1', base: '0' }), aNote('testing', 2, { to: null, base: '0' })],
    before: file('0'),
    after: null,
    agents: ['testing'],
  },
  {
    title: 'a deletion that two shell calls saw at the same time is of both, and not certain',
    notes: [aNote('api', [1, 5], { to: null, base: '0' }), aNote('testing', [5, 9], { to: null, base: '0' })],
    before: file('0'),
    after: null,
    agents: ['api', 'testing'],
    uncertain: true,
  },
  {
    title: 'a deletion that a call saw that began later is the later call’s',
    notes: [aNote('api', [1, 4], { to: null, base: '0' }), aNote('testing', [5, 9], { to: null, base: '0' })],
    before: file('0'),
    after: null,
    agents: ['testing'],
  },
  {
    title: 'what several agents edited one after the other is of all',
    notes: [
      aNote('api', 1, { to: '1', base: '0' }),
      aNote('frontend', 2, { to: '2', base: '0' }),
      aNote('testing', 3, { to: '3', base: '0' }),
    ],
    before: file('0'),
    after: file('3'),
    agents: ['api', 'frontend', 'testing'],
  },
  {
    title: 'what an agent made on another state of the branch holds none of the work on this one',
    notes: [aNote('testing', 1, { to: 'a', base: '9' }), aNote('api', 2, { to: '1', base: '0' })],
    before: file('9'),
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'a call that begins in the moment in which another one ends is at the same time',
    notes: [aNote('api', [1, 5], { to: '1' }), aNote('testing', [5, 9], { to: '1' })],
    after: file('1'),
    agents: ['api', 'testing'],
    uncertain: true,
  },
  {
    title: 'a call that begins when another one has ended is not at the same time',
    notes: [aNote('api', [1, 5], { to: '1' }), aNote('testing', [6, 9], { to: '1' })],
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'the call that ended last worked on top, whichever began first',
    notes: [aNote('testing', [2, 5], { to: '2', base: '0' }), aNote('api', [1, 9], { to: '1', base: '0' })],
    before: file('0'),
    after: file('1'),
    agents: ['api', 'testing'],
  },
  {
    title: 'of two calls that ended in one moment, the one that began last worked on top',
    notes: [
      aNote('api', [1, 9], { to: '1', base: '0' }),
      aNote('testing', [5, 9], { to: '2', base: '0', act: 'replaced' }, 'tool'),
    ],
    before: file('0'),
    after: file('part'),
    agents: ['testing'],
  },
  {
    title: 'a clock that was set back during a call loses nobody’s work',
    notes: [aNote('api', [10, 5], { to: '1' })],
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'a tool that writes what another one wrote a moment before did not make it',
    notes: [aNote('api', 1, { to: '1' }, 'tool'), aNote('testing', 500, { to: '1' }, 'tool')],
    after: file('1'),
    agents: ['api'],
  },
  {
    title: 'a tool that wrote something else during a shell call explains nothing of it',
    notes: [
      aNote('testing', 5 * MINUTE, { to: '2', base: '0' }, 'tool'),
      aNote('api', [1, 9 * MINUTE], { to: '1', base: '0' }),
    ],
    before: file('0'),
    after: file('1'),
    agents: ['api', 'testing'],
  },
  {
    title: 'an agent’s own tool explains nothing of its shell call away',
    notes: [
      aNote('api', 1000, { to: '1', base: '0' }, 'tool'),
      aNote('testing', 1500, { to: '2', base: '0', act: 'replaced' }, 'tool'),
      aNote('api', [1000, 2000], { to: '1', base: '0' }),
    ],
    before: file('0'),
    after: file('part'),
    agents: ['api', 'testing'],
  },
];

describe('whoMade', () => {
  it.each(ROWS)('$title', ({ notes, before = null, after, agents, uncertain }) => {
    const change = { path: repoPath('x'), before, after };
    expect(whoMade([change], notes)).toEqual([{ change, agents, isCertain: uncertain !== true }]);
  });

  it.each(ROWS)(
    'does not depend on the order of the notes: $title',
    ({ notes, before = null, after, agents }) => {
      const change = { path: repoPath('x'), before, after };
      expect(whoMade([change], [...notes].reverse())[0]?.agents).toEqual(agents);
    },
  );
});

/** A shell call of `api` from 2 s to 5 s, and a tool of `testing` that wrote the same at this time. */
const aTool = (at: number): readonly Note[] => [
  aNote('api', [2000, 5000], { to: '1', base: '0' }),
  aNote('testing', at, { to: '1', base: '0' }, 'tool'),
];

describe('what a shell call saw of another agent’s tool', () => {
  it.each([
    ['more than a second before the call', 999, ['api', 'testing']],
    ['a second before the call, as clocks of files tick in steps', 1000, ['testing']],
    ['during the call', 3000, ['testing']],
    ['a second after the call', 6000, ['testing']],
    ['more than a second after the call', 6001, ['api', 'testing']],
  ])('is the tool’s where that wrote meanwhile: %s', (_, at, agents) => {
    const change = { path: repoPath('x'), before: file('0'), after: file('part') };
    expect(whoMade([change], aTool(at))).toEqual([{ change, agents, isCertain: true }]);
  });
});

describe('creditOf', () => {
  const [api, frontend, testing] = [agentName('api'), agentName('frontend'), agentName('testing')];
  const change = { path: repoPath('x'), before: null, after: file('1') };

  it.each([
    ['whoever made it, where that is certain', [api, testing], true, [testing], [api, testing]],
    ['of several that saw it appear, the owner', [api, testing], false, [testing], [testing]],
    ['the owners, where they are several', [api, frontend, testing], false, [api, testing], [api, testing]],
    ['all that saw it appear, where none owns it', [api, testing], false, [frontend], [api, testing]],
    ['the one that saw it appear', [api], false, [], [api]],
    ['nobody, where nobody saw it', [], false, [api], []],
  ])('credits %s', (_, agents, isCertain, owners, credited) => {
    const owns = (agent: typeof api, path: typeof change.path): boolean =>
      owners.includes(agent) && path === change.path;
    expect(creditOf({ change, agents, isCertain }, owns)).toEqual(credited);
  });

  it('orders names by code unit, as a roster does', () => {
    const names = ['b', 'a', 'B', 'é', 'a'].map(agentName);
    expect(names.toSorted(byName)).toEqual(['B', 'a', 'a', 'b', 'é']);
    expect(byName(agentName('a'), agentName('a'))).toBe(0);
    expect(byName(agentName('b'), agentName('a'))).toBeGreaterThan(0);
  });
});
