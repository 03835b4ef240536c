import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { emptyNode, node } from '../measure.mjs';
import { HOOK } from '../programs.mjs';
import { createWorkingTree } from '../repository.mjs';

const AGENTS = 50;
const BYTES = 10_000;

/** The plugin's answer to a write that is allowed, by one of 50 agents: what every write waits for. */
export const hook = {
  name: 'hook',
  title: 'a write that is allowed, among 50 definitions of 10 kB',
  claims: [
    { text: 'definitions read before ÷ empty Node', of: 'warm', to: ['node'], atMost: 2.5 },
    { text: 'definitions never read ÷ empty Node', of: 'cold', to: ['node'], atMost: 2.5 },
  ],
  async prepare(directory) {
    await createWorkingTree(directory, scene());
    const input = `${directory}.json`;
    const event = {
      hook_event_name: 'PreToolUse',
      session_id: 'bench',
      cwd: directory,
      agent_id: 'bench',
      agent_type: 'agent-7',
      tool_name: 'Write',
      tool_input: { file_path: path.join(directory, 'apps/area7/new.ts'), content: 'x' },
    };
    await writeFile(input, JSON.stringify(event));
    const cache = path.join(directory, '.git/agent-ownership');
    const forget = () => rm(cache, { recursive: true, force: true });
    const options = { cwd: directory, input };
    return {
      sides: {
        node: emptyNode(options),
        cold: node([HOOK], { ...options, before: forget }),
        warm: node([HOOK], options),
      },
    };
  },
};

function* scene() {
  for (let agent = 0; agent < AGENTS; agent += 1)
    yield [`.claude/agents/agent-${agent}.md`, definition(agent)];
  for (let file = 0; file < 1_000; file += 1) yield [`apps/area${file % AGENTS}/file${file}.ts`, `${file}\n`];
}

function definition(agent) {
  const entries = Array.from({ length: 20 }, (_, index) => `- \`packages/p${agent}/${index}/**\``).join('\n');
  const head = `---\nname: agent-${agent}\ndescription: Works on area ${agent}\n---\n\n## OWNS\n\n- \`apps/area${agent}/**\`\n\n## CANNOT TOUCH\n\n${entries}\n\n## How you work\n\n`;
  return head + 'Read before you write, and write little.\n'.repeat(BYTES / 41).slice(0, BYTES - head.length);
}
