import { describe, expect, it } from '@jest/globals';
import type { DefinitionProblem } from '../../src/core/definitions/problem.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { describeProblem } from '../../src/reporters/messages.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { BACKEND, BACKEND_FILE } from '../support/report-builders.js';

const PLACE = { severity: 'warning', file: BACKEND_FILE, line: 12, agent: BACKEND } as const;
const ENTRY = { section: 'cannot-touch', pattern: 'apps/{{APP}}/**' } as const;

const PROBLEMS: readonly DefinitionProblem[] = [
  ...(
    [
      'not-utf8',
      'utf-16',
      'nul-byte',
      'too-large',
      'submodule',
      'link-leads-outside',
      'link-is-broken',
      'link-loops',
      'read-failed',
      'nested-too-deeply',
    ] as const
  ).map((reason) => ({ ...PLACE, code: 'unreadable-definition', reason }) as const),
  { ...PLACE, code: 'unclosed-front-matter' },
  { ...PLACE, code: 'invalid-front-matter', detail: 'the engine js is refused' },
  { ...PLACE, code: 'recovered-front-matter', detail: 'mapping values are not allowed here' },
  { ...PLACE, code: 'missing-name', used: BACKEND },
  { ...PLACE, code: 'duplicate-name', otherFiles: [repoPath('packages/api/.claude/agents/backend.md')] },
  ...(
    [
      'empty',
      'control-or-format-character',
      'parent-segment',
      'absolute-path',
      'too-many-braces',
      'too-long',
      'trailing-backslash',
      'backslash-as-separator',
      'unclosed-bracket',
      'not-compilable',
    ] as const
  ).map((fault) => ({ ...PLACE, ...ENTRY, code: 'invalid-pattern', fault }) as const),
  { ...PLACE, ...ENTRY, code: 'invalid-pattern', fault: 'too-many-patterns', alsoLost: 40 },
  { ...PLACE, ...ENTRY, code: 'invalid-pattern', fault: 'too-many-patterns', alsoLost: 0 },
  { ...PLACE, ...ENTRY, code: 'unresolved-placeholder' },
  { ...PLACE, code: 'unenforceable-entry', section: 'owns', further: { count: 250, linesBelow: 300 } },
  ...(['no-path', 'part-of-a-file', 'complement', 'not-a-path', 'unknown-shape'] as const).map(
    (reason) =>
      ({ ...PLACE, code: 'unenforceable-entry', section: 'owns', text: 'Everything else', reason }) as const,
  ),
  { ...PLACE, code: 'no-rules' },
  { ...PLACE, code: 'not-a-definition' },
];

describe('describeProblem', () => {
  it('says what is wrong, what becomes of it, and what to write', () => {
    expect(PROBLEMS.map((problem) => describeProblem(problem, plainVoice)).join('\n')).toMatchInlineSnapshot(`
      "The file is not UTF-8, so none of its rules can be read. Save it as UTF-8.
      The file is UTF-16, not UTF-8, so none of its rules can be read. Save it as UTF-8.
      The file holds a NUL byte, so none of its rules can be read. Save it as plain UTF-8 text.
      The file is larger than 1 MB, so none of its rules can be read. Keep the definition short and move the rest elsewhere.
      The file lies in a submodule, so none of its rules can be read. Keep the definition in this repository.
      The symbolic link leads out of the repository, so none of its rules can be read. Put the text itself in its place.
      The symbolic link leads to no file, so none of its rules can be read. Let it lead to the definition, or put the text in its place.
      The symbolic link leads back to itself, so none of its rules can be read. Put the text itself in its place.
      The file cannot be opened, so none of its rules can be read. Check that it is a readable file.
      Lists or quotations are nested too deeply here, so nothing from there on can be read. The rules above are in force. Write them with fewer levels.
      The front matter has no end, so keys and text cannot be told apart. Close it with a line \`---\`.
      The front matter cannot be read: \`the engine js is refused\`. Nothing in it counts. Write it as YAML, \`key: value\`, between two lines \`---\`.
      The front matter is not valid YAML: \`mapping values are not allowed here\`. Its name and its rules are read all the same, nothing else is. Put a value that holds a colon followed by a blank in quotes.
      The front matter has no name, so the agent goes by its file name. Write \`name: backend-django\`.
      The same name stands in \`packages/api/.claude/agents/backend.md\`: they are one agent, and all that they deny adds up. Give each agent a name of its own.
      \`apps/{{APP}}/**\` below CANNOT TOUCH is empty, so it is not in force. Write a path pattern, or remove the line.
      \`apps/{{APP}}/**\` below CANNOT TOUCH holds a character that nobody sees, so it is not in force. Type the pattern anew instead of pasting it.
      \`apps/{{APP}}/**\` below CANNOT TOUCH holds a \`..\`, so it is not in force. Write the path from the directory that holds the definitions.
      \`apps/{{APP}}/**\` below CANNOT TOUCH is an absolute path of one machine, so it is not in force. Write the path from the root of the repository.
      \`apps/{{APP}}/**\` below CANNOT TOUCH stands for too many patterns, so it is not in force. Use fewer braces, or several lines.
      \`apps/{{APP}}/**\` below CANNOT TOUCH is too long, so it is not in force. Use several shorter patterns.
      \`apps/{{APP}}/**\` below CANNOT TOUCH ends with a backslash, so it is not in force. Remove it, and separate directories with \`/\`.
      \`apps/{{APP}}/**\` below CANNOT TOUCH has a backslash before a letter, a digit or a dot, which git does not read as a separator, so it is not in force. Separate directories with \`/\`.
      \`apps/{{APP}}/**\` below CANNOT TOUCH opens a bracket that it does not close, so it is not in force. Close the bracket, or write \`\\[\` for a literal one.
      \`apps/{{APP}}/**\` below CANNOT TOUCH is no valid pattern, so it is not in force. Write it as you would in a \`.gitignore\`.
      The definition stands for too many patterns. \`apps/{{APP}}/**\` below CANNOT TOUCH is the first of 41 that are not in force. Use fewer braces, or wider patterns.
      The definition stands for too many patterns. \`apps/{{APP}}/**\` below CANNOT TOUCH is not in force. Use fewer braces, or wider patterns.
      \`apps/{{APP}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the path that the placeholder stands for.
      250 further entries below OWNS cannot be read as rules, the last in line 312, so nothing is enforced for them. Mend those above first.
      \`Everything else\` below OWNS names no path, so nothing is enforced for it. Write path patterns, one a line, with remarks behind \`#\`.
      \`Everything else\` below OWNS names a part of a file, and rules cover whole files, so nothing is enforced for it. Name the whole file, or move that part to a file of its own.
      \`Everything else\` below OWNS says what is left instead of what is meant, so nothing is enforced for it. Name the paths that are meant, one a line.
      \`Everything else\` below OWNS names something that is no path, so nothing is enforced for it. Write path patterns, one a line, with remarks behind \`#\`.
      \`Everything else\` below OWNS has a form that cannot be read, so nothing is enforced for it. Write path patterns, one a line, with remarks behind \`#\`.
      The definition has no rule that can be read, so it holds its agent to nothing. Add a section CANNOT TOUCH with one path pattern a line.
      The file has neither front matter nor an ownership section, so it is not read as a definition. Add front matter with a name, or keep the file elsewhere."
    `);
  });
});
