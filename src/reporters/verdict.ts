import type { Report, ReportedProblem, Uncommitted } from '../core/report.js';
import { isLifted, stands } from '../core/violation.js';
import type { Severity } from '../core/vocabulary.js';
import type { Code } from './code-info.js';
import { groupBy } from './grouping.js';
import { silencedPhrase } from './policy-words.js';
import { type Phrase, commit, count, listOf, path, say, text } from './phrase.js';

export interface Tally {
  /** What fails the check: findings that stand and definition problems that count. */
  readonly errors: number;
  /** Findings that stand and definition problems that the range introduces. */
  readonly warnings: number;
  readonly notices: number;
}

export interface Verdict {
  readonly mark: 'failed' | 'warned' | 'passed' | 'idle';
  readonly phrase: Phrase;
}

export function tallyOf(report: Report): Tally {
  return {
    errors: codesOf(report, 'error').length,
    warnings: codesOf(report, 'warning').length,
    notices: codesOf(report, 'notice').length,
  };
}

/** The codes of what has this severity and is charged to the range, in the report's order. */
function codesOf({ violations, problems }: Report, severity: Severity): readonly Code[] {
  return [
    ...violations.filter((violation) => violation.severity === severity && stands(violation)),
    ...problems
      .filter((reported) => isCharged(reported) && weightOf(reported) === severity)
      .map(({ problem }) => problem),
  ].map(({ code }) => code);
}

/** Whether a definition problem is one of this range: it fails it, or the range brings it in. */
export const isCharged = ({ counts, introduced }: ReportedProblem): boolean => counts || introduced;

/** How heavily a definition problem weighs here: an error that fails nothing is a warning. */
export const weightOf = ({ problem, counts }: Pick<ReportedProblem, 'problem' | 'counts'>): Severity =>
  problem.severity === 'error' && !counts ? 'warning' : problem.severity;

/** The one line that says how it ended. */
export function verdictOf(report: Report): Verdict {
  return report.mode === 'report-only' ? reportedOnly(report) : enforced(report);
}

/** What would have failed is said first, so that nobody takes the success for a pass. */
function reportedOnly(report: Report): Verdict {
  const errors = codesOf(report, 'error');
  const warnings = codesOf(report, 'warning');
  if (errors.length === 0) {
    const { mark, phrase } = enforced(report);
    return { mark, phrase: say`Report only, nothing would fail. ${phrase}` };
  }
  const more = warnings.length === 0 ? say`` : say`; ${count(warnings.length, 'warning')}`;
  return {
    mark: 'warned',
    phrase: say`Report only: ${count(errors.length, 'error')} would fail this pull request${byCode(errors)}${more}`,
  };
}

function enforced(report: Report): Verdict {
  const errors = codesOf(report, 'error');
  const warnings = codesOf(report, 'warning');
  if (report.conclusion === 'failure') {
    const more = warnings.length === 0 ? say`` : say` and ${count(warnings.length, 'warning')}`;
    return { mark: 'failed', phrase: say`Failed: ${count(errors.length, 'error')}${byCode(errors)}${more}` };
  }
  if (warnings.length > 0)
    return {
      mark: 'warned',
      phrase: say`Passed with ${count(warnings.length, 'warning')}${byCode(warnings)}`,
    };
  if (report.coverage.commits > 0) return { mark: 'passed', phrase: say`Passed: ${whyPassed(report)}` };
  const { trusted } = report.coverage;
  return {
    mark: 'idle',
    phrase:
      trusted === 0
        ? say`Nothing to judge: ${emptiness(report)}`
        : say`Nothing to judge again: ${judgedBefore(trusted)}`,
  };
}

function emptiness({ uncommitted }: Report): Phrase {
  switch (uncommitted?.kind) {
    case undefined:
      return say`there is no commit between base and head`;
    case 'staged':
      return say`nothing is staged`;
    case 'working-tree':
      return say`the working tree is as HEAD has it`;
  }
}

