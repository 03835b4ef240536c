import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Report } from '../../src/core/report.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { mendMessageCommand } from '../../src/reporters/mend-message.js';
import { remedyFor } from '../../src/reporters/remedies.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { MISPLACED, NOTHING_MISPLACED, type MessageScene } from '../core/attribution/message-scenes.js';
import { aPullRequest } from '../support/pull-request.js';
import { commitMessages, judge, runPrinted } from './attributing.js';

const SCENES = [...MISPLACED, ...NOTHING_MISPLACED].filter(({ message }) => message.trim() !== '');
const policy = { aliases: { server: 'backend-django' } };

/** What git sees, by git itself, and what is said of each commit. */
interface Judged {
  readonly visible: readonly string[];
  readonly misplaced: readonly (readonly [string, string])[];
  readonly agents: readonly string[];
}

function readJudged(report: Report, log: string): readonly Judged[] {
  const seen = log.split('\u0001').slice(1);
  return report.attributions.map(({ commit, agents }) => {
    const values =
      seen
        .find((entry) => entry.startsWith(commit))
        ?.split('\n')
        .slice(1) ?? [];
    return {
      visible: values.filter((value) => value !== ''),
      misplaced: report.violations.flatMap((violation) =>
        violation.code === 'misplaced-trailer' && violation.commit === commit
          ? [[violation.agent, violation.where] as const]
          : [],
      ),
      agents: agents.map(String),
    };
  });
}

const LOG = '--format=%x01%H%n%(trailers:key=Agent,valueonly,unfold)';

async function judgeMessages(messages: readonly string[]): Promise<readonly Judged[]> {
  const { repository, base } = aPullRequest();
  commitMessages(repository, 'topic', base, messages);
  const log = repository.git('log', '--reverse', LOG, `${base}..topic`);
  return readJudged(await judge(repository, base, policy), log);
}

const sorted = (items: readonly (readonly [string, string])[] = []) =>
  items.toSorted(([one], [other]) => (one < other ? -1 : 1));

const names = (values: readonly string[]) =>
  values.map((value) => value.replace('backend django', 'backend-django'));

describe('git itself', () => {
  let judged: readonly Judged[] = [];
  beforeAll(async () => {
    judged = await judgeMessages(SCENES.map(({ message }) => message));
  });

  it.each(SCENES.map((scene, index): [string, MessageScene, number] => [scene.title, scene, index]))(
    'sees no other trailers than these: %s',
    (_, { visible = [], misplaced }, index) => {
      const claims = names(judged[index]?.visible ?? []).filter((value) => value !== 'human');
      expect(claims).toEqual(visible);
      expect(judged[index]?.misplaced).toEqual(sorted(misplaced));
    },
  );
});

const plain = { isRoot: false, hasMerges: false };

