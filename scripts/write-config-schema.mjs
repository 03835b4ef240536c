// Writes schema/config.schema.json from the description of the config in src/core/policy. With --check it only says whether
// the file would change.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ncc from '@vercel/ncc';
import { format, resolveConfig } from 'prettier';

const ROOT = path.resolve(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'schema', 'config.schema.json');

async function makeSchema() {
  const entry = path.join(ROOT, 'src', 'core', 'policy', 'config-schema.ts');
  const { code } = await ncc(entry, { cache: false, quiet: true, transpileOnly: true });
  const folder = await mkdtemp(path.join(tmpdir(), 'config-schema-'));
  try {
    const bundle = path.join(folder, 'bundle.mjs');
    await writeFile(bundle, code);
    const { toConfigSchema } = await import(pathToFileURL(bundle));
    return toConfigSchema();
  } finally {
    await rm(folder, { recursive: true });
  }
}

const options = { ...(await resolveConfig(FILE)), parser: 'json' };
const schema = await format(JSON.stringify(await makeSchema()), options);
const before = await readFile(FILE, 'utf8').catch(() => '');
if (schema !== before) {
  if (process.argv.includes('--check')) {
    console.error('schema/config.schema.json is out of date. Run: npm run docs');
    process.exitCode = 1;
  } else {
    await writeFile(FILE, schema);
  }
}
