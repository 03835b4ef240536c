import { describe, expect, it } from '@jest/globals';
import { attribute, type AttributedCommit } from '../../../src/core/attribution/attribute.js';
import { AI_PRODUCTS } from '../../../src/core/attribution/ai-products.js';
import { BUILT_IN_AGENTS, KNOWN_BOTS } from '../../../src/core/attribution/built-in-names.js';
import type { Commit } from '../../../src/core/history.js';
import { DEFAULT_POLICY, type Identities } from '../../../src/core/policy/policy.js';
import { aCommit, anAgent, aRoster } from '../../support/builders.js';

const roster = aRoster(anAgent('backend-django'), anAgent('Plan'));
const rosters = { base: roster, mergeBases: [], defaultBranch: null, head: roster };

function attributed(commit: Partial<Commit>, identities: Partial<Identities> = {}): AttributedCommit {
  const policy = { ...DEFAULT_POLICY, identities: { ...DEFAULT_POLICY.identities, ...identities } };
  const [result] = attribute([aCommit(commit)], rosters, policy);
  if (result === undefined) throw new Error('one commit in, one attribution out');
  return result;
}

const by = (author: string): Partial<Commit> => {
  const [, authorName = '', authorEmail = ''] = /^(.*?) ?<(.*)>$/.exec(author) ?? [];
  return { authorName, authorEmail };
};
const saying = (...lines: readonly string[]): Partial<Commit> => ({ message: `S\n\n${lines.join('\n')}\n` });
const claiming = (value: string): Partial<Commit> => ({ trailers: [{ key: 'Agent', value }] });

const NOREPLY = '@users.noreply.github.com';

describe('an AI shows by', () => {
  it.each([
    'Co-Authored-By: Claude <noreply@anthropic.com>',
    'Co-authored-by: Claude Opus 4.6 (1M context) <noreply@anthropic.com>',
    'Co-authored-by: Claude Opus 5.5 <me@example.com>',
    'Co-authored-by: Claude <noreply@example.com>',
    'Co-authored-by: Claude',
    `Co-authored-by: Claude <81847+claude${NOREPLY}>`,
    `Co-authored-by: Copilot <198982749+Copilot${NOREPLY}>`,
    `co-authored-by: copilot-swe-agent[bot] <198982749+Copilot${NOREPLY}>`,
    'Co-authored-by: Codex <noreply@openai.com>',
    'Co-authored-by: Cursor <cursoragent@cursor.com>',
    `Co-authored-by: Devin <158243242+devin-ai-integration[bot]${NOREPLY}>`,
    'Co-authored-by: aider (gpt-4o) <aider@aider.chat>',
    'Co-authored-by: aider (openai/gpt-4o) <me@example.com>',
    `Co-authored-by: google-labs-jules[bot] <161369871+google-labs-jules[bot]${NOREPLY}>`,
    'Co-authored-by: openhands <openhands@all-hands.dev>',
    'Co-developed-by: Claude claude-opus-4-6 <noreply@anthropic.com>',
    'Claude-Session: https://claude.ai/code/session_1',
    'Claude-Generated-By: Claude Code (main=100%)',
    'Copilot-Session: 7c146921',
    'Agent-Logs-Url: https://github.com/a/b/sessions/1',
    'Codex-Session: 1',
    'Amp-Thread-ID: T-1',
    'Replit-Commit-Author: Agent',
    'Made-with: Cursor',
    'Assisted-by: Claude:claude-3-opus coccinelle sparse',
    'Assisted-by: some-new-agent:v1',
    'Assisted-by: GitHub Copilot',
    'Assisted-by: Crush <crush@charm.land>',
    'Assisted-by: Claude (opus)',
    'Co-authored-by: noreply@anthropic.com',
    'Co-authored-by: Somebody <noreply@anthropic.com',
    'Signed-off-by: Claude <noreply@anthropic.com>',
    'Made-with: Cursor 2.0',
    'Generated-by: Cursor',
    '    Co-authored-by: Claude <noreply@anthropic.com>',
    '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
    'Generated with [Devin](https://devin.ai)',
    'Generated with [ Cursor ](https://cursor.com)',
    '💘 Generated with Crush',
  ])('%s', (line) => {
    expect(attributed(saying('Text.', line, '', 'More.')).kind).toBe('anonymous');
    expect(attributed(saying(line)).kind).toBe('anonymous');
  });

  it.each([
    'Claude <noreply@anthropic.com>',
    `copilot-swe-agent[bot] <198982749+Copilot${NOREPLY}>`,
    'A developer (aider) <developer@example.com>',
    'Cursor Agent <cursoragent@cursor.com>',
    `devin-ai-integration[bot] <158243242+devin-ai-integration[bot]${NOREPLY}>`,
    `gemini-code-assist[bot] <1+gemini-code-assist[bot]${NOREPLY}>`,
    'somebody <noreply@openai.com>',
    ' Claude Code  <me@example.com>',
    'Somebody < noreply@anthropic.com >',
  ])('the author %s', (author) => {
    const { kind, marks } = attributed(by(author));
    expect([kind, marks]).toEqual(['anonymous', [{ kind: 'author', value: author }]]);
  });

  it('an author without an address', () => {
    expect(attributed(by('Claude <>')).marks).toEqual([{ kind: 'author', value: 'Claude' }]);
  });

  it.each([
    ['co-author', 'Co-authored-by: Claude', 'Claude'],
    ['co-author', 'Co-developed-by: Claude', 'Claude'],
    ['trailer', 'Claude-Session: https://claude.ai/code/session_1', 'Claude-Session'],
    ['trailer', 'Replit-Commit-Author: Agent', 'Replit-Commit-Author: Agent'],
    ['trailer', 'Assisted-by: Copilot', 'Assisted-by: Copilot'],
    ['trailer', 'Signed-off-by: Claude', 'Signed-off-by: Claude'],
    ['trailer', '💘 Generated with Crush', '💘 Generated with Crush'],
    ['trailer', `Assisted-by: a:${'b'.repeat(300)}`, `Assisted-by: a:${'b'.repeat(185)}`],
  ])('a %s: %s', (kind, line, value) => {
    expect(attributed(saying(line)).marks).toEqual([{ kind, value }]);
  });

  it.each(AI_PRODUCTS.flatMap(({ emails = [] }) => emails))('the address %s', (email) => {
    expect(attributed({ authorName: 'X', authorEmail: email.toUpperCase() }).kind).toBe('anonymous');
  });

  it.each(AI_PRODUCTS.flatMap(({ accounts = [] }) => accounts))('the account %s', (account) => {
    expect(attributed({ authorName: 'X', authorEmail: `123+${account}${NOREPLY}` }).kind).toBe('anonymous');
    expect(attributed({ authorName: 'X', authorEmail: `${account}${NOREPLY}` }).kind).toBe('anonymous');
    expect(attributed({ authorName: 'X', authorEmail: `1+not-${account}${NOREPLY}` }).kind).toBe('person');
  });
});

