import { braceExpand, Minimatch, type MinimatchOptions } from 'minimatch';

import { readAlternatives, type PatternContext } from './alternatives.js';
import { expandBraces } from './braces.js';
import type { Alternative, Compilation } from './compiled-pattern.js';
import { escapesAName, hideEscapes } from './escape.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { compileAlternatives, type CompileGlob } from './walk.js';

/** More results of brace expansion and of the two readings of route segments make a pattern invalid. */
const MOST_ALTERNATIVES = 1_000;

/** The expansion stops without a word at 4,000,000 characters, which as many results of this length cannot reach. */
const MOST_CHARACTERS = 4_000;

/** One name at a time, and only its `*`, `?` and classes: all else is read before, so that nothing is guessed. */
const ONE_NAME: MinimatchOptions = {
  dot: true,
  nobrace: true,
  nocomment: true,
  noext: true,
  nonegate: true,
  platform: 'linux',
};

/** Control and format characters, line separators, no-break spaces, and halves of a character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2007\u202f]/u;
const ABSOLUTE = /^(?:[A-Za-z]:[\\/]|~\/)/;

/** The literal characters that a glob begins and ends with. */
const ENDS = /^([^\\*?[\]]*).*?([^\\*?[\]]*)$/su;

/** A glob whose only wildcard is one star, as most globs are. */
const ONE_STAR = /^[^\\*?[\]]*\*[^\\*?[\]]*$/su;

/** What every name begins and ends with that a glob in minimatch's spelling matches. */
export function literalEnds(glob: string): readonly [start: string, end: string] {
  const [, start = '', end = ''] = ENDS.exec(glob) ?? [];
  return [start, end];
}

/**
 * The test of one name against a glob in minimatch's spelling. Throws what minimatch throws, at once. What minimatch makes of
 * the glob is kept only once a name asks for it: it is large, and most globs of a large roster are never asked. One star is
 * answered without it.
 */
export const compileGlob: CompileGlob = (text) => {
  if (ONE_STAR.test(text)) {
    const [start, end] = literalEnds(text);
    const shortest = Math.max(1, start.length + end.length);
    return (name) => name.length >= shortest && name.startsWith(start) && name.endsWith(end);
  }
  let glob: Minimatch | null = null;
  const compile = (): Minimatch => new Minimatch(text, ONE_NAME);
  compile();
  const [start, end] = literalEnds(text);
  return (name) => name.startsWith(start) && name.endsWith(end) && (glob ??= compile()).match(name);
};

/**
 * Compiles a pattern as an ownership section writes it: a pattern of gitignore(5) at the directory `root`, plus braces, and
 * with the route segments of web frameworks read literally (in `cannot-touch`, both readings count). What cannot be read
 * in full is refused with the reason, never read in part. docs/definitions.md describes the language, dialect.json holds
 * it case by case.
 */
export function compilePattern(written: string, context: PatternContext): Compilation {
  if (written.length > LONGEST_REMEMBERED) return compile(written, context);
  const key = `${context.section === 'cannot-touch' ? '-' : '+'}${context.root}\0${written}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const compilation = compile(written, context);
  if (!compilation.ok || compilation.pattern.alternatives.length <= MOST_ALTERNATIVES_REMEMBERED) {
    if (remembered.size === MOST_REMEMBERED) remembered.clear();
    remembered.set(key, compilation);
  }
  return compilation;
}

/**
 * Agents of one repository repeat each other: what a short pattern compiles to is remembered, so that it is made and kept once.
 * Bounded, so that no number of definitions can fill the memory.
 */
const remembered = new Map<string, Compilation>();
const MOST_REMEMBERED = 5_000;
const LONGEST_REMEMBERED = 200;
const MOST_ALTERNATIVES_REMEMBERED = 4;

function compile(written: string, context: PatternContext): Compilation {
  const marked = written.replace(/^ +/, '');
  const negated = marked.startsWith('!');
  const unmarked = (negated ? marked.slice(1) : marked).replace(/^ +/, '');
  try {
    const alternatives = readPattern(unmarked, context);
    if (isRefusal(alternatives)) return alternatives;
    return {
      ok: true,
      pattern: { negated, alternatives, ...compileAlternatives(alternatives, compileGlob) },
    };
  } catch {
    return refuse('not-compilable');
  }
}

function readPattern(unmarked: string, context: PatternContext): readonly Alternative[] | Refusal {
  if (INVISIBLE.test(unmarked)) return refuse('control-or-format-character');
  if (unmarked.length > MOST_CHARACTERS) return refuse('too-long');
  if (ABSOLUTE.test(unmarked)) return refuse('absolute-path');
  if (escapesAName(unmarked)) return refuse('backslash-as-separator');
  const text = hideEscapes(unmarked).replace(/ +$/, '');
  if (text.endsWith('\\')) return refuse('trailing-backslash');

  const results = expandBraces(text, expand, MOST_ALTERNATIVES);
  if (isRefusal(results)) return results;
  if (results.length === 0) return refuse('empty');
  const alternatives = new Map<string, Alternative>();
  for (const result of results) {
    const readings = readAlternatives(result.normalize('NFC'), context, MOST_ALTERNATIVES);
    if (isRefusal(readings)) return readings;
    for (const reading of readings) alternatives.set(JSON.stringify(reading), reading);
    if (alternatives.size >= MOST_ALTERNATIVES) return refuse('too-many-braces');
  }
  return [...alternatives.values()];
}

const expand = (text: string, limit: number): readonly string[] =>
  braceExpand(text, { braceExpandMax: limit });
