import names from './built-in-names.json' with { type: 'json' };

/** Apps that work by fixed rules. */
export const KNOWN_BOTS: readonly string[] = names.bots;

/**
 * Values of an `Agent` trailer that name no agent of a repository: what Claude Code calls its main thread and its built-in
 * subagents, and products and models by the names that people write. `*` stands for anything.
 */
export const BUILT_IN_AGENTS: readonly string[] = names.agents;
