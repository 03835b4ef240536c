import { describe, expect, it } from '@jest/globals';
import { gatheredBy } from '../../../src/core/journal/gathered-by.js';
import { planCommit, type CommitPlan } from '../../../src/core/journal/staging-plan.js';
import type { CommitCall } from '../../../src/core/shell/commit-call.js';
import { readCommand } from '../../../src/core/shell/read-command.js';

/** The commits of a text: the last one, and those before it. */
function commitsOf(text: string): readonly [call: CommitCall, earlier: readonly CommitCall[]] {
  const { commits } = readCommand(text);
  const call = commits.at(-1);
  if (call === undefined) throw new Error(`No commit: ${text}`);
  return [call, commits.slice(0, -1)];
}

/** A plan in short: each commit’s steps as a shell would write them, then what it takes. */
const shorten = (plan: CommitPlan | null) =>
  plan?.map(({ steps, taking }) => [
    ...steps.map(({ directory, args }) => [...directory.map((one) => `(${one})`), ...args].join(' ')),
    taking.kind === 'paths' ? `${taking.only ? 'only' : 'and'} ${taking.pathspecs.join(' ')}` : taking.kind,
  ]) ?? null;

describe('planCommit', () => {
  it.each<[text: string, plan: readonly (readonly string[])[]]>([
    ['git commit -m x', [['staged']]],
    ['git commit -am x', [['all']]],
    ['git commit -m x a b', [['only a b']]],
    ['git commit -m x -o a', [['only a']]],
    ['git commit -m x -i a', [['and a']]],
    ['git add a b && git commit -m x', [['add -- a b', 'staged']]],
    ['git add -A && git add -f -- -a && git commit -m x', [['add -A --', 'add -f -- -a', 'staged']]],
    ['git stage . && git commit -m x', [['add -- .', 'staged']]],
    ['git add a -- b && git commit -m x', [['add -- a b', 'staged']]],
    ['git -C a add b && git commit -m x', [['(a) add -- b', 'staged']]],
    ['cd a && git add b && git commit -m x', [['(a) add -- b', 'staged']]],
    ['git rm -r a && git commit -m x', [['rm --cached -q -r -f --ignore-unmatch -- a', 'staged']]],
    ['git rm --cached -- -a && git commit -m x', [['rm --cached -q -r -f --ignore-unmatch -- -a', 'staged']]],
    ['git restore --staged a && git commit -m x', [['restore --staged -- a', 'staged']]],
    ['git restore -S a && git commit -m x', [['restore --staged -- a', 'staged']]],
    ['git reset && git commit -m x', [['read-tree HEAD', 'staged']]],
    ['git reset -q HEAD && git commit -m x', [['read-tree HEAD', 'staged']]],
    ['git reset --quiet HEAD a b && git commit -m x', [['restore --staged -- a b', 'staged']]],
    [
      'git add a && git commit -m 1 && git add b && git commit -m 2',
      [
        ['add -- a', 'staged'],
        ['add -- b', 'staged'],
      ],
    ],
    ['git commit -am 1 && git commit --allow-empty -m 2', [['all'], ['staged']]],
    ['git commit -m 1 && git add a && git commit --amend', [['staged'], ['add -- a', 'staged']]],
  ])('is certain of what %j will hold', (text, plan) => {
    expect(shorten(planCommit(...commitsOf(text)))).toEqual(plan);
  });

  it.each([
    'git commit --patch -m x',
    'git commit --pathspec-from-file=list -m x',
    'git commit -m x -- "$file"',
    'cp a b && git commit -m x',
    'git add "$file" && git commit -m x',
    'cd "$place" && git add a && git commit -m x',
    'git add --patch a && git commit -m x',
    'git add -A -i && git commit -m x',
    'git add --pathspec-from-file=list && git commit -m x',
    'git rm --pathspec-from-file=list -r && git commit -m x',
    'git mv a b && git commit -m x',
    'git restore a && git commit -m x',
    'git restore --staged --worktree a && git commit -m x',
    'git restore --staged --source=HEAD^ a && git commit -m x',
    'git reset --hard && git commit -m x',
    'git reset -q --soft HEAD && git commit -m x',
    'git reset a && git commit -m x',
    'git reset HEAD^ && git commit -m x',
    'git reset HEAD^ a && git commit -m x',
    'git commit --amend -m 1 && git commit -m 2',
    'git commit -m 1 a && git commit -m 2',
    'git commit -i -m 1 a && git commit -m 2',
    'git commit --patch -m 1 && git commit -m 2',
    'git add --patch a && git commit -m 1 && git commit -m 2',
    'git commit -m 1 && git add --patch a && git commit -m 2',
  ])('is not certain of what %j will hold', (text) => {
    expect(planCommit(...commitsOf(text))).toBeNull();
  });

  const [last, earlier] = commitsOf('git commit -m 1 && git commit -m 2');
  const step = { subcommand: 'add', args: ['a'], directory: [] };

  it.each<[string, CommitCall, readonly CommitCall[]]>([
    ['of a commit before it is not known', last, []],
    ['more commits are known than come before it', last, [...earlier, ...earlier]],
    ['the place of a step is not known', { ...last, staging: [{ ...step, directory: null }] }, []],
    ['a word of a step is not known', { ...last, staging: [{ ...step, args: ['a', null] }] }, []],
    ['a step is none that is known', { ...last, staging: [{ ...step, subcommand: 'apply' }] }, []],
    ['its paths are not known', { ...last, staging: [], pathspecs: null }, []],
    ['what comes before it is not known', { ...last, staging: null }, []],
  ])('is not certain where %s', (_, call, before) => {
    expect(planCommit(call, before)).toBeNull();
  });
});

describe('gatheredBy', () => {
  it.each([
    ['git commit -m x', 'named'],
    ['git commit -m x a', 'named'],
    ['git commit -am x', 'tracked'],
    ['git add a b && git commit -m x', 'named'],
    ['git add -A && git commit -m x', 'everything'],
    ['git add a --all && git commit -m x', 'everything'],
    ['git add . && git commit -m x', 'everything'],
    ['git stage :/ && git commit -m x', 'everything'],
    ['git add -u && git commit -m x', 'tracked'],
    ['git add --update && git add a && git commit -m x', 'tracked'],
    ['git add -A && git commit -am x', 'everything'],
    ['git add a && git stage . && git commit -m x', 'everything'],
    ['git rm -r . && git commit -m x', 'named'],
    ['git reset -q . && git commit -m x', 'named'],
    ['cp a b && git commit -m x', 'named'],
    ['cp a b && git commit -am x', 'tracked'],
  ])('tells what %j takes without naming it: %s', (text, gathers) => {
    expect(gatheredBy(commitsOf(text)[0])).toBe(gathers);
  });

  it('passes over words that are not known', () => {
    const [call] = commitsOf('git commit -m x');
    const staging = [{ subcommand: 'add', args: [null, 'a'], directory: [] }];
    expect(gatheredBy({ ...call, staging })).toBe('named');
  });
});
