import { stands, type Violation } from '../core/violation.js';
import type { RepoPath } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { groupBy } from './grouping.js';

/** A finding about one path and who owns it. */
export type OnPath = Extract<Violation, { readonly path: RepoPath; readonly owners: unknown }>;

/** Findings in one: they say the same of different paths, and one command takes all of them back. Most stand alone. */
export type Alike = readonly [Violation, ...OnPath[]];

/** Fewer are read as fast one by one. */
const LEAST = 3;
/** More would make a command that nobody can read: so many files, or their paths so many characters long. */
const MOST = 20;
const MOST_CHARACTERS = 1500;

/** The findings in their order, those that are alike together in place of the first of them. */
export function foldAlike(
  violations: readonly Violation[],
  contextOf: (violation: Violation) => FindingContext,
): readonly Alike[] {
  const folded = new Map<Violation, Alike>();
  const foldable = violations.filter(canBeFolded(contextOf));
  for (const group of groupBy(foldable, (one) => keyOf(one, contextOf(one))).values()) {
    if (group.length < LEAST) continue;
    for (const alike of cut(group)) for (const one of alike) folded.set(one, alike);
  }
  return violations.flatMap((violation) => {
    const alike = folded.get(violation) ?? [violation];
    return alike[0] === violation ? [alike] : [];
  });
}

function cut(group: readonly OnPath[]): readonly (readonly [OnPath, ...OnPath[]])[] {
  const parts: [OnPath, ...OnPath[]][] = [];
  let room = 0;
  for (const violation of group) {
    const part = parts.at(-1);
    room -= violation.path.length;
    if (part === undefined || part.length === MOST || room < 0) {
      parts.push([violation]);
      room = MOST_CHARACTERS - violation.path.length;
    } else part.push(violation);
  }
  return parts;
}

/** Whether its words and its command are about nothing but its own path. */
const canBeFolded =
  (contextOf: (violation: Violation) => FindingContext) =>
  (violation: Violation): violation is OnPath => {
    if (violation.code === 'joint-attribution') return true;
    if (!('undoneBy' in violation) || violation.code === 'case-collision' || !stands(violation)) return false;
    return (
      violation.laterWork === null &&
      violation.endedWaiver === null &&
      contextOf(violation).restoreFor(violation).path === violation.path
    );
  };

/** All that the words and the command say besides the path. */
function keyOf(violation: OnPath, { restoreFor, mayBeGone }: FindingContext): string {
  const { code, severity, agent, commit, rule, owners } = violation;
  const same = [code, severity, agent, commit, rule, owners];
  if (code === 'joint-attribution') return JSON.stringify([...same, violation.lifted]);
  const first = restoreFor(violation);
  const wayBack = [first.commit, first.restoration, mayBeGone(violation)];
  return JSON.stringify([...same, violation.status, ...wayBack]);
}
