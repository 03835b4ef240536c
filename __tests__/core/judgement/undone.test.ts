import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../support/builders.js';
import { anAgent, anEntry, aRoster } from '../../support/builders.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', { cannotTouch: ['models.py'] }),
  anAgent('database', { owns: ['models.py'] }),
);
const base = { 'models.py': 'A', other: 'x' };
const bad: Step = { id: 'bad', agents: ['backend'], write: { 'models.py': 'B' } };
const undone = (by: string) => [`forbidden-path bad backend models.py undone by ${by}`];
const standing = ['forbidden-path bad backend models.py'];

describe('a forbidden change', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['stands while nothing takes it back', [bad, { id: 'next', write: { other: 'y' } }], standing],
    [
      'is undone by a person who restores the path',
      [bad, { id: 'fix', write: { 'models.py': 'A' } }],
      undone('fix'),
    ],
    [
      'is undone by the agent itself, which is not charged for restoring',
      [bad, { id: 'fix', agents: ['backend'], write: { 'models.py': 'A' } }],
      undone('fix'),
    ],
    [
      'stands when it is brought back',
      [bad, { id: 'fix', write: { 'models.py': 'A' } }, { id: 'again', write: { 'models.py': 'B' } }],
      standing,
    ],
    [
      'stays undone when an owner goes on from there',
      [
        bad,
        { id: 'fix', write: { 'models.py': 'A' } },
        { id: 'own', agents: ['database'], write: { 'models.py': 'C' } },
      ],
      undone('fix'),
    ],
    [
      'stands when an owner builds on it',
      [bad, { id: 'own', agents: ['database'], write: { 'models.py': 'C' } }],
      standing,
    ],
    [
      'is undone when the head has what the base has, though an owner changed it before',
      [
        { id: 'own', agents: ['database'], write: { 'models.py': 'O' } },
        bad,
        { id: 'reset', write: { 'models.py': 'A' } },
      ],
      undone('reset'),
    ],
    [
      'is undone by what it was before the agent, not by what the base has',
      [
        { id: 'own', agents: ['database'], write: { 'models.py': 'O' } },
        bad,
        { id: 'fix', write: { 'models.py': 'O' } },
      ],
      undone('fix'),
    ],
    [
      'stands when only its mode is taken back',
      [
        { id: 'bad', agents: ['backend'], write: { 'models.py': anEntry('A', '100755') } },
        { id: 'half', write: { 'models.py': anEntry('B', '100644') } },
      ],
      standing,
    ],
  ])('%s', (_, steps, expected) => {
    expect(findings(judge({ roster, base, steps }))).toEqual(expected);
  });

  it('is undone with the offence that it builds on, when one commit restores what stood before both', () => {
    const steps = [
      { id: 'own', agents: ['database'], write: { 'models.py': 'Y' } },
      bad,
      { id: 'worse', agents: ['backend'], write: { 'models.py': 'W' } },
      { id: 'fix', agents: ['backend'], write: { 'models.py': 'Y' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py undone by fix',
      'forbidden-path worse backend models.py undone by fix',
    ]);
  });

  it('is undone with a later one by a state from before both, though a person built in between', () => {
    const steps = [
      bad,
      { id: 'person', write: { 'models.py': 'P' } },
      { id: 'worse', agents: ['backend'], write: { 'models.py': 'W' } },
      { id: 'fix', write: { 'models.py': 'A' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py undone by fix',
      'forbidden-path worse backend models.py undone by fix',
    ]);
  });

  it('is not undone by a state that another forbidden change wrote', () => {
    const steps = [
      bad,
      { id: 'worse', agents: ['backend'], write: { 'models.py': 'C' } },
      { id: 'worst', agents: ['backend'], write: { 'models.py': 'D' } },
      { id: 'half', write: { 'models.py': 'B' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py',
      'forbidden-path worse backend models.py undone by half',
      'forbidden-path worst backend models.py',
    ]);
  });

  it.each([
    ['stays undone when the owner makes the same change', ['database'], true],
    ['stands when somebody without a name brings it back', [], false],
    ['stands when an unknown name brings it back', ['nobody-known'], false],
    ['stands when an unknown name beside the owner’s brings it back', ['database', 'nobody-known'], false],
    ['stands when an agent of the head alone brings it back', ['newcomer'], false],
    ['stands when such an agent beside the owner brings it back', ['database', 'newcomer'], false],
  ])('%s', (_, agents, isUndone) => {
    const steps = [
      bad,
      { id: 'fix', agents: ['backend'], write: { 'models.py': 'A' } },
      { id: 'redo', agents, write: { 'models.py': 'B' } },
    ];
    const head = aRoster(anAgent('newcomer', { owns: ['models.py'] }));
    expect(findings(judge({ roster, head, base, steps }))).toContain(
      (isUndone ? undone('fix') : standing)[0],
    );
  });

  const built: readonly Step[] = [
    bad,
    { id: 'person', write: { 'models.py': 'BP' } },
    { id: 'back', agents: ['backend'], write: { 'models.py': 'A' } },
  ];

  it.each<[string, Partial<Step>]>([
    ['the agent itself', { agents: ['backend'] }],
    ['somebody without a name', {}],
  ])('stands when %s brings back what was built on it', (_, who) => {
    const steps = [...built, { id: 'again', ...who, write: { 'models.py': 'BP' } }];
    expect(findings(judge({ roster, base, steps }))).toContain(standing[0]);
  });

  it('stands when its content comes back under another mode', () => {
    const steps = [
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      { id: 'again', write: { 'models.py': anEntry('B', '100755') } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });

  it('is undone by a state that an agent wrote which only reads the path', () => {
    const withReader = aRoster(...roster.agents, anAgent('reader', { reads: ['models.py'] }));
    const steps = [
      { id: 'read', agents: ['reader'], write: { 'models.py': 'R' } },
      { id: 'own', agents: ['database'], write: { 'models.py': 'O' } },
      bad,
      { id: 'fix', agents: ['database'], write: { 'models.py': 'R' } },
    ];
    expect(findings(judge({ roster: withReader, base, steps }))).toContain(undone('fix')[0]);
  });

  it('excuses no forbidden change by a mere warning', () => {
    const withReader = aRoster(...roster.agents, anAgent('reader', { reads: ['models.py'] }));
    const steps = [
      { id: 'person', write: { 'models.py': 'P' } },
      { id: 'read', agents: ['reader'], write: { 'models.py': 'R' } },
      { id: 'back', agents: ['backend'], write: { 'models.py': 'P' } },
    ];
    expect(findings(judge({ roster: withReader, base, steps }))).toContain(
      'forbidden-path back backend models.py',
    );
  });

  it('settles a thousand changes of one path at once', () => {
    const steps = Array.from({ length: 1_000 }, (_, index) => ({
      id: `c${index}`,
      agents: ['backend'],
      write: { 'models.py': `v${index}` },
    }));
    expect(judge({ roster, base, steps }).violations).toHaveLength(1_000);
  });

  it('is undone where a new file is removed again', () => {
    const steps = [
      { id: 'bad', agents: ['backend'], write: { 'models.py': 'B' } },
      { id: 'fix', write: { 'models.py': null } },
    ];
    expect(findings(judge({ roster, steps }))).toEqual(undone('fix'));
  });

  it('charges an agent that undoes an owner’s work on top of its own', () => {
    const steps = [
      bad,
      { id: 'own', agents: ['database'], write: { 'models.py': 'C' } },
      { id: 'back', agents: ['backend'], write: { 'models.py': 'A' } },
      { id: 'owner', agents: ['database'], write: { 'models.py': 'D' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py undone by back',
      'forbidden-path back backend models.py',
    ]);
  });

  it('counts every round of a change that goes back and forth', () => {
    const steps = [
      bad,
      { id: 'fix', agents: ['backend'], write: { 'models.py': 'A' } },
      { id: 'bad2', agents: ['backend'], write: { 'models.py': 'B' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py',
      'forbidden-path bad2 backend models.py',
    ]);
  });
});

describe('a forbidden change on two lines of history', () => {
  const fork = (merge: Partial<Step>): readonly Step[] => [
    bad,
    { id: 'side', parents: ['bad'], write: { other: 'y' } },
    { id: 'fix', parents: ['bad'], write: { 'models.py': 'A' } },
    { id: 'merge', parents: ['side', 'fix'], ...merge },
  ];

  it('is undone where the merge takes the restored side', () => {
    expect(findings(judge({ roster, base, steps: fork({ merged: { 'models.py': 'A' } }) }))).toEqual(
      undone('merge'),
    );
  });

  it('stands where the merge keeps the side that still has it', () => {
    expect(findings(judge({ roster, base, steps: fork({}) }))).toEqual(standing);
  });

  it('stands where a merge mixes both sides', () => {
    expect(findings(judge({ roster, base, steps: fork({ merged: { 'models.py': 'AB' } }) }))).toEqual(
      standing,
    );
  });

  it('stands where a merge mixes both sides, the restored one first', () => {
    const steps = fork({ parents: ['fix', 'side'], merged: { 'models.py': 'AB' } });
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });

  it('is undone by a state of a line that never had it', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'other', parents: ['base'], write: { 'models.py': 'P' } },
      { id: 'merge', parents: ['bad', 'other'], write: { 'models.py': 'BP' } },
      { id: 'fix', write: { 'models.py': 'P' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(undone('fix'));
  });

  it('stays undone when its owner makes it anew inside a merge', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      { id: 'aside', parents: ['base'], write: { third: 'z' } },
      { id: 'redo', parents: ['fix', 'aside'], agents: ['database'], write: { 'models.py': 'B' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(undone('fix'));
  });

  it('charges the agent for dropping work that a merge brought in', () => {
    const steps: readonly Step[] = [
      { id: 'first', agents: ['database'], write: { 'models.py': 'F' } },
      bad,
      { id: 'owner', parents: ['first'], agents: ['database'], write: { 'models.py': 'O' } },
      { id: 'merge', parents: ['bad', 'owner'], merged: { 'models.py': 'BO' } },
      { id: 'drop', agents: ['backend'], write: { 'models.py': 'F' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py undone by drop',
      'forbidden-path drop backend models.py',
    ]);
  });

  it('is not undone by a restore on a line that does not contain it', () => {
    const steps = [
      { id: 'bad', agents: ['backend'], write: { 'models.py': 'B' } },
      { id: 'aside', parents: ['base'], write: { other: 'y' } },
      { id: 'merge', parents: ['bad', 'aside'], merged: { other: 'y' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });

  it('stands where a merge keeps it beside a line of other work, though its owner once wrote the same', () => {
    const steps: readonly Step[] = [
      { id: 'own', agents: ['database'], write: { 'models.py': 'B' } },
      { id: 'next', agents: ['database'], write: { 'models.py': 'C' } },
      bad,
      { id: 'side', parents: ['next'], write: { other: 'y' } },
      { id: 'merge', parents: ['bad', 'side'], merged: { other: 'y' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });

  it('stands where somebody without a name makes it on another line too', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'copy', parents: ['base'], write: { 'models.py': 'B' } },
      { id: 'merge', parents: ['bad', 'copy'] },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });

  it.each<[string, Partial<Step>, Partial<Step>, boolean]>([
    ['stands when the merged line of somebody without a name brings it back', {}, {}, false],
    [
      'stands when an agent’s clean merge brings back what nobody answers for',
      {},
      { agents: ['backend'] },
      false,
    ],
    ['stays undone when the merged line of its owner has it', { agents: ['database'] }, {}, true],
  ])('%s', (_, copy, merge, isUndone) => {
    const steps: readonly Step[] = [
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      { id: 'copy', parents: ['base'], write: { 'models.py': 'B' }, ...copy },
      { id: 'merge', parents: ['fix', 'copy'], merged: { 'models.py': 'B' }, ...merge },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(isUndone ? undone('fix') : standing);
  });

  it.each([
    ['built', 'back'],
    ['back', 'built'],
  ])(
    'stands when a line brings back what another one built on it, in whatever order git lists them: %s, %s',
    (...order) => {
      const lines: Readonly<Record<string, readonly Step[]>> = {
        built: [
          { id: 'built', parents: ['bad'], write: { 'models.py': 'BP' } },
          { id: 'unbuilt', parents: ['built'], write: { 'models.py': 'A' } },
        ],
        back: [
          { id: 'fix', parents: ['bad'], write: { 'models.py': 'A' } },
          { id: 'back', parents: ['fix'], write: { 'models.py': 'BP' } },
        ],
      };
      const steps = [
        bad,
        ...order.flatMap((line) => lines[line] ?? []),
        { id: 'both', parents: ['back', 'unbuilt'] },
      ];
      expect(findings(judge({ roster, base, steps }))).toEqual(standing);
    },
  );

  it('may be taken back though a mere warning of the same commit takes back itself', () => {
    const joint = aRoster(...roster.agents, anAgent('reader', { reads: ['models.py'] }));
    const both = ['backend', 'reader'];
    const steps: readonly Step[] = [
      { id: 'read', agents: ['reader'], write: { 'models.py': 'R' } },
      { id: 'both', agents: both, write: { 'models.py': 'A' } },
      { id: 'back', agents: ['backend'], write: { 'models.py': 'R' } },
      { id: 'last', agents: ['database'], write: { 'models.py': 'D' } },
    ];
    expect(findings(judge({ roster: joint, base, steps }))).toEqual([
      'read-only-path read reader models.py',
      'forbidden-path both backend models.py undone by back',
    ]);
  });

  it('is undone by what git itself would have merged, where a merge wrote something else', () => {
    const steps: readonly Step[] = [
      { id: 'own', agents: ['database'], write: { 'models.py': 'O' } },
      { id: 'side', parents: ['base'], write: { 'models.py': 'P' } },
      {
        id: 'bad',
        parents: ['own', 'side'],
        agents: ['backend'],
        merged: { 'models.py': 'OP' },
        write: { 'models.py': 'B' },
      },
      { id: 'fix', write: { 'models.py': 'OP' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(undone('fix'));
  });

  it('is undone where a second root brought the file and it is removed after the merge', () => {
    const steps: readonly Step[] = [
      { id: 'bad', parents: [], agents: ['backend'], write: { 'models.py': 'B' } },
      { id: 'merge', parents: ['base', 'bad'], merged: { 'models.py': 'B' } },
      { id: 'fix', write: { 'models.py': null, other: 'z' } },
    ];
    expect(findings(judge({ roster, base: { 'models.py': 'B', other: 'x' }, steps }))).toEqual(undone('fix'));
  });
});
