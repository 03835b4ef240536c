import { describe, expect, it } from '@jest/globals';
import type { Note, NotedObject } from '../../../src/core/journal/note.js';
import { foldNotes, settleNotes } from '../../../src/core/journal/settle.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aNote } from './builders.js';

const object = (oid: string | null): NotedObject | null =>
  oid === null ? null : { mode: '100644', oids: [oid] };

/** What a commit holds at `x`, and what the working tree holds there. */
const settle = (notes: readonly Note[], committed: string | null, present: string | null) =>
  settleNotes(notes, new Map([[repoPath('x'), { committed: object(committed), present: object(present) }]]));

describe('settleNotes', () => {
  const one = aNote('api', 1, { to: '1', base: '0' });
  const two = aNote('testing', 2, { to: '2', base: '0' });

  it.each<[string, readonly Note[], string | null, string | null, readonly Note[] | null]>([
    ['nothing of what was committed', [one], '1', '1', []],
    ['nothing of what came before it', [one, two], '2', '2', []],
    ['nothing of a deletion that was committed', [aNote('api', 1, { to: null, base: '0' })], null, null, []],
    ['nothing of what nobody committed and is gone', [one], '0', '0', []],
    [
      'what was done after it, on top of it',
      [one, two],
      '1',
      '2',
      [aNote('testing', 2, { to: '2', base: '1' })],
    ],
    [
      'what already stands on it as it is',
      [one, aNote('testing', 2, { to: '2', base: '1' })],
      '1',
      '2',
      [aNote('testing', 2, { to: '2', base: '1' })],
    ],
    [
      'a file that was made anew after its deletion was committed',
      [aNote('api', 1, { to: null, base: '0' }), aNote('testing', 2, { to: '2', base: '0' })],
      null,
      '2',
      [aNote('testing', 2, { to: '2', base: null })],
    ],
    [
      'nothing of what was seen at the same time as what was committed',
      [one, aNote('testing', 1, { to: 'z', base: '0' }), aNote('testing', 2, { to: '2', base: '0' })],
      '1',
      '2',
      [aNote('testing', 2, { to: '2', base: '1' })],
    ],
    [
      'nothing of what came before the last time that it was made, in whatever order it was noted',
      [
        aNote('api', 5, { to: '1', base: '0' }),
        aNote('testing', 3, { to: 'z', base: '0' }),
        one,
        aNote('testing', 7, { to: '2', base: '0' }),
      ],
      '1',
      '2',
      [aNote('testing', 7, { to: '2', base: '1' })],
    ],
    [
      'what was restored after it, as nothing of that was committed',
      [one, aNote('testing', 3, { to: '1', base: '0', act: 'restored' })],
      '1',
      '2',
      [aNote('testing', 3, { to: '1', base: '1', act: 'restored' })],
    ],
    [
      'all work of which only a part was committed, on top of that part',
      [one, two],
      'part',
      '2',
      [aNote('api', 1, { to: '1', base: 'part' }), aNote('testing', 2, { to: '2', base: 'part' })],
    ],
    [
      'nothing new where it stands on what was committed',
      [aNote('api', 2, { to: '2', base: '1' })],
      '1',
      '2',
      null,
    ],
    ['nothing new where there are no notes', [], '1', '1', null],
    [
      'nothing new where other paths were committed',
      [aNote('api', 1, { path: 'y', to: '1' })],
      '1',
      '1',
      null,
    ],
    [
      'other paths of the same note',
      [
        aNote('api', 1, [
          { to: '1', base: '0' },
          { path: 'y', to: '1', base: '0' },
        ]),
        two,
      ],
      '2',
      '2',
      [aNote('api', 1, { path: 'y', to: '1', base: '0' })],
    ],
  ])('leaves %s', (_, notes, committed, present, left) => {
    expect(settle(notes, committed, present)).toEqual(left);
  });

  it('settles each path by what was committed there', () => {
    const notes = [
      aNote('api', 1, [
        { path: 'x', to: '1' },
        { path: 'y', to: '1' },
      ]),
      aNote('testing', 2, [
        { path: 'x', to: '2' },
        { path: 'y', to: '2' },
      ]),
    ];
    const settled = new Map([
      [repoPath('x'), { committed: object('1'), present: object('2') }],
      [repoPath('y'), { committed: object('2'), present: object('2') }],
    ]);
    expect(settleNotes(notes, settled)).toEqual([aNote('testing', 2, { path: 'x', to: '2', base: '1' })]);
  });
});

describe('foldNotes', () => {
  const first = aNote('api', 1, { to: '1', base: '0' });
  const last = aNote('api', 3, { to: '3', base: '0' });

  it.each<[string, readonly Note[], readonly Note[]]>([
    ['nothing of nothing', [], []],
    [
      'the last of an agent’s edits of a path',
      [first, aNote('api', 2, { to: '2', base: '0' }), last],
      [last],
    ],
    [
      'a person’s edits likewise',
      [aNote(null, 1, { to: '1' }), aNote(null, 2, { to: '2' })],
      [aNote(null, 2, { to: '2' })],
    ],
    ...[
      aNote('testing', 2, { to: '2', base: '0' }),
      aNote(null, 2, { to: '2', base: '0' }),
      aNote('api', 2, { to: '2', base: '9' }),
      aNote('api', 2, { to: '2', base: '0', act: 'replaced' }),
      aNote('api', 2, { to: '0', base: '0', act: 'restored' }),
    ].map((between): [string, readonly Note[], readonly Note[]] => [
      `all where there is in between ${JSON.stringify({ agent: between.agent, ...between.changes[0] })}`,
      [first, between, last],
      [first, between, last],
    ]),
    [
      'what an edit of another path does not tell',
      [
        aNote('api', 1, [
          { to: '1', base: '0' },
          { path: 'y', to: '1' },
        ]),
        last,
      ],
      [aNote('api', 1, { path: 'y', to: '1' }), last],
    ],
    ['the last in time, in whatever order they were noted', [last, first], [last]],
    [
      'notes in the order of their ends, then of their beginnings',
      [
        aNote('testing', [3, 9], { to: 'b' }),
        aNote('api', [1, 9], { to: 'a' }),
        aNote('frontend', [5, 6], { to: 'c' }),
      ],
      [
        aNote('frontend', [5, 6], { to: 'c' }),
        aNote('api', [1, 9], { to: 'a' }),
        aNote('testing', [3, 9], { to: 'b' }),
      ],
    ],
  ])('keeps %s', (_, notes, kept) => {
    const given = [...notes];
    expect(foldNotes(given)).toEqual(kept);
    expect(given).toEqual(notes);
  });
});
