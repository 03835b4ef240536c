import { describe, expect, it } from '@jest/globals';
import {
  formatCall,
  formatSnapshot,
  parseCall,
  parseSnapshot,
  type OpenCall,
} from '../../../src/core/journal/call.js';
import { isRecord } from '../../../src/core/journal/json.js';
import { formatNotes, parseNotes } from '../../../src/core/journal/note.js';
import type { Snapshot } from '../../../src/core/journal/snapshot.js';
import { formatWatch, parseWatch, type Watch } from '../../../src/core/journal/watch.js';
import { agentName, commitSha, repoPath } from '../../../src/core/vocabulary.js';
import { aNote, file } from './builders.js';

const CALL: OpenCall = {
  agent: agentName('api'),
  caller: 'session',
  from: 1767225600000,
  background: true,
  log: { size: 10, at: 1767225600 },
};
const A_PERSONS: OpenCall = { ...CALL, agent: null, background: false };
const DIRTY = {
  object: { mode: '100644', oids: ['1', '2'] },
  head: file('0'),
  staged: file('1'),
  mark: 'm',
};
const SNAPSHOT: Snapshot = { head: commitSha('a'.repeat(40)), dirty: new Map([[repoPath('x'), DIRTY]]) };
const AT_FIRST: Snapshot = { head: null, dirty: new Map() };
const NOTES = [
  aNote('api', [1, 2], [{ to: '1', base: '0' }, { to: '2' }]),
  aNote('api', 3, { to: '1', act: 'replaced' }, 'tool'),
];
const WATCH: Watch = {
  log: { size: 10, at: 2 },
  since: { size: 5, at: 1 },
  told: ['one', 'two'],
  background: false,
};

/** Written when a test asks, not when the tests are listed, so that it is one of them that fails. */
interface Kind {
  readonly kind: string;
  readonly write: () => string;
  readonly parse: (text: string) => unknown;
}

const KINDS = {
  call: { kind: 'a call', write: () => formatCall(CALL), parse: parseCall },
  snapshot: { kind: 'a snapshot', write: () => formatSnapshot(SNAPSHOT), parse: parseSnapshot },
  notes: { kind: 'notes', write: () => formatNotes(NOTES), parse: parseNotes },
  watch: { kind: 'a watch', write: () => formatWatch(WATCH), parse: parseWatch },
} satisfies Record<string, Kind>;

type Keys = readonly (string | number)[];

/** The text with another value at one place; `undefined` takes the key away. */
function withValue(text: string, keys: Keys, value: unknown): string {
  const whole: unknown = JSON.parse(text);
  const holder = keys.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), whole);
  Reflect.set(Object(holder), keys.at(-1) ?? '', value);
  return JSON.stringify(whole);
}

