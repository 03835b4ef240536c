import { describe, expect, it } from '@jest/globals';
import type { TreeEntry } from '../../../src/core/history.js';
import type { Note } from '../../../src/core/journal/note.js';
import { whoMade } from '../../../src/core/journal/who-made.js';
import { repoPath } from '../../../src/core/vocabulary.js';
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
