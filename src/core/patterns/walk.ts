import { isAnyName, literalPrefix } from './alternatives.js';
import type { Alternative, CompiledPattern, Segment } from './compiled-pattern.js';
import { namesOf } from './names.js';

export type NameTest = (name: string) => boolean;

/** Turns a glob for one name, in minimatch's spelling, into a test. */
export type CompileGlob = (text: string) => NameTest;

type NamesTest = (names: readonly string[]) => boolean;

/** The test of whole paths against the alternatives of a pattern, each of which ends in `**`. */
export function compileAlternatives(
  alternatives: readonly Alternative[],
  compileGlob: CompileGlob,
): Pick<CompiledPattern, 'matches' | 'coversLink'> {
  const compileSegment = shared(compileGlob);
  const compileAll = (all: readonly Alternative[]): NamesTest => {
    const tests = all.map((alternative) => compileAlternative(alternative, compileSegment));
    return (names) => tests.some((test) => test(names));
  };
  const matchesNames = compileAll(alternatives);
  const asDirectory = compileAll(alternatives.map(withItsDirectory));
  const prefixes = alternatives.map(literalPrefix);
  return {
    matches: (path) => matchesNames(namesOf(path)),
    coversLink: (path) => {
      const names = namesOf(path);
      return asDirectory(names) || prefixes.some((prefix) => names.every((name, at) => name === prefix[at]));
    },
  };
}

/** The results of brace expansion share most of their segments. */
function shared(compileGlob: CompileGlob): (segment: Segment) => NameTest {
  const globs = new Map<string, NameTest>();
  return (segment) => {
    if (segment.kind !== 'glob') return (name) => segment.kind === 'literal' && name === segment.text;
    const test = globs.get(segment.text) ?? (isAnyName(segment) ? () => true : compileGlob(segment.text));
    globs.set(segment.text, test);
    return test;
  };
}

/** What stands before the first `**` is held against the start of the path, each further run against the first place it fits. */
function compileAlternative(
  alternative: Alternative,
  compileSegment: (segment: Segment) => NameTest,
): NamesTest {
  const [head = [], ...floating] = splitAtAnyDepth(alternative).map((run) => run.map(compileSegment));
  return (names) => {
    if (!fits(head, names, 0)) return false;
    let at = head.length;
    for (const run of floating) {
      while (!fits(run, names, at)) {
        at += 1;
        if (at + run.length > names.length) return false;
      }
      at += run.length;
    }
    return true;
  };
}

function splitAtAnyDepth(alternative: Alternative): readonly (readonly Segment[])[] {
  const runs: Segment[][] = [[]];
  for (const segment of alternative) {
    if (segment.kind === 'any-depth') runs.push([]);
    else runs.at(-1)?.push(segment);
  }
  return runs;
}

const fits = (run: readonly NameTest[], names: readonly string[], at: number): boolean =>
  at + run.length <= names.length && run.every((test, index) => test(names[at + index] ?? ''));

/** What matches everything below a directory, and the directory itself. */
function withItsDirectory(alternative: Alternative): Alternative {
  const [below, end] = alternative.slice(-2);
  return below !== undefined && end !== undefined && isAnyName(below)
    ? [...alternative.slice(0, -2), end]
    : alternative;
}
