import { fileURLToPath } from 'node:url';
import type { Plan } from '../../core/setup/plan.js';
import { planRemoval } from '../../core/setup/plan-removal.js';
import { planSetup } from '../../core/setup/plan-setup.js';
import { parseUses, type Uses } from '../../core/setup/uses.js';
import { OperationalError } from '../../operational-error.js';
import { toDiff } from '../../reporters/diff.js';
import * as words from '../../reporters/text-setup.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { InitOptions } from '../options.js';
import { openSetup, type Setup } from '../setup.js';
import { paintFor, type Terminal } from '../terminal.js';

/** `init`: everything in place, or with `--remove` away, after a look at every change. */
export async function runInit(options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const uses = options.uses === undefined ? null : requireUses(options.uses);
  const setup = await openSetup(terminal);
  const plan =
    options.remove === true
      ? planRemoval(setup.facts, setup.memories.files)
      : await planInit(setup, uses, options, terminal);
  const paint = paintFor(terminal);
  if (plan.refusals.length > 0) {
    terminal.writeError(words.toRefusalText(plan, paint));
    return EXIT.couldNotCheck;
  }
  const idle = options.remove === true ? words.NOTHING_TO_REMOVE : words.IN_PLACE;
  terminal.write(plan.edits.length === 0 ? idle : toDiff(plan.edits, paint));
  const notes = words.toNotesText(plan, paint);
  if (notes !== '') terminal.write(`\n${notes}`);
  return plan.edits.length === 0 ? EXIT.clean : apply(setup, plan, options, terminal);
}

async function apply(setup: Setup, plan: Plan, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.dryRun === true) {
    terminal.write(`\n${words.DRY_RUN}`);
    return EXIT.clean;
  }
  if (options.yes !== true) {
    if (!terminal.isInteractive) {
      terminal.writeError(words.NEEDS_YES);
      return EXIT.couldNotCheck;
    }
    if (!words.isYes(await terminal.ask(`\n${words.QUESTION}`))) {
      terminal.write(words.UNCHANGED);
      return EXIT.clean;
    }
  }
  const paint = paintFor(terminal);
  if (options.remove === true) {
    await setup.undo(plan.edits);
    terminal.write(words.toRemoved(plan.edits, paint));
  } else {
    await setup.apply(plan.edits);
    terminal.write(words.toNextSteps(plan.edits, paint));
  }
  return EXIT.clean;
}

/** Where somebody is there to answer, the git hooks are offered if they can be installed. */
async function planInit(
  { facts }: Setup,
  uses: Uses | null,
  options: InitOptions,
  terminal: Terminal,
): Promise<Plan> {
  const program = { node: terminal.nodePath, script: fileURLToPath(terminal.programUrl) };
  const withHooks = planSetup(facts, { uses, hooks: program });
  if (options.gitHooks === true) return withHooks;
  const plan = planSetup(facts, { uses, hooks: null });
  const isAsked = terminal.isInteractive && options.yes !== true && options.dryRun !== true;
  const hasMore = withHooks.edits.some(({ why }) => why === 'git-hook');
  if (!isAsked || !hasMore || withHooks.refusals.length > 0) return plan;
  return words.isYes(await terminal.ask(words.HOOK_QUESTION)) ? withHooks : plan;
}

function requireUses(given: string): Uses {
  const uses = parseUses(given);
  if (typeof uses === 'string') throw new OperationalError('invalid-uses', given);
  return uses;
}
