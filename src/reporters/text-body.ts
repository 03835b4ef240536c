import type { Report } from '../core/report.js';
import { isLifted, isUndone, stands, type Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { foldAlike } from './alike.js';
import { approvalPhrases } from './approval-words.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { groupByAgent } from './grouping.js';
import { labelled, wrap } from './layout.js';
import { accountOf } from './messages.js';
import type { Paint } from './paint.js';
import { count, paragraph, render, say, text } from './phrase.js';
import { sharedPhrase } from './policy-words.js';
import { toFinding } from './text-findings.js';
import { toFramedText } from './text-frame.js';
import { toRuleChanges } from './text-rule-changes.js';
import { bareVoice, plainVoice } from './voices.js';

/**
 * The report for a terminal: the verdict, what each agent did with the way out, the given blocks on definitions, what was
 * judged. Ends with a line break.
 */
export function toTextWith(
  report: Report,
  definitions: readonly (readonly string[])[],
  paint: Paint,
): string {
  const context = toFindingContext(report, plainVoice);
  const blocks = [
    ...[...groupByAgent(report.violations.filter(isOfCommits))].flatMap(([agent, findings]) =>
      toGroup(agent, findings, report, context, paint),
    ),
    ...toRuleChanges(report, context, paint),
    ...definitions,
    toUncounted('undone: ', report.violations.filter(isUndone), context, paint),
    toUncounted('lifted: ', report.violations.filter(isLifted), context, paint),
    toApproval(report, paint),
    toShared(report, paint),
  ];
  return toFramedText(report, blocks, paint);
}

/** What the branch changes in the rules has a part of its own. */
const isOfCommits = (violation: Violation): boolean =>
  stands(violation) && violation.code !== 'rule-loosened';

function toGroup(
  agent: AgentName | null,
  findings: readonly Violation[],
  { agents, uncommitted }: Report,
  context: FindingContext,
  paint: Paint,
): readonly (readonly string[])[] {
  const found = foldAlike(findings, () => context).map((alike) => toFinding(alike, context, paint));
  if (agent === null) return [[paint.bold('Commits')], ...found];
  const activity = agents.find((one) => one.agent === agent);
  const commits = (amount: number) => (uncommitted === null ? say`${count(amount, 'commit')}, ` : say``);
  const did =
    activity === undefined
      ? ''
      : `  ${render(say`${commits(activity.commits)}${count(activity.changedPaths, 'changed file')}`, plainVoice)}`;
  return [[`${paint.bold(bareVoice(text(agent)))}${paint.dim(did)}`], ...found];
}

const toUncounted = (
  label: string,
  violations: readonly Violation[],
  context: FindingContext,
  paint: Paint,
): readonly string[] =>
  violations.flatMap((violation) => {
    const { title, notes } = accountOf(violation, context);
    return labelled(label, render(paragraph([say`${title}.`, ...notes]), context.voice), paint.dim);
  });

function toShared({ shared }: Report, paint: Paint): readonly string[] {
  const phrase = sharedPhrase(shared);
  return phrase === null ? [] : wrap(`${render(phrase, plainVoice)}.`, '').map(paint.dim);
}

const toApproval = ({ approval }: Report, paint: Paint): readonly string[] =>
  approvalPhrases(approval).flatMap((phrase) =>
    labelled('approval: ', render(phrase, plainVoice), paint.dim),
  );
