import type { HookName } from './setup-facts.js';

const find = (hook: HookName): string =>
  `if command -v agent-ownership >/dev/null 2>&1; then agent-ownership git-hook ${hook} {0}; elif [ -n "\${AGENT_NAME:-}" ]; then echo "agent-ownership is not on the PATH." >&2; fi`;

export const LEFTHOOK_COMMAND = 'agent-ownership';

/** The command of a hook in lefthook's configuration (lefthook.dev, "Configuration"); `{0}` are the arguments of the hook. */
export const toLefthookCommand = (hook: HookName) =>
  hook === 'pre-push' ? { run: find(hook), use_stdin: true } : { run: find(hook) };

/** The same as text, for a configuration that is not edited here. */
export const toLefthookSnippet = (hook: HookName): string =>
  [
    `${hook}:`,
    '  commands:',
    `    ${LEFTHOOK_COMMAND}:`,
    ...Object.entries(toLefthookCommand(hook)).map(([key, value]) => `      ${key}: ${String(value)}`),
  ].join('\n');

/**
 * For `.pre-commit-config.yaml` (pre-commit.com, "Supported git hooks"). It hands no refs to a pre-push hook, so that one is
 * not here.
 */
export const PRE_COMMIT_SNIPPET = `- repo: local
  hooks:
    - id: agent-ownership
      name: agent-ownership
      entry: agent-ownership git-hook prepare-commit-msg
      language: system
      stages: [prepare-commit-msg]
      always_run: true`;
