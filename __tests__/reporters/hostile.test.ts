import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { toAnnotations } from '../../src/reporters/annotations.js';
import { readMarker } from '../../src/core/publishing/marker.js';
import { publisherKey } from '../../src/core/publishing/publisher.js';
import { toCheckRun, toErrorCheckRun } from '../../src/reporters/check-run.js';
import { toComment, toErrorComment } from '../../src/reporters/comment.js';
import { toErrorJson } from '../../src/reporters/json-error.js';
import { toCheckJson, toExplainJson, toLintJson } from '../../src/reporters/json.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { describePublication } from '../../src/reporters/publication-words.js';
import { toErrorSummary, toSummary } from '../../src/reporters/summary.js';
import { toErrorText } from '../../src/reporters/text-error.js';
import { toText } from '../../src/reporters/text.js';
import { toCheckCommands } from '../../src/reporters/github-check.js';
import { toCheckSarif } from '../../src/reporters/sarif-check.js';
import { toSarif } from '../../src/reporters/sarif.js';
import { toExplainText } from '../../src/reporters/text-explain.js';
import { toLintText } from '../../src/reporters/text-lint.js';
import { toErrorPage, toVerdictPage } from '../../src/reporters/verdict-page.js';
import { holdsHidden } from '../../src/reporters/visible.js';
import { HOSTILE } from '../support/hostile.js';
import { errorAbout, explanationsAbout, lintReportAbout, reportAbout } from '../support/hostile-reports.js';

const SITE = { serverUrl: 'https://github.com', repository: 'acme/shop' };
const markdown = new MarkdownIt({ html: true, linkify: true });

/** So much that no part of a page is left out. */
const UNCUT = 1_000_000;
const PUBLISHER = { workflow: 'ci.yml', job: 'agent-ownership', run: 7, attempt: 1 };

/** What a server is asked to show: the comment, the check run with all of its annotations, and what is said of them. */
const publishedAbout = (text: string): readonly string[] => {
  const publisher = { ...PUBLISHER, job: text };
  const run = toCheckRun(reportAbout(text), SITE, publisher);
  return [
    toComment(reportAbout(text), SITE, publisher).body,
    toErrorComment(errorAbout(text), SITE, publisher).body,
    run.name,
    ...Object.values(run.words(3)),
    ...Object.values(toErrorCheckRun(errorAbout(text), SITE, publisher).words(0)),
    ...run.annotations.flatMap(({ title, message, path }) => [title, message, path]),
    ...(['denied', 'no-answer'] as const).flatMap((reason) => {
      const failure = { kind: 'failed', reason, detail: text } as const;
      return [
        describePublication('comment', failure).text,
        describePublication('check-run', { kind: 'open', cause: failure }).text,
        describePublication('check-run', { kind: 'incomplete', missing: 3, cause: failure }).text,
      ];
    }),
  ];
};

const outputsAbout = (text: string): readonly string[] => {
  const report = reportAbout(text);
  const { annotations, failure } = toAnnotations(report);
  return [
    toText(report, plainPaint),
    toErrorText(errorAbout(text), plainPaint),
    toLintText(lintReportAbout(text), plainPaint, 80),
    toExplainText(explanationsAbout(text), plainPaint),
    toSummary(report, SITE),
    toSummary(report, null),
    toErrorSummary(errorAbout(text)),
    toCheckJson(report),
    toErrorJson(errorAbout(text)),
    toLintJson(lintReportAbout(text)),
    toSarif(lintReportAbout(text), '1.0.0'),
    toCheckSarif(report, '1.0.0', { site: SITE }).text,
    toExplainJson(explanationsAbout(text)),
    ...annotations.flatMap(({ title, message, file }) => [title, message, file ?? '']),
    failure ?? '',
  ];
};

/** What a runner would obey (white space aside), a terminal would act on, or a reader would not see. */
const HARMFUL = [
  /^[\s\u0085]*::.*/gm,
  /##\[.{0,20}/g,
  /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/gu,
];

const harmIn = (outputs: readonly string[]): readonly string[] =>
  outputs.flatMap((output) => HARMFUL.flatMap((pattern) => output.match(pattern) ?? []));

/** Every tag of the rendered Markdown without what links lead to, and every address that they lead to. */
function renderedTags(source: string): {
  readonly tags: readonly string[];
  readonly addresses: readonly string[];
} {
  const tags = markdown.render(source).match(/<[^>]*>/g) ?? [];
  return {
    tags: tags.map((tag) => tag.replace(/ href="[^"]*"/, '')),
    addresses: tags.flatMap((tag) => / href="([^"]*)"/.exec(tag)?.[1] ?? []),
  };
}

/** What stands outside of code, where GitHub looks for mentions, issues and commits. */
const prose = (source: string): string =>
  markdown
    .render(source)
    .replace(/<code[^]*?<\/code>/g, '')
    .replace(/<[^>]*>/g, '');

