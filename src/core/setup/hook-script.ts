import type { HookName } from './setup-facts.js';

/** The program that hooks of one clone start. */
export interface Program {
  readonly node: string;
  readonly script: string;
}

export const BEGIN = '# >>> agent-ownership';
export const END = '# <<< agent-ownership';

const WHAT_IS_MISSED: Readonly<Record<HookName, string>> = {
  'prepare-commit-msg': 'this commit gets no Agent trailer',
  'pre-push': 'this push is not checked',
};

/**
 * The lines that stand in a hook, for any POSIX shell, under `set -eu` too. A command that is gone is told in one line and
 * stops neither commit nor push: the required check decides. With `program` null the hook is shared by people whose clones lie
 * elsewhere: then the command is looked for on the PATH, and only who names an agent is told that it is missing.
 */
export function toHookBlock(hook: HookName, program: Program | null): string {
  return [
    BEGIN,
    '# Written by `agent-ownership init --git-hooks`; `agent-ownership init --remove` takes it away.',
    'agent_ownership() {',
    ...(program === null ? sharedLookup(hook) : ownLookup(hook, program)),
    '}',
    ...(hook === 'pre-push' ? CALL_WITH_INPUT : [`agent_ownership git-hook ${hook} "$@" || exit $?`]),
    END,
    '',
  ].join('\n');
}

function ownLookup(hook: HookName, { node, script }: Program): readonly string[] {
  return [
    `  if [ -f ${quote(script)} ] && [ -x ${quote(node)} ]; then`,
    `    ${quote(node)} ${quote(script)} "$@"`,
    `  elif [ -f ${quote(script)} ] && command -v node >/dev/null 2>&1; then`,
    `    node ${quote(script)} "$@"`,
    '  elif command -v agent-ownership >/dev/null 2>&1; then',
    '    agent-ownership "$@"',
    '  else',
    `    ${complaint(hook)}`,
    '  fi',
  ];
}

const sharedLookup = (hook: HookName): readonly string[] => [
  '  if command -v agent-ownership >/dev/null 2>&1; then',
  '    agent-ownership "$@"',
  '  elif [ -n "${AGENT_NAME:-}" ]; then',
  `    ${complaint(hook)}`,
  '  fi',
];

const complaint = (hook: HookName): string =>
  `echo 'agent-ownership: the command was not found, so ${WHAT_IS_MISSED[hook]}.' >&2`;

/** What stands below in the hook reads the same refs from its standard input again; with nothing to push there are none. */
const CALL_WITH_INPUT = [
  'agent_ownership_refs=$(cat)',
  'if [ -n "$agent_ownership_refs" ]; then',
  'agent_ownership git-hook pre-push "$@" <<AGENT_OWNERSHIP || exit $?',
  '$agent_ownership_refs',
  'AGENT_OWNERSHIP',
  'exec <<AGENT_OWNERSHIP',
  '$agent_ownership_refs',
  'AGENT_OWNERSHIP',
  'else',
  '  exec </dev/null',
  'fi',
];

/** For paths of this machine: one word in single quotes. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