describe('no AI shows by', () => {
  it.each([
    'Co-authored-by: Claude Monet <claude@example.com>',
    'Co-authored-by: Claude <claude@acme.example>',
    'Co-authored-by: Claude Monet',
    'Co-authored-by: Devin Smith <devin@example.com>',
    'Co-authored-by: Jules <jules@example.com>',
    'Co-authored-by: Alice <alice@anthropic.com>',
    `Co-authored-by: Claude <123+claude-monet${NOREPLY}>`,
    `Co-authored-by: Alice <alice+claude${NOREPLY}>`,
    `Co-authored-by: Alice <claude${NOREPLY}.example.com>`,
    'Signed-off-by: Alice <alice@example.com>',
    'Assisted-by: Cursor Smith <cursor@example.com>',
    'Generated-by: protoc-gen:v3',
    'Assisted-by: Claude Monet',
    'Assisted-by: Alice <alice@example.com>',
    'Assisted-by: https://example.com',
    'Generated-by: protoc 3.1',
    'Made-with: love',
    'Replit-Commit-Author: Deployment',
    'Reviewed-by: Claude <noreply@anthropic.com>',
    'This was made with Cursor: see below',
    'Generated with [a script](tools/x.sh)',
    'Claude-Session',
    '> Co-authored-by: Claude <noreply@anthropic.com>',
  ])('%s', (line) => {
    expect(attributed(saying(line)).kind).toBe('person');
  });

  it.each(KNOWN_BOTS)('the bot %s', (name) => {
    const bot = attributed({ authorName: name, authorEmail: `1+${name}${NOREPLY}` });
    expect([bot.kind, bot.isVouchedFor]).toEqual(['person', true]);
    const named = attributed({ authorName: name, authorEmail: 'bot@example.com' });
    const addressed = attributed({ authorName: 'A bot', authorEmail: `${name}${NOREPLY}` });
    expect([named.isVouchedFor, addressed.isVouchedFor]).toEqual([true, true]);
  });
});

describe('a commit that shows an AI', () => {
  const CO_AUTHOR = 'Co-authored-by: Claude <noreply@anthropic.com>';

  it('and claims an agent is the agent’s', () => {
    const result = attributed({ ...saying(CO_AUTHOR), ...claiming('backend-django') });
    expect([result.kind, result.marks, result.isVouchedFor]).toEqual(['agent', [], false]);
  });

  it('is anonymous although its trailer says that a person did it', () => {
    expect(attributed({ ...saying(CO_AUTHOR), ...claiming('human') }).kind).toBe('anonymous');
  });

  it('and claims somebody unknown is unknown', () => {
    expect(attributed({ ...saying(CO_AUTHOR), ...claiming('nobody-knows') }).kind).toBe('unknown');
  });

  it('has at most ten marks, each once', () => {
    const sessions = Array.from({ length: 30 }, (_, index) => `Co-authored-by: aider (m${index}) <a@b.c>`);
    const { marks } = attributed(saying(...sessions, ...sessions, 'Claude-Session: 1', 'Claude-Session: 2'));
    expect(marks).toHaveLength(10);
    expect(attributed(saying('Claude-Session: 1', 'Claude-Session: 2')).marks).toEqual([
      { kind: 'trailer', value: 'Claude-Session' },
    ]);
  });
});

