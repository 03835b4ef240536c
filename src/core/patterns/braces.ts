import { refuse, UNRESOLVED_PLACEHOLDER, type Refusal } from './refusal.js';

/** A brace group that holds no other one. */
const GROUP = /\{([^{}]*)\}/;
const EXPANDABLE = /,|^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$|^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/;
const PLACEHOLDER = /<[^<>]+>|\$\{/;

/**
 * Expands the braces of a pattern whose escapes are hidden. `expand` gives at most `limit` results and does not say when it
 * has more, or when another of its bounds left a group as it was. Both are refused here: a rule never covers less than is
 * written. What is left of braces after expansion is a placeholder (`{feature}`, `{{PATHS}}`) or unbalanced.
 */
export function expandBraces(
  text: string,
  expand: (text: string, limit: number) => readonly string[],
  limit: number,
): readonly string[] | Refusal {
  if (PLACEHOLDER.test(text)) return UNRESOLVED_PLACEHOLDER;
  const results = expand(withoutBlanksInBraces(text), limit);
  if (results.length >= limit) return refuse('too-many-braces');
  for (const result of results) {
    const group = GROUP.exec(result)?.[1];
    if (group !== undefined) {
      return EXPANDABLE.test(group) ? refuse('too-many-braces') : UNRESOLVED_PLACEHOLDER;
    }
    if (/[{}]/.test(result)) return refuse('not-compilable');
  }
  return results;
}

/** `*.{ts, tsx}` means what it seems to mean: no name begins or ends with a blank by accident. */
function withoutBlanksInBraces(text: string): string {
  let depth = 0;
  return text.replace(/( *)([{},])(?:(?<!\}) +)?/g, (whole, before: string, mark: string) => {
    if (mark === '{') {
      depth += 1;
      return before + mark;
    }
    if (depth === 0) return whole;
    if (mark === '}') depth -= 1;
    return mark;
  });
}
