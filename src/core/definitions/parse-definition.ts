import { agentName, type AgentName } from '../vocabulary.js';
import { reportSkips } from './claude-code.js';
import type { AgentDefinition } from './definition.js';
import { nameIn } from './definition-name.js';
import { nameOfFile, rootOfDefinition } from './definition-place.js';
import { decodeDefinition } from './definition-text.js';
import { findDisagreements } from './front-matter-disagreement.js';
import { readFrontMatterSections } from './front-matter-rules.js';
import { parseFrontMatter, type FrontMatter, type FrontMatterFault } from './front-matter.js';
import { withoutFloods } from './floods.js';
import type { FurtherAliases } from './heading-table.js';
import { createClassifyHeading } from './headings.js';
import { parseOutline } from './outline.js';
import { severityOf } from './problem-severities.js';
import type { DefinitionProblem } from './problem.js';
import { readSection } from './read-section.js';
import type { DefinitionSource } from './roster.js';
import { settleRemainders } from './remainders.js';
import {
  compileSection,
  createBudget,
  problemsOfBudget,
  reportUnread,
  type ReadSection,
  type RuleContext,
} from './rules.js';
import { findSections } from './sections.js';

export interface DefinitionOptions {
  /** Headings that name a section, beside the usual ones. */
  readonly headings?: FurtherAliases;
}

export interface ParsedDefinition {
  /** `null` for a text that cannot be read and for one that is no definition; a problem says which. */
  readonly definition: AgentDefinition | null;
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Reads one definition. Never throws, and loses nothing in silence: a line of an ownership section that yields no rule is a
 * problem with its place. Broken front matter does not lift the rules of the body.
 */
export function parseDefinition(source: DefinitionSource, options: DefinitionOptions = {}): ParsedDefinition {
  const file = source.path;
  const decoded = decodeDefinition(source);
  if ('reason' in decoded) {
    const code = 'unreadable-definition';
    const place = { severity: severityOf(code), file, line: null, agent: null };
    return { definition: null, problems: [{ code, ...place, reason: decoded.reason }] };
  }

  const frontMatter = parseFrontMatter(decoded.text);
  const written = nameIn(frontMatter);
  const name = agentName(written ?? nameOfFile(file));
  const classify = createClassifyHeading(options.headings, name);
  const { blocks, unreadFrom } = parseOutline(frontMatter.body, frontMatter.bodyLine);
  const { sections, stray } = findSections(blocks, classify);
  const found = sections
    .map((section) => ({ ...section, reading: readSection(section, { kind: section.kind, classify }) }))
    .filter(({ isDoubtful, reading }) => !isDoubtful || reading.unread.length > 0);
  if (!frontMatter.isPresent && found.length === 0 && unreadFrom === null) {
    const code = 'not-a-definition';
    const place = { severity: severityOf(code), file, line: null, agent: null };
    return { definition: null, problems: [{ code, ...place }] };
  }

  const context: RuleContext = { file, root: rootOfDefinition(file), agent: name, budget: createBudget() };
  const isReadInFull =
    unreadFrom === null &&
    stray.length === 0 &&
    frontMatter.nested.length === 0 &&
    frontMatter.fault === null;
  const keys = readFrontMatterSections(frontMatter.keys, classify);
  const read: readonly ReadSection[] = settleRemainders([...keys, ...found], context.root, isReadInFull);
  const compiled = read.map((section) => ({ ...section, ...compileSection(section, context) }));
  const ruleSections = compiled.flatMap((section) => section.sections);
  const problems: DefinitionProblem[] = [
    ...problemsOfFrontMatter(frontMatter.fault, written, source, name),
    ...reportSkips(decoded.text, frontMatter, context),
    ...findDisagreements(compiled.slice(0, keys.length), compiled.slice(keys.length), context),
    ...problemsOfBody(unreadFrom, context),
    ...compiled.flatMap((section) => section.problems),
    ...problemsOfBudget(context),
    ...reportUnread(stray, 'owns', context),
    ...frontMatter.nested.flatMap(({ kind, ...unread }) => reportUnread([unread], kind, context)),
  ];
  if (ruleSections.every((section) => section.rules.length === 0)) {
    problems.push({ code: 'no-rules', severity: severityOf('no-rules'), file, line: null, agent: name });
  }
  return {
    definition: { name, file, root: context.root, ...colourIn(frontMatter), sections: ruleSections },
    problems: withoutFloods(problems),
  };
}

/** The longest name of a colour in CSS has 20 letters. */
const LONGEST_COLOUR = 32;

function colourIn({ keys }: FrontMatter): Pick<AgentDefinition, 'colour'> {
  const value = keys.find(({ name }) => name === 'color')?.value;
  const colour = typeof value === 'string' ? value.trim() : '';
  return colour === '' || colour.length > LONGEST_COLOUR ? {} : { colour };
}

function problemsOfFrontMatter(
  fault: FrontMatterFault | null,
  written: string | null,
  { path: file }: DefinitionSource,
  agent: AgentName,
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  if (fault !== null) {
    const { line, detail } = fault;
    const code = codeOf(fault, written);
    const place = { severity: severityOf(code), file, line, agent };
    problems.push(code === 'unclosed-front-matter' ? { code, ...place } : { code, ...place, detail });
  }
  if (written === null) {
    const code = 'missing-name';
    problems.push({ code, severity: severityOf(code), file, line: null, agent, used: agent });
  }
  return problems;
}

/** What stands below a line that is nested too deeply is not read, so that rules may be lost. */
function problemsOfBody(line: number | null, { file, agent }: RuleContext): readonly DefinitionProblem[] {
  const code = 'unreadable-definition';
  const reason = 'nested-too-deeply';
  return line === null ? [] : [{ code, severity: severityOf(code), file, line, agent, reason }];
}

const codeOf = ({ kind }: FrontMatterFault, written: string | null) => {
  switch (kind) {
    case 'unclosed':
      return 'unclosed-front-matter';
    case 'refused':
      return 'invalid-front-matter';
    case 'broken':
      return written === null ? 'invalid-front-matter' : 'recovered-front-matter';
  }
};
