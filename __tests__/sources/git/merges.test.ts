import { describe, expect, it } from '@jest/globals';
import { commitSha, type CommitSha } from '../../../src/core/vocabulary.js';
import { readHistory } from '../../../src/sources/git/history.js';
import { createRepository, type MergeOptions, type TestRepository } from '../../support/repository.js';
import { borrow, readLast, readRange, summarize, wrapGit } from './reading.js';

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);

const withLine = (index: number, text: string): string => LINES.with(index, `${text}\n`).join('');

const OLD = 'A text that is long enough to be recognised as the same one.\n'.repeat(3);

type Edit = (repository: TestRepository) => void;

/** `main` and `side` leave a common commit; `main` is the first parent. */
function diverge(onMain: Edit, onSide: Edit): TestRepository {
  const repository = createRepository();
  repository.write('shared.txt', LINES.join(''));
  repository.write('src/old.txt', OLD);
  repository.commit();
  repository.checkout('side', 'main');
  onSide(repository);
  repository.commit();
  repository.checkout('main');
  onMain(repository);
  repository.commit();
  return repository;
}

interface Scene {
  readonly title: string;
  readonly onMain: Edit;
  readonly onSide: Edit;
  readonly merge?: Omit<MergeOptions, 'edit'>;
  readonly edit?: Edit;
  readonly expected: readonly string[];
}

const nothing: Edit = () => undefined;
const editTop: Edit = (r) => r.write('shared.txt', withLine(0, 'top'));
const editBottom: Edit = (r) => r.write('shared.txt', withLine(19, 'bottom'));
const editTopOtherwise: Edit = (r) => r.write('shared.txt', withLine(0, 'other'));

const SCENES: readonly Scene[] = [
  {
    title: 'nothing for a clean merge of different files',
    onMain: (r) => r.write('main.txt'),
    onSide: (r) => r.write('side.txt'),
    expected: [],
  },
  {
    title: 'nothing for a clean merge where both sides edited one file',
    onMain: editTop,
    onSide: editBottom,
    expected: [],
  },
  {
    title: 'nothing for a clean merge of an edit into a renamed file',
    onMain: (r) => r.git('mv', 'src/old.txt', 'src/new.txt'),
    onSide: (r) => r.write('src/old.txt', `${OLD}More.\n`),
    expected: [],
  },
  {
    title: 'what it adds',
    onMain: editTop,
    onSide: editBottom,
    edit: (r) => r.write('smuggled.txt'),
    expected: ['A smuggled.txt (1)'],
  },
  {
    title: 'what it deletes, from the side that had it',
    onMain: (r) => r.write('main.txt'),
    onSide: (r) => r.write('side.txt'),
    edit: (r) => {
      r.remove('main.txt');
      r.remove('side.txt');
    },
    expected: ['D main.txt (1)', 'D side.txt (2)'],
  },
  {
    title: 'what it changes in a file that git combined from both sides',
    onMain: editTop,
    onSide: editBottom,
    edit: editTopOtherwise,
    expected: ['M shared.txt (automatic-merge)'],
  },
  {
    title: 'the work of the other side that it drops whole',
    onMain: (r) => r.write('main.txt'),
    onSide: (r) => r.write('side.txt'),
    merge: { strategy: 'ours' },
    expected: ['D side.txt (2)'],
  },
  {
    title: 'a conflict that it resolved',
    onMain: editTop,
    onSide: editTopOtherwise,
    edit: (r) => r.write('shared.txt', withLine(0, 'both')),
    expected: ['M shared.txt (1)'],
  },
  {
    title: 'a conflict that it resolved by taking the first side whole, which undid the second',
    onMain: editTop,
    onSide: editTopOtherwise,
    edit: editTop,
    expected: ['M shared.txt (2)'],
  },
  {
    title: 'a conflict that it resolved by taking the second side whole, which undid the first',
    onMain: editTop,
    onSide: editTopOtherwise,
    edit: editTopOtherwise,
    expected: ['M shared.txt (1)'],
  },
  {
    title: 'a conflict between an edit and a deletion',
    onMain: editTop,
    onSide: (r) => r.remove('shared.txt'),
    edit: (r) => r.git('rm', '-q', '-f', 'shared.txt'),
    expected: ['D shared.txt (1)'],
  },
  {
    title: 'the file that it dropped for a directory of the same name',
    onMain: (r) => r.write('name', 'a file'),
    onSide: (r) => r.write('name/inside'),
    edit: (r) => r.git('rm', '-q', '-f', '--', 'name~HEAD'),
    expected: ['D name (1)'],
  },
  {
    title: 'the link that it dropped for a file of the same name',
    onMain: (r) => r.symlink('name', 'shared.txt'),
    onSide: (r) => r.write('name', 'a file'),
    edit: (r) => {
      r.git('rm', '-q', '-f', '--cached', 'name', 'name~side');
      r.git('clean', '-fdq');
      r.write('name', 'a file');
    },
    expected: ['T name (1)'],
  },
  {
    title: 'both new names where the sides renamed one file differently',
    onMain: (r) => r.git('mv', 'src/old.txt', 'src/a.txt'),
    onSide: (r) => r.git('mv', 'src/old.txt', 'src/b.txt'),
    edit: (r) => r.git('rm', '-q', '-f', 'src/b.txt', 'src/old.txt'),
    expected: ['A src/a.txt (2)', 'D src/b.txt (2)'],
  },
  {
    title: 'a submodule that both sides moved',
    onMain: (r) => r.submodule('library', '1'.repeat(40)),
    onSide: (r) => r.submodule('library', '2'.repeat(40)),
    edit: (r) => r.submodule('library', '3'.repeat(40)),
    expected: ['M library (1)'],
  },
];

