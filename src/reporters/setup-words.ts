import type { Refusal, SetupNote } from '../core/setup/plan.js';
import type { UnusableReason } from '../core/setup/setup-facts.js';
import { repoPath } from '../core/vocabulary.js';
import { path, place, say, text, type Phrase } from './phrase.js';

/** What is told, and lines to be copied. */
export interface SetupWords {
  readonly sentence: Phrase;
  readonly snippet: string | null;
}

const UNUSABLE: Readonly<Record<UnusableReason, string>> = {
  'not-a-file': 'is no file',
  'not-text': 'is not text in UTF-8',
  'link-outside': 'is reached by a symbolic link that leads out of the repository, or nowhere',
  'too-large': 'is larger than 1 MB',
  unreadable: 'cannot be read',
};

const only = (sentence: Phrase): SetupWords => ({ sentence, snippet: null });
const file = (of: string) => path(repoPath(of));

/** Why nothing is changed, and the way out. */
export function wordRefusal(refusal: Refusal): SetupWords {
  const at = file(refusal.path);
  switch (refusal.code) {
    case 'unusable-file':
      return only([...say`${at} `, UNUSABLE[refusal.reason], '. Mend that first.']);
    case 'invalid-settings':
      return only(
        say`${place(repoPath(refusal.path), refusal.line)}: this is not valid JSON, so nothing can be merged into it. Mend it first.`,
      );
    case 'settings-shape':
      return only(
        say`${at}: ${text(refusal.key)} is not one object with each name once, so nothing can be merged into it. Mend it first.`,
      );
    case 'plugin-version-unknown':
      return only(
        say`The workflow pins the action by a SHA and tells no version, and Claude Code takes a plugin at a tag or branch only. Name both: ${text('--uses OWNER/REPO@SHA#v1.2.3')}.`,
      );
    case 'workflow-name-taken':
      return only(
        say`${at} is there and does not use the action. Rename it, or add the action to it by hand.`,
      );
    case 'hook-not-shell':
      return {
        sentence: say`${at} is no shell script, so nothing can be added to it. Start these lines from it by ${text('sh')}, with its arguments and its standard input:`,
        snippet: refusal.snippet,
      };
    case 'hook-disabled':
      return only(
        say`${at} is not executable, so git does not run it; making it executable would run all that is in it. Decide that first: ${text('chmod +x')}, or delete it.`,
      );
    case 'block-damaged':
      return only(
        say`${at} has a marker of ours without the other, or twice. Take the lines between ${text('# >>> agent-ownership')} and ${text('# <<< agent-ownership')} out by hand.`,
      );
    case 'hooks-outside':
      return only(
        say`${text('core.hooksPath')} is ${text(refusal.path)}, outside this repository, so its hooks may serve others too. Set it for this repository first, such as ${text('git config core.hooksPath .githooks')}, or leave the hooks out.`,
      );
    case 'lefthook-shape':
      return {
        sentence: say`${at} cannot be extended for certain. Add these lines by hand:`,
        snippet: refusal.snippet,
      };
  }
}

/** What is good to know besides. */
export function wordNote(note: SetupNote): SetupWords {
  switch (note.code) {
    case 'placeholder-owner':
      return only(
        say`${text('your-org')} stands for the owner of your copy of the action. Name it: ${text('--uses OWNER/REPO@REF')}.`,
      );
    case 'no-definitions':
      return only(
        say`There is no agent definition yet. The check says so, and passes, until ${text('.claude/agents/*.md')} has some.`,
      );
    case 'workflow-there':
      return only(
        say`${file(note.path)} uses the action already, so no workflow is written. ${text('agent-ownership doctor')} says whether it is complete.`,
      );
    case 'plugin-switched-off':
      return only(
        say`${file(note.path)} switches the plugin off. That stays; change ${text('false')} to ${text('true')} to have it.`,
      );
    case 'husky-inactive':
      return only(
        say`git does not look into ${text('.husky')} yet: run ${text('npm install')}, or what starts husky here.`,
      );
    case 'run-lefthook-install':
      return only(say`Run ${text('lefthook install')}, so that git has both hooks.`);
    case 'command-on-path':
      return only(
        say`${file(note.path)} is the team’s, so it looks for ${text('agent-ownership')} on the PATH and passes where that is missing.`,
      );
    case 'pre-commit-snippet':
      return {
        sentence: say`The hooks are in this clone only. For the whole team, add this to ${text('.pre-commit-config.yaml')}, then run ${text('pre-commit install -t prepare-commit-msg')}:`,
        snippet: note.snippet,
      };
    case 'workflow-changed':
      return only(
        say`${file(note.path)} was changed since ${text('init')} wrote it, so it stays. Delete it by hand.`,
      );
  }
}
