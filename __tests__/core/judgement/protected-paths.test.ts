import { describe, expect, it } from '@jest/globals';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, anEntry, aRoster } from '../../support/builders.js';
import { inForce } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const judgeOne = (owns: readonly string[], path: string, protectedPatterns: readonly string[]) =>
  findings(
    judge({
      roster: aRoster(anAgent('backend', { owns })),
      law: inForce({ protected: protectedPatterns }),
      steps: [{ id: 'c', agents: ['backend'], write: { [path]: 'x' } }],
    }),
  ).filter((finding) => finding.startsWith('definition-edit'));

describe('a pattern of further protected paths', () => {
  it.each([
    ['a file of its directory', 'terraform/**/*.tf', 'terraform/prod/main.tf', ['**']],
    ['a file of the root', '/package.json', 'package.json', ['**']],
    ['a file of the root, from a pattern of names', '/package.json', 'package.json', ['*.json']],
    ['a lock file at any depth, from its directory', '*.lock', 'web/yarn.lock', ['web/**']],
    ['a directory without a slash', 'infra', 'infra/main.tf', ['**']],
    ['one file of an owned directory', 'web/next.config.js', 'web/next.config.js', ['web/**']],
    [
      'one workflow of an owned directory',
      '.github/workflows/release.yml',
      '.github/workflows/release.yml',
      ['.github/workflows/**'],
    ],
    ['a lock file, from an owner of its directory by name', '*.lock', 'web/yarn.lock', ['web']],
    ['a lock file of the root, from an owner of everything', '*.lock', 'yarn.lock', ['**']],
    [
      'a directory of that name below another, from an owner by wildcard',
      'infra',
      'a/infra/x.tf',
      ['a/*/x.tf'],
    ],
    [
      'a directory behind one whose name begins alike, from the owner of that',
      '**/config/prod/**',
      'config/dev/config/prod/x.yml',
      ['config/dev/**'],
    ],
    ['a file that is named as a pattern is written', '*.lock', 'web/*.lock', ['web/*.lock']],
    ['a file between, from an owner of the beginning', 'src/**/secrets.ts', 'src/a/secrets.ts', ['src/**']],
  ])('protects %s', (_, pattern, path, owns) => {
    expect(judgeOne(owns, path, [pattern])).toEqual([`definition-edit c backend ${path}`]);
  });

  it.each([
    ['an owner of the directory', 'terraform/**/*.tf', 'terraform/prod/main.tf', ['terraform/**']],
    ['an owner inside the directory', 'terraform/**', 'terraform/prod/main.tf', ['terraform/prod/**']],
    ['an owner of a directory that is written without a slash', 'infra', 'infra/main.tf', ['infra/**']],
    ['an owner of the very file', '/package.json', 'package.json', ['/package.json']],
    ['an owner of the very file, written without a slash', '/package.json', 'package.json', ['package.json']],
    ['an owner of the very file below', '*.lock', 'web/yarn.lock', ['web/yarn.lock']],
  ])('spares %s', (_, pattern, path, owns) => {
    expect(judgeOne(owns, path, [pattern])).toEqual([]);
  });

  it.each([
    ['of several patterns that which covers the path', ['terraform/**', 'infra/**'], 'terraform/a.tf', []],
    ['every pattern that covers the path', ['terraform/**', '*.tf'], 'terraform/a.tf', ['terraform/a.tf']],
    ['a pattern beside one that is none', ['../x', 'terraform/**'], 'terraform/a.tf', []],
    ['no exception, as there is nothing to except from', ['!docs/**'], 'docs/a.md', []],
  ])('asks an owner for %s', (_, patterns, path, found) => {
    expect(judgeOne(['terraform/**'], path, patterns)).toEqual(
      found.map((one) => `definition-edit c backend ${one}`),
    );
  });

  it('protects the place of a link that leads into it', () => {
    const report = judge({
      roster: aRoster(anAgent('backend', { owns: ['**'] })),
      law: inForce({ protected: ['terraform/prod/**'] }),
      steps: [{ id: 'c', agents: ['backend'], write: { terraform: anEntry('elsewhere', '120000') } }],
    });
    expect(findings(report)).toEqual(['definition-edit c backend terraform']);
  });
});

describe('a config in another place', () => {
  const law = {
    ...inForce({}),
    origin: { file: repoPath('ops/policy.yml'), state: 'in-force', floor: false },
  } as const;
  const judgeConfig = (path: string, content: Parameters<typeof anEntry>[1] | null = null) =>
    findings(
      judge({
        roster: aRoster(anAgent('backend', { owns: ['ops/**', '.github/**'] })),
        law,
        steps: [
          {
            id: 'c',
            agents: ['backend'],
            write: { [path]: content === null ? 'x' : anEntry('elsewhere', content) },
          },
        ],
      }),
    );

  it.each(['ops/policy.yml', '.github/agent-ownership.yml'])(
    'is protected, and so is the usual one: %s',
    (path) => {
      expect(judgeConfig(path)).toEqual([`definition-edit c backend ${path}`]);
    },
  );

  it('is protected from a link in place of its directory', () => {
    expect(judgeConfig('ops', '120000')).toEqual(['definition-edit c backend ops']);
  });

  it('leaves its neighbours alone', () => {
    expect(judgeConfig('ops/other.yml')).toEqual([]);
  });
});
