import type { Report } from '../core/report.js';
import { stands } from '../core/violation.js';
import { byteLength } from './byte-budget.js';
import type { Site } from './links.js';
import { createRules, findingEntry, problemEntry, type SarifEntry } from './sarif-entries.js';
import { createOrdinals, printPart, printSarif, toDescriptor } from './sarif-log.js';
import { mostSevereFirst } from './severity.js';
import { isCharged } from './verdict.js';
import { createWords, type Words } from './words.js';

/**
 * What code scanning takes of a run, and how many of it it shows (docs.github.com, "SARIF support for code scanning",
 * "Validating your SARIF file").
 */
export interface SarifLimits {
  readonly results: number;
  readonly shown: number;
  /** Of the file as it is uploaded. */
  readonly bytes: number;
  /** How many bytes a log takes there: code scanning counts them after compression by gzip. */
  readonly sizeOf: (text: string) => number;
}

/** Without a compressor, every byte counts. The limit is 10 MB; nobody says whether these are millions. */
export const SARIF_LIMITS: SarifLimits = {
  results: 25_000,
  shown: 5_000,
  bytes: 9_900_000,
  sizeOf: byteLength,
};

/** In UTF-16 units: a text that is longer is built for nothing, however well it can be compressed. */
const MOST_TEXT = 100_000_000;

export interface CheckSarif {
  /** Ends with a line break. */
  readonly text: string;
  /** What whoever uploads it has to know, in whole sentences; nothing where code scanning shows all of it. */
  readonly notes: readonly string[];
}

export interface SarifOptions {
  readonly site?: Site | null;
  readonly limits?: SarifLimits;
  readonly words?: Words;
}

/**
 * What the range is charged with as a log of SARIF, a rule for each agent and pattern. What was undone or lifted is no result:
 * code scanning would show it as open. Past the limits the least severe are left out, and a notification of the run says how
 * many.
 */
export function toCheckSarif(
  report: Report,
  version: string,
  { site = null, limits = SARIF_LIMITS, words = createWords(report) }: SarifOptions = {},
): CheckSarif {
  const number = createOrdinals();
  const ruleFor = createRules();
  const charged = [
    ...report.violations
      .filter(stands)
      .map((violation) => findingEntry(violation, ruleFor(violation), words)),
    ...report.problems.filter(isCharged).map(problemEntry),
  ].map((entry) => ({ ...entry, print: number(entry.print) }));
  const parts = printParts(mostSevereFirst(charged).slice(0, limits.results));
  const print = (kept: readonly Part[]): string =>
    printSarif({
      version,
      rules: kept.flatMap(({ rule }) => rule ?? []),
      results: kept.map(({ result }) => result),
      more: { ...provenanceOf(report, site), invocations: [invocation(charged.length - kept.length)] },
    });
  const { text, kept } = cut(parts, limits, print);
  return { text, notes: notesOn(kept, charged.length - kept, limits) };
}

interface Part {
  readonly result: string;
  /** The rule of the result, where no earlier one has it. */
  readonly rule: string | null;
}

function printParts(entries: readonly SarifEntry[]): readonly Part[] {
  const indices = new Map<string, number>();
  const parts: Part[] = [];
  let room = MOST_TEXT;
  for (const { rule, print, toResult } of entries) {
    const known = indices.get(rule.id);
    const ruleIndex = known ?? indices.size;
    indices.set(rule.id, ruleIndex);
    const part = {
      result: printPart(toResult(ruleIndex, print)),
      rule: known === undefined ? printPart(toDescriptor(rule)) : null,
    };
    room -= part.result.length + (part.rule?.length ?? 0);
    if (room < 0) break;
    parts.push(part);
  }
  return parts;
}

/** As many of the parts as make no larger a file than the limit, or a few less. */
function cut(
  parts: readonly Part[],
  { bytes, sizeOf }: SarifLimits,
  print: (kept: readonly Part[]) => string,
) {
  let kept = parts;
  let text = print(kept);
  while (kept.length > 0 && byteLength(text) > bytes) {
    const size = sizeOf(text);
    if (size <= bytes) break;
    kept = kept.slice(0, Math.floor(kept.length * Math.min(0.98, (0.98 * bytes) / size)));
    text = print(kept);
  }
  return { text, kept: kept.length };
}

function notesOn(kept: number, omitted: number, { shown }: SarifLimits): readonly string[] {
  return [
    ...(omitted === 0 ? [] : [`The SARIF file is cut: ${omittedSentence(omitted)}`]),
    ...(kept <= shown
      ? []
      : [
          `The SARIF file holds ${kept} results, of which code scanning shows the ${shown} most severe. The report in JSON has all of them.`,
        ]),
  ];
}

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
              text: omittedSentence(omitted),
            },
          },
        ],
      }),
});

const omittedSentence = (omitted: number): string =>
  `${omitted} more ${omitted === 1 ? 'result is' : 'results are'} left out: code scanning takes 25,000 results and 10 MB. The report in JSON has all of them.`;
