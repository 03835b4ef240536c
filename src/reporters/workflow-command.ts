/** What a command says besides its message; a property without a value is left out. */
export type CommandProperties = Readonly<Record<string, string | number | null>>;

/**
 * A line that the runner takes as a command, escaped as the toolkit does it (actions/toolkit, `packages/core/src/command.ts`).
 * Only what stands in it stays untrusted: hidden characters and `##[` are the caller's to make visible.
 */
export function toWorkflowCommand(name: string, properties: CommandProperties, message: string): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === null || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeMessage(message)}`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
