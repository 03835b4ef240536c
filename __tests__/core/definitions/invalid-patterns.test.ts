import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

const parse = (text: string) => parseDefinition(aSource(text));

describe('problems of patterns', () => {
  it('name those that are too many for a definition', () => {
    const groups = '{a,b}'.repeat(9);
    const { definition, problems } = parse(`## OWNS\n${`- \`${groups}\`\n`.repeat(10_000)}`);
    const rules = definition?.sections.flatMap((section) => section.rules) ?? [];
    const alternatives = rules.reduce((sum, rule) => sum + rule.compiled.alternatives.length, 0);
    expect(alternatives).toBeLessThanOrEqual(20_000);
    expect(alternatives).toBeGreaterThan(15_000);
    const refused = problems.filter(({ code }) => code === 'invalid-pattern');
    expect(refused).toEqual([
      {
        code: 'invalid-pattern',
        severity: 'error',
        file: '.claude/agents/reviewer.md',
        line: rules.length + 2,
        agent: 'reviewer',
        section: 'owns',
        pattern: groups,
        fault: 'too-many-patterns',
        alsoLost: 10_000 - rules.length - 1,
      },
    ]);
  });

  it.each([
    ['a fence', '```\nC:\\shop\\apps\\**\n```', 3],
    ['a fence with a remark', '```\nC:\\shop\\apps\\**  # apps\n```', 3],
    ['back-ticks', '- `C:\\shop\\apps\\**`', 2],
    ['back-ticks with slashes', '- `C:/shop/apps/**`', 2],
    ['a bare bullet', '- C:/shop/apps/**', 2],
  ])('say that a path of one machine in %s is absolute', (_, text, line) => {
    const { problems } = parse(`## CANNOT TOUCH\n${text}`);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'invalid-pattern', fault: 'absolute-path', line }),
    );
  });
});
