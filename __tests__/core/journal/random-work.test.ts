import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Note } from '../../../src/core/journal/note.js';
import { foldNotes } from '../../../src/core/journal/settle.js';
import { whoMade } from '../../../src/core/journal/who-made.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aNote, file } from './builders.js';

const WHO = ['api', 'testing', 'frontend', null] as const;

interface Deed {
  readonly who: (typeof WHO)[number];
  readonly path: string;
  readonly act: 'edit' | 'replace' | 'restore';
  /** A person in an editor, or an agent's tool or shell. */
  readonly isSeen: boolean;
}

const aDeed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom(...WHO),
  path: fc.constantFrom('x', 'y'),
  act: fc.constantFrom('edit', 'replace', 'restore'),
  isSeen: fc.boolean(),
});

interface World {
  readonly notes: Note[];
  readonly content: Map<string, string>;
  /** Who changed the file since it last was as in HEAD: the truth that no journal knows. */
  readonly hands: Map<string, Set<string | null>>;
}

/** Plays deeds one after the other, each with a content of its own, and notes what hooks would note. */
function play(deeds: readonly Deed[]): World {
  const notes: Note[] = [];
  const content = new Map<string, string>();
  const hands = new Map<string, Set<string | null>>();
  for (const [index, { who, path, act, isSeen }] of deeds.entries()) {
    const to = act === 'restore' ? 'base' : `content-${index}`;
    content.set(path, to);
    if (act !== 'edit') hands.set(path, new Set());
    if (act !== 'restore') (hands.get(path) ?? hands.set(path, new Set()).get(path))?.add(who);
    if (who === null && !isSeen) continue;
    const how = act === 'replace' || who === null ? 'tool' : 'shell';
    const noted = act === 'edit' ? 'edited' : act === 'replace' ? 'replaced' : 'restored';
    notes.push(
      aNote(who, [index * 10_000, index * 10_000 + 5000], { path, to, base: 'base', act: noted }, how),
    );
  }
  return { notes, content, hands };
}

const isUnseenPerson = ({ who, isSeen }: Deed): boolean => who === null && !isSeen;

describe('whoMade, after any work one after the other', () => {
  it('credits exactly those whose work a file holds, where every hand was seen', () => {
    fc.assert(
      fc.property(fc.array(aDeed, { maxLength: 12 }), (deeds) => {
        const { notes, content, hands } = play(deeds.filter((deed) => !isUnseenPerson(deed)));
        for (const [path, oid] of content) {
          if (oid === 'base') continue;
          const change = { path: repoPath(path), before: file('base'), after: file(oid) };
          const agents = [...(hands.get(path) ?? [])].filter((who) => who !== null).sort();
          expect(whoMade([change], notes)).toEqual([{ change, agents, isCertain: true }]);
        }
      }),
    );
  });

  it('never credits an agent that did not touch the path, and loses none that made the object', () => {
    fc.assert(
      fc.property(fc.array(aDeed, { maxLength: 12 }), (deeds) => {
        const { notes, content } = play(deeds);
        for (const [path, oid] of content) {
          if (oid === 'base') continue;
          const change = { path: repoPath(path), before: file('base'), after: file(oid) };
          const credited = whoMade([change], notes)[0]?.agents ?? [];
          const touched = deeds
            .filter((deed) => deed.path === path && deed.act !== 'restore')
            .map(({ who }) => who);
          for (const agent of credited) expect(touched).toContain(agent);
          const maker = deeds[Number(oid.replace('content-', ''))]?.who ?? null;
          if (maker !== null) expect(credited).toContain(maker);
        }
      }),
    );
  });

  it('says the same of what is left, and of a part of it, after its notes were folded', () => {
    fc.assert(
      fc.property(fc.array(aDeed, { maxLength: 12 }), (deeds) => {
        const { notes, content } = play(deeds);
        const changes = [...content].flatMap(([path, oid]) =>
          [oid, 'part'].map((to) => ({ path: repoPath(path), before: file('base'), after: file(to) })),
        );
        expect(whoMade(changes, foldNotes(notes))).toEqual(whoMade(changes, notes));
      }),
    );
  });
});
