import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import { stands, type ViolationCode } from '../../src/core/violation.js';
import { foldAlike } from '../../src/reporters/alike.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { remedyFor } from '../../src/reporters/remedies.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { createWords } from '../../src/reporters/words.js';
import {
  aPullRequest,
  commitAs,
  DEFINITIONS,
  definitionText,
  type PullRequest,
} from '../support/pull-request.js';
import { judge, runPrinted } from './attributing.js';

const MODELS = 'apps/blog/models.py';
const ON: Partial<Policy> = {
  severity: { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'error' },
};

/** Runs what the report prints for the first finding of a code until there is none; gives how often. */
async function mend(
  { repository, base }: PullRequest,
  code: ViolationCode,
  policy: Partial<Policy> = {},
): Promise<number> {
  for (let round = 0; ; round += 1) {
    const report = await judge(repository, base, policy);
    const finding = report.violations.find((violation) => violation.code === code && stands(violation));
    if (finding === undefined) return round;
    const { commands } = createWords(report).remedy(finding);
    expect(commands).toHaveLength(1);
    if (round > 9) throw new Error(`${code} stays: ${commands.join()}`);
    runPrinted(repository.directory, commands[0] ?? 'false', { AGENT_NAME: 'backend-django' });
  }
}

const claimed = ({ attributions }: Report) =>
  attributions.map(({ subject, agents }) => `${subject}: ${agents.join()}`).toSorted();

const asJoint =
  'Two\n\nText: x\nAgent: backend-djnago\n\nReviewed-by: A\nAgent: database\nAgent: backend-djnago  \n';

/** Commits whose messages are at fault stand at the head, in the middle, on both sides of a merge, and without a parent. */
const PLACES: readonly (readonly [
  string,
  (pullRequest: PullRequest, messages: readonly string[]) => void,
])[] = [
  [
    'the head',
    ({ repository }, [message]) => {
      repository.write('apps/b/views.py').commit(message);
      repository.write('staged.txt').git('add', 'staged.txt');
    },
  ],
  [
    'earlier commits',
    ({ repository }, messages) => {
      for (const [index, message] of messages.entries())
        repository.write(`apps/${index}/views.py`).commit(message);
      repository.write('README.md', 'By a person\n').commit('Later\n');
    },
  ],
  [
    'commits of both sides of a merge, and the merge',
    ({ repository }, [one = '', two = '']) => {
      repository.checkout('side', 'topic').write('apps/s/views.py').commit(one);
      repository.checkout('topic').write('apps/t/views.py').commit(two);
      repository.merge('side', { message: one, edit: () => void repository.write('apps/m/views.py') });
      repository.write('README.md', 'By a person\n').commit('Later\n');
    },
  ],
  [
    'a commit without a parent',
    ({ repository }, [message]) => {
      repository.checkout('elsewhere', '').write('apps/r/views.py').commit(message);
      repository.checkout('topic').merge('elsewhere', { message: 'Join' });
    },
  ],
];

const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['a misspelt name', ['One\n\nAgent: backend-djnago\n', asJoint], /backend-django/],
  [
    'a name that nobody comes near',
    ['One\n\nAgent: zzz $(touch x) "\'`#\n', 'Two\n\nagent:  \u200bzzz\n'],
    /backend-django/,
  ],
  ['no name', ['One\n\nAgent:\n', 'Two\n\nAgent: \nSigned-off-by: A\n'], /backend-django/],
];

describe('the remedy of unknown-agent', () => {
  it.each(
    WRONG.flatMap(([what, messages, wanted]) =>
      PLACES.map(([where, build]) => ({ what, where, messages, wanted, build })),
    ),
  )(
    'puts a known name in place of $what, in $where',
    async ({ messages, wanted, build }) => {
      const pullRequest = aPullRequest();
      const { repository, base } = pullRequest;
      build(pullRequest, messages);
      const tree = repository.git('rev-parse', 'HEAD^{tree}');
      const status = repository.git('status', '--porcelain');
      expect(await mend(pullRequest, 'unknown-agent')).toBeGreaterThan(0);

      const report = await judge(repository, base);
      expect(report.conclusion).toBe('success');
      expect(claimed(report).filter((line) => /^(One|Two)/.test(line))).toEqual(
        claimed(report).flatMap((line) => (/^(One|Two)/.test(line) ? [expect.stringMatching(wanted)] : [])),
      );
      expect(repository.git('rev-parse', 'HEAD^{tree}')).toBe(tree);
      expect(repository.git('status', '--porcelain')).toBe(status);
    },
    60_000,
  );

  it('leaves the rest of the message and the other names alone', async () => {
    const pullRequest = aPullRequest();
    pullRequest.repository.write('apps/b/views.py').commit(asJoint);
    await mend(pullRequest, 'unknown-agent');
    expect(pullRequest.repository.git('log', '-1', '--format=%B')).toBe(
      'Two\n\nText: x\nAgent: backend-djnago\n\nReviewed-by: A\nAgent: database\nAgent: backend-django\n',
    );
  }, 60_000);
});

