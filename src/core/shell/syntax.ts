import { forEachChild, parse, type ParsedScript, type SyntaxNode } from 'unbash';

export type {
  AndOr,
  Assignment,
  Command,
  CommandNode,
  CompoundList,
  HereDoc,
  ParsedScript,
  Pipeline,
  Redirection,
  Statement,
  SyntaxNode,
  Word,
  WordPart,
} from 'unbash';

/** Linux hands no program an argument of 128 KiB or more, so that a longer text reaches no `bash -c` in one piece. */
export const LONGEST_TEXT = 131_072;

/** The syntax of a text as bash reads it; null where it has a fault anywhere, or is no text for a shell at all. */
export function parseShell(text: string): ParsedScript | null {
  if (text.length > LONGEST_TEXT || text.includes('\0')) return null;
  const script = parse(text);
  return hasFault(script) ? null : script;
}

/** Scripts in substitutions have faults of their own. A here-document that the text ends in is none for a shell, but is here. */
function hasFault(node: SyntaxNode): boolean {
  if (node.type === 'Script' && (node.errors ?? []).length > 0) return true;
  if (node.type === 'HereDoc' && node.closing === undefined) return true;
  return childrenOf(node).some(hasFault);
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}
