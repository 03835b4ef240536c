import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attribute, type AttributedCommit } from '../../../src/core/attribution/attribute.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { aCommit, anAgent, aRoster, aSha } from '../../support/builders.js';
import { MISPLACED, NOTHING_MISPLACED } from './message-scenes.js';

const roster = aRoster(anAgent('backend-django'), anAgent('database'), anAgent('testing'));
const rosters = { base: roster, mergeBases: [], defaultBranch: null, head: roster };
const policy = { ...DEFAULT_POLICY, aliases: { server: 'backend-django' } };

function attributed(message: string, visible: readonly string[] = []): AttributedCommit {
  const trailers = visible.map((value) => ({ key: 'Agent', value }));
  const [result] = attribute([aCommit({ message, trailers })], rosters, policy);
  if (result === undefined) throw new Error('one commit in, one attribution out');
  return result;
}

const placesOf = ({ misplaced }: AttributedCommit) =>
  misplaced.map(({ agent, where }) => [agent.agent.name, where]);

describe('a message counts as the work of the agent that it names', () => {
  it.each(MISPLACED)('$title', ({ message, visible, misplaced = [] }) => {
    const result = attributed(message, visible);
    expect(placesOf(result)).toEqual(misplaced);
    expect(result.agents.map(({ agent }) => agent.name)).toEqual([
      ...(visible ?? []),
      ...misplaced.map(([agent]) => agent),
    ]);
    expect(result.kind).toBe(result.agents.length > 1 ? 'joint' : 'agent');
  });
});

describe('a message claims nothing beside its trailers by', () => {
  it.each(NOTHING_MISPLACED)('$title', ({ message, visible }) => {
    expect(placesOf(attributed(message, visible))).toEqual([]);
  });
});

describe('a message', () => {
  it('claims nothing behind a NUL', () => {
    expect(placesOf(attributed('S\nText\n\0\nAgent: database\n'))).toEqual([]);
  });

  it('is shown by its line, cut where that is long', () => {
    const line = `Agent:${' '.repeat(500)}database`;
    expect(attributed(`S\n\n${line}\n\nText\n`).misplaced[0]?.written).toBe(line.slice(0, 200));
  });

  it.each([
    ['AI', 'AT', 'a short key', []],
    ['Bot', 'Bto', 'a key of three letters', []],
    ['Made', 'Mdae', 'a key of four letters', ['database']],
    ['Banana', 'Bana', 'a key that ends as it begins, less two letters', []],
    ['Committer', 'Commiter', 'a key with a letter twice', ['database']],
    ['A'.repeat(64), 'A'.repeat(64), 'a key of 64 letters, spelt right', ['database']],
    ['A'.repeat(80), 'A'.repeat(80), 'a key of 80 letters, spelt right', []],
  ])('with the key %s can say %s: %s', (key, spelling, _, names) => {
    const commit = aCommit({ message: `S\n\n${spelling}: database\n\nText\n` });
    const [result] = attribute([commit], rosters, { ...policy, trailers: [key] });
    expect(result?.agents.map(({ agent }) => agent.name)).toEqual(names);
  });

  it('claims by lines of up to two thousand characters', () => {
    const line = (length: number) => `Agent:${'database'.padStart(length - 6)}`;
    expect(attributed(`S\n\n${line(2000)}\n\nText\n`).kind).toBe('agent');
    expect(attributed(`S\n\n${line(2001)}\n\nText\n`).kind).toBe('person');
  });

  it('of a merge holds no squashed commits, whatever its subject', () => {
    const message = 'Blog (#7)\n\n* Agent: backend-django\n* other things\n\nText.\n';
    const agentsOf = (...parents: readonly string[]) =>
      attribute([aCommit({ message, parents: parents.map(aSha) })], rosters, policy)[0]?.agents;
    expect(agentsOf('base')).toHaveLength(1);
    expect(agentsOf('base', 'topic')).toEqual([]);
  });

  it('can claim by each of several keys', () => {
    const trailers = [
      { key: 'agent', value: 'database' },
      { key: 'Made-By', value: 'testing' },
    ];
    const commit = aCommit({ message: 'S\n\nMade-by: backend-django\n\nText\n', trailers });
    const [result] = attribute([commit], rosters, { ...policy, trailers: ['Made-By', 'Agent'] });
    expect(result?.agents.map(({ agent }) => agent.name)).toEqual(['database', 'testing', 'backend-django']);
    expect(result?.misplaced.map(({ key }) => key)).toEqual(['Made-By']);
  });

  it.each(['"database"', 'Database.', '`database`'])(
    'says of a trailer that git sees only that its name is unknown: %s',
    (value) => {
      const { kind, unknown, misplaced } = attributed(`S\n\nAgent: ${value}\n`, [value]);
      expect([kind, misplaced]).toEqual(['unknown', []]);
      expect(unknown).toEqual([{ value, suggestions: ['database'] }]);
    },
  );

  it('of any kind throws nothing and names known agents only', () => {
    const piece = fc.constantFrom(
      'Agent',
      'agnet',
      ':',
      '=',
      ' ',
      '\n',
      '\n\n',
      'database',
      'x',
      '>',
      '```',
      '* ',
      '    ',
      '\0',
      '(#1)',
      'Revert "',
      '\r',
      ',',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { agents } = attributed(pieces.join(''));
        expect(agents.every(({ agent }) => roster.agents.includes(agent))).toBe(true);
      }),
    );
  });
});
