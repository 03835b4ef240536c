import { describe, expect, it } from '@jest/globals';
import { describeProblem } from '../../src/reporters/problem-messages.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { PROBLEM_HELP } from '../../src/reporters/problem-help.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';

describe('describeProblem', () => {
  it('knows every code', () => {
    expect([...new Set(EVERY_PROBLEM.map(({ code }) => code))].toSorted()).toEqual(
      Object.keys(PROBLEM_HELP).toSorted(),
    );
  });

  it.each(EVERY_PROBLEM.map((problem) => [problem.code, describeProblem(problem, plainVoice)]))(
    'is short for %s: %s',
    (_code, message) => {
      expect(message.length).toBeLessThanOrEqual(320);
      expect(message).toMatch(/[.?]$/);
    },
  );

  it('says what is wrong, what becomes of it, and what to write', () => {
    expect(EVERY_PROBLEM.map((problem) => describeProblem(problem, plainVoice)).join('\n'))
      .toMatchInlineSnapshot(`
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
      There is no file in the place of the config. Put the config there, as a file.
      There is no file in the place of the config. Put the config there, as a file.
      The file is larger than 256 kB. Remove the waivers that are over.
      The file is not UTF-8. Save it as UTF-8.
      The symbolic link leads to no file. Put the config itself in its place.
      The config is not valid YAML: \`severty\`. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; indent with blanks.
      The config is not read: \`nested too deeply\`. Write it shorter, and with fewer levels.
      The config holds several documents. Keep one of them, without a line \`---\` behind it.
      There is no setting \`severty\`. Did you mean \`severity\`?
      There is no setting \`severty\`. The settings are listed in docs/policy.md.
      \`severty\` cannot be set: what it stands for always fails. Remove the line.
      \`severty\` cannot be set for an agent, as it is of none. Set it under \`severity\` for all.
      \`severty\` stands there twice. Keep one of them.
      \`severty\` has no \`until\`. Add it.
      The config must be a mapping of keys to values, and it is a list. See the examples in docs/policy.md.
      \`severty\` must be a list, and it is empty. Write \`[]\` for none, or remove the key: then the default holds.
      \`severty\` must be a mapping of keys to values, and it is empty. Give it a value, or remove the key: then the default holds.
      \`severty\` must be a text, and it is a number. Put it in quotes.
      \`severty\` must be a list, and it is a text. Put it in brackets: \`[ … ]\`.
      \`severty\` must be \`true\` or \`false\`, and it is a mapping of keys to values. See the examples in docs/policy.md.
      \`severty\` cannot be \`severty\`. Write \`enforce\` or \`report-only\`.
      \`severty\` lists nothing. Name at least one, or remove the key: then the default holds.
      \`severty\` is blank. Write something, or remove it.
      \`severty\` in \`severty\` is longer than any heading. Write the words of the heading.
      \`severty\` in \`severty\` is an exception, and there are none here. Name the paths that are meant, without \`!\`.
      \`severty\` in \`severty\` matches everything. Name the paths that are meant; to only look at what would fail, set \`mode: report-only\`.
      \`severty\` in \`severty\` is wildcards only and matches almost everything. Name a directory, a file or an ending.
      \`severty\` in \`severty\` would be everybody. Write a name or an e-mail address.
      \`severty\` in \`severty\` is no key of a trailer. Use letters, digits and \`-\`, as git does.
      \`severty\` in \`severty\` is no day of the calendar. Write it as \`2027-01-31\`.
      \`severty\` in \`severty\` is no name of a branch. Write one name without \`refs/heads/\`; patterns are not possible here.
      \`severty\` in \`severty\` has no words. Write the words of the heading.
      The pattern \`severty\` in \`severty\` holds a \`..\`. Write the path from the directory in which \`.claude\` lies.
      The pattern \`severty\` in \`severty\` still holds the placeholder of a template. Write the path that it stands for.
      \`2099-01-01\` in \`severty\` is more than a year ahead. Write \`2027-11-22\` or an earlier day, and decide again then.
      \`severty\` in \`aliases\` stands for itself. Name the agent that a definition has.
      \`severty\` and \`testing\` in \`aliases\` stand for each other. Name the agent that a definition has.
      \`severty\` has exceptions only, so that no file is a definition. Add the patterns that they take something out of.
      \`severty\` in \`severty\` names another section as well. Keep it in one of them.
      \`severty\` in \`severty\` names CANNOT TOUCH already. Remove it here, and give the section in the definition another heading.
      The front matter has no end, so keys and text cannot be told apart. Close it with a line \`---\`.
      The front matter cannot be read: \`the engine js is refused\`. Nothing in it counts. Write it as YAML, \`key: value\`, between two lines \`---\`.
      The front matter is not valid YAML: \`mapping values are not allowed here\`. Its name and its rules are read all the same, nothing else is. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; write one of several lines below \`|\`, indented with blanks.
      The front matter has no name, so the agent goes by its file name. Write \`name: backend-django\`.
      The same name stands in \`packages/api/.claude/agents/backend.md\`: they are one agent, and all that they deny adds up. Give each agent a name of its own.
      \`Backend_Django\` in \`.claude/agents/b.md\` differs from this name only in case, blanks, \`-\` or \`_\`: a trailer in a third spelling could mean either. Give each agent a name of its own.
      \`apps/{{APP}}/**\` below CANNOT TOUCH is empty, so it is not in force. Write a path pattern, or remove the line.
      \`apps/{{APP}}/**\` below CANNOT TOUCH holds a character that nobody sees, so it is not in force. Type the pattern anew instead of pasting it.
      \`apps/{{APP}}/**\` below CANNOT TOUCH holds a \`..\`, so it is not in force. Write the path from the directory in which \`.claude\` lies.
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
      Claude Code does not load this file: its name does not end in \`.md\`, so the agent's work would run unbound. Rename it.
      Claude Code does not load this file: it has no front matter on its first line, so the agent's work would run unbound. Begin the file with \`---\`, \`name:\` and \`description:\`.
      Claude Code does not load this file: its front matter is not plain YAML, so the agent's work would run unbound. Begin the file with a line that is just \`---\`.
      Claude Code does not load this file: its front matter has no end, so the agent's work would run unbound. Close it with a line \`---\`.
      Claude Code does not load this file: its front matter is no YAML, so the agent's work would run unbound. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; write one of several lines below \`|\`, indented with blanks.
      Claude Code does not load this file: its front matter is no YAML and has Windows line ends, which keep it from being mended, so the agent's work would run unbound. Put a value in quotes that holds a colon or begins with a sign such as \`*\`; write one of several lines below \`|\`, indented with blanks.
      Claude Code does not load this file: it has no name, so the agent's work would run unbound. Write \`name:\` and the name into the front matter.
      Claude Code does not load this file: its name is no text, so the agent's work would run unbound. Put the name in quotes.
      Claude Code does not load this file: its name begins with a hyphen, so the agent's work would run unbound. Begin the name with a letter.
      Claude Code does not load this file: its name holds a colon, so the agent's work would run unbound. Write a name without a colon.
      Claude Code does not load this file: it has no description, so the agent's work would run unbound. Write \`description:\` and a text into the front matter.
      \`cannot-touch\` in the front matter and CANNOT TOUCH in the body differ, and both count. Only the front matter has \`infra/\`. Only the body has \`db/\`, \`a/\`, \`b/\` and 2 more. Keep one of the two.
      OWNS \`*.test.ts\` and CANNOT TOUCH \`src/**/*.ts\` at \`.claude/agents/backend-django.md:30\` both cover \`src/a.test.ts\` and \`src/b.test.ts\`; CANNOT TOUCH wins. To let the agent write there, add \`!*.test.ts\` at the end of that section. Keep \`!src/a.test.ts\` below that line.
      OWNS \`*.test.ts\` and CANNOT TOUCH \`src/**/*.ts\` at \`.claude/agents/backend-django.md:30\` both cover 412 files, such as \`docs/\`, \`src/a.ts\` and \`src/b.ts\`; CANNOT TOUCH wins. Other entries deny 1 file more of it. Take these files out of one of the two.
      \`apps/blgo/**\` below OWNS matches no tracked file, so nothing is held to it. Mend the path, or remove the line.
      \`apps/blgo/**\` below OWNS matches no tracked file, so nothing is held to it. The same goes for 12 rules of this definition that are not listed. Mend the path, or remove the line.
      \`src/api/**\` below OWNS adds nothing to CANNOT TOUCH \`src/**/*.ts\` at \`.claude/agents/backend-django.md:30\`. Remove one of the two.
      \`src/api/**\` below OWNS has no effect: all that it matches is taken out by CANNOT TOUCH \`src/**/*.ts\` at \`.claude/agents/backend-django.md:30\`. Remove it, or the exception.
      \`!src/api/**\` below OWNS takes nothing out: no entry above it covers what it matches. Put it below the entry that it is an exception to.
      \`backend-django\` and \`testing\` own the same files, and each may change them: \`src/a.test.ts\` and \`src/b.test.ts\`. Where one of them is meant to decide, narrow the OWNS of the others.
      \`a\`, \`b\`, \`c\`, \`d\` and 1 more own the same files, and each may change them: 412 files, such as \`docs/\`, \`src/a.ts\` and \`src/b.ts\`. Where one of them is meant to decide, narrow the OWNS of the others.
      7 smaller sets of agents share 412 files, such as \`docs/\`, \`src/a.ts\` and \`src/b.ts\`. The largest is \`a\` and \`b\`. Where one of them is meant to decide, narrow the OWNS of the others.
      \`frontend/**/*\` is denied and no agent owns what it matches, so there is nobody to hand a change to: 412 files, such as \`docs/\`, \`src/a.ts\` and \`src/b.ts\`. Name the owner in its definition, or leave these files to people.
      No agent owns 412 of 900 tracked files, such as \`docs/\`, \`src/a.ts\` and \`src/b.ts\`. Add them to an OWNS where an agent is meant to write them.
      The contract says of \`migrations/\` that \`database\` owns it, the definition that it has no rule for it (412 files, such as \`docs/\`). Only definitions are enforced: change the one that is wrong.
      The contract says of \`migrations/\` that \`a\` owns it, the definition that it has no rule for it. The contract says of \`migrations/\` that \`b\` owns it, the definition that it has no rule for it. It differs for 2 more of the agents. Only definitions are enforced: change the one that is wrong.
      The contract speaks of \`databse\`, and no definition has that name, so it is not compared. Did you mean \`database\`?
      The row \`| a | maybe |\` has a cell that cannot be read, so it is not compared with the definitions. Write OWNS, READS, CANNOT TOUCH or \`---\` into the cells of the agents.
      The contract does not name \`database\` and \`backend-django\`, whose definitions have rules. Add what is missing to a table, so that it can be compared.
      The file is not UTF-8, so it is not compared with the definitions. Save it as UTF-8.
      The definition has no rule that can be read, so it holds its agent to nothing. Add a section CANNOT TOUCH with one path pattern a line.
      The file has neither front matter nor an ownership section, so it is not read as a definition. If it is meant to be one, begin it with front matter that has \`name:\` and \`description:\`."
    `);
  });
});
