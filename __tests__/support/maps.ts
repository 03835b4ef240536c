import type { Agent } from '../../src/core/definitions/definition.js';
import { createOwnershipMap, type OwnershipMap } from '../../src/core/map/ownership-map.js';
import { DEFAULT_POLICY } from '../../src/core/policy/policy.js';
import { repoPath } from '../../src/core/vocabulary.js';
import type { MapFacts } from '../../src/reporters/map/map-facts.js';
import { anAgent, aRoster } from './builders.js';

export const MAP_FACTS: MapFacts = {
  commit: null,
  parts: [],
  errors: 0,
  lookedFor: ['.claude/agents/**/*.md'],
};

export const aMap = (agents: readonly Agent[], tracked: readonly string[]): OwnershipMap =>
  createOwnershipMap(aRoster(...agents), tracked.map(repoPath), DEFAULT_POLICY);

/** One file of every kind of holder, and a directory that one agent owns. */
export const everyHolder = (): OwnershipMap =>
  aMap(
    [
      anAgent('backend-django', {
        owns: ['apps/**/views.py', 'docs/**', 'api/*.md'],
        reads: ['requirements.txt'],
        cannotTouch: ['apps/**/models.py', 'api/x.*'],
      }),
      anAgent('database', { owns: ['apps/**/models.py', 'docs/db.md'], cannotTouch: ['docs/guide.md'] }),
      anAgent('testing', {}),
    ],
    [
      ...['apps/blog/models.py', 'apps/blog/views.py', 'apps/shop/models.py', 'apps/shop/views.py'],
      ...['docs/db.md', 'docs/guide.md', 'api/x.md', 'README.md', 'requirements.txt', '.gitmodules'],
    ],
  );

/** A map that holds the texts wherever a repository can put one: in paths, in names, in patterns, in colours. */
export function hostileMapOf(texts: readonly string[]): OwnershipMap {
  const held = texts.map((text) => {
    const name = text.replaceAll('/', '_').replaceAll('\0', '');
    const agent = anAgent(name, { owns: ['a/**'], cannotTouch: ['b/**'] });
    const definitions = agent.definitions.map((definition) => ({
      ...definition,
      colour: text,
      sections: definition.sections.map((section) => ({
        ...section,
        rules: section.rules.map((rule) => ({ ...rule, pattern: text })),
      })),
    }));
    return {
      agent: { ...agent, definitions },
      paths: [`a/${name}`, `b/${name}/x`, `${name}/c`, `${name}.md`],
    };
  });
  return aMap(
    held.map(({ agent }) => agent),
    held.flatMap(({ paths }) => paths),
  );
}

export const hostileMap = (text: string): OwnershipMap => hostileMapOf([text]);
