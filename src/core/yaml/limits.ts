/** The parser takes minutes for a few kilobytes of `{{{{` or `? ? ?`, and seconds for a megabyte of anything. */
export const MOST_YAML_CHARACTERS = 65_536;
export const DEEPEST = 32;
export const TOO_DEEP = 'nested too deeply';
const MOST_EXPLICIT_KEYS = 64;

/** Why a text is not given to the parser, `null` where it may be. */
export function limitExceeded(text: string): string | null {
  if (text.length > MOST_YAML_CHARACTERS) return `longer than ${MOST_YAML_CHARACTERS} characters`;
  let depth = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1;
    else if ((character === '}' || character === ']') && depth > 0) depth -= 1;
    if (depth > DEEPEST) return TOO_DEEP;
  }
  const explicitKeys = text.match(/(?:^|[\s[{,])\?(?=\s)/g)?.length ?? 0;
  return explicitKeys > MOST_EXPLICIT_KEYS ? 'too many explicit keys' : null;
}
