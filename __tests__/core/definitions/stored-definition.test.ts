import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { fromStored, toStored } from '../../../src/core/definitions/stored-definition.js';
import { repoPath } from '../../../src/core/vocabulary.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/definitions');
const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);

it.each(files)('%s is the same after it was stored', (file) => {
  const path = repoPath(`packages/api/.claude/agents/${file.replaceAll('\\', '/')}`);
  const parsed = parseDefinition({ path, content: readFileSync(join(FIXTURES, file)) });
  const stored: unknown = JSON.parse(JSON.stringify(toStored(parsed)));
  const restored = fromStored(stored as ReturnType<typeof toStored>);
  expect(JSON.stringify(restored)).toBe(JSON.stringify(parsed));
  expect(
    restored?.definition?.sections.flatMap(({ rules }) => rules.map(({ compiled }) => compiled.alternatives)),
  ).toEqual(
    parsed.definition?.sections.flatMap(({ rules }) => rules.map(({ compiled }) => compiled.alternatives)),
  );
});
