import { DEFAULT_CONFIG_PATH } from '../core/policy/policy.js';
import type { BoundaryFinding, JournalFailure, WorkFinding } from '../core/session/work-finding.js';
import { repoPath } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { mendMessageCommand } from './mend-message.js';
import { describeViolation } from './messages.js';
import { commit, listOf, render, say, text, type Phrase } from './phrase.js';
import { remedyFor } from './remedies.js';
import { shortName } from './restore-command.js';
import { quoteForShell } from './shell.js';
import { takeBackCommands } from './take-back-commands.js';
import { plainVoice } from './voices.js';

/** More are told by their number: the commands for the first ones show what is to be done. */
const MOST_TOLD = 10;

/** What is wrong with work that is done, for the agent that did it: a paragraph for each, with the commands that mend it. */
export function describeWork(findings: readonly WorkFinding[]): string {
  const told = findings.slice(0, MOST_TOLD).map(describeFinding);
  const left = findings.length - told.length;
  const more = left > 0 ? [`And ${left} more of this kind.`] : [];
  return [...told, ...more, ...stageTheRest(findings)].join('\n\n');
}

function describeFinding(finding: WorkFinding): string {
  switch (finding.kind) {
    case 'boundary':
      return describeBoundary(finding);
    case 'unstamped-commit':
      return describeUnstamped(finding);
    case 'amended-commit':
      return describeAmended(finding);
    case 'journal-failure':
      return describeFailure(finding);
  }
}

/** One path that breaks a rule, in a commit that is made, is about to be made, or in the working tree. */
export function describeBoundary(finding: BoundaryFinding): string {
  const { violation, uncommitted, where, intake } = finding;
  const context = toContext(finding);
  const found = [describeViolation(violation, context).sentence, ...jointNotes(finding)];
  const remedy = remedyFor(violation, context);
  const lines = [...found, remedy.text];
  if (where !== 'next-commit' || uncommitted === null) return withCommands(lines, remedy.commands);
  const undo = takeBackCommands(violation, { ...uncommitted, kind: 'working-tree' });
  const again = 'The commit was not made; make it again without the file.';
  return [
    // Out of the index it cannot be taken before it is there.
    intake?.isStaged === false
      ? [...found, again].join(' ')
      : withCommands([...lines, again], remedy.commands),
    withCommands(['Where the change itself is to be undone:'], undo),
  ].join('\n');
}

/** The commands that stage what a refused command would have staged, less what may not be in the commit. */
function stageTheRest(findings: readonly WorkFinding[]): readonly string[] {
  const next = findings
    .filter((finding) => finding.kind === 'boundary')
    .filter(({ intake }) => intake !== null);
  const gathers = next[0]?.intake?.gathers ?? 'named';
  if (gathers === 'named') return [];
  const without = [...new Set(next.map(({ violation }) => violation.path))].map((path) =>
    quoteForShell(`:(top,exclude,literal)${path}`),
  );
  const option = gathers === 'everything' ? '-A' : '-u';
  return [
    withCommands(
      ['To stage all else, and then commit without staging anything more:'],
      [`git add ${option} -- ${[quoteForShell(':/'), ...without].join(' ')}`],
    ),
  ];
}

const toContext = ({ uncommitted }: BoundaryFinding): FindingContext => ({
  voice: plainVoice,
  base: null,
  head: null,
  policyFile: repoPath(DEFAULT_CONFIG_PATH),
  restoreFor: (violation) => violation,
  mayBeGone: () => false,
  approval: null,
  uncommitted,
});

/** A joint commit answers with all its names for what it holds. */
function jointNotes({ madeBy, violation }: BoundaryFinding): readonly string[] {
  if (madeBy.length === 0 || madeBy.includes(violation.agent)) return [];
  const makers = listOf(madeBy.map(text));
  return [
    toText(
      say`By the journal ${makers} made this change, but a commit that names several agents answers with all of them: commit the files of each agent on their own (${text('git commit -m … -- <its files>')}).`,
    ),
  ];
}

function describeUnstamped(finding: Extract<WorkFinding, { readonly kind: 'unstamped-commit' }>): string {
  const { subject, agents, trailers, head, branch } = finding;
  const said = say`Commit ${commit(finding.commit)} (${text(subject)}) holds the work of ${listOf(agents.map(text))} and does not say so: it lacks ${listOf(trailers.map(text))}. The check cannot tell whose it is.`;
  const isHead = finding.commit === head;
  const how = isHead
    ? say`Add it:`
    : say`It is no longer the last commit: the command makes it and those after it anew, so run it only where nothing of that is pushed.`;
  return withCommands(
    [toText(said), toText(how)],
    [
      ...switchTo(branch),
      mendMessageCommand(finding, { base: null, head: branch === 'HEAD' ? head : finding.commit }),
    ],
  );
}

function describeAmended(finding: Extract<WorkFinding, { readonly kind: 'amended-commit' }>): string {
  const { agent, before, head, branch } = finding;
  const said = say`Commit ${commit(finding.commit)} amends ${commit(before)}, which is not the work of ${text(agent)}: its changes now stand under another name.`;
  if (finding.commit !== head) {
    return toText(say`${said} It is no longer the last commit: tell the person you work for.`);
  }
  return withCommands(
    [toText(said), 'Take the amendment back, and commit the changes as a commit of your own:'],
    [...switchTo(branch), `git reset --soft ${shortName(before)}`, 'git commit -m …'],
  );
}

const switchTo = (branch: string): readonly string[] =>
  branch === 'HEAD' ? [] : [`git switch ${quoteForShell(branch)}`];

const FAILURES: Readonly<Record<JournalFailure, string>> = {
  'not-noted':
    'Agent Ownership could not note what this call changed, so a commit of it by somebody else will lack the name.',
  'unreadable-notes': 'Some notes of whose work is whose cannot be read, so a commit may lack a name.',
  'out-of-time':
    'Too much had changed to read all of it in time, so a commit of it by somebody else may lack the name.',
  'not-stamped': 'Agent Ownership could not look at this commit before it was made, so it may lack a name.',
  'not-verified': 'Agent Ownership could not look at what was committed.',
};

function describeFailure(finding: Extract<WorkFinding, { readonly kind: 'journal-failure' }>): string {
  const which = FAILURES[finding.failure];
  return `${which} ${toText(say`(${text(finding.subject)})`)} Check the names with \`git log\` before you push; the required check decides.`;
}

const toText = (phrase: Phrase): string => render(phrase, plainVoice);

const withCommands = (sentences: readonly string[], commands: readonly string[]): string =>
  [sentences.join(' '), ...commands.map((command) => `    ${command}`)].join('\n');
