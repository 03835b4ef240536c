import type { HereDoc, ParsedScript, Redirection } from './syntax.js';

/**
 * What `$(cat <<'EOF' …)` stands for, which is how agents hand over a message of several lines; null for any other
 * substitution.
 */
export function literalOutput({ script }: { readonly script: ParsedScript | undefined }): string | null {
  if (script?.commands.length !== 1) return null;
  const command = script.commands[0]?.command;
  if (command?.type !== 'Command' || command.name?.text !== 'cat' || command.prefix.length > 0) return null;
  const [input] = command.suffix;
  if (command.suffix.length !== 1 || input?.type !== 'HereDoc') return null;
  return literalDocument(input)?.replace(/\n+$/, '') ?? null;
}

/** What a command reads from its standard input, where the text holds it; null where it comes from elsewhere. */
export function literalInput(redirects: readonly Redirection[]): string | null {
  const inputs = redirects.filter(
    ({ descriptor, operator }) =>
      operator.startsWith('<') && (descriptor === undefined || isStandardInput(descriptor)),
  );
  const last = inputs.at(-1);
  return last?.type === 'HereDoc' ? literalDocument(last) : null;
}

const isStandardInput = (descriptor: NonNullable<Redirection['descriptor']>): boolean =>
  descriptor.type === 'FileDescriptor' && descriptor.value === 0;

/** The lines of a here-document in which the shell replaces nothing. */
function literalDocument({ operator, delimiter, body }: HereDoc): string | null {
  if (delimiter?.quoted !== true && /[$`\\]/.test(body.text)) return null;
  return operator === '<<-' ? body.text.replace(/^\t+/gm, '') : body.text;
}
