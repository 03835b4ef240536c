import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import type { Report } from '../../../src/core/report.js';
import { anAgent, aRoster, aSha, type Step } from '../../support/builders.js';
import { inForce } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', { owns: ['apps/**'], reads: ['Tests/r.py'], cannotTouch: ['tests/**'] }),
  anAgent('frontend', { owns: ['web/**'], cannotTouch: ['Tests/r.py'] }),
);
const levels = (level: 'error' | 'off') =>
  inForce({
    severity: { ...DEFAULT_POLICY.severity, 'outside-owns': level, 'case-collision': level },
  });
const strict = levels('error');
const judgeAll = (steps: readonly Step[], law = strict) =>
  judge({ roster, base: { 'tests/a.py': 'A', Makefile: 'A' }, law, steps });

describe('work outside OWNS', () => {
  it('is undone by taking it back, whoever does, which is no offence', () => {
    const report = judgeAll([
      { id: 'one', agents: ['backend'], write: { Makefile: 'B' } },
      { id: 'two', agents: ['frontend'], write: { Makefile: 'A' } },
    ]);
    expect(findings(report)).toEqual(['outside-owns one backend Makefile undone by two']);
  });

  it('stands with what is written over it, and both go back to the state before the first', () => {
    const report = judgeAll([
      { id: 'one', agents: ['backend'], write: { Makefile: 'B' } },
      { id: 'two', agents: ['frontend'], write: { Makefile: 'C' } },
    ]);
    expect(report.violations).toMatchObject([
      { code: 'outside-owns', laterWork: null, undoneBy: null },
      { code: 'outside-owns', laterWork: null, undoneBy: null },
    ]);
  });

  it('says whose work would go with it', () => {
    const report = judgeAll([
      { id: 'one', agents: ['backend'], write: { Makefile: 'B' } },
      { id: 'two', write: { Makefile: 'C' } },
    ]);
    expect(report.violations).toMatchObject([{ code: 'outside-owns', laterWork: aSha('two') }]);
  });

  it.each([
    ['of an agent without OWNS', ['reader'], []],
    ['of the owner beside another agent', ['backend', 'frontend'], []],
    ['of an agent beside another that owns nothing either', ['backend', 'reader'], ['backend']],
  ])('is none %s', (_, agents, charged) => {
    const path = charged.length === 0 ? 'web/x' : 'Makefile';
    const report = judge({
      roster: aRoster(...roster.agents, anAgent('reader', { reads: ['docs/**'] })),
      law: strict,
      steps: [{ id: 'c', agents, write: { [path]: 'x' } }],
    });
    expect(findings(report)).toEqual(charged.map((agent) => `outside-owns c ${agent} ${path}`));
  });
});

const MINOR: readonly string[] = ['outside-owns', 'case-collision'];
const others = ({ violations }: Report): readonly unknown[] =>
  violations.filter(({ code }) => !MINOR.includes(code));

describe('findings on a place or a name that no rule gives away', () => {
  const writes = fc.dictionary(
    fc.constantFrom('tests/a.py', 'Tests/a.py', 'Tests/r.py', 'Makefile'),
    fc.constantFrom('A', 'B', null),
    { minKeys: 1 },
  );
  const agents = fc.constantFrom<readonly string[]>([], ['backend'], ['frontend'], ['backend', 'frontend']);

  it('change nothing in any other finding', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(agents, writes), { minLength: 1, maxLength: 7 }), (commits) => {
        const steps = commits.map(([by, write], index) => ({ id: `c${index}`, agents: by, write }));
        expect(others(judgeAll(steps))).toEqual(judgeAll(steps, levels('off')).violations);
      }),
      { numRuns: 500 },
    );
  });
});
