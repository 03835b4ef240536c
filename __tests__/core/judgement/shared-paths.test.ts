import { describe, expect, it } from '@jest/globals';
import { anAgent, anEntry, aRoster, type Step } from '../../support/builders.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { inForce } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', {
    owns: ['apps/**'],
    reads: ['docs/**'],
    cannotTouch: ['package-lock.json', 'build/**', '.claude/**'],
  }),
  anAgent('frontend', { owns: ['web/**'], cannotTouch: ['package-lock.json'] }),
);

const judgeShared = (shared: readonly string[], ...steps: readonly Step[]) =>
  judge({
    roster,
    base: { 'build/secret/key': 'A' },
    law: inForce({ shared, severity: { ...DEFAULT_POLICY.severity, 'outside-owns': 'error' } }),
    steps,
  });

const one = (path: string, content: Parameters<typeof anEntry>[1] | null = null): Step => ({
  id: 'c',
  agents: ['backend'],
  write: { [path]: content === null ? 'x' : anEntry('elsewhere', content) },
});

describe('a shared path', () => {
  it.each([
    ['cannot touch', 'package-lock.json', 'package-lock.json'],
    ['only reads', 'docs/**', 'docs/index.md'],
    ['does not own', 'Makefile', 'Makefile'],
    ['would add in another case', 'Package-lock.json', 'Package-lock.json'],
  ])('is open to an agent that %s it', (_, pattern, path) => {
    const report = judgeShared([pattern], one(path));
    expect(findings(report)).toEqual([]);
    expect(report.shared).toMatchObject([{ pattern, changes: 1 }]);
  });

  it('is not opened where it is protected, nor counted', () => {
    const report = judgeShared(['.claude/**', '**/*.yml'], one('.claude/agents/backend.md'));
    expect(findings(report)).toEqual([
      'definition-edit c backend .claude/agents/backend.md',
      'forbidden-path c backend .claude/agents/backend.md',
    ]);
    expect(report.shared).toEqual([]);
  });

  it('is closed again by an exception, and a link in its place is not opened then', () => {
    const shared = ['build/**', 'build', '!build/secret/**'];
    expect(findings(judgeShared(shared, one('build/secret/key')))).toEqual([
      'forbidden-path c backend build/secret/key',
    ]);
    expect(findings(judgeShared(shared, one('build/out.js')))).toEqual([]);
    expect(findings(judgeShared(shared, one('build', '120000')))).toEqual(['forbidden-path c backend build']);
    expect(findings(judgeShared(['build'], one('build', '120000')))).toEqual([]);
  });

  it('counts each commit of agents once for a path, by pattern, and nobody else’s', () => {
    const report = judgeShared(
      ['package-lock.json', '*.lock'],
      { id: 'one', agents: ['backend'], write: { 'package-lock.json': '1', 'web/yarn.lock': '1' } },
      { id: 'two', agents: ['backend', 'frontend'], write: { 'package-lock.json': '2' } },
      { id: 'three', write: { 'package-lock.json': '3' } },
    );
    expect(findings(report)).toEqual([]);
    expect(report.shared.map(({ pattern, changes }) => [pattern, changes])).toEqual([
      ['package-lock.json', 1],
      ['*.lock', 1],
      ['package-lock.json', 1],
    ]);
  });
});
