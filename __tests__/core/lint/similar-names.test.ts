import { describe, expect, it } from '@jest/globals';

import { findSimilarNames } from '../../../src/core/lint/similar-names.js';
import { anAgent } from '../../support/builders.js';

const told = (...names: readonly string[]) =>
  findSimilarNames({
    agents: names.map((name, index) => anAgent(name, { file: `.claude/agents/${index}.md` })),
    problems: [],
  }).map((problem) =>
    problem.code === 'duplicate-name'
      ? `${problem.file}: ${problem.agent ?? ''} ~ ${problem.otherNames.join(', ')}`
      : problem.code,
  );

describe('similar names', () => {
  it.each([
    ['label', 'Label'],
    ['code-reviewer', 'Code Reviewer'],
    ['code_reviewer', 'codereviewer'],
  ])('are told at both: %j and %j', (one, other) => {
    expect(told(one, 'else', other)).toEqual([
      `.claude/agents/0.md: ${one} ~ ${other}`,
      `.claude/agents/2.md: ${other} ~ ${one}`,
    ]);
  });

  it('are told with the files of the others', () => {
    const agents = ['a-b', 'a_b'].map((name) => anAgent(name, { file: `${name}.md` }));
    expect(findSimilarNames({ agents, problems: [] })).toMatchObject([
      { file: 'a-b.md', otherFiles: ['a_b.md'] },
      { file: 'a_b.md', otherFiles: ['a-b.md'] },
    ]);
  });

  it('are told of three', () => {
    expect(told('a-b', 'a_b', 'AB')[1]).toBe('.claude/agents/1.md: a_b ~ a-b, AB');
  });

  it.each([[['label', 'labels']], [['-', '_']], [['a.b', 'ab']]])('are not found among %j', (names) => {
    expect(told(...names)).toEqual([]);
  });
});
