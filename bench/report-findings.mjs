import { gzipSync } from 'node:zlib';
import {
  aReport,
  aRuleReference,
  aViolation,
  anActivity,
  anAttribution,
} from '../__tests__/support/report-builders.ts';
import { toAnnotations } from '../src/reporters/annotations.ts';
import { toCheckCommands } from '../src/reporters/github-check.ts';
import { toCheckJson } from '../src/reporters/json.ts';
import { plainPaint } from '../src/reporters/paint.ts';
import { SARIF_LIMITS, toCheckSarif } from '../src/reporters/sarif-check.ts';
import { toSummary } from '../src/reporters/summary.ts';
import { toText } from '../src/reporters/text.ts';
import { createWords } from '../src/reporters/words.ts';

const SITE = { serverUrl: 'https://github.com', repository: 'acme/shop' };
const AGENTS = Array.from({ length: 20 }, (_, number) => `agent-${number}`);

/** What a run writes of a report, each as the action or the command line asks for it. */
const FORMATS = {
  text: (report) => toText(report, plainPaint),
  json: (report, words) => toCheckJson(report, words),
  github: (report) => toCheckCommands(report),
  annotations: (report, words) => toAnnotations(report, undefined, words),
  summary: (report) => toSummary(report, SITE),
  sarif: (report, words) => toCheckSarif(report, '1.0.0', { site: SITE, words, limits }),
};

const limits = { ...SARIF_LIMITS, sizeOf: (text) => gzipSync(text, { level: 1 }).length };

/** Writes a report of so many findings in the formats. */
export function write(findings, formats) {
  const report = aLargeReport(findings);
  return () => {
    const words = createWords(report);
    for (const format of formats) FORMATS[format](report, words);
  };
}

const shaOf = (number) => number.toString(16).padStart(8, '0').repeat(5);

/** Twenty agents with ten patterns each; every fourth file is new, every fourth gone, and the others are blamed. */
function aLargeReport(findings) {
  return aReport({
    violations: Array.from({ length: findings }, (_, number) => {
      const agent = AGENTS[number % AGENTS.length];
      const kind = number % 4;
      return aViolation({
        agent,
        path: `packages/mod${number % 300}/src/component${number % 7}/file-${number}.ts`,
        commit: shaOf(1 + (number % 1_000)),
        status: ['M', 'A', 'D', 'T'][kind],
        rule: aRuleReference({
          pattern: `packages/**/component${number % 10}/**`,
          file: `.claude/agents/${agent}.md`,
          line: 40 + (number % 10),
        }),
        owners: number % 3 === 0 ? [] : [AGENTS[(number + 1) % AGENTS.length]],
        restoration: kind === 1 ? { kind: 'remove' } : { kind: 'parent', parent: 1 },
        inHead:
          kind === 2 ? { kind: 'gone' } : { kind: 'lines', lines: [{ start: 3, end: 9 + (number % 50) }] },
      });
    }),
    agents: AGENTS.map((agent) => anActivity({ agent })),
    attributions: Array.from({ length: 1_000 }, (_, number) =>
      anAttribution({ commit: shaOf(1 + number), agents: [AGENTS[number % AGENTS.length]] }),
    ),
  });
}
