import { fingerprint } from '../core/fingerprint.js';
import { identityOf } from '../core/definitions/problem-identity.js';
import { severityOf } from '../core/definitions/problem-severities.js';
import { linesOf } from '../core/in-head.js';
import { standsAtHead } from '../core/policy/rule-changes.js';
import type { ReportedProblem } from '../core/report.js';
import type { RuleReference, Violation } from '../core/violation.js';
import type { RepoPath, Severity } from '../core/vocabulary.js';
import { CODE_INFO } from './code-info.js';
import { agentOf } from './grouping.js';
import { render, say, text } from './phrase.js';
import { PROBLEM_HELP } from './problem-help.js';
import { ruleClause } from './rule-words.js';
import { toProblemResult } from './sarif.js';
import { LEVELS, toLocation, type Lines, type SarifRule } from './sarif-log.js';
import { weightOf } from './verdict.js';
import { plainVoice } from './voices.js';
import type { Words } from './words.js';

/** A finding or a problem on its way into a log. */
export interface SarifEntry {
  readonly severity: Severity;
  readonly rule: SarifRule;
  /** What stays of it when lines and commits move. */
  readonly print: string;
  readonly toResult: (ruleIndex: number, print: string) => object;
}

export function findingEntry(violation: Violation, rule: SarifRule, words: Words): SarifEntry {
  const { severity } = violation;
  return {
    severity,
    rule,
    print: fingerprint(JSON.stringify([rule.id, subjectOf(violation)])),
    toResult: (ruleIndex, print) => ({
      ruleId: rule.id,
      ruleIndex,
      level: LEVELS[severity],
      message: { text: messageOf(violation, words) },
      locations: locationsOf(violation, words.context),
      ...relatedTo(violation),
      partialFingerprints: { 'agentOwnershipFinding/v1': print },
    }),
  };
}

/** The rule of each finding; those that share one share its words. */
export function createRules(): (violation: Violation) => SarifRule {
  const known = new Map<string, SarifRule>();
  return (violation) => {
    const reference = referenceOf(violation);
    const key = JSON.stringify([violation.code, agentOf(violation), reference?.section, reference?.pattern]);
    const rule = known.get(key) ?? ruleFor(violation);
    known.set(key, rule);
    return rule;
  };
}

/** By what it rests on: the pattern of an agent where there is one, else the agent, else the code alone. */
function ruleFor(violation: Violation): SarifRule {
  const { code, severity } = violation;
  const agent = agentOf(violation);
  const rule = referenceOf(violation);
  const { title, docs } = CODE_INFO[code];
  const advice = `What it means and what to do: ${docs}.`;
  if (agent === null || !('inHead' in violation))
    return { id: code, code, severity, title, meaning: `${title}.`, advice };
  const print = fingerprint(JSON.stringify([agent, rule?.section ?? null, rule?.pattern ?? null]));
  const id = `${code}/${agent.replace(/[^\w.-]+/g, '-').slice(0, 60)}/${print}`;
  const clause =
    rule === null ? say`It is about ${text(agent)}.` : say`Of ${text(agent)}, ${ruleClause(rule)}.`;
  const named = rule === null ? say`${text(agent)}` : say`${text(agent)}, ${text(rule.pattern)}`;
  return {
    id,
    code,
    severity,
    title: `${title}: ${render(named, plainVoice)}`,
    meaning: `${title}. ${render(clause, plainVoice)}`,
    advice,
  };
}

const referenceOf = (violation: Violation): RuleReference | null =>
  'rule' in violation ? violation.rule : null;

/** Nothing of it changes with the commits of the branch. */
function subjectOf(violation: Violation): unknown {
  if ('claim' in violation) return violation.claim;
  if ('waiver' in violation) {
    const { agent, path, reason } = violation.waiver;
    return [agent, path, reason];
  }
  if ('change' in violation) {
    const { effect, agent, file, subject } = violation.change;
    return [effect, agent, file, subject.kind, 'pattern' in subject ? subject.pattern : null];
  }
  return [agentOf(violation), 'path' in violation ? violation.path : null];
}

function messageOf(violation: Violation, words: Words): string {
  const { text: advice, commands } = words.remedy(violation);
  return [`${words.describe(violation).sentence} ${advice}`, ...commands].join('\n');
}

/** More are no help, and code scanning shows the first only. */
const MOST_PLACES = 20;

/** Code scanning refuses a result without a place: what is on a commit stands on the config, which decides about it. */
function locationsOf(violation: Violation, { policyFile }: Words['context']): readonly object[] {
  const on = (file: RepoPath, lines: Lines | null) => ({ physicalLocation: toLocation(file, lines) });
  if ('inHead' in violation) {
    const { inHead, path, rule } = violation;
    if (inHead.kind === 'gone' && rule !== null) return [on(rule.file, lineOf(rule.line))];
    const lines = linesOf(inHead) ?? [];
    return lines.length === 0
      ? [on(path, null)]
      : lines.slice(0, MOST_PLACES).map((range) => on(path, range));
  }
  if ('path' in violation) return [on(violation.path, null)];
  if ('waiver' in violation) return [on(violation.waiver.file, lineOf(violation.waiver.line))];
  if ('change' in violation) {
    const { file, line } = violation.change;
    return [on(file, standsAtHead(violation.change) ? lineOf(line) : null)];
  }
  return [on('file' in violation ? violation.file : policyFile, null)];
}

const lineOf = (line: number | null): Lines | null => (line === null ? null : { start: line, end: line });

/** The line of the definition that the finding rests on. */
function relatedTo(violation: Violation): object {
  const rule = referenceOf(violation);
  if (rule === null) return {};
  return {
    relatedLocations: [
      {
        id: 1,
        physicalLocation: toLocation(rule.file, lineOf(rule.line)),
        message: { text: render(say`${ruleClause(rule)}`, plainVoice) },
      },
    ],
  };
}

export function problemEntry(reported: ReportedProblem): SarifEntry {
  const severity = weightOf(reported);
  const { code } = reported.problem;
  const problem = { ...reported.problem, severity };
  const { meaning, remedy } = PROBLEM_HELP[code];
  return {
    severity,
    rule: {
      id: code,
      code,
      severity: severityOf(code),
      title: CODE_INFO[code].title,
      meaning,
      advice: remedy,
    },
    print: fingerprint(identityOf(problem)),
    toResult: (ruleIndex, print) => toProblemResult(problem, ruleIndex, print),
  };
}
