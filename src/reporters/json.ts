import type { Explanation, LintReport, Report, Uncommitted } from '../core/report.js';
import { toAgentRow, toLintProblemRow, toProblemRow, toRuleRow } from './json-definitions.js';
import { toApprovalRow, toRuleChangeRow } from './json-policy.js';
import { toViolationRow } from './json-rows.js';
import { quotePath } from './paths.js';
import { countUses } from './policy-words.js';
import { printJson } from './print-json.js';
import { nameOf } from './uncommitted.js';
import { createWords } from './words.js';

/** The report as versioned JSON: every row carries every key, `null` where it has nothing to say. */
export function toCheckJson(report: Report, words = createWords(report)): string {
  const { conclusion, mode, policy, silenced, range, coverage } = report;
  return printJson({
    schemaVersion: report.schemaVersion,
    conclusion,
    mode,
    policy: {
      file: quotePath(policy.file).path,
      state: policy.state,
      floor: policy.floor,
      silenced: silenced.map(({ code, agent }) => ({ code, agent })),
    },
    range: { base: range.base, head: nameOf(range.head) },
    violations: report.violations.map((violation) => toViolationRow(violation, words)),
    problems: report.problems.map(({ problem, introduced, counts }) => ({
      ...toProblemRow(problem),
      introduced,
      counts,
    })),
    attributions: report.attributions.map(({ commit, subject, kind, agents, provisional }) => ({
      commit: nameOf(commit),
      subject,
      kind,
      agents,
      provisional,
    })),
    ruleChanges: report.ruleChanges.map(toRuleChangeRow),
    shared: [...countUses(report.shared)].map(([pattern, changes]) => ({ pattern, changes })),
    approval: report.approval === null ? null : toApprovalRow(report.approval),
    uncommitted: report.uncommitted === null ? null : toUncommittedRow(report.uncommitted),
    coverage: {
      definitions: coverage.definitions,
      rules: coverage.rules,
      commits: coverage.commits,
      files: coverage.files,
    },
  });
}

const toUncommittedRow = ({ kind, parents, leftOut }: Uncommitted) => ({
  kind,
  parents,
  leftOut: leftOut.map(({ path, reason }) => ({ ...quotePath(path), reason })),
});

/** What the definitions say, and what is wrong with them; one row for each file. */
export const toLintJson = ({ definitions, problems }: LintReport): string =>
  printJson({ agents: definitions.map(toAgentRow), problems: problems.map(toLintProblemRow) });

/** Who may touch the paths. */
export const toExplainJson = (explanations: readonly Explanation[]): string =>
  printJson(
    explanations.map(({ path, protected: isProtected, shared, agents }) => ({
      path: quotePath(path).path,
      protected: isProtected,
      shared,
      agents: agents.map(({ agent, verdict, rule }) => ({
        agent,
        verdict,
        rule: rule === null ? null : toRuleRow(rule),
      })),
    })),
  );
