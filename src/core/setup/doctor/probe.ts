import type { Roster } from '../../definitions/roster.js';
import { ruling } from '../../judgement/ruling.js';
import type { AgentName, RepoPath } from '../../vocabulary.js';

/** A write that the plugin has to deny. */
export interface Probe {
  readonly agent: AgentName;
  readonly path: RepoPath;
}

/** The first file that some agent cannot touch; `null` where there is none. */
export function findProbe({ agents }: Roster, files: Iterable<RepoPath>): Probe | null {
  const bound = agents.filter(({ definitions }) =>
    definitions.some(({ sections }) =>
      sections.some(({ kind, rules }) => kind === 'cannot-touch' && rules.length > 0),
    ),
  );
  if (bound.length === 0) return null;
  for (const path of files) {
    const agent = bound.find((candidate) => ruling(candidate, path).verdict === 'cannot-touch');
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
