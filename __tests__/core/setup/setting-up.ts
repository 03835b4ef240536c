import type { Diagnosis } from '../../../src/core/setup/doctor/diagnosis.js';
import type { Plan } from '../../../src/core/setup/plan.js';
import type { Uses } from '../../../src/core/setup/uses.js';
import {
  IGNORE_PATH,
  SETTINGS_PATH,
  WORKFLOW_PATH,
  type HookFiles,
  type SetupFacts,
  type SetupFile,
} from '../../../src/core/setup/setup-facts.js';

export const SHA = '0123456789abcdef0123456789abcdef01234567';
export const ACME: Uses = { repository: 'acme/agent-ownership', ref: 'v2', version: null };
/** The copy of the action, and the hooks too. */
export const WITH_HOOKS = { uses: ACME, hooks: { node: '/usr/bin/node', script: "/opt/o'neill/cli.js" } };

/** A file as it stands on the disk; `null` for none. */
export const aFile = (
  path: string,
  text: string | null = null,
  overrides: Partial<SetupFile> = {},
): SetupFile => ({ path, text, executable: false, unusable: null, ...overrides });

/** Both hooks with the same text. */
export const hooksIn = (
  directory: string,
  text: string | null = null,
  overrides: Partial<SetupFile> = { executable: text !== null },
): HookFiles => ({
  'prepare-commit-msg': aFile(`${directory}/prepare-commit-msg`, text, overrides),
  'pre-push': aFile(`${directory}/pre-push`, text, overrides),
});

/** A repository with one definition and nothing else. */
export const aPlace = (overrides: Partial<SetupFacts> = {}): SetupFacts => ({
  workflows: [],
  workflow: aFile(WORKFLOW_PATH),
  settings: aFile(SETTINGS_PATH),
  ignore: aFile(IGNORE_PATH),
  worktreesIgnored: false,
  hooks: { kind: 'own', files: hooksIn('.git/hooks') },
  preCommit: false,
  definitions: 1,
  ...overrides,
});

/** The place as it is once the plan is carried out. */
export function carriedOut(facts: SetupFacts, { edits }: Plan): SetupFacts {
  const written = (file: SetupFile): SetupFile => {
    const edit = edits.find(({ path }) => path === file.path);
    if (edit === undefined) return file;
    const executable = file.text === null ? edit.executable : file.executable;
    return { ...file, text: edit.after, executable };
  };
  const workflow = written(facts.workflow);
  const others = facts.workflows.filter(({ path }) => path !== workflow.path).map(written);
  const { hooks } = facts;
  return {
    ...facts,
    workflow,
    workflows: workflow.text === null ? others : [...others, workflow],
    settings: written(facts.settings),
    ignore: written(facts.ignore),
    worktreesIgnored: facts.worktreesIgnored || edits.some(({ why }) => why === 'worktrees'),
    hooks:
      'files' in hooks
        ? {
            ...hooks,
            files: {
              'prepare-commit-msg': written(hooks.files['prepare-commit-msg']),
              'pre-push': written(hooks.files['pre-push']),
            },
          }
        : hooks.kind === 'lefthook'
          ? { ...hooks, config: written(hooks.config) }
          : hooks,
  };
}

/** The text of a file after the plan; `undefined` where the plan leaves it alone. */
export const afterOf = ({ edits }: Plan, path: string): string | null | undefined =>
  edits.find((edit) => edit.path === path)?.after;

/** In short: what is edited, what stands in the way, what is told besides. */
export const inShort = ({ edits, refusals, notes }: Plan) => ({
  edits: edits.map(({ why, path }) => `${why} ${path}`),
  refusals: refusals.map(({ code, path }) => `${code} ${path}`),
  notes: notes.map((note) => ('path' in note ? `${note.code} ${note.path}` : note.code)),
});

/** In short: `ok pin/pinned a.yml …`. */
export const diagnosisInShort = ({ check, code, state, values }: Diagnosis): string =>
  [state, `${check}/${code}`, ...values].join(' ');
