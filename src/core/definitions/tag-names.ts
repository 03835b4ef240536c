import type { SectionKind } from '../vocabulary.js';
import { sectionOfKey } from './front-matter-keys.js';
import { mentionsPath } from './entries/path-words.js';
import { LIST_HEADINGS, QUALIFIED_HEADINGS } from './heading-aliases.js';
import type { ClassifyHeading, HeadingMeaning } from './headings.js';

/** What a tag stands around. */
export type TagMeaning =
  | { readonly is: 'section'; readonly meaning: HeadingMeaning }
  | { readonly is: 'doubtful'; readonly kind: SectionKind }
  /** Sections, as below a heading "File ownership". */
  | { readonly is: 'scope' }
  | { readonly is: 'example' }
  | { readonly is: 'other' };

const EXAMPLE = /^(?:(?:good|bad|usage) )?(?:examples?|samples?|commentary)$/;
const PLAIN = { qualifier: null, condition: null, needsList: false };

/** What the name of a tag says: `<cannot_touch>`, `<allowed-files>`, `<file_scope>`. */
export function meaningOfTag(name: string, classify: ClassifyHeading): TagMeaning {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_.-]+/g, ' ');
  const said = classify(words);
  if (said !== null && !said.needsList) return { is: 'section', meaning: said };
  const kind = sectionOfKey(name);
  if (kind !== undefined) return { is: 'section', meaning: { kind, ...PLAIN } };
  const phrase = words.toLowerCase().trim();
  if (EXAMPLE.test(phrase)) return { is: 'example' };
  if (LIST_HEADINGS.has(phrase) || QUALIFIED_HEADINGS.has(phrase)) return { is: 'scope' };
  const doubt = classify.doubt(words);
  return doubt === null ? { is: 'other' } : { is: 'doubtful', kind: doubt.kind };
}

/** Whether a tag's attributes hold what may be a path: `<cannot_touch path="infra/">`. */
export const holdsPathInside = (tag: string, name: string): boolean =>
  mentionsPath(tag.slice(name.length + 1, -1).replace(/[="']|\/$/g, ' '));
