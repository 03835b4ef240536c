import { describe, expect, it } from '@jest/globals';
import type { ContractDrift, DefinitionProblem, SkipReason } from '../../src/core/definitions/problem.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { describeProblem } from '../../src/reporters/problem-messages.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { BACKEND, BACKEND_FILE } from '../support/report-builders.js';

const PLACE = { severity: 'warning', file: BACKEND_FILE, line: 12, agent: BACKEND } as const;
const words = (problems: readonly DefinitionProblem[]): string =>
  problems.map((problem) => describeProblem(problem, plainVoice)).join('\n');

const REASONS: readonly SkipReason[] = [
  ...(['other-extension', 'no-front-matter', 'other-language', 'unclosed-front-matter'] as const),
  ...(['invalid-yaml', 'invalid-yaml-with-windows-line-ends', 'no-name', 'name-is-no-text'] as const),
  ...(['name-begins-with-hyphen', 'name-holds-colon', 'no-description'] as const),
];

const DRIFTS: readonly ContractDrift[] = [
  {
    kind: 'row',
    pattern: 'docs/',
    cells: [
      {
        agent: BACKEND,
        contract: 'none',
        definition: 'owns',
        paths: { examples: [repoPath('docs/a.md')], count: 1 },
      },
      {
        agent: agentName('database'),
        contract: 'owns',
        definition: 'none',
        paths: { examples: [repoPath('docs/a.md')], count: 12 },
      },
      {
        agent: agentName('web'),
        contract: 'reads',
        definition: 'cannot-touch',
        paths: { examples: [], count: 0 },
      },
    ],
  },
  { kind: 'unknown-agent', name: 'databse', nearest: agentName('database') },
  { kind: 'unknown-agent', name: 'x', nearest: null },
  { kind: 'unlisted-agents', names: [BACKEND, agentName('web')] },
  { kind: 'unreadable-row', text: '| docs | OWNS |', fault: 'patterns' },
  { kind: 'unreadable-row', text: '| `docs/` | maybe |', fault: 'cells' },
  { kind: 'unreadable-row', text: 'docs/', fault: 'beyond-limits' },
  { kind: 'unreadable', reason: 'not-utf8' },
];

describe('describeProblem', () => {
  it('says why Claude Code skips a file', () => {
    const code = 'skipped-by-claude-code';
    expect(words(REASONS.map((reason) => ({ ...PLACE, code, reason })))).toMatchInlineSnapshot(`
      "Claude Code does not load this file: its name does not end in \`.md\`, so the agent's work would run unbound. Rename it.
      Claude Code does not load this file: it has no front matter on its first line, so the agent's work would run unbound. Begin the file with \`---\`, \`name:\` and \`description:\`.
      Claude Code does not load this file: its front matter is not plain YAML, so the agent's work would run unbound. Begin the file with a line that is just \`---\`.
      Claude Code does not load this file: its front matter has no end, so the agent's work would run unbound. Close it with a line \`---\`.
      Claude Code does not load this file: its front matter is no YAML, so the agent's work would run unbound. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; write one of several lines below \`|\`, indented with blanks.
      Claude Code does not load this file: its front matter is no YAML and has Windows line ends, which keep it from being mended, so the agent's work would run unbound. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; write one of several lines below \`|\`, indented with blanks.
      Claude Code does not load this file: it has no name, so the agent's work would run unbound. Write \`name:\` and the name into the front matter.
      Claude Code does not load this file: its name is no text, so the agent's work would run unbound. Put the name in quotes.
      Claude Code does not load this file: its name begins with a hyphen, so the agent's work would run unbound. Begin the name with a letter.
      Claude Code does not load this file: its name holds a colon, so the agent's work would run unbound. Write a name without a colon.
      Claude Code does not load this file: it has no description, so the agent's work would run unbound. Write \`description:\` and a text into the front matter."
    `);
  });

  it('says in what front matter and body differ', () => {
    const fact = { ...PLACE, code: 'front-matter-disagrees', section: 'owns', key: 'owned_paths' } as const;
    expect(
      words([
        { ...fact, onlyInFrontMatter: ['a/'], onlyInBody: ['b/', 'c/'] },
        { ...fact, onlyInFrontMatter: [], onlyInBody: ['b/'] },
      ]),
    ).toMatchInlineSnapshot(`
      "\`owned_paths\` in the front matter and OWNS in the body differ, and both count. Only the front matter has \`a/\`. Only the body has \`b/\` and \`c/\`. Keep one of the two.
      \`owned_paths\` in the front matter and OWNS in the body differ, and both count. Only the body has \`b/\`. Keep one of the two."
    `);
  });

  it('says in what a contract differs', () => {
    const code = 'contract-drift';
    expect(words(DRIFTS.map((drift) => ({ ...PLACE, code, drift })))).toMatchInlineSnapshot(`
      "The contract says of \`docs/\` that \`backend-django\` does not own it, the definition that it owns it. The contract says of \`docs/\` that \`database\` owns it, the definition that it has no rule for it. It differs for 1 more of the agents. Only definitions are enforced: change the one that is wrong.
      The contract speaks of \`databse\`, and no definition has that name, so it is not compared. Did you mean \`database\`?
      The contract speaks of \`x\`, and no definition has that name, so it is not compared. Add a definition, or take it out.
      The contract does not name \`backend-django\` and \`web\`, whose definitions have rules. Add what is missing to a table, so that it can be compared.
      The row \`| docs | OWNS |\` names no paths that can be read, so it is not compared with the definitions. Write path patterns in back-ticks, with commas between them.
      The row "| \`docs/\` | maybe |" has a cell that cannot be read, so it is not compared with the definitions. Write OWNS, READS, CANNOT TOUCH or \`---\` into the cells of the agents.
      The row \`docs/\` is beyond what can be compared, so it is not compared with the definitions. Use fewer rows, or wider patterns.
      The file is not UTF-8, so it is not compared with the definitions. Save it as UTF-8."
    `);
  });
});
