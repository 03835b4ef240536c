import { ALIAS_VERBS, FURTHER_VERBS } from './heading-aliases.js';

/** Selectors and joiners of emoji, which Unicode counts as parts of letters. */
const EMOJI_PARTS = /\p{Variation_Selector}|\u200D|\u20E3/gu;
const ONE_OF_VERBS = `(?:${[...ALIAS_VERBS, ...FURTHER_VERBS].join('|')})`;
const VERB_LIST = new RegExp(
  `\\b${ONE_OF_VERBS}\\b(?:(?: ?[/,] ?(?:or |and )?| or | and )${ONE_OF_VERBS}\\b)+`,
  'g',
);
/** What joins verbs. Most headings hold none, and compiling `VERB_LIST` takes 10 ms. */
const JOINER = /[/,]| (?:and|or) /;
const INTENSIFIER =
  / (?:strictly|absolutely|explicitly|ever|please|at all|at any time|under (?:any|no) circumstances?)(?= )/g;
const WARNING = /^ (?:important|critical|attention|warning)(?= .)/;
const SUBJECT =
  / (?:this|the) (?:sub ?)?agent(?= )|^ agent(?= )| i(?= (?:own|can|cannot|cant|may|must|do|dont|should|shall|never)\b)/g;
const POINTER =
  / (?:(?:any|all|one) of )?(?:(?:the )?following|these|those)(?: (?:files|paths|folders|directories|locations|areas))?(?: below)? $/;

/**
 * The words of a heading, less what does not matter: case, marks, a number in front, words that only lend force, a pointer to
 * the list below. The agent is "you". Parentheses stay, as some aliases have them.
 */
export function toPhrase(text: string): string {
  const words = wordsOf(text);
  const phrase = ` ${words} `
    .replace(INTENSIFIER, '')
    .replace(WARNING, '')
    .replace(SUBJECT, ' you')
    .replace(POINTER, ' ')
    .trim();
  return phrase === '' ? words : phrase;
}

const wordsOf = (text: string): string =>
  withoutFurtherVerbs(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’`]/g, '')
      .replace(EMOJI_PARTS, ' ')
      .replace(/[^\p{L}\p{M}\p{N}/,()]+/gu, ' ')
      .trim()
      .replace(/^(?:\d+ )+/, ''),
  )
    .replace(/[/,]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^\((.*)\)$/, '$1')
    .trim();

const withoutFurtherVerbs = (words: string): string =>
  JOINER.test(words) ? words.replace(VERB_LIST, firstAliasVerb) : words;

const firstAliasVerb = (list: string): string =>
  list.split(/[^a-z]+/).find((word) => ALIAS_VERBS.includes(word)) ?? list;
