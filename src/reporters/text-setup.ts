import type { Edit, Plan } from '../core/setup/plan.js';
import { repoPath } from '../core/vocabulary.js';
import { labelled, wrap } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { path, render, say, text, type Phrase } from './phrase.js';
import { quoteForShell } from './shell.js';
import { wordNote, wordRefusal, type SetupWords } from './setup-words.js';
import { plainVoice } from './voices.js';

const print = (lines: readonly string[]): string => safeForLog(lines.map((line) => `${line}\n`).join(''));

function toLines(label: string, { sentence, snippet }: SetupWords, paint: (label: string) => string) {
  const lines = snippet === null ? [] : snippet.trimEnd().split('\n');
  return [...labelled(label, render(sentence, plainVoice), paint), ...lines.map((line) => `    ${line}`)];
}

/** Why `init` changes nothing. */
export const toRefusalText = ({ refusals }: Plan, { red }: Paint): string =>
  print([
    ...refusals.flatMap((refusal) => toLines(`error[${refusal.code}]: `, wordRefusal(refusal), red)),
    'Nothing was changed.',
  ]);

/** What is good to know besides; empty where there is nothing. */
export const toNotesText = ({ notes }: Pick<Plan, 'notes'>, { yellow }: Paint): string =>
  print(notes.flatMap((note) => toLines('note: ', wordNote(note), yellow)));

export const IN_PLACE = 'Everything is in place: nothing to change.\n';
export const NOTHING_TO_REMOVE = 'There is nothing of init here: nothing to remove.\n';
export const UNCHANGED = 'Nothing was changed.\n';
export const DRY_RUN = 'A dry run: nothing was changed.\n';
export const NEEDS_YES =
  'This is no terminal to ask on, so nothing was changed. Run it with --yes to apply the changes, or with --dry-run to look only.\n';
export const QUESTION = 'Apply? [y/N] ';
export const HOOK_QUESTION =
  'Install git hooks too? They name the agent of AGENT_NAME on its commits, and check before a push. [y/N] ';
export const isYes = (answer: string): boolean => /^\s*y(?:es)?\s*$/i.test(answer);

/** What was done, and what remains to be done by people. */
export function toNextSteps(edits: readonly Edit[], paint: Paint): string {
  const steps = [...commitSteps(edits), ...partSteps(edits)];
  return print([
    paint.green('✔ Done. Next:'),
    ...steps.flatMap((step, index) =>
      labelled(`  ${index + 1}. `, render(step, plainVoice), (label) => label),
    ),
  ]);
}

/** Files outside the working tree, and hooks in `.git`, are nobody else's. */
function commitSteps(edits: readonly Edit[]): readonly Phrase[] {
  const paths = edits
    .map((edit) => edit.path)
    .filter((of) => !of.startsWith('/') && !/^(?:\.git\/|[A-Za-z]:)/.test(of));
  if (paths.length === 0) return [];
  return [
    say`Commit: ${text(`git add -- ${paths.map(quoteForShell).join(' ')}`)}, then ${text('git commit')}.`,
  ];
}

function partSteps(edits: readonly Edit[]): readonly Phrase[] {
  const has = (why: Edit['why']): boolean => edits.some((edit) => edit.why === why);
  return [
    ...(has('workflow')
      ? [
          say`Open a pull request. Once the check has run, require it: Settings, Rules, Rulesets, “Require status checks to pass”, ${text('agent-ownership')}.`,
        ]
      : []),
    ...(has('plugin')
      ? [say`Start Claude Code here and trust the folder: it offers to install the plugin.`]
      : []),
    ...(has('git-hook')
      ? [
          say`Who commits as an agent sets ${text('AGENT_NAME')}, such as ${text('export AGENT_NAME=backend-django')}.`,
        ]
      : []),
    say`See that it works: ${text('agent-ownership doctor')}.`,
  ];
}

/** What was taken away. */
export const toRemoved = (edits: readonly Edit[], paint: Paint): string =>
  print([
    paint.green('✔ Removed.'),
    ...wrap(
      render(
        say`Take it out of the required checks too, or pull requests wait for it. Changed: ${edits.length}.`,
        plainVoice,
      ),
      '  ',
    ),
    ...edits.map((edit) => `  ${render([path(repoPath(edit.path))], plainVoice)}`),
  ]);
