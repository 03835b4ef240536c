import type { EntryReference } from '../core/definitions/lint-facts.js';
import type { RuleChange } from '../core/policy/rule-changes.js';
import type { Approval } from '../core/report.js';
import { approvalPhrases } from './approval-words.js';
import { quotePath } from './paths.js';
import { render } from './phrase.js';
import { nameOf } from './uncommitted.js';
import { plainVoice } from './voices.js';

/** What the head would loosen or tighten, as a row; every row carries every key. */
export function toRuleChangeRow({ effect, agent, file, line, subject, paths, commit, by }: RuleChange) {
  return {
    effect,
    agent,
    file: quotePath(file).path,
    line,
    kind: subject.kind,
    pattern: 'pattern' in subject ? subject.pattern : null,
    patterns: 'patterns' in subject ? subject.patterns : [],
    renamed: 'renamed' in subject ? subject.renamed : null,
    denial: 'denial' in subject ? toDenialRow(subject.denial) : null,
    key: 'key' in subject ? subject.key : null,
    before: 'before' in subject ? subject.before : null,
    after: 'after' in subject ? subject.after : null,
    paths: { examples: paths.examples.map((path) => quotePath(path).path), count: paths.count },
    commit: nameOf(commit),
    by,
  };
}

const toDenialRow = ({ pattern, file, line }: EntryReference) => ({
  pattern,
  file: quotePath(file).path,
  line,
});

/** Who approved what, when, and why it does not count where it does not. */
export const toApprovalRow = ({ label, outcomes }: Approval) => ({
  label,
  outcomes: outcomes.map((outcome) => ({
    pullRequest: outcome.pullRequest,
    state: outcome.state,
    by: outcome.by,
    at: outcome.at,
    head: outcome.head,
    refusal: outcome.refusal,
    detail: outcome.detail,
    exceptions: outcome.exceptions.map(({ commit, refusal }) => ({ commit, refusal })),
    message: approvalPhrases({ label, outcomes: [outcome] })
      .map((phrase) => render(phrase, plainVoice))
      .join(' '),
  })),
});
