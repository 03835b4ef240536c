import { describe, expect, it } from '@jest/globals';
import { hasDivider, lineOfClaim, rewritingOf } from '../../../src/core/attribution/rewriting.js';
import { aSha } from '../../support/builders.js';

const commit = (id: string, ...parents: readonly string[]) => ({ sha: aSha(id), parents: parents.map(aSha) });

describe('rewritingOf', () => {
  it('sees a merge in the commit and behind it, not before it', () => {
    const commits = [
      commit('a', 'base'),
      commit('b', 'base'),
      commit('m', 'a', 'b'),
      commit('c', 'm'),
      commit('d', 'c'),
    ];
    const rewriting = rewritingOf(commits);
    expect(commits.map((one) => rewriting(one).hasMerges)).toEqual([true, true, true, false, false]);
  });

  it.each([
    ['a range without merges', [commit('a', 'base'), commit('b', 'a')]],
    ['an empty range', []],
  ])('sees no merge in %s', (_, commits) => {
    expect(rewritingOf(commits)(commit('a', 'base')).hasMerges).toBe(false);
  });

  it('tells a commit without a parent', () => {
    const commits = [commit('root'), commit('a', 'root'), commit('m', 'a', 'root')];
    const rewriting = rewritingOf(commits);
    expect(commits.map((one) => rewriting(one).isRoot)).toEqual([true, false, false]);
  });
});

describe('hasDivider', () => {
  it.each([
    ['S\n\nText\n---\nmore\n', true],
    ['S\n\n--- a/file\n', true],
    ['---', true],
    ['S\n\n---\tmore\n', true],
    ['S\n\n----\n', false],
    ['S\n\n---more\n', false],
    ['S\n\nText ---\n', false],
    ['S\n\n ---\n', false],
    ['S\n\n--\n', false],
  ])('of %j is %j', (message, expected) => {
    expect(hasDivider({ message })).toBe(expected);
  });
});

describe('lineOfClaim', () => {
  const line = (message: string, value = 'databse', key = 'Agent') =>
    lineOfClaim({ message, trailers: [{ key, value }] }, value);

  it.each([
    ['as it is written', 'S\n\nAgent: databse\n', 'Agent: databse'],
    ['in any case', 'S\n\nAGENT: databse\n', 'AGENT: databse'],
    ['with blanks before the colon', 'S\n\nAgent \t: databse\n', 'Agent \t: databse'],
    ['with blanks around the value', 'S\n\nAgent:   databse  \n', 'Agent:   databse  '],
    ['without blanks', 'S\n\nAgent:databse\n', 'Agent:databse'],
    ['the last of several', 'S\n\nagent: databse\n\nAgent: databse\n', 'Agent: databse'],
    ['beside others', 'S\n\nAgent: databse\nAgent: testing\nReviewed-by: databse\n', 'Agent: databse'],
  ])('finds the line %s', (_, message, expected) => {
    expect(line(message)).toBe(expected);
  });

  it.each([
    ['goes over several lines', 'S\n\nAgent: data\n  base\n', 'data base'],
    ['is no UTF-8', 'S\n\nAgent: data\ufffdbase\n', 'data\ufffdbase'],
    ['stands below another key', 'S\n\nReviewed-by: databse\n', 'databse'],
    ['is part of a line', 'S\n\nSee Agent: databse\nAgent: databse too\n', 'databse'],
    ['stands behind another separator', 'S\n\nAgent= databse\nAgent! : databse\n', 'databse'],
    ['is empty and nowhere', 'S\n\nAgent\n', ''],
  ])('finds none where the value %s', (_, message, value) => {
    expect(line(message, value)).toBeNull();
  });

  it('takes the keys without regard to blanks and case', () => {
    expect(line('S\n\nMade-By: databse\n', 'databse', ' made-by ')).toBe('Made-By: databse');
  });
});
