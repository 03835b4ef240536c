import { describe, expect, it } from '@jest/globals';

import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import type { DefinitionSource } from '../../../src/core/definitions/roster.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { findDefinitionFiles } from '../../../src/sources/git/definition-files.js';
import type { FileKind } from '../../../src/sources/git/links.js';
import { aSource } from './reading.js';

const OTHER_TOOLS = [
  ...['.github/agents/*.md', '.gemini/agents/*.md', '.cursor/agents/*.md'],
  ...['.opencode/agent/*.md', '.opencode/agents/*.md', '*.agent.md', '!.github/agents/README.md'],
];
const isDefinitionPath = createIsDefinitionPath([...DEFAULT_POLICY.definitions, ...OTHER_TOOLS]);

describe('with the globs of other tools', () => {
  it.each([
    ['.claude/agents/team/a.md', true],
    ['packages/api/.claude/agents/a.md', true],
    ['.github/agents/web.md', true],
    ['.github/agents/web.agent.md', true],
    ['.gemini/agents/a.md', true],
    ['.cursor/agents/a.md', true],
    ['.opencode/agent/a.md', true],
    ['.opencode/agents/a.md', true],
    ['docs/a.agent.md', true],
    ['.github/agents/README.md', false],
    ['.github/agents/team/a.md', false],
    ['packages/api/.github/agents/a.md', false],
    ['.github/agents/a.txt', false],
    ['.github/copilot-instructions.md', false],
    ['.claude/worktrees/x/.github/agents/a.agent.md', false],
  ])('%s is a definition: %s', (path, expected) => {
    expect(isDefinitionPath(repoPath(path))).toBe(expected);
  });

  it('the last glob that matches decides', () => {
    const again = createIsDefinitionPath([
      '.github/agents/*.md',
      '!.github/agents/a*.md',
      '.github/agents/ab.md',
    ]);
    expect(['a', 'ab', 'b'].map((name) => again(repoPath(`.github/agents/${name}.md`)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('refuses a glob that does not compile', () => {
    expect(() => createIsDefinitionPath(['../agents/*.md'])).toThrow(RangeError);
  });

  it.each([
    ['.github/agents', '.github/agents/x.md'],
    ['.github', '.github/agents/x.md'],
    ['.opencode/agent', '.opencode/agent/x.md'],
    ['.opencode', '.opencode/agent/x.md'],
    ['.gemini/agents', '.gemini/agents/x.md'],
    ['.cursor', '.cursor/agents/x.md'],
    ['.claude/agents', '.claude/agents/x.md'],
  ])('the files of a linked %s are found', (link, found) => {
    const directory = found.slice(link.length + 1).replace(/x\.md$/, '');
    expect(pathsOf(`real/${directory}x.md`, link, 'real')).toEqual([found]);
  });

  it('a submodule in place of such a directory is told', () => {
    const files = findDefinitionFiles(
      treeOf([[repoPath('.github/agents'), 'submodule']], new Map()),
      isDefinitionPath,
    );
    expect(files).toMatchObject([{ path: '.github/agents', content: { unreadable: 'submodule' } }]);
  });
});

const treeOf = (
  files: readonly (readonly [ReturnType<typeof repoPath>, FileKind])[],
  targets: ReadonlyMap<string, string>,
) => ({
  files: () => files,
  kindOf: (path: string) =>
    files.find(([file]) => file === path)?.[1] ??
    (files.some(([file]) => file.startsWith(`${path}/`)) ? ('directory' as const) : null),
  targetOf: (link: string) => targets.get(link) ?? null,
});

function pathsOf(file: string, link: string, target: string): readonly string[] {
  const up = '../'.repeat(link.split('/').length - 1);
  const tree = treeOf(
    [
      [repoPath(file), 'file'],
      [repoPath(link), 'link'],
    ],
    new Map([[link, `${up}${target}`]]),
  );
  return findDefinitionFiles(tree, isDefinitionPath).map(({ path }) => path);
}

describe('a definition of another tool', () => {
  const COPILOT = [
    '---\nname: Web\ndescription: d\ntarget: github-copilot\ntools: ["read", "edit"]\nmodel: x',
    'mcp-servers:\n  db:\n    type: local\n    command: x\n    args: ["--path", "src/"]\nmetadata:\n  team: web',
    '---\n## OWNS\n- `web/`\n',
  ].join('\n');
  const GEMINI =
    '---\nname: web\ndescription: d\nkind: local\ntools: [read_file]\nmcpServers: {}\ntemperature: 0.2\nmax_turns: 10\n---\n## OWNS\n- `web/`\n';
  const CURSOR =
    '---\nname: web\ndescription: d\nmodel: inherit\nreadonly: true\nis_background: false\n---\n## OWNS\n- `web/`\n';
  const OPENCODE =
    '---\ndescription: d\nmode: subagent\npermission:\n  edit: deny\n  bash:\n    "git *": allow\n---\n## OWNS\n- `web/`\n';

  it.each([
    ['.github/agents/web.agent.md', COPILOT, 'Web', []],
    ['.gemini/agents/web.md', GEMINI, 'web', []],
    ['.cursor/agents/web.md', CURSOR, 'web', []],
    ['.opencode/agent/web.md', OPENCODE, 'web', ['missing-name']],
    ['.github/agents/web.agent.md', OPENCODE, 'web', ['missing-name']],
  ])('%s is read', (path, text, name, codes) => {
    const { agents, problems } = parseRoster([aSource(text, path)]);
    expect(agents.map((agent) => [agent.name, agent.definitions[0]?.root])).toEqual([[name, '']]);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    const [agent] = agents;
    expect(agent && ruling(agent, repoPath('web/a')).verdict).toBe('owns');
  });
});

const WEB = '---\nname: web\ndescription: d\n---\n## OWNS\n- `/src/`\n- `*.css`\n';

describe('nested roots', () => {
  const { agents, problems } = parseRoster([
    aSource(WEB, 'packages/a/.claude/agents/web.md'),
    aSource(WEB, 'packages/b/.claude/agents/web.md'),
  ]);

  it.each([
    ['packages/a/src/x', 'owns'],
    ['packages/b/src/x', 'owns'],
    ['packages/b/x/y.css', 'owns'],
    ['packages/c/src/x', 'none'],
    ['src/x', 'none'],
    ['y.css', 'none'],
    ['packages/a/x/src/x', 'none'],
  ])('%s is %s', (path, verdict) => {
    const [agent] = agents;
    expect(agent && ruling(agent, repoPath(path)).verdict).toBe(verdict);
  });

  it('of one name are one agent, and say so', () => {
    expect(agents).toHaveLength(1);
    expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'packages/a/.claude/agents/web.md duplicate-name',
      'packages/b/.claude/agents/web.md duplicate-name',
    ]);
  });
});

describe('one file in several places', () => {
  const linked = (path: string, target: string, text = WEB): DefinitionSource => ({
    ...aSource(text, path),
    target: repoPath(target),
    links: [repoPath(path)],
  });
  const summary = (...sources: readonly DefinitionSource[]) => {
    const { agents, problems } = parseRoster(sources);
    return {
      files: agents.flatMap(({ definitions }) => definitions.map(({ file }) => file)),
      problems: problems.map(({ code, file }) => `${file} ${code}`),
    };
  };

  it.each([
    [
      'stands where it really lies',
      [linked('.claude/agents/web.md', '.github/agents/web.md'), aSource(WEB, '.github/agents/web.md')],
      ['.github/agents/web.md'],
    ],
    [
      'also where that comes first',
      [linked('.github/agents/web.md', '.claude/agents/web.md'), aSource(WEB, '.claude/agents/web.md')],
      ['.claude/agents/web.md'],
    ],
    [
      'stands at the first link where no definition lies at its end',
      [linked('.github/agents/web.md', 'shared/web.md'), linked('.claude/agents/web.md', 'shared/web.md')],
      ['.claude/agents/web.md'],
    ],
  ])('%s, without a problem', (_, sources, files) => {
    expect(summary(...sources)).toEqual({ files, problems: [] });
  });

  it('has its own problems once, and those of the place at the place', () => {
    const text = '---\nname: web\n---\n## OWNS\n- The API\n- `src/`\n';
    expect(
      summary(
        linked('.claude/agents/web.md', '.github/agents/web.md', text),
        aSource(text, '.github/agents/web.md'),
      ).problems,
    ).toEqual(['.claude/agents/web.md skipped-by-claude-code', '.github/agents/web.md unenforceable-entry']);
  });

  it('is two agents where its places give it two names', () => {
    const text = '## OWNS\n- `src/`\n';
    const { files } = summary(
      linked('.github/agents/a.md', 'shared/x.md', text),
      linked('.github/agents/b.md', 'shared/x.md', text),
    );
    expect(files).toHaveLength(2);
  });

  it('is two definitions where its patterns have two roots', () => {
    const { files, problems } = summary(
      aSource(WEB, '.claude/agents/web.md'),
      linked('packages/a/.claude/agents/web.md', '.claude/agents/web.md'),
    );
    expect(files).toHaveLength(2);
    expect(problems).toHaveLength(2);
  });

  it('is not taken for a copy', () => {
    expect(
      summary(aSource(WEB, '.claude/agents/web.md'), aSource(WEB, '.github/agents/web.md')).problems,
    ).toEqual(['.claude/agents/web.md duplicate-name', '.github/agents/web.md duplicate-name']);
  });
});

describe('the root', () => {
  it.each([
    ['.claude/agents/a.md', '', 'src/x'],
    ['packages/api/.claude/agents/a.md', 'packages/api', 'packages/api/src/x'],
    ['packages/.config/x/.claude/agents/a.md', 'packages', 'packages/src/x'],
    ['agents/a.md', '', 'src/x'],
    ['packages/.hidden.md', '', 'src/x'],
    ['my.app/.claude/agents/a.md', 'my.app', 'my.app/src/x'],
    ['../../.claude/agents/a.md', '../..', null],
  ])('of %j is %j', (path, root, covered) => {
    const { definition } = parseDefinition(aSource('## OWNS\n- `/src/`', path));
    expect(definition?.root).toBe(root);
    const compiled = definition?.sections[0]?.rules[0]?.compiled;
    if (covered !== null) expect(compiled?.matches(repoPath(covered))).toBe(true);
  });
});
