import { compilePattern } from '../patterns/dialect.js';
import { isStrictlyNarrower } from '../patterns/narrower.js';
import type { RepoPath } from '../vocabulary.js';
import type { Entry, Reading } from './entries/entry.js';
import { createBudget, type ReadSection } from './rules.js';

/**
 * Sections in which "everything else" is read where it is certain, and reported where it is not. It means all but what the
 * definition OWNS, and stands as `**`: of that the ruling carves out every OWNS entry that is strictly narrower. So it is
 * certain where all that the definition OWNS was read, and is narrower. What is excepted from OWNS stays in the rest.
 */
export function settleRemainders(
  sections: readonly ReadSection[],
  root: RepoPath,
  isReadInFull: boolean,
): readonly ReadSection[] {
  if (!sections.some(({ reading }) => reading.entries.some(isRemainder))) return sections;
  if (isReadInFull && isOwnershipCertain(sections, root)) return sections;
  return sections.map((section) => ({ ...section, reading: withoutRemainders(section.reading) }));
}

const isRemainder = (entry: Entry): boolean => entry.remainder !== undefined;

function isOwnershipCertain(sections: readonly ReadSection[], root: RepoPath): boolean {
  const owns = sections.filter(({ kind }) => kind === 'owns');
  const whole = compilePattern('**', { section: 'cannot-touch', root });
  const written = owns.flatMap(({ reading }) => reading.entries.flatMap((entry) => entry.patterns));
  const patterns = [...new Set(written.map(({ text }) => text))];
  const budget = createBudget();
  return (
    whole.ok &&
    patterns.some((text) => !text.startsWith('!')) &&
    owns.every(({ reading }) => reading.unread.length === 0) &&
    patterns.every((text) => {
      const compilation = compilePattern(text, { section: 'owns', root });
      if (!compilation.ok) return false;
      const { pattern } = compilation;
      budget.left -= pattern.alternatives.length;
      return budget.left >= 0 && (pattern.negated || isStrictlyNarrower(pattern, whole.pattern));
    })
  );
}

const withoutRemainders = ({ entries, unread }: Reading): Reading => ({
  entries: entries.filter((entry) => !isRemainder(entry)),
  unread: [
    ...unread,
    ...entries.filter(isRemainder).map(({ patterns, remainder }) => ({
      text: remainder ?? '',
      line: patterns[0]?.line ?? 0,
      reason: 'complement' as const,
    })),
  ],
});