describe('a merge is charged with', () => {
  it.each(SCENES)('$title', async ({ onMain, onSide, merge, edit = nothing, expected }) => {
    const repository = diverge(onMain, onSide);
    const base = repository.sha();
    repository.merge('side', {
      ...merge,
      edit: () => {
        edit(repository);
      },
    });
    const { parents, changes } = await readLast(repository, base);
    expect(parents).toHaveLength(2);
    expect(changes.map(summarize)).toEqual(expected);
  });

  it('what it changes, also where its parents crossed before and have two merge bases', async () => {
    const repository = diverge(editTop, editBottom);
    const [main, side] = [repository.sha('main'), repository.sha('side')];
    repository.merge('side');
    repository.checkout('side');
    repository.git('merge', '-q', '--no-ff', '-m', 'Cross', main);
    repository.write('side.txt');
    repository.commit();
    repository.checkout('main');
    repository.write('main.txt');
    const base = repository.commit();
    repository.merge('side', { edit: () => repository.write('smuggled.txt') });
    const history = await readRange(repository, base, repository.sha());
    expect(history.commits.at(-1)?.changes.map(summarize)).toEqual(['A smuggled.txt (1)']);

    const crossed = await readRange(repository, repository.sha('main^1'), repository.sha('side'));
    expect([...crossed.mergeBases].sort()).toEqual([main, side].sort());
    expect(crossed.netChanges.map((changes) => changes.map(({ path }) => path)).sort()).toEqual([
      ['shared.txt', 'side.txt'],
      ['shared.txt', 'side.txt'],
    ]);
  });

  it('nothing where it joins two histories that share no commit', async () => {
    const repository = createRepository();
    repository.write('a.txt');
    const base = repository.commit();
    repository.checkout('other', '');
    repository.write('b.txt');
    repository.commit();
    repository.checkout('main');
    repository.merge('other');
    expect((await readLast(repository, base)).changes).toEqual([]);
  });

  it('what it did in each of many merges', async () => {
    const repository = createRepository();
    repository.write('start.txt');
    const base = repository.commit();
    for (let index = 0; index < 10; index += 1) {
      repository.checkout(`side-${index}`, 'main');
      repository.write(`side-${index}.txt`);
      repository.commit();
      repository.checkout('main');
      repository.merge(`side-${index}`, { edit: () => repository.write(`smuggled-${index}.txt`) });
    }
    const { commits } = await readRange(repository, base, repository.sha());
    const merges = commits.filter(({ parents }) => parents.length > 1);
    expect(merges.map(({ changes }) => changes.map(summarize))).toEqual(
      Array.from({ length: 10 }, (_, index) => [`A smuggled-${index}.txt (1)`]),
    );
  });
});

describe('git 2.38, which takes one merge at a time and none of unrelated histories,', () => {
  const REFUSE =
    'case " $* " in *" merge-tree "*" --stdin "*|*" --allow-unrelated-histories "*) exit 129;; esac';

  const readWithOldGit = async (repository: TestRepository, base: CommitSha): Promise<readonly string[]> => {
    const { git, objects } = await borrow(repository.directory, wrapGit(REFUSE));
    const range = { base, head: repository.sha(), trailerKeys: [], shallow: false };
    const { commits } = await readHistory({ git, objects }, range);
    return (commits.at(-1)?.changes ?? []).map(summarize);
  };

  it.each(SCENES)(
    'charges a merge with $title',
    async ({ onMain, onSide, merge, edit = nothing, expected }) => {
      const repository = diverge(onMain, onSide);
      const base = repository.sha();
      repository.merge('side', {
        ...merge,
        edit: () => {
          edit(repository);
        },
      });
      expect(await readWithOldGit(repository, base)).toEqual(expected);
    },
  );

  it('compares a merge of unrelated histories with its parents', async () => {
    const repository = createRepository();
    repository.write('a.txt');
    const base = repository.commit();
    repository.checkout('other', '');
    repository.write('b.txt');
    repository.commit();
    repository.checkout('main');
    repository.merge('other', { edit: () => repository.write('smuggled.txt') });
    expect(await readWithOldGit(repository, base)).toEqual(['A smuggled.txt (1)']);
  });
});

