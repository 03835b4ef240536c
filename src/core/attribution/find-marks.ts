import type { Commit } from '../history.js';
import { AI_PRODUCTS } from './ai-products.js';
import { namesProduct, parseIdentity, type Identity, type IdentityKind } from './identities.js';
import type { Mark } from './marks.js';
import type { ReadMessage } from './message-lines.js';

/** A commit with one mark is as anonymous as one with ten. */
const MOST_MARKS = 10;
const LONGEST_SHOWN = 200;

const TRAILER = /^([A-Za-z][A-Za-z0-9-]{0,40})[ \t]*:[ \t]*(\S.*)$/;
const AGENT_AND_MODEL = /^[\w.+-]{1,60}:[\w.+-]/;
/** `🤖 Generated with [Claude Code](…)`: the product's own link, so that no sentence about one is taken for it. */
const SIGNATURE =
  /^[^\p{L}]{0,8}(?:Generated|Made) (?:with|by) (?:\[([^\]]{1,60})\]\(|(Crush|Mistral Vibe)\.?$)/u;

/** Compared with the key, and with key and value. */
const OWN_TRAILERS: ReadonlySet<string> = new Set(
  AI_PRODUCTS.flatMap(({ trailers = [] }) => trailers.map((trailer) => trailer.toLowerCase())),
);

/**
 * What shows that an AI had a part in a commit: its author, and lines of the message, wherever they stand (squashing moves
 * them). At most ten, each once.
 */
export function findMarks(
  { authorName, authorEmail }: Pick<Commit, 'authorName' | 'authorEmail'>,
  { lines }: ReadMessage,
  kindOf: (identity: Identity) => IdentityKind,
): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const add = (kind: Mark['kind'], value: string): void => {
    const shown = value.slice(0, LONGEST_SHOWN);
    marks.set(`${kind} ${shown}`, { kind, value: shown });
  };
  if (kindOf({ name: authorName, email: authorEmail }) === 'ai') {
    add('author', authorEmail === '' ? authorName : `${authorName} <${authorEmail}>`);
  }
  for (const { text } of lines) {
    if (marks.size >= MOST_MARKS) break;
    const mark = markOf(text.slice(0, 1000), kindOf);
    if (mark !== null) add(mark.kind, mark.value);
  }
  return [...marks.values()];
}

function markOf(text: string, kindOf: (identity: Identity) => IdentityKind): Mark | null {
  const [, key = '', value = ''] = TRAILER.exec(text) ?? [];
  if (key === '') {
    const [, linked, plain] = SIGNATURE.exec(text) ?? [];
    return namesProduct(linked ?? plain ?? '') ? { kind: 'trailer', value: text } : null;
  }
  const lower = key.toLowerCase();
  if (OWN_TRAILERS.has(lower)) return { kind: 'trailer', value: key };
  if (OWN_TRAILERS.has(`${lower}: ${value.toLowerCase()}`)) return { kind: 'trailer', value: text };
  switch (lower) {
    case 'co-authored-by':
    case 'co-developed-by':
      return kindOf(parseIdentity(value)) === 'ai' ? { kind: 'co-author', value } : null;
    case 'assisted-by':
    case 'generated-by':
    case 'made-with': {
      const kind = kindOf(parseIdentity(value));
      const isAi = kind === 'ai' || (kind === 'unlisted' && isTool(lower, value));
      return isAi ? { kind: 'trailer', value: text } : null;
    }
    case 'signed-off-by':
      return kindOf(parseIdentity(value)) === 'ai' ? { kind: 'trailer', value: text } : null;
  }
  return null;
}

/** The kernel's `Assisted-by: NAME:MODEL`, and products by name; people with an address of their own assist as well. */
const isTool = (key: string, value: string): boolean =>
  (key === 'assisted-by' && AGENT_AND_MODEL.test(value)) || (!value.includes('@') && namesProduct(value));
