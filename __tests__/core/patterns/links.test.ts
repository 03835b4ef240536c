import { describe, expect, it } from '@jest/globals';

import { repoPath } from '../../../src/core/vocabulary.js';
import { compiled } from './compiling.js';

describe('a submodule or link', () => {
  it.each([
    ['frontend/**/*', 'frontend'],
    ['apps/api', 'apps'],
    ['apps/api', 'apps/api'],
    ['apps/api', 'apps/api/v1'],
    ['apps/**/models.py', 'apps'],
    ['apps/blog/*.py', 'apps'],
    ['logs/', 'logs'],
    ['logs/', 'x/logs'],
    ['**/logs/**', 'x/logs'],
    ['apps/*/src/**', 'apps/blog/src'],
    ['src/*/*', 'src/a'],
    ['/a*/**', 'ab'],
    ['/a*/b/*', 'ax/b'],
    ['*.sql', 'dump.sql'],
    ['models.py', 'apps/models.py'],
    ['*', 'vendor'],
    ['{docs,apps/api}/**', 'apps'],
    ['caf\u00e9/x', 'cafe\u0301'],
  ])('is a change of %s at %s', (pattern, path) => {
    expect(compiled(pattern).coversLink(repoPath(path))).toBe(true);
  });

  it.each([
    ['apps/**/models.py', 'apps/foo'],
    ['apps/api', 'app'],
    ['apps/api', 'api'],
    ['apps/api', 'x/apps'],
    ['logs/', 'x'],
    ['apps/*/src/**', 'apps/blog'],
    ['src/*/*', 'lib'],
    ['/a*/**', 'b'],
    ['/a*/b/*', 'ax'],
    ['*.sql', 'db'],
    ['**/migrations/*.py', 'apps'],
    ['models.py', 'apps'],
  ])('is no change of %s at %s', (pattern, path) => {
    expect(compiled(pattern).coversLink(repoPath(path))).toBe(false);
  });

  it.each([
    ['packages', true],
    ['packages/api', true],
    ['packages/api/docs', true],
    ['packages/web', false],
  ])('at %s is held against a pattern of a nested definition: %s', (path, covers) => {
    expect(compiled('docs/**', { root: 'packages/api' }).coversLink(repoPath(path))).toBe(covers);
  });
});