const judgedBefore = (trusted: number): Phrase =>
  say`${count(trusted, 'commit')} of trusted branches, judged before`;

function byCode(codes: readonly Code[]): Phrase {
  const amounts = [...groupBy(codes, (code) => code)].map(([code, same]) => `${same.length} ${code}`);
  return amounts.length === 0 ? [] : [` (${amounts.join(', ')})`];
}

function whyPassed({ attributions, agents, violations, silenced }: Report): Phrase {
  const lifted = violations.filter(isLifted).length;
  if (lifted > 0)
    return say`${count(lifted, 'finding')} ${[lifted === 1 ? 'is' : 'are']} lifted, and no error is left`;
  if (agents.some(({ forbiddenPaths }) => forbiddenPaths > 0)) return say`no error`;
  const active = agents.filter(({ commits }) => commits > 0).map(({ agent }) => agent);
  const unheld = silenced.filter(
    ({ code, agent }) => code === 'forbidden-path' && (agent === null || active.includes(agent)),
  );
  if (active.length > 0 && unheld.length > 0) return say`no error, but ${silencedPhrase(unheld)}`;
  return attributions.some(({ agents: named }) => named.length > 0)
    ? whyNamedPassed(agents)
    : say`no commit names an agent, so there was no boundary to hold it to`;
}

function whyNamedPassed(agents: Report['agents']): Phrase {
  const active = agents.filter(({ commits }) => commits > 0);
  const free = active.filter(({ rules }) => rules.cannotTouch === 0).map(({ agent }) => text(agent));
  if (free.length === 0) return say`no agent left its boundary`;
  const held = free.length === active.length ? say`` : say`no agent left its boundary, but `;
  return say`${held}${listOf(free)} ${[free.length === 1 ? 'has' : 'have']} no CANNOT TOUCH and could touch anything`;
}

/** What was judged, and what was not, on one line. */
export const coverageOf = (report: Report): Phrase =>
  report.uncommitted === null ? coverageOfCommits(report) : coverageOfWork(report, report.uncommitted);

const coverageOfCommits = ({ range, coverage, attributions }: Report): Phrase =>
  say`Judged ${commit(range.base)}..${commit(range.head)}: ${count(coverage.commits, 'commit')}, ${count(
    coverage.files,
    'changed file',
  )}; ${rulesRead(coverage)}, read at the base${unjudged(attributions)}${spared(coverage.trusted)}`;

const coverageOfWork = ({ range, coverage }: Report, { kind, leftOut }: Uncommitted): Phrase =>
  say`Judged ${[kind === 'staged' ? 'what is staged' : 'the working tree']} on ${commit(range.base)}: ${count(
    coverage.files,
    'changed file',
  )}; ${rulesRead(coverage)}, read at HEAD${leftOut.length === 0 ? [] : say`; not judged, as a commit leaves it out: ${listOf(leftOut.map((one) => path(one.path)))}`}`;

const rulesRead = ({ definitions, rules }: Report['coverage']): Phrase =>
  say`${count(definitions, 'definition')} with ${count(rules, 'rule')}`;

/** The commits that no rules are known for. One that only claims unknown names is an error of its own. */
function unjudged(attributions: Report['attributions']): Phrase {
  const numberOf = (wanted: Report['attributions'][number]['kind']): number =>
    attributions.filter(({ kind }) => kind === wanted).length;
  const [people, anonymous] = [numberOf('person'), numberOf('anonymous')];
  return [
    ...(people === 0 ? [] : say`; ${count(people, 'commit')} of people, not judged`),
    ...(anonymous === 0
      ? []
      : say`; ${count(anonymous, 'commit')} of an AI without an agent’s name, not judged`),
  ];
}

const spared = (trusted: number): Phrase => (trusted === 0 ? [] : say`; ${judgedBefore(trusted)}`);