describe('what the journal keeps in files', () => {
  it.each<[string, () => unknown, unknown]>([
    ['a call', () => parseCall(formatCall(CALL)), CALL],
    ['a person’s call', () => parseCall(formatCall(A_PERSONS)), A_PERSONS],
    ['a snapshot', () => parseSnapshot(formatSnapshot(SNAPSHOT)), SNAPSHOT],
    ['a snapshot before the first commit', () => parseSnapshot(formatSnapshot(AT_FIRST)), AT_FIRST],
    ['notes', () => parseNotes(formatNotes(NOTES)), NOTES],
    ['no notes', () => parseNotes(formatNotes([])), []],
    ['a watch', () => parseWatch(formatWatch(WATCH)), WATCH],
  ])('is read as it was written: %s', (_, read, written) => {
    expect(read()).toEqual(written);
  });

  it.each<[string, Snapshot['dirty'] extends ReadonlyMap<unknown, infer Dirty> ? Dirty : never]>([
    ['a deletion', { ...DIRTY, object: null, staged: null }],
    ['a new file', { ...DIRTY, head: null }],
    ['a content that was not read', { ...DIRTY, object: { mode: null, oids: [] } }],
  ])('is read as it was written: a snapshot with %s', (_, dirty) => {
    const snapshot: Snapshot = { head: null, dirty: new Map([[repoPath('x'), dirty]]) };
    expect(parseSnapshot(formatSnapshot(snapshot))).toEqual(snapshot);
  });

  it.each([
    ['of a person', aNote(null, 1, { to: '1' })],
    ['of a deletion', aNote('api', 1, { to: null, base: '0' })],
    ['of a disk without modes', aNote('api', 1, { to: '1', mode: null })],
    ['of what was restored', aNote('api', 1, { to: '1', act: 'restored' })],
  ])('is read as it was written: a note %s', (_, note) => {
    expect(parseNotes(formatNotes([note]))).toEqual([note]);
  });

  it.each(Object.values(KINDS))('is nothing where it is none of ours or not whole: $kind', (kind) => {
    const { write, parse } = kind;
    const text = write();
    const foreign = ['', 'null', '1', '"text"', '[]', '{}', text.slice(0, -1), `${text}x`, `[${text}]`];
    for (const other of [...foreign, withValue(text, ['format'], 2), withValue(text, ['format'], undefined)])
      expect([other, parse(other)]).toEqual([other, null]);
  });

  const inDirty = (...keys: Keys): Keys => ['dirty', 0, 1, ...keys];
  const inNote = (...keys: Keys): Keys => ['notes', 1, ...keys];
  const inChange = (...keys: Keys): Keys => ['notes', 0, 'changes', 1, ...keys];

  it.each<[string, Keys, readonly unknown[]]>([
    ['call', ['agent'], [1, undefined]],
    ['call', ['caller'], [null, 1]],
    ['call', ['from'], [null, '1']],
    ['call', ['background'], [null, 'true']],
    ['call', ['log'], [null, 1, { size: 1 }, { at: 1 }, { size: '1', at: 1 }, { size: 1, at: '1' }]],
    ['snapshot', ['head'], [1, undefined]],
    ['snapshot', ['dirty'], [null, {}, 'text']],
    [
      'snapshot',
      ['dirty', 0],
      [null, 'xy', ['x'], [1, DIRTY], ['x', DIRTY, 1], { 0: 'x', 1: DIRTY, length: 2 }],
    ],
    ['snapshot', inDirty(), [null, 1, []]],
    ['snapshot', inDirty('mark'), [undefined, null, 1]],
    [
      'snapshot',
      inDirty('head'),
      [undefined, 1, [], { mode: '100644' }, { oid: '1' }, { mode: 1, oid: '1' }],
    ],
    [
      'snapshot',
      inDirty('staged'),
      [undefined, 1, [], { mode: '100644' }, { oid: '1' }, { mode: '1', oid: 1 }],
    ],
    [
      'snapshot',
      inDirty('object'),
      [
        undefined,
        1,
        { oids: [] },
        { mode: 1, oids: [] },
        { mode: null },
        { mode: null, oids: '1' },
        { mode: null, oids: ['1', 1] },
      ],
    ],
    ['notes', ['notes'], [null, {}, [null], [[]]]],
    ['notes', inNote('agent'), [undefined, 1]],
    ['notes', inNote('how'), [undefined, null, 'editor']],
    ['notes', inNote('from'), [null, '1']],
    ['notes', inNote('at'), [null, '1']],
    ['notes', inNote('changes'), [undefined, {}, 'text']],
    ['notes', inChange(), [null, 1, []]],
    ['notes', inChange('path'), [undefined, 1]],
    ['notes', inChange('base'), [undefined, 1]],
    ['notes', inChange('act'), [undefined, 'moved', ['edited']]],
    ['notes', inChange('object'), [undefined, 1, { mode: null, oids: [1] }]],
    ['watch', ['log'], [undefined, { size: 1 }]],
    ['watch', ['since'], [undefined, { at: 1 }]],
    ['watch', ['told'], [undefined, 'one', {}, ['one', 1]]],
    ['watch', ['background'], [undefined, null, 'true']],
  ] as const)('is nothing where a value is not what it should be: in a %s, %j', (kind, keys, values) => {
    const { write, parse } = KINDS[kind as keyof typeof KINDS];
    const text = write();
    for (const value of values) expect([value, parse(withValue(text, keys, value))]).toEqual([value, null]);
  });

  it('keeps the last thousand things that were told, as a session may go on for weeks', () => {
    const told = Array.from({ length: 1001 }, (_, index) => `finding ${index}`);
    expect(parseWatch(formatWatch({ ...WATCH, told }))?.told).toEqual(told.slice(1));
    expect(parseWatch(formatWatch({ ...WATCH, told: told.slice(1) }))?.told).toEqual(told.slice(1));
  });

  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    ['text', false],
    [undefined, false],
  ])('takes an object of JSON for a record, and nothing else: %j', (value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});
