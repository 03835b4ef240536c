import type { EntryReference } from '../core/definitions/lint-facts.js';
import type { RuleChange } from '../core/policy/rule-changes.js';
import type { ApprovalOutcome } from '../core/report.js';
import { quotePath } from './paths.js';

/** What the head would loosen or tighten, as a row; every row carries every key. */
export function toRuleChangeRow({ effect, agent, file, line, subject, paths, commit, by }: RuleChange) {
  return {
    effect,
    agent,
    file: quotePath(file).path,
    line,
    kind: subject.kind,
    pattern: 'pattern' in subject ? subject.pattern : null,
    denial: 'denial' in subject ? toDenialRow(subject.denial) : null,
    key: 'key' in subject ? subject.key : null,
    before: 'before' in subject ? subject.before : null,
    after: 'after' in subject ? subject.after : null,
    paths: { examples: paths.examples.map((path) => quotePath(path).path), count: paths.count },
    commit,
    by,
  };
}

const toDenialRow = ({ pattern, file, line }: EntryReference) => ({
  pattern,
  file: quotePath(file).path,
  line,
});

export const toApprovalRow = (approval: ApprovalOutcome | null) =>
  approval === null
    ? null
    : {
        label: approval.label,
        state: approval.state,
        by: approval.by,
        at: approval.at,
        head: approval.head,
        refusal: approval.refusal,
        detail: approval.detail,
      };
