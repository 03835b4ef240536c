// node scripts/check-sbom.mjs SBOM LICENCES…: fails where the SBOM lacks a package that one of the `licenses.txt` names.
import { readFileSync } from 'node:fs';

/** The bundler, whose module loader is in every bundle: a tool, so no dependency names it. */
const BUNDLER = '@vercel/ncc';

const [file, ...licences] = process.argv.slice(2);
const { components } = JSON.parse(readFileSync(file, 'utf8'));
const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
const bundled = licences
  .flatMap((text) => [...readFileSync(text, 'utf8').matchAll(/^(\S+ \d+\.\d+\.\d+\S*): /gm)])
  .map(([, name]) => name)
  .filter((name) => !name.startsWith(`${BUNDLER} `));

const missing = [...new Set(bundled)].filter((name) => !listed.has(name));
for (const name of missing) console.error(`The SBOM does not list ${name}.`);
console.log(`${components.length} components, of which ${new Set(bundled).size} are in a bundle.`);
process.exitCode = missing.length > 0 || bundled.length === 0 ? 1 : 0;
