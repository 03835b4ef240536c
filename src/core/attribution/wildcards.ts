/**
 * Whether a text is one of the patterns, in which `*` stands for anything; compared without regard to case. Takes time in
 * proportion to text and pattern at worst, whatever they hold.
 */
export function compileWildcards(patterns: readonly string[]): (text: string) => boolean {
  const lower = patterns.map((pattern) => pattern.trim().toLowerCase());
  const exact = new Set(lower);
  const parts = lower.filter((pattern) => pattern.includes('*')).map((pattern) => pattern.split('*'));
  return (text) => {
    const wanted = text.toLowerCase();
    return exact.has(wanted) || parts.some((literals) => holds(wanted, literals));
  };
}

/** Each literal at its first place behind the one before; the last one at the end. */
function holds(text: string, literals: readonly string[]): boolean {
  const [first = '', ...others] = literals;
  const last = others.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let position = first.length;
  for (const literal of others) {
    const found = text.indexOf(literal, position);
    if (found === -1 || found + literal.length > end) return false;
    position = found + literal.length;
  }
  return true;
}
