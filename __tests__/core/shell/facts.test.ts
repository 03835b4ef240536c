import { describe, expect, it } from '@jest/globals';

import type { CommitCall } from '../../../src/core/shell/commit-call.js';
import { readCommitArguments, type CommitArguments } from '../../../src/core/shell/commit-arguments.js';
import { readCommand } from '../../../src/core/shell/read-command.js';
import { parseShell } from '../../../src/core/shell/syntax.js';
import { readWord } from '../../../src/core/shell/words.js';

const theLast = (text: string): CommitCall | undefined => readCommand(text).commits.at(-1);

describe('what is told of a commit', () => {
  it.each<readonly [text: string, facts: Partial<CommitCall>]>([
    ['git commit', { args: ['commit'], amend: false, all: false, pathspecs: [], messageFrom: 'elsewhere' }],
    ['git commit', { reuse: null, edit: null, trailers: [], environment: new Map(), globalOptions: [] }],
    ['git -C a commit -m "$x" -- $y', { args: ['-C', 'a', 'commit', '-m', null, '--', null] }],
    ['git commit --amend --no-edit', { amend: true, edit: false, messageFrom: 'another-commit' }],
    ['git commit --amend --no-amend -m x -e', { amend: false, edit: true, messageFrom: 'arguments' }],
    ['git commit -am x', { all: true, message: 'x' }],
    ['git commit -m x -m "y\nz"', { message: 'x\n\ny\nz' }],
    ['git commit -m x --no-message -m y', { message: 'y' }],
    ['git commit -m x -m "$y"', { message: null, messageFrom: 'arguments', hasDivider: null }],
    ['git commit -m "x\n---\ny"', { hasDivider: true }],
    ['git commit -m "x\n----\n---y"', { hasDivider: false }],
    ['git commit -m "x\n---"', { hasDivider: true }],
    ['git commit -m "$x"y', { message: null }],
    ['git commit -m $"x"', { message: null }],
    [`git commit -m "$(cat <<'E'\nx $y\n\nz\n\nE\n)"`, { message: 'x $y\n\nz' }],
    ['git commit -m "$(cat <<E\nx $y\nE\n)"', { message: null }],
    ['git commit -m "$(cat <<-E\n\tx\n\tE\n)!"', { message: 'x!' }],
    ['git commit -m "$(cat file)"', { message: null }],
    ...[
      "cat <<'E'\nx\nE\ndate\n",
      "tac <<'E'\nx\nE\n",
      " (cat <<'E'\nx\nE\n)",
      "A=b cat <<'E'\nx\nE\n",
      "cat - <<'E'\nx\nE\n",
      "cat <<'E' file\nx\nE\n",
      'cat',
      'A=b',
      '',
    ].map((text) => [`git commit -m "$(${text})"`, { message: null }] as const),
    ['git commit -m "$(cat <<-\'E\'\n\t\tx\ty\n\tE\n)"', { message: 'x\ty' }],
    ['git commit -m "$(cat <<\'E\'\n\tx\nE\n)"', { message: '\tx' }],
    [
      "git commit -F - <<'E'\nx\n\nA: b\nE\n",
      { message: 'x\n\nA: b\n', trailers: [{ key: 'A', value: 'b' }] },
    ],
    ['git commit -F message <<E\nx\nE\n', { message: null, messageFrom: 'arguments' }],
    ['git commit -F - <<E 3<<F\nx\nE\ny\nF\n', { message: 'x\n' }],
    ['git commit -F - <<E <message\nx\nE\n', { message: null }],
    ['git commit -F - <<E >log\nx\nE\n', { message: 'x\n' }],
    ['git commit -F - <<-E\n\tx\nE\n', { message: 'x\n' }],
    ['git commit -F - 0<<E\nx\nE\n', { message: 'x\n' }],
    ['git commit -F - <<E {fd}<<F\nx\nE\ny\nF\n', { message: 'x\n' }],
    ['git commit -F - <<<x', { message: null }],
    [
      'git commit -m "x\n\nA: b\n  c\nD:e"',
      {
        trailers: [
          { key: 'A', value: 'b c' },
          { key: 'D', value: 'e' },
        ],
      },
    ],
    ['git commit -m "A: b"', { trailers: [] }],
    ...['\n\n', '\n\n\n', '\n \n', '\n\ny\n\n \t\n\n'].map(
      (gap) => [`git commit -m "x${gap}A: b"`, { trailers: [{ key: 'A', value: 'b' }] }] as const,
    ),
    [
      'git commit -m "x\n\nA :  b  \nC:"',
      {
        trailers: [
          { key: 'A', value: 'b' },
          { key: 'C', value: '' },
        ],
      },
    ],
    ['git commit -m x --trailer "$A" --trailer "" --trailer "=b" --trailer "a b: c"', { trailers: [] }],
    ['git commit -m "x\n\nA: b\nprose"', { trailers: [] }],
    [
      'git commit -m x --trailer A=b --trailer "C : d" --trailer E',
      {
        trailers: [
          { key: 'A', value: 'b' },
          { key: 'C', value: 'd' },
          { key: 'E', value: '' },
        ],
      },
    ],
    [
      'git commit -C HEAD',
      { reuse: { option: 'reuse-message', commit: 'HEAD' }, messageFrom: 'another-commit' },
    ],
    ['git commit -c "$x"', { reuse: { option: 'reedit-message', commit: null } }],
    ['git commit --fixup=amend:abc', { reuse: { option: 'fixup', commit: 'amend:abc' } }],
    ['git commit --squash abc -m x', { reuse: { option: 'squash', commit: 'abc' }, message: 'x' }],
    ['git commit -m x a b', { pathspecs: ['a', 'b'], only: false, include: false }],
    ['git commit -m x -o a -- --b', { pathspecs: ['a', '--b'], only: true }],
    ['git commit -m x -i a*', { pathspecs: null, include: true }],
    ['git commit -m x --pathspec-from-file=f', { pathspecs: null }],
    ['git commit -m x -- ~/a', { pathspecs: null }],
    ['git commit -m x -- ~/a"b"', { pathspecs: null }],
    ['git commit -m x a@(b|c)', { pathspecs: null }],
    ['git commit -m x a@("b"|c)', { pathspecs: null }],
    ['git commit -m x "" -', { pathspecs: ['', '-'] }],
    ['git commit -S -m x', { message: 'x', pathspecs: [] }],
    ['git commit -aqmx y', { all: true, message: 'x', pathspecs: ['y'] }],
    ['git commit -pm x', { picksByHand: true }],
    ['git commit --interactive -nm x', { picksByHand: true, noVerify: true }],
    ['git commit --no-verify --verify -m x', { noVerify: false }],
    ['git commit --dry-run', { dryRun: true }],
    ['git commit --short', { dryRun: true }],
    ['git commit --porcelain', { dryRun: true }],
    ['git commit --long', { dryRun: true }],
    ['git commit -z', { dryRun: true }],
    [
      'git -c a=b --git-dir=x -c "$y" --bare commit',
      {
        globalOptions: [
          { name: '-c', value: 'a=b' },
          { name: '--git-dir', value: 'x' },
          { name: '-c', value: null },
          { name: '--bare', value: '' },
        ],
      },
    ],
    [
      'A=b C="$d" env E=f git commit',
      {
        environment: new Map([
          ['A', 'b'],
          ['C', null],
          ['E', 'f'],
        ]),
      },
    ],
    [
      'export A=b; C=d; unset E; A=x true; git commit',
      {
        environment: new Map([
          ['A', 'b'],
          ['C', 'd'],
          ['E', null],
        ]),
      },
    ],
    ['if x; then A=b; fi; git commit', { environment: new Map([['A', null]]) }],
    [
      'A=b; if x; then C=d; fi; git commit',
      {
        environment: new Map([
          ['A', 'b'],
          ['C', null],
        ]),
      },
    ],
    ['A=b; export A; git commit', { environment: new Map([['A', 'b']]) }],
    ['A=b; read -r A B.c; git commit', { environment: new Map([['A', null]]) }],
    ['read NAME_1; git commit', { environment: new Map([['NAME_1', null]]) }],
    ['A=a; if x; then A=b; fi; git commit', { environment: new Map([['A', null]]) }],
    ['A=a; A+=b; git commit', { environment: new Map([['A', null]]) }],
    ['A=(b c); git commit', { environment: new Map([['A', null]]) }],
    ['A[1]=b; git commit', { environment: new Map([['A', null]]) }],
    ['>log A=b git commit', { environment: new Map([['A', 'b']]) }],
    [
      'env A="$x" B=c git commit',
      {
        environment: new Map([
          ['A', null],
          ['B', 'c'],
        ]),
      },
    ],
    ['(A=b); git commit', { environment: new Map() }],
  ])('%s', (text, facts) => {
    const call = theLast(text);
    for (const [fact, value] of Object.entries(facts)) expect(call).toHaveProperty([fact], value);
  });
});

