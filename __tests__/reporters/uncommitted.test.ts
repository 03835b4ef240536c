import { describe, expect, it } from '@jest/globals';
import type { Uncommitted } from '../../src/core/report.js';
import { repoPath, UNCOMMITTED } from '../../src/core/vocabulary.js';
import {
  toLeftAlone,
  toNameRefused,
  toPushHeldBack,
  toPushNotJudged,
  toPushSkipped,
} from '../../src/reporters/git-hook-words.js';
import { toCheckJson } from '../../src/reporters/json.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toText } from '../../src/reporters/text.js';
import { HOSTILE } from '../support/hostile.js';
import { aCleanReport, anActivity, anAttribution, aReport, aViolation } from '../support/report-builders.js';

const { range } = aReport();
const uncommitted = (overrides: Partial<Uncommitted> = {}): Uncommitted => ({
  kind: 'staged',
  parents: [range.base],
  leftOut: [],
  ...overrides,
});
const aWorkReport = (of: Uncommitted) =>
  aReport({
    range: { base: range.base, head: UNCOMMITTED },
    violations: [aViolation({ commit: UNCOMMITTED, restoration: { kind: 'parent', parent: 1 } })],
    attributions: [anAttribution({ commit: UNCOMMITTED })],
    uncommitted: of,
  });

describe('a report on work that is no commit yet', () => {
  it('names no commit in JSON', () => {
    const json: unknown = JSON.parse(toCheckJson(aWorkReport(uncommitted())));
    expect(json).toMatchObject({
      range: { base: range.base, head: null },
      violations: [{ commit: null, remedy: { kind: 'restore' } }],
      attributions: [{ commit: null }],
      uncommitted: { kind: 'staged', parents: [range.base], leftOut: [] },
    });
  });

  it('says what was judged, and how to take it out', () => {
    const text = toText(aWorkReport(uncommitted()), plainPaint);
    expect(text).toContain('The uncommitted work');
    expect(text).toContain('git restore --staged -- ');
    expect(text).toContain('Judged what is staged on');
    expect(text).not.toContain('0000000');
  });

  it('says what a commit leaves out', () => {
    const leftOut = [{ path: repoPath('a.py'), reason: 'intent-to-add' as const }];
    const report = aCleanReport({ uncommitted: uncommitted({ leftOut, kind: 'working-tree' }) });
    expect(toText(report, plainPaint)).toMatch(/Judged the working tree on .*not judged.*`a\.py`/s);
  });

  it('says that there is nothing', () => {
    const coverage = { definitions: 1, rules: 1, commits: 0, files: 0, trusted: 0 };
    const nothing = (kind: Uncommitted['kind']) =>
      toText(
        aCleanReport({
          attributions: [],
          agents: [anActivity({ commits: 0, forbiddenPaths: 0 })],
          coverage,
          uncommitted: uncommitted({ kind }),
        }),
        plainPaint,
      );
    expect(nothing('staged')).toMatch(/^Nothing to judge: nothing is staged/);
    expect(nothing('working-tree')).toMatch(/^Nothing to judge: the working tree is as HEAD has it/);
  });
});

describe('the words of git hooks', () => {
  it.each(HOSTILE)('show what a ref or a message holds: %s', (_, text) => {
    const said = [
      toPushHeldBack(text),
      toPushSkipped(text, 'tag'),
      toPushNotJudged(text, { code: 'git-failed', subject: text }),
      toLeftAlone([text], [text]),
      toNameRefused({ code: 'no-such-agent', subject: text, suggestions: [text] }),
    ].join('');
    // eslint-disable-next-line no-control-regex
    expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|##\[|^::/m);
  });

  it('tell the way out', () => {
    expect(toPushHeldBack('refs/heads/topic')).toContain('git push --no-verify');
    expect(toPushNotJudged('refs/heads/topic', { code: 'no-default-base', subject: '' })).toMatch(
      /--no-verify/,
    );
    expect(toNameRefused({ code: 'no-such-agent', subject: 'x', suggestions: [] })).toContain('AGENT_NAME');
  });
});
