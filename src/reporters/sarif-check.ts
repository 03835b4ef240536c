import type { Report } from '../core/report.js';
import { stands } from '../core/violation.js';
import { byteLength } from './byte-budget.js';
import type { Site } from './links.js';
import { printJson } from './print-json.js';
import { printSarif } from './sarif-log.js';
import { createRules, findingEntry, problemEntry, type SarifEntry } from './sarif-entries.js';
import { toFindingContext } from './finding-context.js';
import { createOrdinals, toDescriptor } from './sarif-log.js';
import { mostSevereFirst } from './severity.js';
import { isCharged } from './verdict.js';
import { plainVoice } from './voices.js';

/** What code scanning takes of a run (docs.github.com, "SARIF support for code scanning", "Validating your SARIF file"). */
export interface SarifLimits {
  readonly results: number;
  readonly bytes: number;
}

/** GitHub counts the bytes after compression, so that this is on the safe side of its 10 MB. */
export const SARIF_LIMITS: SarifLimits = { results: 25_000, bytes: 9_900_000 };

/** In bytes, for the frame and the sentence that counts what is left out. */
const RESERVE = 4_000;

/**
 * What the range is charged with as a log of SARIF, a rule for each agent and pattern. What was undone or lifted is no result:
 * code scanning would show it as open. Past the limits the least severe are left out, and a notification of the run says how
 * many. Ends with a line break.
 */
export function toCheckSarif(
  report: Report,
  version: string,
  site: Site | null = null,
  limits: SarifLimits = SARIF_LIMITS,
): string {
  const context = toFindingContext(report, plainVoice);
  const number = createOrdinals();
  const ruleFor = createRules();
  const charged = [
    ...report.violations
      .filter(stands)
      .map((violation) => findingEntry(violation, ruleFor(violation), context)),
    ...report.problems.filter(isCharged).map(problemEntry),
  ].map((entry) => ({ ...entry, print: number(entry.print) }));
  const { rules, results } = select(mostSevereFirst(charged), limits);
  return printSarif({
    version,
    rules,
    results,
    more: { ...provenanceOf(report, site), invocations: [invocation(charged.length - results.length)] },
  });
}

function select(entries: readonly SarifEntry[], limits: SarifLimits) {
  const indices = new Map<string, number>();
  const rules: object[] = [];
  const results: object[] = [];
  let room = limits.bytes - RESERVE;
  for (const entry of entries) {
    const { rule } = entry;
    const known = indices.get(rule.id);
    const ruleIndex = known ?? rules.length;
    const descriptor = known === undefined ? toDescriptor(rule) : null;
    const result = entry.toResult(ruleIndex, entry.print);
    room -= printedSize(result) + (descriptor === null ? 0 : printedSize(descriptor));
    if (room < 0 || results.length === limits.results) break;
    if (descriptor !== null) {
      indices.set(rule.id, ruleIndex);
      rules.push(descriptor);
    }
    results.push(result);
  }
  return { rules, results };
}

/** With the comma behind it, in place of the line break. */
const printedSize = (value: object): number => byteLength(printJson(value, 0));

/** Only with an address: without one the standard allows no revision. */
const provenanceOf = ({ range }: Report, site: Site | null) =>
  site === null
    ? {}
    : {
        versionControlProvenance: [
          { repositoryUri: `${site.serverUrl}/${site.repository}`, revisionId: range.head },
        ],
      };

const invocation = (omitted: number) => ({
  executionSuccessful: true,
  ...(omitted === 0
    ? {}
    : {
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: {
              text: `${omitted} more ${omitted === 1 ? 'result is' : 'results are'} left out: code scanning takes 25,000 results and 10 MB. The report in JSON has all of them.`,
            },
          },
        ],
      }),
});