describe('the printed command', () => {
  it('mends the newest commit, whatever its message', async () => {
    const { repository, base } = aPullRequest();
    for (const { message, misplaced = [] } of MISPLACED) {
      const sha = repository.commit(message);
      const trailers = misplaced.map(([agent]) => `Agent: ${agent}`);
      const hasDivider = message.includes('\n---\n');
      runPrinted(
        repository.directory,
        mendMessageCommand({ ...plain, commit: sha, trailers, hasDivider }, { base, head: sha }),
      );
    }
    const { violations, attributions } = await judge(repository, base, policy);
    expect(violations.filter(({ code }) => code === 'misplaced-trailer')).toEqual([]);
    expect(attributions.map(({ agents }) => new Set(agents))).toEqual(
      MISPLACED.map(
        ({ visible = [], misplaced = [] }) => new Set([...visible, ...misplaced.map(([agent]) => agent)]),
      ),
    );
  }, 60_000);

  it('mends earlier commits and merges without an editor, and leaves the others alone', async () => {
    const { repository, base } = aPullRequest();
    repository.write('apps/a/views.py').commit('One\n\nAgent: backend-django\n\nText\n');
    repository.checkout('side', 'topic').write('apps/a/models.py').commit('Side\n\nAgent: database\n');
    repository.checkout('topic').write('apps/b/views.py').commit('Two\nAgents: backend-django, database\n');
    repository.merge('side', {
      message: 'Merge\n\nAgent: database\n\n---\nText\n',
      edit: () => void repository.write('by-hand.txt'),
    });
    repository.checkout('elsewhere', '').write('old/a.txt').commit('Root\nAgent: database\n');
    repository.checkout('topic').merge('elsewhere', { message: 'Join' });
    repository.write('README.md').commit('By a person\n');
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const before = await judge(repository, base);

    for (;;) {
      const report = await judge(repository, base);
      const [finding] = report.violations.filter(({ code }) => code === 'misplaced-trailer');
      if (finding === undefined) break;
      const { commands } = remedyFor(finding, toFindingContext(report, plainVoice));
      expect(commands).toHaveLength(1);
      runPrinted(repository.directory, commands[0] ?? 'false');
    }
    const after = await judge(repository, base);
    const inShort = ({ attributions }: Report) =>
      attributions
        .map(({ subject, agents }) => `${subject.split(' ')[0] ?? ''}: ${agents.join()}`)
        .toSorted();
    expect(inShort(after)).toEqual(inShort(before));
    expect(repository.git('rev-parse', 'HEAD^{tree}')).toBe(tree);
    expect(repository.git('rev-list', '--min-parents=2', '--count', 'HEAD')).toBe('2');
  }, 60_000);

  it('stands for hostile names', () => {
    const { repository } = aPullRequest();
    for (const name of [
      "a'b",
      'a b',
      '$(touch x)',
      'a"b`c`',
      'a\u200bb',
      'a\tb',
      '-x',
      'a=b:c',
      '##[error]x',
      'é',
    ]) {
      repository.write('x.txt', name).commit('Subject\n');
      const sha = repository.sha();
      repository.write('y.txt', name).commit('Later\n');
      runPrinted(
        repository.directory,
        mendMessageCommand(
          {
            ...plain,
            commit: sha,
            trailers: [`Agent: ${name}`],
            hasDivider: name.length > 3,
            hasMerges: name.length % 2 === 0,
          },
          { base: null, head: null },
        ),
      );
      const seen = repository.git('log', '-1', '--format=%(trailers:key=Agent,valueonly)', 'HEAD^').trim();
      expect(seen).toBe(name.replace(/\s/g, ' '));
    }
  }, 60_000);
});

/** Paragraphs of all kinds of lines, one of which may be a claim; nothing in them cites. */
const MESSAGE = fc
  .array(
    fc.array(
      fc.constantFrom(
        'Agent: database',
        'agent : database',
        'Text here.',
        'More words, and more',
        'Reviewed-by: A <a@b.c>',
        'Signed-off-by: A <a@b.c>',
        '(cherry picked from commit 0123456789)',
        '# comment',
        '---',
        '  folded',
        'Conflicts:',
        '\tpath',
      ),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((paragraphs) => `Subject\n\n${paragraphs.map((lines) => `${lines.join('\n')}\n`).join('\n')}`);

describe('a claim of its own line', () => {
  it('is seen by git, or else misplaced, and never both', async () => {
    const seed = Number(process.env['MESSAGES_SEED'] ?? Date.now() % 1_000_000);
    const messages = fc.sample(MESSAGE, { numRuns: 300, seed });
    const judged = await judgeMessages(messages);
    const said = judged.map(({ misplaced }) => misplaced.length > 0);
    const wanted = judged.map(({ visible }, index) => {
      // With a folded line below it is another name.
      const claims = /^agent ?: database(?!\n[ \t])/im.test(messages[index] ?? '');
      return claims && !visible.includes('database');
    });
    expect({ seed, said }).toEqual({ seed, said: wanted });
  }, 60_000);
});
