import { attribute } from '../../../src/core/attribution/attribute.js';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import type { Roster } from '../../../src/core/definitions/roster.js';
import { chargeUnexplained, unexplainedPaths } from '../../../src/core/judgement/conservation.js';
import { chargeCommits, concludeRange } from '../../../src/core/judgement/judge-range.js';
import { createLineage } from '../../../src/core/judgement/lineage.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { createTrackedPaths } from '../../../src/core/judgement/tracked-paths.js';
import type { PathRulings } from '../../../src/core/judgement/path-rulings.js';
import type { PolicyInForce } from '../../../src/core/policy/policy.js';
import type { RuleChange } from '../../../src/core/policy/rule-changes.js';
import type { Report } from '../../../src/core/report.js';
import { aHistory, aRoster, aSha, type Step } from '../../support/builders.js';
import { BY_DEFAULT } from '../../support/policies.js';

interface Scene {
  readonly roster: Roster;
  readonly head?: Roster;
  readonly base?: Parameters<typeof aHistory>[1];
  readonly steps: readonly Step[];
  readonly law?: PolicyInForce;
  readonly mergeBases?: readonly Roster[];
  readonly ruleChanges?: readonly RuleChange[];
  /** An index of what `ruling` says. */
  readonly rulings?: PathRulings;
  /** The id of the step that the verdict is on, where it is not on all. */
  readonly only?: string;
}

/** Runs the whole core over a range that is described step by step. */
export function judge({
  roster,
  head = aRoster(),
  base = {},
  steps,
  law: inForce = BY_DEFAULT,
  mergeBases = [],
  ruleChanges = [],
  rulings,
  only,
}: Scene): Report {
  const { history, entries } = aHistory(steps, base);
  const lineage = createLineage(history, entries);
  const commits = chargeUnexplained(unexplainedPaths(history), lineage);
  const complete = createLineage({ ...history, commits }, entries);
  const rosters = { base: roster, mergeBases, defaultBranch: null, head };
  const { policy, origin } = inForce;
  const law = {
    roster,
    policy,
    protectedPaths: createProtectedPaths(
      policy.definitions,
      createIsDefinitionPath(policy.definitions),
      new Set(),
      { patterns: policy.protected, config: origin.file },
    ),
    tracked: createTrackedPaths(
      entries.get(history.base)?.keys() ?? [],
      entries.get(history.head)?.keys() ?? [],
    ),
    rulings: rulings ?? null,
  };
  const charges = chargeCommits(attribute(commits, rosters, policy), law);
  const sha = only === undefined ? null : aSha(only);
  return concludeRange(charges, complete, rosters, inForce, ruleChanges, sha);
}

/** Each finding in short: `code commit path`, with `undone by` where it is. */
export const findings = (report: Report): readonly string[] =>
  report.violations.map((violation) =>
    [
      violation.code,
      'commit' in violation ? idOf(violation.commit) : '',
      'agent' in violation ? violation.agent : '',
      'path' in violation ? violation.path : '',
      'undoneBy' in violation && violation.undoneBy !== null ? `undone by ${idOf(violation.undoneBy)}` : '',
      'waivedBy' in violation && violation.waivedBy !== null ? `lifted: ${violation.waivedBy.reason}` : '',
      'waiver' in violation ? `${violation.waiver.agent} ${violation.waiver.path}` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

const idOf = (sha: string): string => Buffer.from(sha, 'hex').toString().replaceAll('\0', '');
