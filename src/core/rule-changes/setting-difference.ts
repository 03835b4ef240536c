import type { RuleChange } from '../policy/rule-changes.js';
import type { AgentName } from '../vocabulary.js';

/** A key of the config that the head changes; empty for what one side has not. */
export interface SettingDifference {
  readonly effect: RuleChange['effect'];
  readonly agent: AgentName | null;
  readonly key: string;
  readonly before: string;
  readonly after: string;
  /** Where it stands in the config, for what is new there. */
  readonly line?: number;
}
