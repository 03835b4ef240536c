import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ApprovalOutcome, Report } from '../../src/core/report.js';
import { approvalPhrases } from '../../src/reporters/approval-words.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { toCheckJson } from '../../src/reporters/json.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { render } from '../../src/reporters/phrase.js';
import { remedyFor } from '../../src/reporters/remedies.js';
import { toSummary } from '../../src/reporters/summary.js';
import { toText } from '../../src/reporters/text.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { LABEL, LABELLED } from '../support/evidence.js';
import { REFUSALS } from '../support/refusals.js';
import { aReport, aRuleReference, aViolation, COMMIT, HEAD } from '../support/report-builders.js';

const anOutcome = (overrides: Partial<ApprovalOutcome> = {}): ApprovalOutcome => ({
  pullRequest: 7,
  state: 'refused',
  by: 'rui',
  at: LABELLED,
  head: HEAD,
  refusal: 'no-answer',
  detail: 'HTTP 502',
  exceptions: [],
  ...overrides,
});

const withOutcomes = (...outcomes: readonly ApprovalOutcome[]): Report =>
  aReport({ approval: { label: LABEL, outcomes } });

const sentencesOf = ({ approval }: Report) =>
  approvalPhrases(approval).map((phrase) => render(phrase, plainVoice));

const remedyOf = (report: Report, violation = aViolation()) =>
  remedyFor(violation, toFindingContext(report, plainVoice)).text;

const granted = anOutcome({ state: 'granted', refusal: null, detail: '' });

describe('an approval in words', () => {
  it('names label, person and time where it is granted', () => {
    expect(sentencesOf(withOutcomes(granted))).toEqual([
      'The label `boundary-approved` of `rui`, applied at `2026-11-22T11:00:00Z`, lifts the findings of this head that a label can lift.',
    ]);
  });

  it.each(REFUSALS)('says why it does not count, and what to do: %s', (refusal) => {
    const [sentence = ''] = sentencesOf(withOutcomes(anOutcome({ refusal })));
    expect(sentence).toMatch(/^The label `boundary-approved` does not count: [^.]+(?:\.[^.]+)?\. [A-Z].+\.$/);
    expect(sentence).not.toContain('undefined');
  });

  it('has a row in docs/approval.md for each refusal', () => {
    const page = readFileSync(new URL('../../docs/approval.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, code]) => code);
    expect(rows.toSorted()).toEqual(REFUSALS.toSorted());
  });

  it('is silent where nothing was to be lifted', () => {
    expect(sentencesOf(withOutcomes(anOutcome({ state: 'not-needed', refusal: null })))).toEqual([]);
    expect(sentencesOf(aReport())).toEqual([]);
  });

  it('names the pull request where there are several', () => {
    const sentences = sentencesOf(withOutcomes(granted, anOutcome({ pullRequest: 8 })));
    expect(sentences.map((sentence) => sentence.slice(0, 16))).toEqual([
      'Pull request #7:',
      'Pull request #8:',
    ]);
  });

  it('counts what it does not name', () => {
    const exceptions = Array.from({ length: 9 }, () => ({ commit: COMMIT, refusal: 'by-author' as const }));
    const [sentence] = sentencesOf(withOutcomes({ ...granted, exceptions }));
    expect(sentence).toMatch(/So it is for 4 commits more\.$/);
  });

  it.each([
    ['text', (report: Report) => toText(report, plainPaint).replace(/\s+/g, ' ')],
    ['summary', (report: Report) => toSummary(report, null)],
    ['JSON', toCheckJson],
  ])('stands in the %s', (_title, show) => {
    expect(show(withOutcomes(granted))).toContain('boundary-approved');
    expect(show(withOutcomes(anOutcome()))).toContain('HTTP 502');
  });
});

describe('the remedy of a finding that a label can lift', () => {
  const without = remedyOf(aReport());

  it('names the label as a way through', () => {
    expect(remedyOf(withOutcomes(anOutcome({ refusal: 'not-labelled' })))).toBe(
      `${without} Or ask a person with write access, who is none of the authors, to apply the label \`boundary-approved\`.`,
    );
  });

  it('names it as the approval that the definition asks for', () => {
    const violation = aViolation({ rule: aRuleReference({ condition: 'Without orchestrator approval' }) });
    expect(remedyOf(withOutcomes(anOutcome({ refusal: 'not-labelled' })), violation)).toContain(
      'Or get that approval: a person with write access',
    );
  });

  it('says why the label does not count', () => {
    expect(remedyOf(withOutcomes(anOutcome()))).toContain('does not count: GitHub gave no usable answer');
  });

  it('says why it does not count for this commit', () => {
    const exceptions = [{ commit: COMMIT, refusal: 'by-author' }] as const;
    expect(remedyOf(withOutcomes({ ...granted, exceptions }))).toContain(
      'For commit 3f9c2ab it does not count: `rui` is an author',
    );
  });

  it('says nothing of it where nothing can lift the finding', () => {
    const violation = aViolation({ code: 'definition-edit', rule: null });
    expect(remedyOf(withOutcomes(anOutcome()), violation)).toBe(remedyOf(aReport(), violation));
  });
});