describe('the remedy of unattributed-commit', () => {
  it.each(PLACES)(
    'adds the name of the variable, in %s',
    async (_, build) => {
      const pullRequest = aPullRequest({ ...DEFINITIONS, 'frontend/a.ts': 'a\n' });
      const { repository, base } = pullRequest;
      build(pullRequest, ['One\n', 'Two\n\nText\n\n---\nMore\n']);
      expect(await mend(pullRequest, 'unattributed-commit', ON)).toBe(0);
      repository.write('frontend/a.ts', 'b\n').commit('Three\n');
      repository.write('README.md', 'Later\n').commit('Four\n');
      expect(await mend(pullRequest, 'unattributed-commit', ON)).toBe(1);
      expect(claimed(await judge(repository, base, ON))).toContain('Three: backend-django');
    },
    60_000,
  );

  it('fails where nobody has set the variable, and changes nothing', async () => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, 'frontend/a.ts': 'a\n' });
    const { repository, base } = pullRequest;
    for (const subject of ['Below\n', 'Head\n']) repository.write('frontend/a.ts', subject).commit(subject);
    const head = repository.sha();
    const report = await judge(repository, base, ON);
    const commands = report.violations.flatMap((violation) => createWords(report).remedy(violation).commands);
    expect(commands).toHaveLength(2);
    for (const command of commands)
      expect(() => {
        runPrinted(repository.directory, command);
      }).toThrow('AGENT_NAME');
    expect(repository.sha()).toBe(head);
  }, 60_000);
});

describe('the remedy of unreadable-commit', () => {
  const nul = 'Subject\n\nbody\0\n\nAgent: backend-django\n';

  it.each([
    ['a NUL', [{ message: nul }]],
    ['several', [{ message: nul }, { message: nul.replace('Subject', 'Other') }]],
  ] as const)(
    'makes messages readable with %s, at the head and below',
    async (_, commits) => {
      for (const isHead of [true, false]) {
        const pullRequest = aPullRequest();
        const { repository, base } = pullRequest;
        for (const [index, commit] of commits.entries()) {
          repository.write(`apps/${index}/views.py`).git('add', '-A');
          repository.rawCommit(commit);
        }
        if (!isHead) repository.write('README.md', 'Later\n').commit('Later\n');
        const tree = repository.git('rev-parse', 'HEAD^{tree}');
        expect(await mend(pullRequest, 'unreadable-commit')).toBeGreaterThan(0);

        const report = await judge(repository, base);
        expect(report.conclusion).toBe('success');
        expect(claimed(report).filter((line) => line.endsWith(': backend-django'))).toHaveLength(
          commits.length,
        );
        expect(repository.git('rev-parse', 'HEAD^{tree}')).toBe(tree);
      }
    },
    60_000,
  );
});

const AGENT = ['backend-django'];
const T = 'tests/a.py';

