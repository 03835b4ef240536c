import { hasYamlEntry } from '../../yaml/edit-yaml.js';
import { LEFTHOOK_COMMAND } from '../hook-configs.js';
import { blockStateOf } from '../hook-file.js';
import { HOOK_NAMES, type HookName, type HookPlace } from '../setup-facts.js';
import { diagnose, type Diagnosis } from './diagnosis.js';

/** The hooks that git really starts, in the directory where it looks. */
export interface StartedHooks {
  readonly directory: string;
  readonly files: Readonly<Record<HookName, 'absent' | 'not-executable' | 'executable'>>;
}

/** What came of a real run of the hook on a message of no commit. */
export type HookRun =
  { readonly kind: 'stamped' | 'silent' } | { readonly kind: 'failed'; readonly detail: string };

export function diagnoseHooks(place: HookPlace, started: StartedHooks): Diagnosis {
  const ours = HOOK_NAMES.filter((hook) => isInstalled(place, hook));
  if (ours.length === 0) return diagnose('git-hooks', 'git-hooks-absent');
  const lost = HOOK_NAMES.filter((hook) => !ours.includes(hook) || started.files[hook] === 'absent');
  if (lost.length > 0) return diagnose('git-hooks', 'git-hook-missing', started.directory, ...lost);
  const idle = HOOK_NAMES.filter((hook) => started.files[hook] === 'not-executable');
  if (idle.length > 0) return diagnose('git-hooks', 'git-hook-not-executable', started.directory, ...idle);
  return diagnose('git-hooks', 'git-hooks-installed', started.directory);
}

/** Whether our part stands where hooks belong here; whether git comes to it is another question. */
export function isInstalled(place: HookPlace, hook: HookName): boolean {
  switch (place.kind) {
    case 'outside':
      return false;
    case 'lefthook':
      return hasYamlEntry(place.config.text ?? '', [hook, 'commands', LEFTHOOK_COMMAND]);
    case 'own':
    case 'husky':
    case 'hooks-path':
      return blockStateOf(place.files[hook].text ?? '') === 'whole';
  }
}

export function diagnoseHookRun(run: HookRun): Diagnosis {
  switch (run.kind) {
    case 'stamped':
      return diagnose('git-hook', 'git-hook-stamps');
    case 'silent':
      return diagnose('git-hook', 'git-hook-silent');
    case 'failed':
      return diagnose('git-hook', 'git-hook-fails', run.detail);
  }
}
