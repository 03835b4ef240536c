import type { RepoPath, Severity } from '../core/vocabulary.js';
import { urlPath } from './links.js';
import { printJson } from './print-json.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** What code scanning calls the root of the repository. */
const ROOT = '%SRCROOT%';

export const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>;
/** In the words of code scanning, which shows these instead of the level where it filters. */
const GRADES = { error: 'error', warning: 'warning', notice: 'recommendation' } as const satisfies Record<
  Severity,
  string
>;

export interface SarifRule {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly meaning: string;
  readonly advice: string;
}

/** A rule as SARIF describes it (`reportingDescriptor`). */
export const toDescriptor = ({ id, code, severity, title, meaning, advice }: SarifRule) => ({
  id,
  name: toPascalCase(code),
  shortDescription: { text: title },
  fullDescription: { text: meaning },
  help: { text: `${meaning} ${advice}`, markdown: `${meaning}\n\n${advice}` },
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { 'problem.severity': GRADES[severity], tags: ['agent-ownership'] },
});

const toPascalCase = (code: string): string =>
  code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

export interface SarifRun {
  readonly version: string;
  /** Each printed by {@link printPart}. */
  readonly rules: readonly string[];
  readonly results: readonly string[];
  /** Further properties of the run. */
  readonly more?: object;
}

/** A rule or a result as it stands in a log. */
export const printPart = (value: object): string => printJson(value, 0).trimEnd();

/** A log of SARIF 2.1.0 (OASIS standard) with one run, on one line: blanks would take room from results. */
export function printSarif({ version, rules, results, more = {} }: SarifRun): string {
  const run = printPart({
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    ...more,
  });
  const driver = printPart({ name: 'agent-ownership', version });
  return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":{"driver":${withList(driver, 'rules', rules)}},${withList(run, 'results', results).slice(1)}]}\n`;
}

/** A printed object with a list behind all that it has. */
const withList = (printed: string, key: string, items: readonly string[]): string =>
  `${printed.slice(0, -1)},"${key}":[${items.join(',')}]}`;

export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** A place in a file; without lines, the file. */
export const toLocation = (file: RepoPath, lines: Lines | null) => ({
  artifactLocation: toArtifact(file),
  ...(lines === null ? {} : { region: toRegion(lines) }),
});

const toRegion = ({ start, end }: Lines) =>
  start === end ? { startLine: start } : { startLine: start, endLine: end };

/** Relative to the root; a file that was named by a path elsewhere has no root that it could be relative to. */
function toArtifact(file: RepoPath) {
  if (file.startsWith('/')) return { uri: `file://${urlPath(file)}` };
  return file.split('/').includes('..') ? { uri: urlPath(file) } : { uri: urlPath(file), uriBaseId: ROOT };
}

/** Tells apart what has the same print, by its order. */
export function createOrdinals(): (print: string) => string {
  const seen = new Map<string, number>();
  return (print) => {
    const ordinal = (seen.get(print) ?? 0) + 1;
    seen.set(print, ordinal);
    return `${print}:${ordinal}`;
  };
}