describe('an Agent trailer', () => {
  it.each([
    ...BUILT_IN_AGENTS.filter((name) => name !== 'Plan'),
    'Claude Code',
    'claude opus 4.6',
    'gpt-5-codex',
    'General Purpose',
  ])('that says %s names no agent of the repository', (value) => {
    const result = attributed(claiming(value));
    expect([result.kind, result.marks]).toEqual(['anonymous', [{ kind: 'claim', value }]]);
  });

  it('names an agent of the repository that is called like a built-in one', () => {
    expect(attributed(claiming('plan')).kind).toBe('agent');
  });

  it('of a product counts where git does not see it', () => {
    expect(attributed(saying('Agent: codex', '', 'Text')).kind).toBe('anonymous');
  });

  it.each([
    ['is misspelt', 'S\n\nAgnet: codex\n\nText\n'],
    ['is the subject', 'Agent: codex\n'],
  ])('of a product counts for nothing where it %s', (_, message) => {
    expect(attributed({ message }).kind).toBe('person');
  });

  it('of a product is one mark, less its full stop', () => {
    expect(attributed(saying('Agent: Claude Opus 5.', '', 'Text')).marks).toEqual([
      { kind: 'claim', value: 'Claude Opus 5' },
    ]);
  });

  it('of ever other products is ten marks at most', () => {
    const trailers = Array.from({ length: 12 }, (_, index) => ({ key: 'Agent', value: `gpt-5.${index}` }));
    expect(attributed({ trailers }).marks).toHaveLength(10);
  });

  it('names no product by a text of more than a hundred letters', () => {
    expect(attributed(claiming('gpt-5'.padEnd(100, '.'))).kind).toBe('anonymous');
    expect(attributed(claiming('gpt-5'.padEnd(101, '.'))).kind).toBe('unknown');
  });

  it('of a product beside an agent leaves the commit to the agent', () => {
    const trailers = ['general-purpose', 'backend-django'].map((value) => ({ key: 'Agent', value }));
    expect(attributed({ trailers }).kind).toBe('agent');
  });

  it.each(['claude-code-reviewer', 'planner', 'gemini-reviewer', 'copilot-helper'])(
    'that says %s is unknown',
    (value) => {
      expect(attributed(claiming(value)).kind).toBe('unknown');
    },
  );
});

describe('the config', () => {
  it.each([
    ['an AI by address', { ai: ['*@bots.acme.example'] }, 'Helper <x@bots.acme.example>', 'anonymous', false],
    ['an AI by name', { ai: ['Acme *'] }, 'acme coder <x@acme.example>', 'anonymous', false],
    ['a person by address', { people: ['alice@example.com'] }, 'Alice <alice@example.com>', 'person', true],
    [
      'a person before a product',
      { people: ['Claude Opus*'] },
      'Claude Opusson <c@example.com>',
      'person',
      true,
    ],
    ['a person before an AI', { people: ['Bob'], ai: ['*'] }, 'Bob <bob@example.com>', 'person', true],
    ['a bot', { bots: ['acme-ci'] }, 'acme-ci <ci@acme.example>', 'person', true],
    [
      'a bot before a product',
      { bots: ['claude[bot]'] },
      `claude[bot] <1+claude[bot]${NOREPLY}>`,
      'person',
      true,
    ],
    ['an AI before a known bot', { ai: ['renovate[bot]'] }, 'renovate[bot] <x@y.z>', 'anonymous', false],
    ['nobody', {}, 'Alice <alice@example.com>', 'person', false],
    ['nobody by an empty name and address', { people: ['*'] }, '<>', 'person', false],
  ] as const)('lists %s', (_, identities, author, kind, isVouchedFor) => {
    expect(attributed(by(author), identities)).toMatchObject({ kind, isVouchedFor });
  });

  it('lists a person who has the name of a product for its trailers as well', () => {
    const line = saying('Assisted-by: Claude (Clement)');
    expect(attributed(line).kind).toBe('anonymous');
    expect(attributed(line, { people: ['claude (*'] }).kind).toBe('person');
  });

  it('does not vouch for a listed person’s commit that shows an AI', () => {
    const commit = { ...by('Alice <alice@example.com>'), ...saying('Claude-Session: 1') };
    expect(attributed(commit, { people: ['alice@*'] })).toMatchObject({
      kind: 'anonymous',
      isVouchedFor: false,
    });
  });

  it('vouches for a commit whose trailer says that a person did it', () => {
    expect(attributed(claiming('human'))).toMatchObject({ kind: 'person', isVouchedFor: true });
  });
});
