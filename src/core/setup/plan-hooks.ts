import { addYamlEntry, hasYamlEntry, removeYamlEntry } from '../yaml/edit-yaml.js';
import {
  LEFTHOOK_COMMAND,
  PRE_COMMIT_SNIPPET,
  toLefthookCommand,
  toLefthookSnippet,
} from './hook-configs.js';
import { blockStateOf, insertBlock, isShellScript, removeBlock } from './hook-file.js';
import { toHookBlock, type Program } from './hook-script.js';
import type { Plan, Refusal } from './plan.js';
import {
  HOOK_NAMES,
  type HookFiles,
  type HookName,
  type HookPlace,
  type SetupFacts,
  type SetupFile,
} from './setup-facts.js';

type Part = Partial<Plan>;

/** The hooks of the place where git looks, with our part in them. */
export function planHooks({ hooks, preCommit }: SetupFacts, program: Program): readonly Part[] {
  switch (hooks.kind) {
    case 'outside':
      return [{ refusals: [{ code: 'hooks-outside', path: hooks.directory }] }];
    case 'lefthook': {
      const part = planLefthook(hooks.config);
      const notes = [{ code: 'run-lefthook-install' }, onPath(hooks.config.path)] as const;
      return [(part.edits ?? []).length > 0 ? { ...part, notes } : part];
    }
    case 'own': {
      const parts = planFiles(hooks.files, program, false);
      const isNew = parts.some(({ edits = [] }) => edits.length > 0);
      const note = { code: 'pre-commit-snippet', snippet: PRE_COMMIT_SNIPPET } as const;
      return preCommit && isNew ? [...parts, { notes: [note] }] : parts;
    }
    case 'husky':
    case 'hooks-path': {
      const parts = planFiles(hooks.files, null, hooks.kind === 'husky');
      if (parts.every(({ edits = [] }) => edits.length === 0)) return parts;
      const isAsleep = hooks.kind === 'husky' && !hooks.active;
      const notes = isAsleep ? [{ code: 'husky-inactive' } as const] : [];
      return [...parts, { notes: [...notes, onPath(hooks.files['pre-push'].path)] }];
    }
  }
}

const onPath = (path: string) => ({ code: 'command-on-path', path }) as const;

const planFiles = (files: HookFiles, program: Program | null, bare: boolean): readonly Part[] =>
  HOOK_NAMES.map((hook) => {
    const file = files[hook];
    const block = toHookBlock(hook, program);
    const refusal = refuse(file, block, bare);
    if (refusal !== null) return { refusals: [refusal] };
    const after = insertBlock(file.text, block, bare);
    if (after === file.text) return {};
    return {
      edits: [{ path: file.path, before: file.text, after, executable: true, why: 'git-hook' as const }],
    };
  });

/** husky runs its files by `sh`, executable or not. */
function refuse(file: SetupFile, snippet: string, bare: boolean): Refusal | null {
  const { path, text, unusable } = file;
  if (unusable === 'not-text') return { code: 'hook-not-shell', path, snippet };
  if (unusable !== null) return { code: 'unusable-file', path, reason: unusable };
  if (text === null) return null;
  if (!isShellScript(text)) return { code: 'hook-not-shell', path, snippet };
  if (blockStateOf(text) === 'damaged') return { code: 'block-damaged', path };
  return file.executable || bare ? null : { code: 'hook-disabled', path };
}

const lefthookPath = (hook: HookName) => [hook, 'commands', LEFTHOOK_COMMAND] as const;

/** Both hooks in one file. */
function planLefthook({ path, text, unusable }: SetupFile): Part {
  const snippet = HOOK_NAMES.map(toLefthookSnippet).join('\n');
  if (unusable !== null) return { refusals: [{ code: 'unusable-file', path, reason: unusable }] };
  let after = text ?? '';
  for (const hook of HOOK_NAMES) {
    if (hasYamlEntry(after, lefthookPath(hook))) continue;
    const added = /\.ya?ml$/.test(path)
      ? addYamlEntry(after, lefthookPath(hook), toLefthookCommand(hook))
      : null;
    if (added === null) return { refusals: [{ code: 'lefthook-shape', path, snippet }] };
    after = added;
  }
  if (after === text) return {};
  return { edits: [{ path, before: text, after, executable: false, why: 'git-hook' }] };
}

/** What `planHooks` puts in, taken out; what is ours is known by its marks. */
export function planHookRemoval(hooks: HookPlace): readonly Part[] {
  switch (hooks.kind) {
    case 'outside':
      return [];
    case 'lefthook': {
      const { path, text } = hooks.config;
      if (text === null || !/\.ya?ml$/.test(path)) return [];
      const after = HOOK_NAMES.reduce((left, hook) => removeYamlEntry(left, lefthookPath(hook)), text);
      return [{ edits: [{ path, before: text, after, executable: false, why: 'git-hook' }] }];
    }
    case 'own':
    case 'husky':
    case 'hooks-path':
      return HOOK_NAMES.map((hook) => {
        const { path, text } = hooks.files[hook];
        if (text === null) return {};
        if (blockStateOf(text) === 'damaged') return { refusals: [{ code: 'block-damaged', path }] };
        const after = removeBlock(text);
        return { edits: [{ path, before: text, after, executable: true, why: 'git-hook' }] };
      });
  }
}
