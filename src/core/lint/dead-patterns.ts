import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import type { MeasuredAgent, MeasuredDefinition } from './measured-agent.js';

const CODE = 'dead-pattern';

/** So many are listed for one definition; the last one says how many more there are. */
const MOST_LISTED = 20;

/**
 * The rules of each definition that match no tracked file, exceptions included. Where none of a definition's rules matches
 * anything there is one cause, and one problem.
 */
export const findDeadPatterns = ({ agent, definitions }: MeasuredAgent): readonly DefinitionProblem[] =>
  definitions.flatMap((definition) => {
    const rules = rulesOf(definition);
    const dead = rules.filter(({ matched }) => matched.count === 0);
    const most = dead.length === rules.length ? 1 : MOST_LISTED;
    return dead.slice(0, most).map(({ rule: { section, pattern, location } }, at): DefinitionProblem => {
      const unlisted = at === most - 1 ? dead.length - most : 0;
      const place = { ...location, severity: severityOf(CODE), agent: agent.name };
      return { code: CODE, ...place, section, pattern, unlisted };
    });
  });

const rulesOf = ({ sections }: MeasuredDefinition) => sections.flatMap(({ rules }) => rules);