describe('where a commit is made', () => {
  it.each<[text: string, directory: CommitCall['directory']]>([
    ['git commit', []],
    ['cd a && git commit', ['a']],
    ['cd a\ncd ../b; git -C c -C d commit', ['a', '../b', 'c', 'd']],
    ['cd a || exit 1\ngit commit', ['a']],
    ['cd a && npm test || exit 1; git commit', ['a']],
    ['cd -- /a && git commit', ['/a']],
    ['cd -P a && cd -L -- b && git commit', ['a', 'b']],
    ['git -c a=b --git-dir=x commit', []],
    ['(cd a); git commit', []],
    ['{ cd a; }; git commit', ['a']],
    ['! cd a; git commit', ['a']],
    ['if x; then cd a; else cd a; fi; git commit', ['a']],
    ['if x; then exit 1; fi; git commit', []],
    ['cd a || return 1; git commit', ['a']],
    ['cd a || A=b; git commit', ['a']],
    ['test -d a && cd a || exit 1; git commit', ['a']],
    ['test -d a && cd a || return 1; git commit', ['a']],
    ['for x in a b; do git commit; done', []],
    ['for x; do git commit; done', []],
    ['((i++)); git commit', []],
    ['select x in a; do git commit; done', []],
    ['cd a & git commit', []],
    ['(cd a && git commit)', ['a']],
    ['cd a | cat; git commit', []],
    ['pushd a && git commit', ['a']],
    ['x=$(cd a && pwd); git commit', []],
    ['cd "$a" && git commit', null],
    ['cd ~/a && git commit', null],
    ['cd && git commit', null],
    ['cd - && git commit', null],
    ['cd "" && git commit', null],
    ['cd a b && git commit', null],
    ['cd "$a" && cd b && git commit', null],
    ['pushd a && popd b && git commit', null],
    ['$x; git commit', null],
    ['test -d b && cd a || git commit', null],
    ['test -d b && cd a && test -d c; git commit', null],
    ['cd a || cd b && git commit', null],
    ['npm test && cd a; git commit', null],
    ['if x; then cd a; else cd b; fi; git commit', null],
    ['if x; then cd a; cd b; else cd a; cd c; fi; git commit', null],
    ['if x; then cd a; cd b; else cd a; fi; git commit', null],
    ['select x in a b; do git commit; cd x; done', null],
    ['for ((i = 0; i < 2; i++)); do git commit; cd x; done', null],
    ['coproc cd a; git commit', []],
    ['pushd a && popd && git commit', null],
    ['git -C "$a" commit', null],
    ['test -d a && cd a; git commit', null],
    ['cd a || cd b; git commit', null],
    ['if x; then cd a; fi; git commit', null],
    ['for x in a b; do git commit; cd x; done', null],
    ['echo x | cd a; git commit', null],
    ['. ./env && git commit', null],
    ['f() { cd a; }; f; git commit', null],
    ['npm test && git commit', []],
  ])('%s', (text, directory) => {
    expect(theLast(text)?.directory).toEqual(directory);
  });
});

