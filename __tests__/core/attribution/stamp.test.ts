import { describe, expect, it } from '@jest/globals';
import { createAgentFinder } from '../../../src/core/attribution/find-agent.js';
import { createReadings } from '../../../src/core/attribution/readings.js';
import { stampFor } from '../../../src/core/attribution/stamp.js';
import { anAgent, aRoster } from '../../support/builders.js';

const roster = aRoster(anAgent('backend-django'), anAgent('database'));
const rosters = { base: roster, mergeBases: [], defaultBranch: null, head: aRoster() };
const readings = createReadings(createAgentFinder(rosters, { backend: 'backend-django' }), ['human']);

const stamp = (names: readonly string[], ...claims: readonly string[]) =>
  stampFor(
    names,
    claims.map((value) => ({ key: 'agent', value })),
    ['Agent'],
    readings,
  );

describe('stampFor', () => {
  it.each([
    ['the name as the definition writes it', ['Backend_Django'], ['backend-django']],
    ['what an alias stands for', ['backend'], ['backend-django']],
    ['each of a list once', ['database, backend-django', 'database'], ['database', 'backend-django']],
    ['a person and a product as they are', [' human', 'general-purpose'], ['human', 'general-purpose']],
  ])('adds %s', (_, names, values) => {
    expect(stamp(names)).toEqual({ kind: 'add', values });
  });

  it('adds nothing to a message that says it, or where nobody is to be named', () => {
    expect(stamp(['database'], 'Database')).toEqual({ kind: 'none' });
    expect(stamp([])).toEqual({ kind: 'none' });
  });

  it('leaves a message that names others', () => {
    expect(stamp(['database'], 'backend-django')).toEqual({
      kind: 'of-others',
      claims: ['backend-django'],
      wanted: ['database'],
    });
    expect(stamp(['database'], 'human')).toMatchObject({ kind: 'of-others', claims: ['human'] });
    expect(stamp(['database', 'backend-django'], 'database')).toMatchObject({ kind: 'of-others' });
  });

  it('does not know a name that nobody has, nor one of two lines', () => {
    expect(stamp(['databse'])).toEqual({ kind: 'unknown', value: 'databse', suggestions: ['database'] });
    expect(stamp(['data\nbase'])).toMatchObject({ kind: 'unknown' });
  });
});
