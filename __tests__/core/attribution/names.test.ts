import { describe, expect, it } from '@jest/globals';
import { lookUpName, nearestNames } from '../../../src/core/attribution/names.js';
import { anAgent, aRoster } from '../../support/builders.js';

const roster = aRoster(
  anAgent('Data Base'),
  anAgent('backend-django'),
  anAgent('code-reviewer'),
  anAgent('code_reviewer'),
  anAgent('frontend'),
  anAgent('plugin:lint'),
);

describe('lookUpName', () => {
  it.each([
    ['the exact name', 'backend-django', 'backend-django'],
    ['another case', 'Backend-Django', 'backend-django'],
    ['blanks for dashes', 'backend django', 'backend-django'],
    ['underscores for dashes', 'backend_django', 'backend-django'],
    ['no separator at all', 'database', 'Data Base'],
    ['a plugin before the name', 'team:backend-django', 'backend-django'],
    ['a plugin and a folder before the name', 'team:web:frontend', 'frontend'],
    ['a name that holds a colon itself', 'plugin:lint', 'plugin:lint'],
    ['the exact one of two names that normalise alike', 'code_reviewer', 'code_reviewer'],
  ])('finds an agent by %s', (_, value, name) => {
    expect(lookUpName(value, roster)).toMatchObject({ kind: 'known', agent: { name } });
  });

  it('meets two names that normalise alike in neither', () => {
    expect(lookUpName('Code Reviewer', roster)).toEqual({
      kind: 'ambiguous',
      names: ['code-reviewer', 'code_reviewer'],
    });
  });

  it.each(['', '-', 'team:', 'backend', 'backend-djago', 'backend-django-2'])('does not know %j', (value) => {
    expect(lookUpName(value, roster).kind).toBe('unknown');
  });
});

describe('nearestNames', () => {
  it.each([
    ['backend-djagno', ['backend-django']],
    ['team:backend-djago', ['backend-django']],
    ['fronted', ['frontend']],
    ['code-review', ['code-reviewer', 'code_reviewer']],
    ['backend-django <backend@agents.local>', ['backend-django']],
    ['team:frontend (Claude Opus 4.5)', ['frontend']],
    ['somebody-else', []],
  ])('suggests for %j the names %j', (value, names) => {
    expect(nearestNames(value, roster)).toEqual(names);
  });

  it('answers at once for a value of a megabyte', () => {
    expect(nearestNames('x'.repeat(1_000_000), roster)).toEqual([]);
  });
});
