import type { Identities } from '../policy/policy.js';
import { AI_PRODUCTS } from './ai-products.js';
import { KNOWN_BOTS } from './built-in-names.js';
import { compileWildcards } from './wildcards.js';

/** An author or a co-author, as a commit names them. */
export interface Identity {
  readonly name: string;
  /** Empty where none is given. */
  readonly email: string;
}

/** `unlisted` is anybody of whom nothing is known: mostly people. */
export type IdentityKind = 'ai' | 'person' | 'bot' | 'unlisted';

type Test = (identity: Identity) => boolean;

/** No name or address is longer; the cut keeps the comparison cheap. */
const LONGEST = 320;
const NOREPLY = /^no-?reply@/;

/**
 * Tells whose an identity is. The config's word goes first, and of it that on people; a name alone shows an AI only where no
 * person bears it. The same few people make most of the commits, so an answer is kept.
 */
export function createIdentityTest({ people, ai, bots }: Identities): (identity: Identity) => IdentityKind {
  const steps: readonly (readonly [IdentityKind, Test])[] = [
    ['person', listed(people)],
    ['ai', listed(ai)],
    ['bot', listed(bots)],
    ['ai', isKnownAi],
    ['bot', isKnownBot],
  ];
  const known = new Map<string, IdentityKind>();
  return ({ name, email }) => {
    const identity = { name: name.trim().slice(0, LONGEST), email: email.trim().slice(0, LONGEST) };
    const key = `${identity.name}\0${identity.email}`;
    const kind = known.get(key) ?? steps.find(([, test]) => test(identity))?.[0] ?? 'unlisted';
    known.set(key, kind);
    return kind;
  };
}

function listed(patterns: readonly string[]): Test {
  const matches = compileWildcards(patterns);
  return ({ name, email }) => (name !== '' && matches(name)) || (email !== '' && matches(email));
}

const ofAll = (pick: (product: (typeof AI_PRODUCTS)[number]) => readonly string[] | undefined) =>
  compileWildcards(AI_PRODUCTS.flatMap((product) => pick(product) ?? []));

const isAddress = ofAll(({ emails }) => emails);
const isName = ofAll(({ names }) => names);
const isSharedName = ofAll(({ sharedNames }) => sharedNames);
const isAccount = ofAll(({ accounts }) => accounts);
const isAppName = ofAll(({ accounts }) => accounts?.filter((account) => account.endsWith('[bot]')));
const isBot = compileWildcards(KNOWN_BOTS);

const isKnownAi: Test = ({ name, email }) =>
  isAddress(email) ||
  isAccount(accountOf(email)) ||
  isName(name) ||
  isAppName(name) ||
  (isSharedName(name) && (email === '' || NOREPLY.test(email.toLowerCase())));

const isKnownBot: Test = ({ name, email }) => isBot(name) || isBot(accountOf(email));

/** `12345+name@users.noreply.github.com` is the account `name`, as is the same without a number. */
function accountOf(email: string): string {
  const [, account = ''] = /^(?:\d{1,20}\+)?([^@+]{1,100})@users\.noreply\.github\.com$/i.exec(email) ?? [];
  return account;
}

/**
 * Whether a text names a product, perhaps with its model: `Cursor`, `Claude:opus`, `Copilot v1.0`. Of a name that people bear
 * nothing but a sign for a model may follow: `Claude Monet` is none.
 */
export function namesProduct(text: string): boolean {
  const name = text.slice(0, LONGEST).trim();
  const [word = ''] = name.split(/[\s:/(<]/, 1);
  const rest = name.slice(word.length).trimStart();
  return isName(name) || isName(word) || (isSharedName(word) && /^(?:$|[:/(\d])/.test(rest));
}

/** `Name <address>`, either part may be missing; blanks around them stay. */
export function parseIdentity(text: string): Identity {
  const shown = text.slice(0, 2 * LONGEST);
  const open = shown.lastIndexOf('<');
  if (open === -1)
    return shown.includes('@') && !/\s/.test(shown) ? { name: '', email: shown } : { name: shown, email: '' };
  const close = shown.indexOf('>', open);
  return {
    name: shown.slice(0, open),
    email: shown.slice(open + 1, close === -1 ? undefined : close),
  };
}
