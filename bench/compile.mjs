import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * A TypeScript file of the repository, with all that it imports, as one module in a folder; gives its path. What a test's
 * support asks of Jest, to be tidied up at the end, does nothing here.
 */
export async function compile(file, folder) {
  const outfile = path.join(folder, `${path.parse(file).name}.mjs`);
  await build({
    entryPoints: [path.join(ROOT, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    alias: { '@jest/globals': path.join(import.meta.dirname, 'no-jest.mjs') },
    // Packages of CommonJS ask for Node's own modules by `require`.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  });
  return outfile;
}
