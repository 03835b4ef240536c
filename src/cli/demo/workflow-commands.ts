/** A line of a step's log that the runner takes as a command to itself. */
export interface WorkflowCommand {
  /** In lower case, like the keys of the properties: the runner compares both without regard to case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What GitHub shows beside a file, or for the whole step where it has no path. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | null;
  readonly path: string | null;
  readonly startLine: number | null;
  readonly endLine: number | null;
}

/** The commands that the runner registers; a line with any other name is ordinary text. */
const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

const LEVELS = ['error', 'warning', 'notice'] as const;

/**
 * The commands in a step's log, read as the runner reads them (`ActionCommand.cs` and `ActionCommandManager.cs` of
 * actions/runner): `::name key=value,…::message` where a line begins with it, and the older `##[name key=value;…]message`
 * anywhere in a line; none between `stop-commands` and its token. A carriage return ends a line, as it does there.
 */
export function parseWorkflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resumeToken: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const registered: ReadonlySet<string> =
      resumeToken === null ? REGISTERED : new Set([...REGISTERED, resumeToken]);
    const command = parseCurrentSyntax(line, registered) ?? parseOlderSyntax(line, registered);
    if (command === null) continue;
    if (resumeToken !== null) {
      if (command.name === resumeToken) resumeToken = null;
    } else if (command.name === 'stop-commands') {
      resumeToken = command.message.toLowerCase();
    } else {
      commands.push(command);
    }
  }
  return commands;
}

function parseCurrentSyntax(line: string, registered: ReadonlySet<string>): WorkflowCommand | null {
  const match = /^\s*::(.*?)::(.*)$/.exec(line);
  return match === null
    ? null
    : toCommand((match[1] ?? '').trimEnd(), match[2] ?? '', registered, {
        separator: ',',
        unescapeProperty: unescapeWith({ '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }),
        unescapeMessage: unescapeWith({ '%0D': '\r', '%0A': '\n', '%25': '%' }),
      });
}

function parseOlderSyntax(line: string, registered: ReadonlySet<string>): WorkflowCommand | null {
  const match = /##\[(.*?)\](.*)$/.exec(line);
  const unescape = unescapeWith({ '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' });
  return match === null
    ? null
    : toCommand(match[1] ?? '', match[2] ?? '', registered, {
        separator: ';',
        unescapeProperty: unescape,
        unescapeMessage: unescape,
      });
}

interface Syntax {
  readonly separator: string;
  readonly unescapeProperty: (text: string) => string;
  readonly unescapeMessage: (text: string) => string;
}

function toCommand(
  head: string,
  message: string,
  registered: ReadonlySet<string>,
  syntax: Syntax,
): WorkflowCommand | null {
  const blank = head.indexOf(' ');
  const name = (blank < 0 ? head : head.slice(0, blank)).toLowerCase();
  if (!registered.has(name)) return null;
  const pairs = blank > 0 ? head.slice(blank + 1).split(syntax.separator) : [];
  const properties = pairs.flatMap((pair): [string, string][] => {
    const match = /^\s*([^=]+)=(.+)$/.exec(pair);
    return match === null ? [] : [[(match[1] ?? '').toLowerCase(), syntax.unescapeProperty(match[2] ?? '')]];
  });
  return { name, properties: Object.fromEntries(properties), message: syntax.unescapeMessage(message) };
}

/** The order of the table counts: `%25` comes last, so that `%250A` is the text `%0A`. */
const unescapeWith =
  (table: Readonly<Record<string, string>>) =>
  (text: string): string =>
    Object.entries(table).reduce((result, [escape, token]) => result.replaceAll(escape, token), text);

/** The annotations among the commands; a blank message makes none. */
export const toAnnotations = (commands: readonly WorkflowCommand[]): readonly Annotation[] =>
  commands.flatMap(({ name, properties, message }) => {
    const level = LEVELS.find((candidate) => candidate === name);
    if (level === undefined || message.trim() === '') return [];
    const startLine = toLine(properties['line']) ?? toLine(properties['endline']);
    return [
      {
        level,
        message,
        title: properties['title'] ?? null,
        path: properties['file'] ?? null,
        startLine,
        endLine: toLine(properties['endline']) ?? startLine,
      },
    ];
  });

const toLine = (text: string | undefined): number | null => {
  const line = Number(text);
  return Number.isInteger(line) && line > 0 ? line : null;
};
