import { isAnyName, literalPrefix } from './alternatives.js';
import type { Alternative, CompiledPattern, Segment } from './compiled-pattern.js';
import { namesOf } from './names.js';

export type NameTest = (name: string) => boolean;

/** Turns a glob for one name, in minimatch's spelling, into a test. */
export type CompileGlob = (text: string) => NameTest;

type NamesTest = (names: readonly string[]) => boolean;

/** A literal name, or the test of one. */
type Step = string | NameTest;

export type NameSegment = Exclude<Segment, { readonly kind: 'any-depth' }>;

/** The test of whole paths against the alternatives of a pattern, each of which ends in `**`. */
export function compileAlternatives(
  alternatives: readonly Alternative[],
  compileGlob: CompileGlob,
): Pick<CompiledPattern, 'matches' | 'coversLink'> {
  const toStep = sharedSteps(compileGlob);
  const tests = alternatives.map((alternative) => compileAlternative(alternative, toStep));
  return {
    matches: (path) => {
      const names = namesOf(path);
      for (const test of tests) if (test(names)) return true;
      return false;
    },
    coversLink: (path) => {
      const names = namesOf(path);
      return alternatives.some(
        (alternative) =>
          leadsInto(names, literalPrefix(alternative)) ||
          compileAlternative(withItsDirectory(alternative), toStep)(names),
      );
    },
  };
}

/** The results of brace expansion share most of their segments. */
function sharedSteps(compileGlob: CompileGlob): (segment: NameSegment) => Step {
  const globs = new Map<string, NameTest>();
  return (segment) => {
    if (segment.kind === 'literal') return segment.text;
    const test = globs.get(segment.text) ?? (isAnyName(segment) ? () => true : compileGlob(segment.text));
    globs.set(segment.text, test);
    return test;
  };
}

/** What stands before the first `**` is held against the start of the path, each further run against the first place it fits. */
function compileAlternative(alternative: Alternative, toStep: (segment: NameSegment) => Step): NamesTest {
  const [head = [], ...floating] = splitAtAnyDepth(alternative).map((run) => run.map(toStep));
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

/** The runs of names between the `**`; the first one is held to the start of the path. */
export function splitAtAnyDepth(alternative: Alternative): readonly (readonly NameSegment[])[] {
  const runs: NameSegment[][] = [[]];
  for (const segment of alternative) {
    if (segment.kind === 'any-depth') runs.push([]);
    else runs.at(-1)?.push(segment);
  }
  return runs;
}

function fits(run: readonly Step[], names: readonly string[], at: number): boolean {
  for (let index = 0; index < run.length; index += 1) {
    const step = run[index];
    const name = names[at + index];
    if (name === undefined || step === undefined) return false;
    if (typeof step === 'string' ? name !== step : !step(name)) return false;
  }
  return true;
}

const leadsInto = (names: readonly string[], prefix: readonly string[]): boolean =>
  names.every((name, at) => name === prefix[at]);

/** What matches everything below a directory, and the directory itself. */
function withItsDirectory(alternative: Alternative): Alternative {
  const below = alternative.at(-2);
  return below !== undefined && isAnyName(below) ? alternative.toSpliced(-2, 1) : alternative;
}
