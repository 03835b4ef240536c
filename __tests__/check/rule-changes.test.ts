import { describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import { readPolicyInForce, usualSettings } from '../../src/check/settings.js';
import type { PolicyInForce } from '../../src/core/policy/policy.js';
import { standsAtHead, type RuleChange } from '../../src/core/policy/rule-changes.js';
import type { Report } from '../../src/core/report.js';
import { borrow } from '../sources/git/reading.js';
import { BY_DEFAULT, inForce, TODAY } from '../support/policies.js';
import { aPullRequest, commitAs, definitionText, type PullRequest } from '../support/pull-request.js';

const FILE = '.claude/agents/backend-django.md';
const DATABASE = '.claude/agents/database.md';

/** A definition with one bullet for each entry, so that an edit is an edit of a line. */
const bullets = (name: string, sections: Readonly<Record<string, readonly string[]>>): string =>
  [
    `---\nname: ${name}\ndescription: Works on ${name}.\n---\n`,
    ...Object.entries(sections).map(
      ([heading, entries]) => `## ${heading}\n\n${entries.map((entry) => `- ${entry}\n`).join('')}`,
    ),
  ].join('\n');

const BASE = bullets('backend-django', {
  OWNS: ['`apps/**/views.py`'],
  'CANNOT TOUCH': ['`apps/**/models.py` (database agent)', '`tests/**`'],
});
const FILES = {
  [FILE]: BASE,
  [DATABASE]: definitionText('database', { OWNS: ['apps/**/models.py'] }),
  'apps/a/deep/models.py': 'x\n',
  'apps/a/models.py': 'x\n',
  'apps/a/views.py': 'x\n',
  'tests/a.py': 'x\n',
};

async function judge({ repository, base }: PullRequest, law: PolicyInForce = BY_DEFAULT): Promise<Report> {
  const { shallow, ...borrowed } = await borrow(repository.directory);
  return checkRange(borrowed, { base, head: repository.sha(), shallow }, law);
}

/** By the config at the base, as the action judges. */
async function judgeBySettings({ repository, base }: PullRequest): Promise<Report> {
  const { shallow, ...borrowed } = await borrow(repository.directory);
  const range = { base, head: repository.sha(), shallow };
  return checkRange(borrowed, range, await readPolicyInForce(borrowed, range, usualSettings(TODAY)));
}

/** In short: `- denial apps/** (2) by testing`, with `+` for what is tightened. */
const inShort = ({ ruleChanges }: Pick<Report, 'ruleChanges'>): readonly string[] =>
  ruleChanges.map(({ effect, agent, subject, paths, by }) => {
    const what =
      'pattern' in subject ? subject.pattern : subject.kind === 'setting' ? subject.key : (agent ?? '');
    return `${effect === 'loosened' ? '-' : '+'} ${subject.kind} ${what} (${paths.count}) by ${by.join()}`;
  });

type Edit = string | ((repository: PullRequest['repository']) => void);

async function changesOf(edit: Edit, base: string = BASE): Promise<Report> {
  const pullRequest = aPullRequest({ ...FILES, [FILE]: base });
  const { repository } = pullRequest;
  if (typeof edit === 'string') repository.write(FILE, edit);
  else edit(repository);
  repository.commit({ subject: 'Edit', trailers: [['Agent', 'database']] });
  repository.write('README.md', 'More\n').commit('Go on');
  return judge(pullRequest);
}

const MODELS = '- denial apps/**/models.py';
const TESTS = '- denial tests/**';
const BOTH = [`${MODELS} (2) by database`, `${TESTS} (1) by database`];

describe('an edit of a definition', () => {
  it.each<[string, Edit, readonly string[]]>([
    ['deletes a bullet', BASE.replace('- `tests/**`\n', ''), [`${TESTS} (1) by database`]],
    [
      'comments a bullet out',
      BASE.replace('- `tests/**`', '<!-- - `tests/**` -->'),
      [`${TESTS} (1) by database`],
    ],
    ['renames the heading', BASE.replace('CANNOT TOUCH', 'Notes'), BOTH],
    [
      'narrows the pattern',
      BASE.replace('apps/**/models.py', 'apps/*/models.py'),
      [`${MODELS} (1) by database`],
    ],
    ['adds an exception', `${BASE}- \`!tests/a.py\`\n`, ['- carve-out !tests/a.py (1) by database']],
    [
      'adds a narrower OWNS',
      BASE.replace('views.py`\n', 'views.py`\n- `apps/a/models.py`\n'),
      ['- carve-out apps/a/models.py (1) by database'],
    ],
    [
      'moves the file to another folder',
      (repository) => repository.remove(FILE).write(`packages/x/${FILE}`, BASE),
      [
        ...BOTH,
        '+ denial packages/x/apps/**/models.py (0) by database',
        '+ denial packages/x/tests/** (0) by database',
      ],
    ],
    [
      'renames the agent',
      BASE.replace('name: backend-django', 'name: django'),
      ['- agent backend-django (3) by database', '+ agent django (3) by database'],
    ],
    [
      'deletes the definition',
      (repository) => repository.remove(FILE),
      ['- agent backend-django (3) by database'],
    ],
    ['breaks the front matter', BASE.replace('name: backend-django', 'nmae: [x'), []],
    [
      'takes the front matter’s name away',
      (repository) =>
        repository.remove(FILE).write('.claude/agents/other.md', BASE.replace('name: backend-django\n', '')),
      ['- agent backend-django (3) by database', '+ agent other (3) by database'],
    ],
    ['loses the fence that closes the front matter', BASE.replace('\n---\n', '\n'), []],
    [
      'makes it a link to nowhere',
      (repository) => repository.remove(FILE).symlink(FILE, '../../../elsewhere.md'),
      ['- agent backend-django (3) by database'],
    ],
    [
      'makes it a link to less',
      (repository) =>
        repository
          .remove(FILE)
          .write('docs/b.md', BASE.replace('- `tests/**`\n', ''))
          .symlink(FILE, '../../docs/b.md'),
      [`${TESTS} (1) by database`],
    ],
    ['makes it unreadable', `${BASE}\0`, ['- agent backend-django (3) by database']],
    ['puts a placeholder in', BASE.replace('tests/**', '{{TESTS}}'), [`${TESTS} (1) by database`]],
    [
      'opens a protected file',
      BASE.replace('views.py`\n', 'views.py`\n- `.claude/agents/**`\n'),
      ['- protected-path .claude/agents/** (2) by database'],
    ],
  ])('that %s is told as what it loosens', async (_, edit, expected) => {
    const report = await changesOf(edit);
    expect(inShort(report)).toEqual(expected);
    const loosened = report.ruleChanges.filter(({ effect }) => effect === 'loosened');
    const found = report.violations.filter(({ code }) => code === 'rule-loosened');
    expect(found).toEqual(
      loosened.map((change) => ({ code: 'rule-loosened', severity: 'warning', change, waivedBy: null })),
    );
    expect(new Set(loosened.map(({ commit }) => commit)).size).toBeLessThanOrEqual(1);
  });

  it.each<[string, string, Edit, readonly string[]]>([
    ['adds a bullet', BASE, `${BASE}- \`apps/a/views.py\`\n`, ['+ denial apps/a/views.py (1) by database']],
    [
      'uncomments a bullet',
      BASE.replace('- `tests/**`', '<!-- - `tests/**` -->'),
      BASE,
      ['+ denial tests/** (1) by database'],
    ],
    [
      'names the heading',
      BASE.replace('CANNOT TOUCH', 'Notes'),
      BASE,
      ['+ denial apps/**/models.py (2) by database', '+ denial tests/** (1) by database'],
    ],
    [
      'widens the pattern',
      BASE,
      BASE.replace('apps/**/models.py', '**/models.py'),
      ['+ denial **/models.py (0) by database'],
    ],
    ['removes an exception', `${BASE}- \`!tests/a.py\`\n`, BASE, ['+ carve-out !tests/a.py (1) by database']],
    ['removes a narrower OWNS', BASE.replace('views.py', 'models.py'), BASE, []],
    [
      'removes an OWNS that carves out',
      BASE.replace('views.py`\n', 'views.py`\n- `apps/a/models.py`\n'),
      BASE,
      ['+ carve-out apps/a/models.py (1) by database'],
    ],
    [
      'fills a placeholder in',
      BASE.replace('tests/**', '{{TESTS}}'),
      BASE,
      ['+ denial tests/** (1) by database'],
    ],
    ['makes the file readable', `${BASE}\0`, BASE, ['+ agent backend-django (3) by database']],
    [
      'defines an agent',
      BASE,
      (repository) =>
        repository.write('.claude/agents/testing.md', bullets('testing', { 'CANNOT TOUCH': ['`apps/**`'] })),
      ['+ agent testing (3) by database'],
    ],
    [
      'binds an agent for the first time',
      BASE,
      (repository) => repository.write(DATABASE, bullets('database', { 'CANNOT TOUCH': ['`tests/**`'] })),
      ['+ denial tests/** (1) by database'],
    ],
  ])('that %s is told as what it tightens', async (_, base, edit, expected) => {
    const report = await changesOf(edit, base);
    expect(inShort(report)).toEqual(expected);
    expect(report.violations.filter(({ code }) => code === 'rule-loosened')).toEqual([]);
  });

  it.each<[string, Edit]>([
    ['prose', `${BASE}\nBe careful.\n`],
    ['a remark', BASE.replace('database agent', 'ask the database agent')],
    ['the order', BASE.replace(/(- `apps.*models.*\n)(- `tests.*\n)/, '$2$1')],
    ['the spelling', BASE.replace('`tests/**`', '`./tests/**`')],
    ['the name of the file', (repository) => repository.remove(FILE).write('.claude/agents/django.md', BASE)],
    ['the spelling of the name', BASE.replace('name: backend-django', 'name: Backend Django')],
    ['a repeated entry', `${BASE}- \`tests/unit/**\`\n`],
  ])('of %s changes no rule', async (_, edit) => {
    expect(inShort(await changesOf(edit))).toEqual([]);
  });
});

describe('what a branch changes in the rules', () => {
  it('is nothing where a later commit takes it back', async () => {
    const pullRequest = aPullRequest(FILES);
    commitAs(pullRequest, ['database'], { [FILE]: BASE.replace('- `tests/**`\n', '') });
    commitAs(pullRequest, [], { [FILE]: BASE });
    expect((await judge(pullRequest)).ruleChanges).toEqual([]);
  });

  it('names the place at the side where it stands, and the last commit that changed the file', async () => {
    const pullRequest = aPullRequest(FILES);
    commitAs(pullRequest, ['database'], { [FILE]: BASE.replace('- `tests/**`\n', '- `config/**`\n') });
    const last = commitAs(pullRequest, [], { [FILE]: BASE.replace('- `tests/**`\n', '- `conf/**`\n') });
    commitAs(pullRequest, ['database'], { 'apps/b.py': 'x\n' });
    const place = { file: FILE, line: 13, commit: last, by: [] };
    expect((await judge(pullRequest)).ruleChanges).toMatchObject([
      { effect: 'loosened', ...place, subject: { pattern: 'tests/**' } },
      { effect: 'tightened', ...place, subject: { pattern: 'conf/**' } },
    ]);
  });

  it('leaves out what the base has gained since the branch began', async () => {
    const pullRequest = aPullRequest({ ...FILES, 'docs/a.md': 'x\n' });
    const { repository } = pullRequest;
    commitAs(pullRequest, ['database'], { 'apps/b.py': 'x\n' });
    repository.checkout('main').write(FILE, `${BASE}- \`docs/**\`\n`);
    const base = repository.commit('Bind');
    repository.checkout('topic');
    expect((await judge({ repository, base })).ruleChanges).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['git can merge them', BASE.replace('description: Works', 'description: Toils'), []],
    [
      'git cannot, so that the head’s counts',
      `${BASE}- \`apps/c/**\`\n`,
      ['- denial docs/** (1) by ', '+ denial apps/c/** (0) by '],
    ],
  ])(
    'looks at what the merge would leave where both sides changed a definition and %s',
    async (_, text, expected) => {
      const pullRequest = aPullRequest({ ...FILES, 'docs/a.md': 'x\n' });
      const { repository } = pullRequest;
      commitAs(pullRequest, [], { [FILE]: text });
      repository.checkout('main').write(FILE, `${BASE}- \`docs/**\`\n`);
      const base = repository.commit('Bind');
      repository.checkout('topic');
      expect(inShort(await judge({ repository, base }))).toEqual(expected);
    },
  );

  it('sums up where many entries change, and counts every file', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => `d${index}/**`);
    const file = '.claude/agents/testing.md';
    const many = Object.fromEntries(entries.map((_, index) => [`d${index}/x.py`, 'x\n']));
    const text = bullets('testing', { 'CANNOT TOUCH': entries.map((entry) => `\`${entry}\``) });
    const pullRequest = aPullRequest({ ...many, [file]: text });
    commitAs(pullRequest, [], { [file]: bullets('testing', { OWNS: ['`x/**`'] }) });
    const { ruleChanges } = await judge(pullRequest);
    expect(ruleChanges.map(({ paths }) => paths.count)).toEqual([1, 1, 1, 1, 1, 25]);
    expect(ruleChanges.at(-1)).toMatchObject({ subject: { kind: 'further-entries', count: 25 }, line: null });
  });

  it('heeds the level of the finding, for all and for the agent', async () => {
    const pullRequest = aPullRequest(FILES);
    commitAs(pullRequest, [], { [FILE]: BASE.replace('- `tests/**`\n', '') });
    const { severity } = BY_DEFAULT.policy;
    const off = { severity: { ...severity, 'rule-loosened': 'off' as const } };
    const strict = {
      ...off,
      agents: { 'backend-django': { severity: { 'rule-loosened': 'error' as const } } },
    };
    const codes = async (law: PolicyInForce) =>
      (await judge(pullRequest, law)).violations.map(({ code, severity: level }) => [code, level]);
    expect(await codes(inForce(off))).toEqual([]);
    expect(await codes(inForce(strict))).toEqual([['rule-loosened', 'error']]);
  });
});

