import { describe, expect, it } from '@jest/globals';
import { lookUpName, nearestNames } from '../../../src/core/attribution/names.js';
import { anAgent, aRoster } from '../../support/builders.js';

/** Made anew for each look, as what is learnt of a roster is kept. */
const roster = () =>
  aRoster(
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
    expect(lookUpName(value, roster())).toMatchObject({ kind: 'known', agent: { name } });
  });

  it('meets two names that normalise alike in neither', () => {
    expect(lookUpName('Code Reviewer', roster())).toEqual({
      kind: 'ambiguous',
      names: ['code-reviewer', 'code_reviewer'],
    });
  });

  it('meets an agent without a letter only by its exact name', () => {
    const dash = aRoster(anAgent('-'));
    expect(lookUpName('-', dash).kind).toBe('known');
    expect(lookUpName('', dash).kind).toBe('unknown');
    expect(lookUpName('_', dash).kind).toBe('unknown');
  });

  it.each(['', '-', 'team:', 'backend', 'backend-djago', 'backend-django-2'])('does not know %j', (value) => {
    expect(lookUpName(value, roster()).kind).toBe('unknown');
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
    expect(nearestNames(value, roster())).toEqual(names);
  });

  it.each([
    ['two edits of a short name', 'xyb', ['web']],
    ['no more than two', 'xyz', []],
    ['a third of a long name', 'bakcend-djagno', ['backend-django']],
    ['no more than a third', 'bakcend-djagnx', []],
    ['a name in brackets', '<web>', ['web']],
  ])('allows %s', (_, value, names) => {
    expect(nearestNames(value, aRoster(anAgent('web'), anAgent('backend-django')))).toEqual(names);
  });

  it('gives the three nearest, of equally near ones the first in the alphabet', () => {
    const names = ['api-33', 'api-4', 'api-2', 'api-1', 'api-3', 'api-22'];
    const agents = names.map((name) => anAgent(name));
    expect(nearestNames('api-3', aRoster(...agents))).toEqual(['api-3', 'api-1', 'api-2']);
    expect(nearestNames('api-22', aRoster(...agents))).toEqual(['api-22', 'api-2', 'api-1']);
  });

  it('answers at once for a value of a megabyte', () => {
    expect(nearestNames('x'.repeat(1_000_000), roster())).toEqual([]);
  });
});
