import type { DefinitionProblemCode } from '../core/definitions/problem.js';

export interface ProblemHelp {
  /** What the code means for the definitions. */
  readonly meaning: string;
  readonly remedy: string;
}

/** What a code means and what to do about it, apart from any one problem; docs/codes.md says the same, with examples. */
export const PROBLEM_HELP: Readonly<Record<DefinitionProblemCode, ProblemHelp>> = {
  'unreadable-definition': {
    meaning:
      'A definition cannot be read as text: it is not UTF-8, holds a NUL, is larger than 1 MB, or is a symbolic link that leads out of the repository, to nothing, or in a circle. None of its rules can be enforced. Where lists in it are nested too deeply, nothing from that line on can be read, and the rules above stay in force.',
    remedy: 'Save the file as UTF-8; put the text itself in the place of a link that leads nowhere.',
  },
  'invalid-config': {
    meaning:
      'The config cannot be used: it is not valid YAML, or has a key or a value that it cannot have. None of it is in force, as half a policy would be nobody’s.',
    remedy: 'Mend the lines that the messages name; docs/policy.md has every key with an example.',
  },
  'unclosed-front-matter': {
    meaning: 'The front matter opens with `---` and never ends, so keys and text cannot be told apart.',
    remedy: 'Close the front matter with a line `---`.',
  },
  'invalid-front-matter': {
    meaning:
      'The front matter cannot be read, or is in another language than YAML (`---js`). Nothing in it counts.',
    remedy:
      'Write it as YAML, `key: value`, between two lines `---`. A value that holds a colon followed by a blank needs quotes.',
  },
  'recovered-front-matter': {
    meaning:
      'The front matter is not valid YAML. Its name and its rules are read all the same, nothing else is.',
    remedy:
      'Put a value in quotes that holds a colon or begins with a sign such as `*`; write one of several lines below `|`, indented with blanks.',
  },
  'missing-name': {
    meaning:
      'The front matter has no `name`, so the agent goes by its file name. A commit that claims another name is then of an unknown agent.',
    remedy: 'Write the name: `name: testing`.',
  },
  'duplicate-name': {
    meaning:
      'Several definitions have one name. They are one agent, and all that they deny adds up. `lint` also tells it of names that differ only in case, blanks, `-` or `_`: they are two agents, and a trailer in a third spelling could mean either.',
    remedy: 'Give each agent a name of its own, or keep one definition if they are meant to be one agent.',
  },
  'invalid-pattern': {
    meaning:
      'A pattern cannot be used: it is empty, too long, stands for too many patterns, holds `..` or a character that nobody sees, is an absolute path of one machine, or is no valid pattern. It is not in force.',
    remedy: 'Write the pattern as you would in a `.gitignore` at the root of the repository: `apps/**`.',
  },
  'unresolved-placeholder': {
    meaning: 'A pattern still holds the placeholder of a template, so it is not in force.',
    remedy: 'Write the path that the placeholder stands for.',
  },
  'unenforceable-entry': {
    meaning:
      'A line of an ownership section yields no pattern, so nothing is enforced for it: it names no path, a part of a file, or says what is left instead of what is meant.',
    remedy:
      'Write path patterns, one a line, with remarks behind `#`. Name the paths that are meant, not those that are left.',
  },
  'skipped-by-claude-code': {
    meaning:
      "Claude Code would not load this file of `.claude/agents/`, though this tool reads it. The agent's work would run without the definition.",
    remedy: 'Write what is missing; the message says what it is.',
  },
  'front-matter-disagrees': {
    meaning:
      'A section stands in the front matter and in the body, and the two differ. All rules of both count.',
    remedy: 'Keep one of the two.',
  },
  'contested-paths': {
    meaning:
      "An agent's OWNS and its CANNOT TOUCH cover the same tracked files, and neither is meant as an exception to the other. CANNOT TOUCH wins. A denial inside an ownership, such as `apps/**/migrations/**` inside `apps/**`, is none.",
    remedy:
      'Add the exception that the message spells out at the end of the section CANNOT TOUCH, or take the entry out of OWNS.',
  },
  'contract-drift': {
    meaning:
      'A table in `.claude/CONTRACT.md` says something else than the definitions, names an agent that has none, leaves one out, or has a row that cannot be read. The contract is never enforced.',
    remedy: 'Change whichever is wrong.',
  },
  'dead-pattern': {
    meaning: 'A pattern matches no tracked file, so nothing is held to it.',
    remedy: 'Mend the path, or remove the line. A pattern for files that are still to come can stay.',
  },
  'shadowed-pattern': {
    meaning:
      'An entry has no effect: another one of its section covers all of it, exceptions below it take all of it out, or it is an exception to nothing.',
    remedy: 'Remove it, or move it.',
  },
  'shared-ownership': {
    meaning: 'Several agents own the same tracked files. Each of them may change them.',
    remedy: 'Narrow one of the OWNS where one agent is meant to decide.',
  },
  'orphan-denial': {
    meaning:
      'No agent owns any of the tracked files that an entry of CANNOT TOUCH matches, so there is nobody to hand such a change to.',
    remedy: 'Name the owner in its definition, or leave these files to people.',
  },
  'unowned-files': {
    meaning:
      'No agent owns these tracked files. Definitions, and what else is a protected path, are left out.',
    remedy: 'Add them to an OWNS where an agent is meant to write them.',
  },
  'no-rules': {
    meaning: 'A definition has no rule that can be read, so it holds its agent to nothing.',
    remedy: 'Add a section CANNOT TOUCH with one path pattern a line.',
  },
  'not-a-definition': {
    meaning:
      'A file where definitions lie has neither front matter nor an ownership section, so it is not read as one.',
    remedy:
      'None is needed. If it is meant to be a definition, add front matter with a `name` and a `description`.',
  },
};