describe('what is staged before a commit', () => {
  const shorten = (text: string): readonly string[] | undefined =>
    theLast(text)?.staging?.map(({ subcommand, args, directory }) =>
      [...(directory ?? ['?']), subcommand, ...args.map((word) => word ?? '?')].join(' '),
    );

  it.each<[text: string, staging: readonly string[] | undefined]>([
    ['git commit', []],
    ['git add a "b c" && git commit', ['add a b c']],
    [
      'git add -A; git rm x; git mv y z; git restore --staged w; git reset v\ngit commit',
      ['add -A', 'rm x', 'mv y z', 'restore --staged w', 'reset v'],
    ],
    ['git status && echo x && git add . && git diff --staged 2>/dev/null && git commit', ['add .']],
    ['cd a && git add . && git -C b add c && git commit', ['a add .', 'a b add c']],
    ['(cd a && git add .) && git commit', ['a add .']],
    ['git add a && git commit -m "$x" && git add b && git commit', ['add a', 'commit -m ?', 'add b']],
    ['cd a && git add b && git add c\ngit commit', ['a add b', 'a add c']],
    ['git commit --dry-run && git commit', []],
    ['git add . | cat; git commit', ['add .']],
    ['echo "$(git add a)" && git commit', ['add a']],
    ['if true; then exit 1; fi; git add a; git commit', ['add a']],
    ['for x in a b; do git commit --dry-run; done', []],
    ['echo x >&2 2>&1 >&12 >&- > /dev/null; git commit', []],
    ['echo x < a && cat <<<b && cat <<E && git commit\nE', []],
    ['echo x > 1; git commit', undefined],
    ['echo x >&2a; git commit', undefined],
    ['echo x >&a2; git commit', undefined],
    ['echo x &> a; git commit', undefined],
    ['{ echo x; } > a; git commit', undefined],
    ['echo x >> a; git commit', undefined],
    ['echo x | tee a; git commit', undefined],
    ['cd "$x" && git add a; git commit', undefined],
    ['coproc git add a; git commit', undefined],
    ['if x; then git add a; else git add b; fi; git commit', undefined],
    ['git add $x && git commit', undefined],
    ['git add *.ts && git commit', undefined],
    ['git add . && npm test && git commit', undefined],
    ['echo x > a && git add a && git commit', undefined],
    ['echo "$(npm test)" && git commit', undefined],
    ['rm a; git commit', undefined],
    ['git checkout a && git commit', undefined],
    ['git merge a; git commit', undefined],
    ['git add . & git commit', undefined],
    ['if x; then git add a; fi; git commit', undefined],
    ['test -f a && git add a; git commit', undefined],
    ['for x in a b; do git commit; git add x; done', undefined],
    ['for x in a b; do echo x; done; git add a; git commit', ['add a']],
    ['diff <(git add a) b; git commit', undefined],
  ])('%s', (text, staging) => {
    expect(shorten(text)).toEqual(staging);
  });
});

