import { readActionWorkflow } from './find-action.js';
import type { Program } from './hook-script.js';
import { ignoreWorktrees } from './ignore-lines.js';
import { joinPlans, type Plan } from './plan.js';
import { planHooks } from './plan-hooks.js';
import { enablePlugin, readPluginState } from './plugin-settings.js';
import type { SetupFacts, SetupFile } from './setup-facts.js';
import { parseUses, PLACEHOLDER, type Uses } from './uses.js';
import { isOwnWorkflow, toWorkflow } from './workflow-text.js';

/** What is asked for. */
export interface SetupWishes {
  /** `null` where nobody said it: then what is there stays, whichever copy it uses. */
  readonly uses: Uses | null;
  /** `null` for no git hooks. */
  readonly hooks: Program | null;
}

type Part = Partial<Plan>;

/** What is to be changed so that everything is in place; nothing where it is. */
export function planSetup(facts: SetupFacts, wishes: SetupWishes): Plan {
  const used = usedAlready(facts);
  const uses = wishes.uses ?? (typeof used === 'string' ? null : used) ?? PLACEHOLDER;
  const isUnsettled = wishes.uses === null && typeof used === 'string';
  const plan = joinPlans([
    planWorkflow(facts, uses, wishes.uses !== null),
    planPlugin(facts.settings, isUnsettled ? null : uses, wishes.uses !== null),
    planIgnore(facts),
    ...(wishes.hooks === null ? [] : planHooks(facts, wishes.hooks)),
    { notes: facts.definitions === 0 ? [{ code: 'no-definitions' }] : [] },
  ]);
  const isPlaceholder =
    uses.repository === PLACEHOLDER.repository &&
    plan.edits.some(({ why }) => why === 'workflow' || why === 'plugin');
  return isPlaceholder ? { ...plan, notes: [{ code: 'placeholder-owner' }, ...plan.notes] } : plan;
}

/** What a workflow uses already, as the plugin's source too; of a SHA the version that its comment tells. */
function usedAlready({ workflows }: SetupFacts): Uses | 'sha-without-version' | null {
  for (const { text } of workflows) {
    const [job] = (text === null ? null : readActionWorkflow(text))?.jobs ?? [];
    if (text === null || job === undefined) continue;
    const [, comment] = text.split(job.uses)[1]?.match(/^["']?[ \t]+#[ \t]*(\S+)/) ?? [];
    const uses = parseUses(job.uses);
    if (uses !== 'sha-without-version') return typeof uses === 'string' ? null : uses;
    const versioned = comment === undefined ? uses : parseUses(`${job.uses}#${comment}`);
    return typeof versioned === 'string' ? uses : versioned;
  }
  return null;
}

function planWorkflow({ workflows, workflow }: SetupFacts, uses: Uses, renew: boolean): Part {
  const { path, text, unusable } = workflow;
  if (unusable !== null) return { refusals: [{ code: 'unusable-file', path, reason: unusable }] };
  const isOwn = text !== null && isOwnWorkflow(text);
  if (isOwn && !renew) return {};
  if (!isOwn) {
    const other = workflows.find((file) => file.text !== null && readActionWorkflow(file.text) !== null);
    if (other !== undefined) return { notes: [{ code: 'workflow-there', path: other.path }] };
    if (text !== null) return { refusals: [{ code: 'workflow-name-taken', path }] };
  }
  const after =
    text?.includes('\r\n') === true ? toWorkflow(uses).replaceAll('\n', '\r\n') : toWorkflow(uses);
  return { edits: [{ path, before: text, after, executable: false, why: 'workflow' }] };
}

function planPlugin({ path, text, unusable }: SetupFile, uses: Uses | null, renew: boolean): Part {
  if (unusable !== null) return { refusals: [{ code: 'unusable-file', path, reason: unusable }] };
  const reading = readPluginState(text ?? '{}', path);
  if (!reading.ok) return { refusals: [reading.refusal] };
  const { enabled, marketplace } = reading.state;
  if (uses === null) {
    const isThere = enabled !== null && marketplace !== undefined;
    return isThere ? {} : { refusals: [{ code: 'plugin-version-unknown', path }] };
  }
  const notes = enabled === false ? [{ code: 'plugin-switched-off', path } as const] : undefined;
  const after = enablePlugin(text, uses, renew);
  return {
    edits: [{ path, before: text, after, executable: false, why: 'plugin' }],
    ...(notes === undefined ? {} : { notes }),
  };
}

function planIgnore({ ignore, worktreesIgnored }: SetupFacts): Part {
  if (worktreesIgnored) return {};
  const { path, text, unusable } = ignore;
  if (unusable !== null) return { refusals: [{ code: 'unusable-file', path, reason: unusable }] };
  const after = ignoreWorktrees(text);
  return { edits: [{ path, before: text, after, executable: false, why: 'worktrees' }] };
}
