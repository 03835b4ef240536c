import { parseDefinition, type DefinitionOptions } from '../../../src/core/definitions/parse-definition.js';
import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import type { DefinitionSource } from '../../../src/core/definitions/roster.js';
import { repoPath, type SectionKind } from '../../../src/core/vocabulary.js';

export const aSource = (text: string, path = '.claude/agents/reviewer.md'): DefinitionSource => ({
  path: repoPath(path),
  content: new TextEncoder().encode(text),
});

const HEAD = '---\nname: reviewer\ndescription: Reviews\n---\n';
/** The number of lines above a body that `readBody` is given. */
export const HEAD_LINES = 4;

export interface Read {
  /** `line pattern`, of one kind of section. */
  readonly rules: readonly string[];
  /** `line reason text`, of unenforceable entries; `line code` of other problems. */
  readonly problems: readonly string[];
}

/** What a body says in sections of one kind; its lines count from 1. */
export function readBody(body: string, kind: SectionKind = 'owns', options?: DefinitionOptions): Read {
  const { rules, problems } = readKinds(body, options);
  return { rules: rules[kind], problems };
}

function readKinds(
  body: string,
  options?: DefinitionOptions,
): { rules: Record<SectionKind, readonly string[]>; problems: readonly string[] } {
  const { definition, problems } = parseDefinition(aSource(HEAD + body), options);
  const rulesOf = (kind: SectionKind): readonly string[] =>
    (definition?.sections ?? [])
      .filter((section) => section.kind === kind)
      .flatMap((section) =>
        section.rules.map(({ location, pattern }) => `${location.line - HEAD_LINES} ${pattern}`),
      );
  return {
    rules: { owns: rulesOf('owns'), reads: rulesOf('reads'), 'cannot-touch': rulesOf('cannot-touch') },
    problems: problems.filter(({ code }) => code !== 'no-rules').map(describe),
  };
}

const describe = (problem: DefinitionProblem): string => {
  const line = (problem.line ?? 0) - HEAD_LINES;
  return problem.code === 'unenforceable-entry' && 'text' in problem
    ? `${line} ${problem.reason} ${problem.text}`
    : `${line} ${problem.code}`;
};

export const codesOf = (problems: readonly DefinitionProblem[]): readonly string[] =>
  problems.map(({ code, severity }) => `${severity} ${code}`);

/** What a body says in sections of every kind, each rule with its section: `owns 1 src/`. */
export function readAll(body: string, options?: DefinitionOptions): Read {
  const { rules, problems } = readKinds(body, options);
  return {
    rules: (['owns', 'reads', 'cannot-touch'] as const).flatMap((kind) =>
      rules[kind].map((rule) => `${kind} ${rule}`),
    ),
    problems,
  };
}

/**
 * All that is said of a body, in order: `owns 1 src/ # remark ?`, where `?` stands for a condition, and
 * `! owns 2 no-path words` or `! 3 invalid-pattern` for problems.
 */
export function readFully(body: string, options?: DefinitionOptions): readonly string[] {
  const { definition, problems } = parseDefinition(aSource(HEAD + body.replaceAll('@', '\n')), options);
  const rules = (definition?.sections ?? []).flatMap((section) => section.rules);
  return [
    ...rules.map(({ section, pattern, remark, condition, location }) =>
      [
        `${section} ${location.line - HEAD_LINES} ${pattern}`,
        ...(remark === null ? [] : [`# ${remark}`]),
        ...(condition === null ? [] : ['?']),
      ].join(' '),
    ),
    ...problems
      .filter(({ code }) => code !== 'no-rules')
      .map((problem) =>
        problem.code === 'unenforceable-entry' && 'text' in problem
          ? `! ${problem.section} ${describe(problem)}`
          : `! ${describe(problem)}`,
      ),
  ];
}