describe('an octopus merge is charged with', () => {
  const threeSides = (): TestRepository => {
    const repository = createRepository();
    repository.write('start.txt');
    repository.commit();
    for (const side of ['one', 'two']) {
      repository.checkout(side, 'main');
      repository.write(`${side}.txt`);
      repository.commit();
    }
    repository.checkout('main');
    repository.write('main.txt');
    repository.commit();
    return repository;
  };

  it('nothing where it is clean', async () => {
    const repository = threeSides();
    const base = repository.sha();
    repository.merge(['one', 'two']);
    const { parents, changes } = await readLast(repository, base);
    expect([parents.length, changes]).toEqual([3, []]);
  });

  it('what differs from git’s merges of its parents, one after the other', async () => {
    const repository = threeSides();
    const base = repository.sha();
    repository.merge(['one', 'two'], {
      edit: () => {
        repository.write('start.txt', 'changed');
        repository.write('smuggled.txt');
      },
    });
    expect((await readLast(repository, base)).changes.map(summarize)).toEqual([
      'A smuggled.txt (1)',
      'M start.txt (1)',
    ]);
  });

  it('the work of a side that it drops, though that differs from one parent only', async () => {
    const repository = threeSides();
    const base = repository.sha();
    repository.merge(['one', 'two'], { edit: () => repository.remove('two.txt') });
    expect((await readLast(repository, base)).changes.map(summarize)).toEqual(['D two.txt (3)']);
  });

  /** Three sides that each edit another place of one file. */
  const threeEdits = (): TestRepository => {
    const repository = createRepository();
    repository.write('shared.txt', LINES.join(''));
    repository.commit();
    for (const [side, index] of [
      ['one', 9],
      ['two', 19],
    ] as const) {
      repository.checkout(side, 'main');
      repository.write('shared.txt', withLine(index, side));
      repository.commit();
    }
    repository.checkout('main');
    repository.write('shared.txt', withLine(0, 'main'));
    repository.commit();
    return repository;
  };

  it.each([
    ['nothing where it mixes three edits of one file as git does', 'one\n', []],
    ['a mixture that git would not make, against the first parent', 'else\n', ['M shared.txt (1)']],
  ])('%s', async (_, ninth, expected) => {
    const repository = threeEdits();
    const base = repository.sha();
    const mixed = LINES.with(0, 'main\n').with(9, ninth).with(19, 'two\n').join('');
    repository.merge(['one', 'two'], { edit: () => repository.write('shared.txt', mixed) });
    const { parents, changes } = await readLast(repository, base);
    expect([parents.length, changes.map(summarize)]).toEqual([3, expected]);
  });

  it('a conflict of two sides that it resolved by taking one of them', async () => {
    const repository = threeSides();
    for (const side of ['one', 'two']) {
      repository.checkout(side);
      repository.write('start.txt', side);
      repository.commit();
    }
    const [one, two] = [repository.sha('one'), repository.sha('two')];
    repository.checkout('main');
    const base = repository.sha();
    repository.git('merge', '-q', '--no-commit', '--no-ff', one);
    const tree = repository.write('two.txt').git('add', '-A') + repository.git('write-tree');
    repository.git('merge', '--abort');
    repository.rawCommit({ message: 'Octopus', parents: [base, one, two], tree });
    expect((await readLast(repository, base)).changes.map(summarize)).toEqual(['M start.txt (1)']);
  });

  it('the paths that differ from all of its parents, where they are too many to merge', async () => {
    const repository = createRepository();
    repository.write('a.txt');
    const base = repository.commit();
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const parents = Array.from({ length: 70 }, (_, index) =>
      commitSha(repository.git('commit-tree', '-m', String(index), '-p', base, tree)),
    );
    repository.write('b.txt').git('add', '-A');
    repository.rawCommit({ message: 'Octopus', parents: [base, ...parents] });
    expect(await readLast(repository, base)).toMatchObject({
      isExact: false,
      changes: [{ path: 'b.txt', beforeIn: 1 }],
    });
  });
});
