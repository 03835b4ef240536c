import { createIsDefinitionPath } from '../../definitions/definition-paths.js';
import type { Roster } from '../../definitions/roster.js';
import { createProtectedPaths } from '../../judgement/protected-paths.js';
import { ruling } from '../../judgement/ruling.js';
import { createTrackedPaths } from '../../judgement/tracked-paths.js';
import { DEFAULT_CONFIG_PATH, levelOf, type Policy } from '../../policy/policy.js';
import { judgeWrite } from '../../session/judge-write.js';
import type { AgentName, Day, RepoPath } from '../../vocabulary.js';

/** A write that the plugin has to deny. */
export interface Probe {
  readonly agent: AgentName;
  readonly path: RepoPath;
}

/** As many forbidden files are judged; what opens so many is taken to open all. */
const MOST_JUDGED = 1000;

/** The first file that some agent cannot touch, so that the check would fail by this policy; `null` where there is none. */
export function findProbe(
  { agents }: Roster,
  files: Iterable<RepoPath>,
  policy: Policy,
  today: Day,
): Probe | null {
  if (policy.mode === 'report-only') return null;
  const bound = agents.filter(
    ({ name, definitions }) =>
      levelOf(policy, 'forbidden-path', name) === 'error' &&
      definitions.some(({ sections }) =>
        sections.some(({ kind, rules }) => kind === 'cannot-touch' && rules.length > 0),
      ),
  );
  if (bound.length === 0) return null;
  const protectedPaths = createProtectedPaths(
    policy.definitions,
    createIsDefinitionPath(policy.definitions),
    new Set(),
    { patterns: policy.protected, config: DEFAULT_CONFIG_PATH },
  );
  const law = { policy, protectedPaths, tracked: createTrackedPaths([]), today };
  let judged = 0;
  for (const path of files) {
    if (judged >= MOST_JUDGED) return null;
    const agent = bound.find((candidate) => {
      if (ruling(candidate, path).verdict !== 'cannot-touch') return false;
      judged += 1;
      return judgeWrite({ path, exists: true }, candidate, law).length > 0;
    });
    if (agent !== undefined) return { agent: agent.name, path };
  }
  return null;
}

/** What Claude Code hands to a hook before a subagent writes (code.claude.com/docs, "Hooks reference"). */
export const toPayload = ({ agent }: Probe, file: string, directory: string): string =>
  JSON.stringify({
    session_id: 'agent-ownership-doctor',
    transcript_path: '',
    cwd: directory,
    permission_mode: 'default',
    hook_event_name: 'PreToolUse',
    agent_id: 'agent-ownership-doctor',
    agent_type: agent,
    tool_name: 'Write',
    tool_input: { file_path: file, content: '' },
    tool_use_id: 'agent-ownership-doctor',
  });
