import type { Agent } from '../../core/definitions/definition.js';
import { assignColours, type Ink } from './palette.js';

/** A colour for each agent: of several definitions the first that asks for one is heeded. */
export const inksOf = (agents: readonly Agent[]): readonly Ink[] =>
  assignColours(agents.map(({ definitions }) => definitions.find(({ colour }) => colour)?.colour ?? null));