/** What an agent does to paths that it cannot touch. */
const DEEDS: readonly (readonly [string, (pullRequest: PullRequest) => void])[] = [
  ...[
    'tests/a b.py',
    'tests/it\'s "so".py',
    'tests/$(touch x)`y`.py',
    'tests/new\nline.py',
    'tests/[id]/*.py',
    'tests/-rf',
    'tests/:(top)x',
    'tests/ü\u202e.py',
  ].flatMap((path): (readonly [string, (pullRequest: PullRequest) => void])[] => [
    [`adds ${JSON.stringify(path)}`, (pullRequest) => void commitAs(pullRequest, AGENT, { [path]: 'new\n' })],
    [
      `changes, then deletes ${JSON.stringify(path)}`,
      (pullRequest) => {
        commitAs(pullRequest, ['human'], { [path]: 'old\n' });
        commitAs(pullRequest, AGENT, { [path]: 'new\n' });
        commitAs(pullRequest, AGENT, { [path]: null });
      },
    ],
  ]),
  [
    'adds a path that is no UTF-8',
    (pullRequest) => {
      pullRequest.repository.write(Buffer.from('tests/caf\xe9.py', 'latin1'));
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'puts a link in place of a file',
    (pullRequest) => {
      pullRequest.repository.remove(T).symlink(T, '../README.md');
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'changes a mode only',
    (pullRequest) => {
      pullRequest.repository.setExecutable(T, true);
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'adds a submodule',
    (pullRequest) => {
      pullRequest.repository.submodule('tests/lib');
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'moves a submodule',
    (pullRequest) => {
      pullRequest.repository.submodule('tests/lib').commit('By a person');
      pullRequest.repository.submodule('tests/lib', '2'.repeat(40));
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'puts a directory in place of a file',
    (pullRequest) => {
      pullRequest.repository.remove(T).write(`${T}/b.py`);
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'puts a file in place of a directory',
    (pullRequest) => {
      pullRequest.repository.write('tests/d/b.py').commit('By a person');
      pullRequest.repository.remove('tests/d').write('tests/d');
      commitAs(pullRequest, AGENT, {});
    },
  ],
  [
    'adds a file and changes it later, beside others',
    (pullRequest) => {
      commitAs(pullRequest, AGENT, { 'tests/new.py': 'new\n', [MODELS]: 'x\n', [T]: null });
      commitAs(pullRequest, AGENT, { 'tests/new.py': 'newer\n', [MODELS]: 'y\n' });
    },
  ],
];

describe('the remedy of forbidden-path', () => {
  it.each(DEEDS)(
    'takes it back where an agent %s',
    async (_, build) => {
      const pullRequest = aPullRequest({ ...DEFINITIONS, [T]: 'a\n', [MODELS]: 'one\n' });
      const { repository, base } = pullRequest;
      build(pullRequest);
      const report = await judge(repository, base);
      const { violations } = report;
      const words = createWords(report);
      expect(violations.length).toBeGreaterThan(0);
      expect(new Set(violations.map(({ code }) => code))).toEqual(new Set(['forbidden-path']));
      for (const violation of violations.filter(stands))
        for (const command of words.remedy(violation).commands) runPrinted(repository.directory, command);
      repository.git('commit', '-q', '--allow-empty', '-m', 'Take it back');

      const after = await judge(repository, base);
      expect(after.violations.filter(stands)).toEqual([]);
      expect(after.conclusion).toBe('success');
      expect(repository.git('status', '--porcelain')).toBe('');
    },
    60_000,
  );
});

describe('the remedy of many files', () => {
  it('takes all of them back with one command for each way back', async () => {
    const changed = ['tests/a.py', 'tests/b.py', 'tests/[c].py'];
    const deleted = ['tests/d.py', 'tests/e.py', 'tests/f.py'];
    const before = Object.fromEntries([...changed, ...deleted].map((path) => [path, 'before\n']));
    const { repository, base } = aPullRequest({ ...DEFINITIONS, ...before });
    for (const path of changed) repository.write(path, 'after\n');
    for (const path of deleted) repository.remove(path);
    for (const path of ['tests/g.py', "tests/h 'h'.py", 'tests/-i.py']) repository.write(path);
    repository.commit('Take it back\n\nAgent: backend-django\n');
    const report = await judge(repository, base);
    const context = toFindingContext(report, plainVoice);
    const folded = foldAlike(report.violations, () => context);
    expect(folded.map(({ length }) => length)).toEqual([3, 3, 3]);
    for (const [first, ...others] of folded)
      for (const command of remedyFor(first, context, others).commands)
        runPrinted(repository.directory, command);
    repository.commit('Take it back\n\nAgent: backend-django\n');
    expect((await judge(repository, base)).violations.filter(stands)).toEqual([]);
    expect(repository.git('diff', '--stat', base, 'HEAD')).toBe('');
  });

  it.each<[string, (pullRequest: PullRequest) => void]>([
    [
      'two agents changed what one of them had added',
      (pullRequest) => {
        commitAs(pullRequest, AGENT, { 'tests/x.py': 'x\n', 'tests/y.py': 'y\n', 'tests/z.py': 'z\n' });
        commitAs(pullRequest, ['backend-django', 'frontend'], { 'tests/x.py': 'changed\n' });
      },
    ],
    [
      'a file stands where a directory was that they had changed before',
      (pullRequest) => {
        commitAs(pullRequest, AGENT, { 'tests/d/models.py': 'changed\n' });
        pullRequest.repository.remove('tests/d').write('tests/d').write('tests/e').write('tests/f');
        commitAs(pullRequest, AGENT, {});
      },
    ],
  ])('takes all back in any order where %s', async (_, build) => {
    const before = {
      ...DEFINITIONS,
      '.claude/agents/frontend.md': definitionText('frontend', { 'CANNOT TOUCH': ['tests/**'] }),
      'tests/d/models.py': 'before\n',
      'tests/d/b.py': 'before\n',
    };
    for (const order of ['printed', 'reversed']) {
      const pullRequest = aPullRequest(before);
      const { repository, base } = pullRequest;
      build(pullRequest);
      const report = await judge(repository, base);
      const context = toFindingContext(report, plainVoice);
      const commands = foldAlike(report.violations.filter(stands), () => context).flatMap(
        ([first, ...others]) => remedyFor(first, context, others).commands,
      );
      for (const command of order === 'printed' ? commands : commands.toReversed())
        runPrinted(repository.directory, command);
      repository.commit('Take it back');
      expect(repository.git('diff', '--stat', base, 'HEAD')).toBe('');
      expect((await judge(repository, base)).violations.filter(stands)).toEqual([]);
    }
  });
});
