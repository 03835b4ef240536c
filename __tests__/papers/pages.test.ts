import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/core/policy/parse-config.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { faultOfLink, PAGES, readPage, ROOT, type Block, type Page } from '../support/documents.js';
import { runCommandLine } from '../support/command-line.js';
import { TODAY } from '../support/policies.js';
import { createRepository } from '../support/repository.js';
import { errorsOfConfig } from '../support/schemas.js';
import { errorsOfWorkflow } from '../support/workflow-rules.js';

const pages = new Map<string, Page>();
const pageAt = (file: string): Page => {
  const page = pages.get(file) ?? readPage(file);
  pages.set(file, page);
  return page;
};
const allPages = PAGES.map(pageAt);

const blocksOf = (language: string): readonly [place: string, block: Block][] =>
  allPages
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.language === language)
    .map((block) => [block.place, block]);

describe('the links of the pages', () => {
  it.each(PAGES)('of %s lead somewhere', (file) => {
    const page = pageAt(file);
    expect(page.links.map((link) => faultOfLink(page, link, pageAt)).filter(Boolean)).toEqual([]);
  });

  it.each(['docs/nowhere.md', '#nowhere', 'docs/codes.md#nowhere', 'LICENSE#anchor'])(
    'would not: %s',
    (link) => {
      expect(faultOfLink(pageAt('README.md'), link, pageAt)).not.toBeNull();
    },
  );

  it('reach every page of docs/ from the README', () => {
    const linked = pageAt('README.md').links.map((link) => link.replace(/#.*/, ''));
    for (const file of PAGES.filter((name) => /^docs\/[^/]*\.md$/.test(name))) expect(linked).toContain(file);
  });

  it('reach every decision from the index', () => {
    const { links } = pageAt('docs/decisions/README.md');
    const decisions = PAGES.filter((name) => /^docs\/decisions\/\d/.test(name));
    expect(links.toSorted()).toEqual(decisions.map((name) => name.replace('docs/decisions/', '')).toSorted());
  });
});

interface Document {
  readonly on?: unknown;
  readonly jobs?: unknown;
}

/** A whole workflow of a block that shows a part of one: its steps, or all but its jobs. */
function toWorkflow(content: string): string | null {
  const data = parse(content) as Document | readonly object[];
  if (Array.isArray(data)) {
    const steps = content.replace(/^/gm, '      ');
    return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  }
  const { on, jobs } = data as Document;
  if (on === undefined && jobs === undefined) return null;
  return jobs === undefined
    ? `${content}\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps: [run: 'true']\n`
    : content;
}

const INPUTS = Object.keys(
  (parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: Record<string, unknown> }).inputs,
);

describe('the YAML of the pages', () => {
  const workflows = blocksOf('yaml').flatMap(([place, { content }]) => {
    const workflow = toWorkflow(content);
    return workflow === null ? [] : ([[place, workflow]] as const);
  });
  const configs = blocksOf('yaml').filter(([, { content }]) => toWorkflow(content) === null);

  it('is of both kinds', () => {
    expect(workflows.length).toBeGreaterThan(10);
    expect(configs.length).toBeGreaterThan(15);
  });

  it.each(workflows)('%s is a workflow by GitHub’s own parser', (_place, workflow) => {
    expect(errorsOfWorkflow(workflow)).toEqual([]);
  });

  it.each(workflows)('%s gives the action no input that it does not have', (_place, workflow) => {
    for (const [, block = ''] of workflow.matchAll(
      /uses: your-org\/agent-ownership@\S+\n\s+with:\n((?:.+\n)*)/g,
    )) {
      const depth = /^ */.exec(block)?.[0] ?? '';
      const names = [...block.matchAll(new RegExp(`^${depth}([a-z-]+):`, 'gm'))].map(([, name]) => name);
      expect(INPUTS).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(configs)('%s is a config, or is refused where it says so', (_place, { content }) => {
    const claimed = /^# invalid-config in line (\d+)/.exec(content)?.[1];
    const lines = faultyLines(content);
    if (claimed === undefined) {
      expect(lines).toEqual([]);
      expect(errorsOfConfig(parse(content))).toEqual([]);
    } else expect(lines).toContain(Number(claimed));
  });
});

it('shows the settings of Claude Code that init writes', () => {
  const repository = createRepository();
  const uses = ['--uses', 'your-org/agent-ownership@v1'];
  expect(runCommandLine(repository.directory, ['init', '--yes', ...uses]).exitCode).toBe(0);
  const written: unknown = JSON.parse(
    readFileSync(join(repository.directory, '.claude/settings.json'), 'utf8'),
  );
  const shown = blocksOf('json').map(
    ([place, { content }]) => [place, JSON.parse(content) as unknown] as const,
  );
  expect(shown).toEqual([[expect.stringMatching(/^docs\/plugin\.md:/), written]]);
});

/** The lines of a config that the action refuses. */
function faultyLines(content: string): readonly (number | null)[] {
  const result = parseConfig(content, repoPath('.github/agent-ownership.yml'), TODAY);
  return 'problems' in result ? result.problems.map(({ line }) => line) : [];
}
