import type { Report } from '../core/report.js';
import type { Violation } from '../core/violation.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { describeViolation, type Description } from './messages.js';
import { remedyFor, type Remedy } from './remedies.js';
import { plainVoice } from './voices.js';

/** The findings of a report in plain words; each is worded once, however many outputs of a run show it. */
export interface Words {
  readonly context: FindingContext;
  readonly describe: (violation: Violation) => Description;
  readonly remedy: (violation: Violation) => Remedy;
}

export function createWords(report: Report): Words {
  const context = toFindingContext(report, plainVoice);
  return {
    context,
    describe: once((violation) => describeViolation(violation, context)),
    remedy: once((violation) => remedyFor(violation, context)),
  };
}

function once<Said>(say: (violation: Violation) => Said): (violation: Violation) => Said {
  const known = new Map<Violation, Said>();
  return (violation) => {
    const said = known.get(violation) ?? say(violation);
    known.set(violation, said);
    return said;
  };
}
