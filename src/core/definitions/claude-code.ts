import type { RepoPath } from '../vocabulary.js';
import type { FrontMatter } from './front-matter.js';
import { severityOf } from './problem-severities.js';
import type { DefinitionProblem, SkipReason } from './problem.js';
import type { RuleContext } from './rules.js';
import { isYamlMapping, parseYaml, type YamlKey } from '../yaml/parse-yaml.js';

/** A reason, and the line that shows it; `null` for the file as a whole. */
interface Skip {
  readonly reason: SkipReason;
  readonly line: number | null;
}

const DIRECTORY = /(?:^|\/)\.claude\/agents\//;
const SINGLE_LINE_VALUE = /^([\w-]+):[ \t]+(\S.*)$/;
/** A value in quotes, or the sign of a block. */
const IS_NO_PLAIN_TEXT = /^(?:".*"|'.*'|[|>][-+\d]*(?:\s+#.*)?)$/;
const SPECIAL = /[{}[\]*&#!|>%@`]|: /;

/**
 * Why Claude Code leaves a file of `.claude/agents/` out; empty where it loads it, for files elsewhere, and where it is not known.
 * The reasons are those of its documentation (code.claude.com, sub-agents) and what was measured with version 2.1.330: YAML
 * that does not parse is read once more with the single-line values in quotes, which fails on lines that end in CR LF.
 */
export function reportSkips(
  text: string,
  frontMatter: FrontMatter,
  { file, agent }: Pick<RuleContext, 'file' | 'agent'>,
): readonly DefinitionProblem[] {
  const code = 'skipped-by-claude-code';
  const severity = severityOf(code);
  return findSkips(file, text, frontMatter).map(({ reason, line }) => ({
    code,
    severity,
    file,
    line,
    agent,
    reason,
  }));
}

function findSkips(path: RepoPath, text: string, frontMatter: FrontMatter): readonly Skip[] {
  if (!DIRECTORY.test(path)) return [];
  if (!path.endsWith('.md')) return [{ reason: 'other-extension', line: null }];
  if (!frontMatter.isPresent) return [{ reason: 'no-front-matter', line: null }];
  const { fault, keys } = frontMatter;
  switch (fault?.kind) {
    case undefined:
      return skipsOfKeys(keys);
    case 'unclosed':
      return [{ reason: 'unclosed-front-matter', line: fault.line }];
    case 'refused':
      return [{ reason: 'other-language', line: fault.line }];
    case 'broken': {
      if (fault.isLimit) return [];
      const lines = linesOf(text, frontMatter);
      const asRead = readLeniently(lines);
      if (asRead !== null) return skipsOfKeys(asRead);
      const mended = readLeniently(lines.map((line) => line.replace(/\r$/, '')));
      const reason = mended === null ? 'invalid-yaml' : 'invalid-yaml-with-windows-line-ends';
      return [{ reason, line: fault.line }];
    }
  }
}

function skipsOfKeys(keys: readonly YamlKey[]): readonly Skip[] {
  const name = keys.find((key) => key.name === 'name');
  const description = keys.find((key) => key.name === 'description');
  const skips: Skip[] = [];
  const value = name?.value;
  const line = name?.line ?? null;
  if (isNothing(value)) skips.push({ reason: 'no-name', line });
  else if (typeof value !== 'string') skips.push({ reason: 'name-is-no-text', line });
  else if (value.startsWith('-')) skips.push({ reason: 'name-begins-with-hyphen', line });
  else if (value.includes(':')) skips.push({ reason: 'name-holds-colon', line });
  if (isNothing(description?.value))
    skips.push({ reason: 'no-description', line: description?.line ?? null });
  return skips;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The lines between the fences, each with the CR that it ends in. */
const linesOf = (text: string, { bodyLine }: FrontMatter): readonly string[] =>
  text
    .replace(/\r(?!\n)/g, '\n')
    .split('\n')
    .slice(1, bodyLine - 2);

/** The keys as the client reads them at the first or the second attempt; `null` where both fail. */
function readLeniently(lines: readonly string[]): readonly YamlKey[] | null {
  for (const attempt of [lines, lines.map(withValueInQuotes)]) {
    // The fence is a blank line here, so that lines count as in the file.
    const reading = parseYaml(['', ...attempt.map(withoutTabs)].join('\n'));
    if (reading.ok) return isYamlMapping(reading.data) ? reading.keys : [];
  }
  return null;
}

function withValueInQuotes(line: string): string {
  const [, key, value = ''] = SINGLE_LINE_VALUE.exec(line) ?? [];
  if (key === undefined || IS_NO_PLAIN_TEXT.test(value) || !SPECIAL.test(value)) return line;
  return `${key}: ${JSON.stringify(value)}`;
}

/** The client takes tabs for indentation, which YAML 1.2 does not. */
const withoutTabs = (line: string): string =>
  line.replace(/^[ \t]+/, (indentation) => indentation.replaceAll('\t', '  '));
