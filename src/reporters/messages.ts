import type { Violation } from '../core/violation.js';
import type { OnPath } from './alike.js';
import {
  accountOfAnonymous,
  accountOfMisplaced,
  accountOfNoDefinitions,
  accountOfProvisional,
  accountOfRetired,
  accountOfUnattributed,
  accountOfUnknown,
  accountOfUnreadable,
} from './claim-words.js';
import type { FindingContext } from './finding-context.js';
import { accountOfJoint, accountOfPath, type Account } from './path-words.js';
import { paragraph, render, say } from './phrase.js';
import { accountOfSquash, accountOfWaiver } from './policy-words.js';
import { accountOfLoosened } from './rule-change-words.js';
import { ruleClause } from './rule-words.js';

/**
 * A finding in words, for a reporter that shows its rule as an excerpt. With `others`, which say the same of other paths
 * (`foldAlike`), all of them in one; the reporter names the paths.
 */
export function accountOf(
  violation: Violation,
  context: Pick<FindingContext, 'base' | 'policyFile' | 'approval'>,
  others: readonly OnPath[] = [],
): Account {
  switch (violation.code) {
    case 'forbidden-path':
    case 'read-only-path':
    case 'definition-edit':
    case 'outside-owns':
    case 'case-collision':
      return accountOfPath(violation, context, others);
    case 'joint-attribution':
      return accountOfJoint(violation, others);
    case 'unknown-agent':
      return accountOfUnknown(violation);
    case 'unreadable-commit':
      return accountOfUnreadable(violation);
    case 'provisional-agent':
      return accountOfProvisional(violation);
    case 'retired-agent':
      return accountOfRetired(violation);
    case 'misplaced-trailer':
      return accountOfMisplaced(violation);
    case 'anonymous-agent':
      return accountOfAnonymous(violation);
    case 'unattributed-commit':
      return accountOfUnattributed(violation);
    case 'rule-loosened':
      return accountOfLoosened(violation);
    case 'waiver-expired':
    case 'waiver-unused':
      return accountOfWaiver(violation);
    case 'squash-loses-trailers':
      return accountOfSquash(violation);
    case 'no-definitions':
      return accountOfNoDefinitions(violation);
  }
}

export interface Description {
  /** A few words, without a full stop. */
  readonly title: string;
  /** The title and all the facts: agent, path, commit, pattern with its remark, and where the pattern is written. */
  readonly sentence: string;
}

/** A finding in words that stand alone. What to do next is said by `remedyFor`. */
export function describeViolation(violation: Violation, context: FindingContext): Description {
  const { title, rule, notes } = accountOf(violation, context);
  const claim = rule === null ? say`${title}.` : say`${title}: ${ruleClause(rule)}.`;
  return {
    title: render(title, context.voice),
    sentence: render(paragraph([claim, ...notes]), context.voice),
  };
}
