import { readActionWorkflow } from './find-action.js';
import { stopIgnoringWorktrees } from './ignore-lines.js';
import { joinPlans, type Edit, type Plan } from './plan.js';
import { planHookRemoval } from './plan-hooks.js';
import { disablePlugin, readPluginState } from './plugin-settings.js';
import type { SetupFacts, SetupFile } from './setup-facts.js';
import { isOwnWorkflow } from './workflow-text.js';

/** What a file held before `init` and after it, as `init` noted down in this clone. */
export interface Memory {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

type Part = Partial<Plan>;

/**
 * What takes away all that `init` wrote. A file that is still as `init` left it gets its former bytes back; from any other,
 * and in any other clone, only what is recognised as ours is taken.
 */
export function planRemoval(facts: SetupFacts, memories: readonly Memory[]): Plan {
  const plan = joinPlans([
    removeWorkflow(facts.workflow),
    removePlugin(facts.settings),
    removeIgnore(facts.ignore),
    ...planHookRemoval(facts.hooks),
  ]);
  return { ...plan, edits: plan.edits.map((edit) => remember(edit, memories)) };
}

function remember(edit: Edit, memories: readonly Memory[]): Edit {
  const memory = memories.find(({ path, after }) => path === edit.path && after === edit.before);
  return memory === undefined ? edit : { ...edit, after: memory.before };
}

function removeWorkflow({ path, text }: SetupFile): Part {
  if (text === null) return {};
  if (isOwnWorkflow(text))
    return { edits: [{ path, before: text, after: null, executable: false, why: 'workflow' }] };
  return readActionWorkflow(text) === null ? {} : { notes: [{ code: 'workflow-changed', path }] };
}

function removePlugin({ path, text }: SetupFile): Part {
  if (text === null) return {};
  const reading = readPluginState(text, path);
  if (!reading.ok) return { refusals: [reading.refusal] };
  return { edits: [{ path, before: text, after: disablePlugin(text), executable: false, why: 'plugin' }] };
}

function removeIgnore({ path, text }: SetupFile): Part {
  if (text === null) return {};
  const rest = stopIgnoringWorktrees(text);
  const after = rest === '' && rest !== text ? null : rest;
  return { edits: [{ path, before: text, after, executable: false, why: 'worktrees' }] };
}
