import type { DiagnosisCode } from '../core/setup/doctor/diagnosis.js';
import { count, listOf, say, text, type Phrase } from './phrase.js';

/** What was found, and what to do about it where something is to be done. */
export interface DoctorWords {
  readonly sentence: Phrase;
  readonly next: Phrase | null;
}

type Word = (first: string, rest: readonly string[]) => DoctorWords;

const fine = (sentence: Phrase): DoctorWords => ({ sentence, next: null });
const names = (values: readonly string[]): Phrase => listOf(values.map(text), 'and', 6);

/** Every answer of `doctor` in words: one without them does not compile. */
export const DOCTOR_WORDS: Readonly<Record<DiagnosisCode, Word>> = {
  'node-supported': (version) => fine(say`Node.js ${text(version)}.`),
  'node-too-old': (version) => ({
    sentence: say`Node.js ${text(version)} is too old.`,
    next: say`Install Node.js 20 or newer.`,
  }),
  'git-supported': (version) => fine(say`git ${text(version)}.`),
  'definitions-found': (amount) => fine(say`${count(Number(amount), 'definition')}.`),
  'no-definitions': (first, rest) => ({
    sentence: say`No agent definition was found; looked for ${names([first, ...rest])}.`,
    next: say`Write one, or name other places by ${text('definitions')} in ${text('.github/agent-ownership.yml')}.`,
  }),
  'lint-clean': () => fine(say`Every definition is understood.`),
  'lint-warnings': (_, [warnings = '']) => ({
    sentence: say`The definitions have ${count(Number(warnings), 'warning')}.`,
    next: say`Look at ${text('agent-ownership lint')}.`,
  }),
  'lint-errors': (errors) => ({
    sentence: say`The definitions or the config have ${count(Number(errors), 'error')}.`,
    next: say`Mend what ${text('agent-ownership lint')} shows.`,
  }),
  'workflow-found': (path) => fine(say`${text(path)} runs the check.`),
  'no-workflow': () => ({
    sentence: say`No workflow uses the action.`,
    next: say`Run ${text('agent-ownership init')}.`,
  }),
  'workflow-unreadable': (path) => ({
    sentence: say`${text(path)} names the action and cannot be read as a workflow.`,
    next: say`Mend it: the Actions tab of the repository shows what GitHub says of it.`,
  }),
  'events-complete': () => fine(say`It runs on all events that matter.`),
  'event-missing': (path, missing) => ({
    sentence: say`${text(path)} does not run on ${names(missing)} of pull requests.`,
    next: say`Give ${text('pull_request')} the types ${text('[opened, synchronize, reopened, edited, labeled, unlabeled]')}.`,
  }),
  'types-missing': (path, missing) => ({
    sentence: say`${text(path)} does not run on ${names(missing)}: a new base branch or an approval label counts only at the next push.`,
    next: say`Add them to ${text('types:')} of ${text('pull_request')}.`,
  }),
  'merge-group-missing': (path) => ({
    sentence: say`${text(path)} does not run on ${text('merge_group')}, so a merge queue would wait for it in vain.`,
    next: say`Add ${text('merge_group:')} below ${text('on:')}, with ${text('pull-requests: read')}.`,
  }),
  'no-filters': () => fine(say`Nothing lets it be skipped.`),
  'paths-filter': (path, [event = '']) => ({
    sentence: say`${text(path)} has a ${text('paths')} filter for ${text(event)}: a required check that does not start blocks the pull request.`,
    next: say`Take the filter away.`,
  }),
  'job-conditional': (path, [job = '']) => ({
    sentence: say`${text(path)} has an ${text('if:')} on the job ${text(job)} or its step: one that is skipped counts as passed.`,
    next: say`Take the condition away.`,
  }),
  'permissions-set': () => fine(say`It has the permissions that it needs.`),
  'permissions-unset': (path) => ({
    sentence: say`${text(path)} sets no ${text('permissions:')}, so the job has the repository’s defaults.`,
    next: say`Set ${text('contents: read')} and ${text('pull-requests: read')}.`,
  }),
  'permissions-wide': (path, [given = '']) => ({
    sentence: say`${text(path)} gives the job ${text(given)}, more than it needs.`,
    next: say`Set ${text('contents: read')} and ${text('pull-requests: read')}.`,
  }),
  'permission-missing': (path, missing) => ({
    sentence: say`${text(path)} does not give the job ${names(missing)}.`,
    next: say`Add it below ${text('permissions:')}.`,
  }),
  pinned: () => fine(say`The action is pinned by a commit SHA.`),
  'not-pinned': (_, [uses = '']) => ({
    sentence: say`${text(uses)} is a tag or branch, which its owner can move.`,
    next: say`To pin it: ${text('agent-ownership init --uses OWNER/REPO@SHA#VERSION')}.`,
  }),
  'plugin-enabled': (path) => fine(say`${text(path)} enables the Claude Code plugin.`),
  'plugin-absent': () => ({
    sentence: say`No settings enable the Claude Code plugin.`,
    next: say`Run ${text('agent-ownership init')}.`,
  }),
  'plugin-off': (path) => ({
    sentence: say`${text(path)} switches the plugin off.`,
    next: say`Set ${text('"agent-ownership@agent-ownership"')} to ${text('true')} below ${text('enabledPlugins')}.`,
  }),
  'settings-unreadable': (path) => ({
    sentence: say`${text(path)} is not valid, so nobody knows what it enables.`,
    next: say`Mend it: Claude Code’s ${text('/doctor')} says what is wrong.`,
  }),
  'marketplace-unknown': (path) => ({
    sentence: say`${text(path)} enables the plugin, and no settings say where it comes from.`,
    next: say`Run ${text('agent-ownership init --uses OWNER/REPO@REF')}.`,
  }),
  'hooks-on': () => fine(say`Claude Code’s hooks are on.`),
  'hooks-disabled': (path) => ({
    sentence: say`${text(path)} has ${text('disableAllHooks')}, so the plugin does nothing.`,
    next: say`Take it out.`,
  }),
  'plugin-denies': () => fine(say`The plugin’s hook denies a forbidden write.`),
  'plugin-lets-through': () => ({
    sentence: say`The plugin’s hook let a forbidden write through.`,
    next: say`Please report it, with the definition.`,
  }),
  'plugin-fails': (status) => ({
    sentence: say`The plugin’s hook ended with status ${text(status)} in place of an answer.`,
    next: say`Start Claude Code with ${text('--debug')} to see why.`,
  }),
  'plugin-not-asked': () => ({
    sentence: say`The plugin’s hook is not beside this command, so it was not asked.`,
    next: say`In Claude Code, ${text('/hooks')} shows whether it is there.`,
  }),
  'nothing-to-ask': () => ({
    sentence: say`No file here is forbidden to an agent so that the check would fail, so there is nothing to ask the plugin’s hook about.`,
    next: null,
  }),
  'worktrees-ignored': () => fine(say`${text('.claude/worktrees/')} is ignored.`),
  'worktrees-seen': () => ({
    sentence: say`${text('.claude/worktrees/')} is not ignored: a working tree of an agent could be committed.`,
    next: say`Run ${text('agent-ownership init')}.`,
  }),
  'git-hooks-installed': (directory) => fine(say`The git hooks are installed in ${text(directory)}.`),
  'git-hooks-absent': () =>
    fine(
      say`No git hooks; they are for people who set ${text('AGENT_NAME')}: ${text('agent-ownership init --git-hooks')}.`,
    ),
  'git-hook-missing': (directory, missing) => ({
    sentence: say`git looks in ${text(directory)}, and does not find ${names(missing)} there.`,
    next: say`Run what installs hooks here, such as ${text('npm install')} for husky or ${text('lefthook install')}; else ${text('agent-ownership init --git-hooks')}.`,
  }),
  'git-hook-not-executable': (directory, idle) => ({
    sentence: say`${names(idle)} in ${text(directory)} is not executable, so git does not run it.`,
    next: say`Make it executable: ${text('chmod +x')}.`,
  }),
  'git-hook-stamps': () => fine(say`A commit with ${text('AGENT_NAME')} gets its trailer.`),
  'git-hook-silent': () => ({
    sentence: say`The hook ran, and a message with ${text('AGENT_NAME')} set got no trailer.`,
    next: say`Put ${text('agent-ownership')} on the PATH, or run ${text('agent-ownership init --git-hooks')} again.`,
  }),
  'git-hook-fails': (detail) => ({
    sentence: say`The hook stops every commit: ${text(detail)}.`,
    next: say`Run ${text('agent-ownership init --git-hooks')} again, or ${text('init --remove')}.`,
  }),
  'nobody-to-stamp': () => ({
    sentence: say`Without a definition that is committed or staged there is no agent to try the hook with.`,
    next: null,
  }),
  'required-here': (branch, [check = '']) => fine(say`${text(check)} is required on ${text(branch)}.`),
  'not-required': (branch, jobs) => ({
    sentence: say`Nothing requires the check on ${text(branch)}, so a pull request can be merged without it.`,
    next: say`Settings, Rules, Rulesets, “Require status checks to pass”: add ${jobs.length === 0 ? say`the job` : names(jobs)}.`,
  }),
  'no-token': () => ({
    sentence: say`Whether the check is required was not asked.`,
    next: say`Set ${text('GITHUB_TOKEN')}, or look at Settings, Rules, Rulesets.`,
  }),
  'no-repository': () => ({
    sentence: say`${text('origin')} names no repository on GitHub, so it was not asked whether the check is required.`,
    next: say`For a server of your own set ${text('GITHUB_API_URL')}, or look at Settings, Rules, Rulesets.`,
  }),
  'not-answered': (detail) => ({
    sentence: say`GitHub did not say whether the check is required: ${text(detail)}.`,
    next: say`Look at Settings, Rules, Rulesets.`,
  }),
};
