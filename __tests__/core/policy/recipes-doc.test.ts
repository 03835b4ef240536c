import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig, readConfig } from '../../../src/core/policy/parse-config.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { TODAY } from '../../support/policies.js';
import { errorsOfConfig } from '../../support/schemas.js';

const textOf = (page: string): string => readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
const blocksOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);

const FILE = repoPath('.github/agent-ownership.yml');
const isWorkflow = (text: string): boolean => /^(?:name|on|- uses):/m.test(text) || text.includes('uses:');
const shown = ['README.md', 'docs/recipes.md', 'docs/attribution.md', 'docs/codes.md'].flatMap((page) =>
  blocksOf(page).map((text) => [page, text] as const),
);
const configs = shown.filter(([, text]) => !isWorkflow(text) && !text.includes('# invalid-config'));
const workflows = [...shown, ...blocksOf('docs/events.md').map((text) => ['docs/events.md', text] as const)]
  .filter(([, text]) => isWorkflow(text))
  .map(([page, text]) => [page, text, parse(text) as Workflow] as const);

interface Workflow {
  readonly on?: { readonly pull_request?: { readonly types?: readonly string[] } | null };
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

interface Step {
  readonly with?: { readonly floor?: string };
}

describe('the pages', () => {
  it.each(configs)('of %s show configs that can be used, also by the schema: %s', (_, text) => {
    expect(parseConfig(text, FILE, TODAY)).toHaveProperty('policy');
    expect(errorsOfConfig(parse(text))).toEqual([]);
  });

  it('agree on when a workflow runs on pull requests', () => {
    const types = workflows.flatMap(([, , { on }]) => on?.pull_request?.types ?? []);
    expect(new Set(types)).toEqual(
      new Set(['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled']),
    );
    expect(types).toHaveLength(6 * workflows.filter(([, , { on }]) => on?.pull_request?.types).length);
  });

  it('show floors that can be used', () => {
    const floors = workflows.flatMap(([, , { jobs = {} }]) =>
      Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap((step) => step.with?.floor ?? [])),
    );
    expect(floors).not.toEqual([]);
    for (const floor of floors) {
      expect(readConfig(floor, repoPath('floor'), TODAY, 'floor')).toHaveProperty('ok', true);
      expect(errorsOfConfig(parse(floor))).toEqual([]);
    }
  });
});