describe('a change of the config', () => {
  const CONFIG = BY_DEFAULT.origin.file;
  const withHead = (overrides: Partial<PolicyInForce['policy']>): PolicyInForce => ({
    ...BY_DEFAULT,
    atHead: { ...BY_DEFAULT.policy, ...overrides },
  });

  it.each<[string, PolicyInForce, readonly string[]]>([
    ['a severity', withHead({ mode: 'report-only' }), ['- setting mode (0) by database']],
    [
      'where definitions lie, with the rules that no longer count',
      withHead({ definitions: ['.claude/agents/data*.md'] }),
      [
        '- agent backend-django (3) by database',
        '- setting definitions (0) by database',
        '+ setting definitions (0) by database',
      ],
    ],
    ['nothing that can be read', { ...BY_DEFAULT, atHead: null }, []],
  ])('is told with who did it: %s', async (_, law, expected) => {
    const pullRequest = aPullRequest(FILES);
    commitAs(pullRequest, ['database'], { [CONFIG]: 'x\n' });
    const { ruleChanges } = await judge(pullRequest, law);
    expect(inShort({ ruleChanges })).toEqual(expected);
    const settings = ruleChanges.filter(({ subject }: RuleChange) => subject.kind === 'setting');
    expect(settings.every((change) => change.file === CONFIG && standsAtHead(change))).toBe(true);
  });

  it('is none of a branch that leaves the file as it found it', async () => {
    const pullRequest = aPullRequest(FILES);
    commitAs(pullRequest, ['database'], { 'apps/b.py': 'x\n' });
    expect((await judge(pullRequest, withHead({ mode: 'report-only' }))).ruleChanges).toEqual([]);
  });

  it.each<[string, (repository: PullRequest['repository']) => void]>([
    [
      'the file that a link leads to',
      (repository) => repository.write('ci/policy.yml', 'mode: report-only\n'),
    ],
    ['the link', (repository) => repository.remove(CONFIG).symlink(CONFIG, '../ci/other.yml')],
  ])('is told where the branch changes %s', async (_, edit) => {
    const pullRequest = aPullRequest({
      ...FILES,
      'ci/policy.yml': 'mode: enforce\n',
      'ci/other.yml': 'mode: report-only\n',
    });
    pullRequest.repository.symlink(CONFIG, '../ci/policy.yml');
    const base = pullRequest.repository.commit('Link');
    edit(pullRequest.repository);
    pullRequest.repository.commit({ subject: 'Edit', trailers: [['Agent', 'database']] });
    expect(inShort(await judgeBySettings({ ...pullRequest, base }))).toEqual([
      '- setting mode (0) by database',
    ]);
  });

  it('is told where a link in place of a directory brings a config', async () => {
    const pullRequest = aPullRequest(FILES);
    pullRequest.repository.write('ci/agent-ownership.yml', 'mode: report-only\n').symlink('.github', 'ci');
    pullRequest.repository.commit('Edit');
    expect(inShort(await judgeBySettings(pullRequest))).toEqual(['- setting mode (0) by ']);
  });

  it('leaves out what the base’s config has gained since the branch began', async () => {
    const pullRequest = aPullRequest({
      ...FILES,
      [CONFIG]: 'people: [human]\nseverity: { outside-owns: warning }\n',
    });
    const { repository } = pullRequest;
    commitAs(pullRequest, [], {
      [CONFIG]: 'people: [human]\nseverity: { outside-owns: warning, dead-pattern: off }\nshared: [a.lock]\n',
    });
    repository.checkout('main');
    const base = repository
      .write(CONFIG, 'people: []\nprotected: [infra/]\nseverity: { outside-owns: error }\n')
      .commit('Bind');
    repository.checkout('topic');
    expect(inShort(await judgeBySettings({ repository, base }))).toEqual([
      '- setting severity.dead-pattern (0) by ',
      '- setting shared (0) by ',
    ]);
  });
});
