import type { RepoPath, SectionKind } from '../vocabulary.js';
import type { Alternative, Segment } from './compiled-pattern.js';
import { reveal } from './escape.js';
import { readGlob, toSegment } from './glob.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { readRoute } from './routes.js';

export interface PatternContext {
  readonly section: SectionKind;
  /** The directory that the pattern is relative to; empty for the repository's root. */
  readonly root: RepoPath;
}

const ANY_DEPTH: Segment = { kind: 'any-depth' };
const ANY_NAME: Segment = { kind: 'glob', text: '*' };
const MOST_ANY_DEPTHS = 64;

/** A name without a wildcard, a class or a hidden character: most names are. */
const PLAIN = /^[^*?[\ud800-\udfff]*$/;

export const isAnyName = (segment: Segment): boolean => segment.kind === 'glob' && segment.text === '*';

/** The literal names that every path of the alternative begins with. */
export function literalPrefix(alternative: Alternative): readonly string[] {
  const names: string[] = [];
  for (const segment of alternative) {
    if (segment.kind !== 'literal') break;
    names.push(segment.text);
  }
  return names;
}

/**
 * Reads one result of brace expansion, escapes hidden, as gitignore(5) does: a slash at the start or inside anchors it, one
 * at the end asks for a directory, `**` between slashes is any number of directories, and what matches a directory matches
 * all below it. So every alternative ends in `**`. A segment `.` says nothing, and two slashes are one.
 */
export function readAlternatives(
  result: string,
  context: PatternContext,
  limit: number,
): readonly Alternative[] | Refusal {
  const names = result.split('/').filter((name) => name !== '' && reveal(name) !== '.');
  if (names.length === 0) return refuse('empty');
  if (names.filter(isAnyDepth).length > MOST_ANY_DEPTHS) return refuse('too-long');
  const anchored = result.startsWith('/') || names.length > 1;
  const beginnings = [...rootOf(context.root), ...(anchored ? [] : [ANY_DEPTH])];
  const ending = result.endsWith('/') ? [ANY_NAME, ANY_DEPTH] : [ANY_DEPTH];

  let alternatives: Segment[][] = [beginnings];
  for (const [index, name] of names.entries()) {
    const readings = readName(name, index === names.length - 1, context.section);
    if (isRefusal(readings)) return readings;
    alternatives = alternatives.flatMap((begun) => readings.map((reading) => [...begun, ...reading]));
    if (alternatives.length >= limit) return refuse('too-many-braces');
  }
  return alternatives.map((alternative) => canonical([...alternative, ...ending]));
}

const isAnyDepth = (name: string): boolean => /^\*{2,}$/.test(name);

const rootOf = (root: RepoPath): readonly Segment[] =>
  root === ''
    ? []
    : root
        .normalize('NFC')
        .split('/')
        .map((text) => ({ kind: 'literal', text }));

/** The readings of one name: two where CANNOT TOUCH meets a route segment. At the end `**` asks for at least one name. */
function readName(
  name: string,
  isLast: boolean,
  section: SectionKind,
): readonly (readonly Segment[])[] | Refusal {
  if (reveal(name) === '..') return refuse('parent-segment');
  if (isAnyDepth(name)) return [isLast ? [ANY_DEPTH, ANY_NAME] : [ANY_DEPTH]];
  const route = readRoute(name);
  const spellings = route === null ? [name] : section === 'cannot-touch' ? [route, name] : [route];
  const readings: (readonly Segment[])[] = [];
  for (const spelling of spellings) {
    if (PLAIN.test(spelling)) {
      readings.push([{ kind: 'literal', text: spelling }]);
      continue;
    }
    const parts = readGlob(spelling);
    if (typeof parts === 'string') return refuse(parts);
    readings.push([toSegment(parts)]);
  }
  return readings;
}

/** Of neighbouring `*` and `**`, which mean the same in any order, the `*` first and then one `**`. */
function canonical(alternative: readonly Segment[]): Alternative {
  const segments: Segment[] = [];
  let anyDepth = false;
  for (const segment of alternative) {
    if (segment.kind === 'any-depth') {
      anyDepth = true;
      continue;
    }
    if (anyDepth && !isAnyName(segment)) {
      segments.push(ANY_DEPTH);
      anyDepth = false;
    }
    segments.push(segment);
  }
  return anyDepth ? [...segments, ANY_DEPTH] : segments;
}
