import fc from 'fast-check';

import type { Agent } from '../../../src/core/definitions/definition.js';
import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import type { DefinitionProblem, DefinitionProblemCode } from '../../../src/core/definitions/problem.js';
import type { Roster } from '../../../src/core/definitions/roster.js';
import { lintRoster } from '../../../src/core/lint/lint-roster.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster, mergeAgents } from '../../support/builders.js';

export const lint = (roster: Roster, tracked: readonly string[]): readonly DefinitionProblem[] =>
  lintRoster({ roster, tracked: tracked.map(repoPath), contract: null });

/** The problems of one code. */
export const lintFor = <Code extends DefinitionProblemCode>(
  code: Code,
  agents: readonly Agent[],
  tracked: readonly string[],
): readonly Extract<DefinitionProblem, { readonly code: Code }>[] =>
  lint(aRoster(...agents), tracked).filter(
    (problem): problem is Extract<DefinitionProblem, { readonly code: Code }> => problem.code === code,
  );

/** Reads definitions as they stand in files. */
export const read = (files: Readonly<Record<string, string>>): Roster =>
  parseRoster(
    Object.entries(files).map(([path, text]) => ({
      path: repoPath(path),
      content: new TextEncoder().encode(text),
    })),
  );

/** Few names, so that rules and paths often meet. */
const aName = fc.constantFrom('a', 'b', 'c', 'a.ts', 'b.md');

export const aTree = fc.array(
  fc.array(aName, { minLength: 1, maxLength: 4 }).map((names) => names.join('/')),
  { minLength: 1, maxLength: 25 },
);

const aPattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!'),
    fc.constantFrom('', '', '/'),
    fc.array(fc.oneof(aName, fc.constantFrom('*', '**', '*.ts', '?', 'b*', '[ab]', '{a,b}')), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('', '', '/**', '/'),
  )
  .map(([negation, start, names, end]) => `${negation}${start}${names.join('/')}${end}`);

const aSection = fc.array(aPattern, { maxLength: 5 });

const anyDefinition = fc
  .record({
    owns: aSection,
    reads: aSection,
    cannotTouch: aSection,
    further: fc.record({ owns: aSection, cannotTouch: aSection }),
    root: fc.constantFrom('', '', 'a', 'b'),
    file: fc.constantFrom('x.md', 'a/x.md'),
  })
  .map(({ further, ...sections }) => {
    const [first] = anAgent('x', sections).definitions;
    const [more] = anAgent('x', { ...further, root: sections.root }).definitions;
    if (first === undefined || more === undefined) throw new Error('no definition');
    return { ...first, sections: [...first.sections, ...more.sections] };
  });

/** An agent with up to two definitions, each with several sections of one kind. */
export const someAgent: fc.Arbitrary<Agent> = fc
  .array(anyDefinition, { minLength: 1, maxLength: 2 })
  .map((definitions) =>
    definitions
      .map((definition): Agent => ({ name: definition.name, definitions: [definition] }))
      .reduce(mergeAgents),
  );
