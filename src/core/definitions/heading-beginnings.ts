import type { SectionKind } from '../vocabulary.js';
import type { ClassifyHeading } from './headings.js';

const MOST_WORDS = 8;
const LONGEST = 240;

/**
 * The section that the first words of a heading or label name, where it goes on in words that no rule knows: CANNOT TOUCH for
 * "CANNOT TOUCH in production". Neither its rules nor what they apply to is certain.
 */
export function beginsWithAlias(text: string, classify: ClassifyHeading): SectionKind | null {
  if (text.length > LONGEST) return null;
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(words.length - 1, MOST_WORDS); count > 0; count -= 1) {
    const meaning = classify(words.slice(0, count).join(' '));
    if (meaning !== null && !meaning.needsList) return meaning.kind;
  }
  return null;
}
