import type { OwnershipMap } from '../../core/map/ownership-map.js';
import { noteOnNoDefinition } from '../no-definition.js';
import { count, listOf, path, render, say, text, type Phrase } from '../phrase.js';
import { bareVoice, plainVoice } from '../voices.js';
import type { MapFacts } from './map-facts.js';

export const titleOf = ({ parts }: Pick<MapFacts, 'parts'>): string =>
  parts.length === 0 ? 'Ownership map' : `Ownership map of ${render(listOf(parts.map(path)), bareVoice)}`;

/** "523 files, 4 agents, at 1234567". */
export function subtitleOf({ paths, agents }: OwnershipMap, { commit }: MapFacts): string {
  const where = commit === null ? 'in the working tree' : `at ${commit.slice(0, 7)}`;
  const many = agents.length === 1 ? '1 agent' : `${agents.length} agents`;
  return `${render(count(paths.length, 'file'), plainVoice)}, ${many}, ${where}`;
}

/** What makes the map less than it seems. */
export const notesOn = (map: OwnershipMap, facts: MapFacts): readonly string[] =>
  [...noDefinition(map, facts), ...unread(facts)].map((note) => render(note, plainVoice));

const noDefinition = ({ agents }: OwnershipMap, { lookedFor }: MapFacts): readonly Phrase[] =>
  noteOnNoDefinition({ definitions: agents.flatMap(({ definitions }) => definitions), lookedFor });

const unread = ({ errors }: MapFacts): readonly Phrase[] =>
  errors === 0
    ? []
    : [
        say`Not every rule is on the map: the definitions have ${count(errors, 'error')}. ${text(
          'agent-ownership lint',
        )} tells them.`,
      ];
