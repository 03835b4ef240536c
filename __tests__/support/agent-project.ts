import { introduce } from './model-turns.js';
import { createRepository, type TestRepository } from './repository.js';

/** A definition that Claude Code loads, with the line by which the model server knows the agent. */
export const aClaudeDefinition = (name: string, rules = ''): string =>
  `---\nname: ${name}\ndescription: Does the work of ${name}.\n---\n\n${introduce(name)}\n${rules}`;

export interface Project {
  /** The text below each agent’s introduction: its rules. */
  readonly agents: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly permissions?: { readonly allow: readonly string[]; readonly deny?: readonly string[] };
}

const ANY_TOOL = { allow: ['Bash', 'Write', 'Edit', 'NotebookEdit', 'mcp__files__write_file'] };

/** A repository whose agents Claude Code can start, with all of it committed. */
export function anAgentProject({ agents, permissions = ANY_TOOL, files = {} }: Project): TestRepository {
  const repository = createRepository();
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  for (const [name, rules] of Object.entries(agents))
    repository.write(`.claude/agents/${name}.md`, aClaudeDefinition(name, rules));
  repository.write('.claude/settings.json', JSON.stringify({ permissions })).write('README.md').commit();
  return repository;
}
