import type { ChangeStatus } from '../core/history.js';
import { linesOf, type LineRange } from '../core/in-head.js';
import type { Lift } from '../core/lift.js';
import type { Violation, ViolationCode } from '../core/violation.js';
import type { Severity } from '../core/vocabulary.js';
import { toRuleRow, type RuleRow } from './json-definitions.js';
import { quotePath, type QuotedPath } from './paths.js';
import type { Remedy } from './remedies.js';
import { nameOf } from './uncommitted.js';
import type { Words } from './words.js';

/** What is told apart by code; the rest of a row is the same for all. */
interface Facts {
  /** For `unknown-agent` the name as claimed. */
  readonly agent: string | null;
  /** For `provisional-agent` the definition in the head, for `rule-loosened` and waivers where the rule stands. */
  readonly path: string | null;
  readonly pathEncoding: QuotedPath['pathEncoding'];
  readonly status: ChangeStatus | null;
  readonly commit: string | null;
  /** What the commit wrote of the file as the head has it; `null` for the file as a whole, or nothing of it. */
  readonly lines: readonly LineRange[] | null;
  readonly rule: RuleRow | null;
  readonly owners: readonly string[];
  readonly waivedBy: Lift | null;
  readonly undoneBy: string | null;
}

export interface ViolationRow extends Facts {
  readonly code: ViolationCode;
  readonly severity: Severity;
  readonly remedy: Remedy;
  readonly message: string;
}

const NO_FACTS: Facts = {
  agent: null,
  path: null,
  pathEncoding: null,
  status: null,
  commit: null,
  lines: null,
  rule: null,
  owners: [],
  waivedBy: null,
  undoneBy: null,
};

/** One row for each commit, agent, path and code; undone ones too. `commit` is null for work that is no commit yet. */
export function toViolationRow(violation: Violation, words: Words): ViolationRow {
  const facts = { ...NO_FACTS, ...factsOf(violation) };
  return {
    code: violation.code,
    severity: violation.severity,
    ...facts,
    commit: nameOf(facts.commit),
    remedy: words.remedy(violation),
    message: words.describe(violation).sentence,
  };
}

const toLiftRow = (lift: Lift | null): Lift | null =>
  lift === null ? null : { kind: lift.kind, reason: lift.reason, by: lift.by, until: lift.until };

const toLineRows = (lines: readonly LineRange[] | null): readonly LineRange[] | null =>
  lines === null ? null : lines.map(({ start, end }) => ({ start, end }));

function factsOf(violation: Violation): Partial<Facts> {
  switch (violation.code) {
    case 'forbidden-path':
    case 'read-only-path':
    case 'definition-edit':
    case 'outside-owns':
    case 'case-collision':
    case 'joint-attribution':
      return {
        agent: violation.agent,
        ...quotePath(violation.path),
        status: violation.status,
        commit: violation.commit,
        lines: 'inHead' in violation ? toLineRows(linesOf(violation.inHead)) : null,
        rule: violation.rule === null ? null : toRuleRow(violation.rule),
        owners: violation.owners,
        undoneBy: 'undoneBy' in violation ? violation.undoneBy : null,
        waivedBy: 'waivedBy' in violation ? toLiftRow(violation.waivedBy) : null,
      };
    case 'unknown-agent':
      return { agent: violation.claim, commit: violation.commit };
    case 'unreadable-commit':
      return { commit: violation.commit };
    case 'provisional-agent':
      return {
        agent: violation.agent,
        ...quotePath(violation.file),
        commit: violation.commit,
        waivedBy: toLiftRow(violation.waivedBy),
      };
    case 'retired-agent':
      return { agent: violation.agent, ...quotePath(violation.file), commit: violation.commit };
    case 'misplaced-trailer':
      return { agent: violation.agent, commit: violation.commit, waivedBy: toLiftRow(violation.waivedBy) };
    case 'anonymous-agent':
      return { commit: violation.commit };
    case 'unattributed-commit':
      return {
        ...quotePath(violation.path),
        status: violation.status,
        commit: violation.commit,
        waivedBy: toLiftRow(violation.waivedBy),
      };
    case 'rule-loosened':
      return {
        agent: violation.change.agent,
        ...quotePath(violation.change.file),
        commit: violation.change.commit,
        waivedBy: toLiftRow(violation.waivedBy),
      };
    case 'waiver-expired':
    case 'waiver-unused':
      return { agent: violation.waiver.agent, ...quotePath(violation.waiver.file) };
    case 'squash-loses-trailers':
      return {};
    case 'no-definitions':
      return { waivedBy: toLiftRow(violation.waivedBy) };
  }
}
