/**
 * Builds what a map's page is made with: its script and its style, each as one text that stands in the page. Not by ncc, whose
 * bundles are for Node.
 */
import path from 'node:path';
import { build } from 'esbuild';

const PAGE = path.resolve(import.meta.dirname, '../src/reporters/map/page');

/** @returns {Promise<{ script: string, style: string }>} */
export async function buildMapPage() {
  const { outputFiles } = await build({
    entryPoints: { script: path.join(PAGE, 'main.ts'), style: path.join(PAGE, 'page.css') },
    outdir: PAGE,
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    tsconfig: path.join(PAGE, 'tsconfig.json'),
    legalComments: 'none',
  });
  const textOf = (name) => outputFiles.find(({ path: file }) => path.basename(file) === name).text.trim();
  const parts = { script: textOf('script.js'), style: textOf('style.css') };
  // Either would end its block early, or begin a comment in it.
  if (/<\/|<!--/.test(parts.script + parts.style)) throw new Error('The map’s page ends its own block.');
  return parts;
}