/** What a runner would take for commands: only ours, with the properties that we write, one a line. */
const commandsIn = (output: string): readonly string[] =>
  output
    .split('\n')
    .filter((line) => /^[\s\u0085]*::/.test(line))
    .map((line) => line.replace(/^::(error|warning|notice) (title|file|line|endLine)=.*?::.*$/, 'ours'));

describe('text from a pull request', () => {
  it.each(HOSTILE)('adds no workflow command to those of a check: %s', (_title, text) => {
    const output = toCheckCommands(reportAbout(text));
    const plain = commandsIn(toCheckCommands(reportAbout('plain')));

    expect(new Set(commandsIn(output))).toEqual(new Set(['ours']));
    expect(output.match(/##\[/g)).toBeNull();
    expect(output.trimEnd().split('\n')).toHaveLength(commandsIn(output).length + 1);
    expect(plain.length).toBeGreaterThan(5);
    expect(harmIn([output.replace(/^::(error|warning|notice) /gm, '')])).toEqual([]);
  });

  it.each(HOSTILE)('commands no log and no terminal in any output: %s', (_title, text) => {
    expect(harmIn([...outputsAbout(text), ...publishedAbout(text)])).toEqual([]);
  });

  it('commands no log and no terminal, whatever it is', () => {
    const units = fc.constantFrom(...Array.from(':#[ \n\r\t\u001b\u202e`|\udc80'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: units }), fc.string({ unit: 'binary' })), (text) => {
        expect(harmIn(outputsAbout(text))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  const knownTags = new Set(renderedTags(toComment(reportAbout('plain'), SITE, PUBLISHER).body).tags);

  it.each(HOSTILE)(
    'ends with what we wrote, and begins with our marker, in a comment: %s',
    (_title, text) => {
      const { body } = toComment(reportAbout(text), SITE, { ...PUBLISHER, job: text });

      expect(readMarker(body)).toEqual({
        key: publisherKey({ ...PUBLISHER, job: text }),
        run: 7,
        attempt: 1,
        found: 'errors',
      });
      expect(renderedTags(body).tags.filter((tag) => !knownTags.has(tag) && !tag.startsWith('<!--'))).toEqual(
        [],
      );
      expect(body.trimEnd()).toMatch(/rules\.<\/sub>$/);
    },
  );

  describe.each([
    ['summary', (about: string) => toSummary(reportAbout(about), SITE)],
    ['summary without a server', (about: string) => toSummary(reportAbout(about), null)],
    ['summary of an error', (about: string) => toErrorSummary(errorAbout(about))],
    ['page', (about: string) => toVerdictPage(reportAbout(about), SITE, { ...PUBLISHER, job: about }, UNCUT)],
    [
      'page of an error',
      (about: string) => toErrorPage(errorAbout(about), SITE, { ...PUBLISHER, job: about }),
    ],
  ])('in the Markdown of a %s', (_name, render) => {
    const plain = render('plain');
    const known = { ...renderedTags(plain), prose: prose(plain) };

    it.each(HOSTILE)('is code and nothing else: %s', (_title, text) => {
      const source = render(text);
      const { tags, addresses } = renderedTags(source);

      expect(tags).toEqual(known.tags);
      expect(
        addresses.filter(
          (address) =>
            !/^https:\/\/github\.com\/acme\/shop\/(commit|blob|actions\/runs)\/[^"]*$/.test(address),
        ),
      ).toEqual([]);
      expect(prose(source)).toBe(known.prose);
    });
  });

  it('is code and nothing else in Markdown, whatever it is', () => {
    const plain = renderedTags(toSummary(reportAbout('plain'), SITE)).tags;
    const units = fc.constantFrom(...Array.from('`|<>[]()!*_~\\@:/.#&;- \nahtps'));
    fc.assert(
      fc.property(fc.string({ unit: units, minLength: 1 }), (text) => {
        expect(renderedTags(toSummary(reportAbout(text), SITE)).tags).toEqual(plain);
      }),
      { numRuns: 80 },
    );
  });

  it.each(HOSTILE)('is unchanged as data: %s', (_title, text) => {
    const lone = /\p{Cs}/u.test(text);
    const report = JSON.parse(toCheckJson(reportAbout(text))) as {
      violations: { agent: string; path: string; pathEncoding: string | null }[];
      attributions: { subject: string }[];
    };

    expect(report.violations[0]).toMatchObject({ agent: text, pathEncoding: lone ? 'c-quoted' : null });
    if (!lone) expect(report.violations[0]?.path).toBe(text);
    expect(report.attributions[0]?.subject).toBe(text);
  });

  it('is shown so that it can be recognised', () => {
    expect(toText(reportAbout('a\u202eb'), plainPaint)).toContain(
      String.raw`\`a\u{202E}b\``.replaceAll('\\`', '`'),
    );
    expect(holdsHidden(HOSTILE.map(([title]) => title).join(''))).toBe(false);
  });
});
