import type { Report } from '../core/report.js';
import { isLifted, isUndone, stands, type Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { approvalPhrases } from './approval-words.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { groupByAgent } from './grouping.js';
import { labelled, wrap } from './layout.js';
import { safeForLog } from './log.js';
import { accountOf } from './messages.js';
import type { Paint } from './paint.js';
import { count, paragraph, render, say, text } from './phrase.js';
import { policyPhrase, sharedPhrase } from './policy-words.js';
import { toFinding, toProblem } from './text-findings.js';
import { toRuleChanges } from './text-rule-changes.js';
import { coverageOf, isCharged, verdictOf, type Verdict } from './verdict.js';
import { bareVoice, plainVoice } from './voices.js';

/** The report for a terminal: the verdict, what each agent did with the way out, what was judged. Ends with a line break. */
export function toText(report: Report, paint: Paint): string {
  const context = toFindingContext(report, plainVoice);
  const blocks = [
    [verdictLine(verdictOf(report), paint)],
    ...[...groupByAgent(report.violations.filter(isOfCommits))].flatMap(([agent, findings]) =>
      toGroup(agent, findings, report, context, paint),
    ),
    ...toRuleChanges(report, context, paint),
    ...toDefinitions(report, paint),
    toUncounted('undone: ', report.violations.filter(isUndone), context, paint),
    toUncounted('lifted: ', report.violations.filter(isLifted), context, paint),
    toApproval(report, paint),
    toShared(report, paint),
    [
      paint.dim(`${render(coverageOf(report), plainVoice)}.`),
      ...wrap(`${render(policyPhrase(report.policy), plainVoice)}.`, '').map(paint.dim),
    ],
  ];
  return print(blocks);
}

/** What the branch changes in the rules has a part of its own. */
const isOfCommits = (violation: Violation): boolean =>
  stands(violation) && violation.code !== 'rule-loosened';

const print = (blocks: readonly (readonly string[])[]): string =>
  safeForLog(
    blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block.join('\n')}\n`)
      .join('\n'),
  );

function verdictLine({ mark, phrase }: Verdict, paint: Paint): string {
  const words = render(phrase, plainVoice);
  switch (mark) {
    case 'failed':
      return paint.bold(paint.red(`✖ ${words}`));
    case 'warned':
      return paint.bold(paint.yellow(`▲ ${words}`));
    case 'passed':
      return paint.bold(paint.green(`✔ ${words}`));
    case 'idle':
      return paint.bold(words);
  }
}

function toGroup(
  agent: AgentName | null,
  findings: readonly Violation[],
  { agents }: Report,
  context: FindingContext,
  paint: Paint,
): readonly (readonly string[])[] {
  const found = findings.map((violation) => toFinding(violation, context, paint));
  if (agent === null) return [[paint.bold('Commits')], ...found];
  const activity = agents.find((one) => one.agent === agent);
  const did =
    activity === undefined
      ? ''
      : `  ${render(say`${count(activity.commits, 'commit')}, ${count(activity.changedPaths, 'changed file')}`, plainVoice)}`;
  return [[`${paint.bold(bareVoice(text(agent)))}${paint.dim(did)}`], ...found];
}

function toDefinitions({ problems }: Report, paint: Paint): readonly (readonly string[])[] {
  const charged = problems.filter(isCharged).map(({ problem }) => toProblem(problem, paint));
  const older = problems.length - charged.length;
  return older === 0
    ? charged
    : [
        ...charged,
        [
          render(
            say`${count(older, 'problem')} in definitions from before: see ${text('agent-ownership lint')}.`,
            plainVoice,
          ),
        ].map(paint.dim),
      ];
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
