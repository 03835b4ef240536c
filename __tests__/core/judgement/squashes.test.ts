import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Commit, History } from '../../../src/core/history.js';
import { claimsMore } from '../../../src/core/judgement/squash-claims.js';
import { spliceSquashes } from '../../../src/core/judgement/squashes.js';
import { aCommit, aSha } from '../../support/builders.js';

const commit = (id: string, ...parents: readonly string[]): Commit =>
  aCommit({ sha: aSha(id), parents: parents.map(aSha), subject: id, message: `${id}\n\nAgent: x\n` });

const history = (...commits: readonly Commit[]): History => ({
  base: aSha('base'),
  head: aSha('head'),
  mergeBases: [aSha('base')],
  commits,
  netChanges: [[]],
});

const squash = (id: string, head: string) => ({ commit: aSha(id), head: aSha(head) });

describe('a squashed commit', () => {
  it('becomes the clean merge of its pull request, whose commits stand before it', () => {
    const read = history(commit('s', 'base'), commit('after', 's'), commit('p1', 'base'), commit('p2', 'p1'));
    const spliced = spliceSquashes(read, [squash('s', 'p2')]);
    expect(spliced?.commits.map(({ subject }) => subject)).toEqual(['p1', 'p2', 's', 'after']);
    expect(spliced?.commits[2]).toMatchObject({
      parents: [aSha('base'), aSha('p2')],
      message: 's',
      trailers: [],
      changes: [],
      isExact: true,
    });
  });

  it.each<[title: string, commits: readonly Commit[], head: string]>([
    ['that its own pull request descends from', [commit('s', 'base'), commit('p', 's')], 'p'],
    ['that is its own pull request', [commit('s', 'base')], 's'],
    ['that is not there', [commit('p', 'base')], 'p'],
    ['that is a merge', [commit('s', 'base', 'p'), commit('p', 'base')], 'p'],
  ])('is nothing of the kind: one %s', (_, commits, head) => {
    expect(spliceSquashes(history(...commits), [squash('s', head)])).toBeNull();
  });

  it('keeps parents before children in histories of any shape, also long ones', () => {
    const shapes = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), {
      minLength: 3,
      maxLength: 20,
    });
    fc.assert(
      fc.property(shapes, fc.nat(), fc.nat(), (rows, one, two) => {
        const commits = rows.map((row, index) =>
          commit(`c${index}`, ...new Set(row.map((n) => (index === 0 ? 'base' : `c${n % index}`)))),
        );
        const squashed = commits[one % commits.length];
        const head = commits[two % commits.length];
        if (squashed === undefined || head === undefined) return;
        const spliced = spliceSquashes(history(...commits), [{ commit: squashed.sha, head: head.sha }]);
        const seen = new Set([aSha('base')]);
        for (const { sha, parents } of spliced?.commits ?? []) {
          expect(parents.every((parent) => seen.has(parent))).toBe(true);
          seen.add(sha);
        }
        if (spliced !== null) expect(seen.size).toBe(commits.length + 1);
      }),
    );
    const long = Array.from({ length: 20_000 }, (_, index) => commit(`c${index + 1}`, `c${index}`));
    const spliced = spliceSquashes(history(commit('s', 'base'), ...long.toReversed()), [
      squash('s', 'c20000'),
    ]);
    expect(spliced?.commits).toHaveLength(20_001);
  });
});

describe('a squashed message', () => {
  const own = ['One\n\nAgent: backend-django\n', 'Two\n\nAgent: database\n'];

  it.each([
    ['Title (#1)\n\n* One\n\nAgent: backend-django\n\n* Two\n\nAgent: database\n', false],
    ['Title (#1)\n\nAgent: Database\n', false],
    ['Title (#1)', false],
    ['Title (#1)\n\nManagement: nothing\n', false],
    ['Title (#1)\n\nAgent: frontend\n', true],
    ['Title (#1)\n\n    Agent = frontend\n', true],
    ['Title (#1)\n\nAgnt: frontend\n', true],
    ['Title, Agent: frontend (#1)', true],
    ['Title (#1)\n\nNote: Agent: frontend\n', true],
  ])('%j claims more than its commits: %j', (message, expected) => {
    expect(claimsMore(message, own, ['Agent'])).toBe(expected);
  });

  it.each([
    ['Agent:', true],
    ['Agent : x ', true],
    ['a'.repeat(41), false],
    ['a ', false],
    [': ', false],
  ])('reads a megabyte of %j', (part, expected) => {
    expect(claimsMore(part.repeat(1_000_000 / part.length), [], ['Agent'])).toBe(expected);
  });

  it('looks for each of the keys, and for no blanks around a name', () => {
    expect(claimsMore('x\n\nMade-By: api', [], ['Agent', 'Made-By'])).toBe(true);
    expect(claimsMore('x\n\nAgent:   API ', ['x\n\nAgent: api'], ['Agent'])).toBe(false);
  });
});