describe('the arguments of a commit', () => {
  const read = (text: string) => {
    const command = parseShell(`git ${text}`)?.commands[0]?.command;
    return readCommitArguments(command?.type === 'Command' ? command.args.map(readWord) : []);
  };
  const option = (name: string, value: string | null, isNegated = false) => ({ name, isNegated, value });

  it.each<[text: string, arguments: CommitArguments]>([
    ['', { options: [], pathspecs: [], before: 0 }],
    [
      '--am --no-verify --no-ed a',
      {
        options: [option('amend', ''), option('no-verify', ''), option('edit', '', true)],
        pathspecs: ['a'],
        before: 4,
      },
    ],
    [
      '-aqm x -Skey -S --untracked-files=no',
      {
        options: [
          option('all', ''),
          option('quiet', ''),
          option('message', 'x'),
          option('gpg-sign', 'key'),
          option('gpg-sign', ''),
          option('untracked-files', 'no'),
        ],
        pathspecs: [],
        before: 5,
      },
    ],
    ['--file "$x" -- -a', { options: [option('file', null)], pathspecs: ['-a'], before: 2 }],
  ])('%j are read as git reads them', (text, expected) => {
    expect(read(text)).toStrictEqual(expected);
  });
});

describe('the commits of a text', () => {
  it('stand in its order, whichever runs first', () => {
    const { commits } = readCommand('git commit -m x > "$(git commit -m y)"');
    expect(commits.map(({ message }) => message)).toEqual(['x', 'y']);
  });

  it('are not touched by what a later loop changes', () => {
    const [first] = readCommand('git commit; for x in a b; do npm test; cd x; done').commits;
    expect(first).toMatchObject({ directory: [], staging: [] });
  });
});
