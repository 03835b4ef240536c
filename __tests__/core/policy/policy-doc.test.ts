import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CONFIG } from '../../../src/core/policy/config-shape.js';
import { parseConfig, readConfig } from '../../../src/core/policy/parse-config.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { TODAY } from '../../support/policies.js';
import { errorsOfConfig } from '../../support/schemas.js';

const page = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
const FILE = repoPath('.github/agent-ownership.yml');
const PROMISE = /^# invalid-config in line (\d+)/;

const promised = blocks.filter((text) => PROMISE.test(text));
const workflows = blocks.filter((text) => text.includes('uses:'));
const good = blocks.filter((text) => !promised.includes(text) && !workflows.includes(text));

describe('docs/policy.md', () => {
  it.each(good)('shows a config that can be used: %s', (text) => {
    expect(parseConfig(text, FILE, TODAY)).toHaveProperty('policy');
    expect(errorsOfConfig(parse(text))).toEqual([]);
  });

  it.each(promised)('shows one that cannot, with its line: %s', (text) => {
    const line = Number(PROMISE.exec(text)?.[1]);
    expect(parseConfig(text, FILE, TODAY)).toMatchObject({ problems: [{ code: 'invalid-config', line }] });
  });

  it('shows a floor that can be used', () => {
    expect(workflows).toHaveLength(1);
    const reading = parseYaml(workflows[0] ?? '');
    const [step] = (reading.ok ? reading.data : []) as { with: { floor: string } }[];
    expect(readConfig(step?.with.floor ?? 'x', repoPath('floor'), TODAY, 'floor')).toHaveProperty('ok', true);
  });

  it('has a section for every key, and every key in the first example', () => {
    const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
    const keys = Object.keys(CONFIG.fields);

    expect(headings).toEqual(keys);
    for (const key of keys) expect(blocks[0]).toMatch(new RegExp(`^${key}:`, 'm'));
  });

  it('says of every key what a floor does to it', () => {
    const floor = page.slice(page.indexOf('## The floor'));
    for (const key of Object.keys(CONFIG.fields)) expect(floor).toContain(`\`${key}`);
  });
});
