/**
 * Builds the three bundles: `node scripts/build.mjs [TARGET]` writes them to `dist/` and `plugin/hook/` of TARGET, which is the
 * repository unless given.
 *
 * The same sources and the same `npm ci` give the same bytes, whatever the folder and the version of Node: both folders are
 * committed, and .ci/run compares them with a fresh build.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { minify } from '@swc/core';
import ncc from '@vercel/ncc';
import { buildMapPage } from './build-map-page.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

const SHEBANG = /^#!.*\n/;

const BUNDLES = [
  // Readable, because people ask what the action executes before they let it run, and minifying does not make it start
  // sooner.
  { name: 'action', folder: 'dist/action', finish: (file, code) => code },
  // Small, because what a command loads shall stay below 500 kB.
  { name: 'cli', folder: 'dist/cli', finish: minified },
  // As small as the command line, because it starts before every write; inside of the plugin, because only that folder is
  // copied where it is installed.
  { name: 'hook', folder: 'plugin/hook', finish: minified },
];

async function build({ name, folder, finish }, target) {
  const entry = path.join(ROOT, 'src', name, 'index.ts');
  const { code, assets, stats } = await ncc(entry, { cache: false, quiet: true });
  const files = {
    'index.js': code,
    'licenses.txt': await licenses(bundledPackages(stats.compilation.modules)),
  };
  for (const [file, { source }] of Object.entries(assets)) files[file] = String(source);
  for (const [file, content] of Object.entries(files)) {
    refuseWhatMustNotShip(`${name}/${file}`, content);
    files[file] = file.endsWith('.js') ? await finish(file, content) : content;
    await writeOut(path.join(target, folder, file), files[file]);
  }
  const sizes = Object.entries(files).map(([file, content]) => `${file} ${kilobytes(content)}`);
  console.log(`${path.join(target, folder)}: ${sizes.join(', ')}`);
}

/** Not by ncc's own `minify`, which leaves the chunks of a bundle as they are. */
async function minified(file, code) {
  const options = { module: true, compress: true, mangle: true, ecma: 2022, format: { comments: false } };
  const { code: once } = await minify(code.replace(SHEBANG, ''), options);
  // What the first pass has made shorter, the second can inline.
  const { code: small } = await minify(once, options);
  return file === 'index.js' ? `#!/usr/bin/env node\n${small}` : small;
}

async function writeOut(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
}

const kilobytes = (content) => `${Math.ceil(Buffer.byteLength(content) / 1000)} kB`;

/** The folders of the packages that a bundle holds code of; ncc is one: its module loader is in every bundle. */
function bundledPackages(modules) {
  const folders = new Set([path.join(ROOT, 'node_modules/@vercel/ncc')]);
  for (const module of modules) {
    for (const { resource } of [module, ...(module.modules ?? [])]) {
      const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? '');
      if (folder !== null) folders.add(folder[0]);
    }
  }
  return [...folders].sort();
}

/** Written here, because ncc's own `--license` keeps only the packages of the last chunk of a bundle. */
async function licenses(folders) {
  const texts = await Promise.all(
    folders.map(async (folder) => {
      const { name, version, license } = JSON.parse(
        await readFile(path.join(folder, 'package.json'), 'utf8'),
      );
      if (license === undefined) throw new Error(`${name} names no licence.`);
      const files = (await readdir(folder))
        .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
        .sort();
      const parts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
      return [`${name} ${version}: ${license}`, ...parts.map((part) => part.trim())].join('\n\n');
    }),
  );
  const text = texts.join(`\n\n${'-'.repeat(80)}\n\n`);
  return `${text.replaceAll('\r\n', '\n').replaceAll(/[ \t]+$/gm, '')}\n`;
}

/**
 * A package that is looked up at run time is looked for beside the bundle and in every folder above it, and whatever lies
 * there is executed: js-yaml 3 does this for `esprima`, which is why package.json keeps it out. And a path of the building
 * machine would differ from build to build.
 */
function refuseWhatMustNotShip(file, content) {
  const lookups = content.matchAll(
    /(?:createRequire\(import\.meta\.url\)|\("require"\))\("([^"]+)"\)|["'](esprima)["']/g,
  );
  const foreign = [...lookups]
    .map(([, external, named]) => external ?? named)
    .filter((name) => !isBuiltin(name));
  if (foreign.length > 0) throw new Error(`${file} looks up ${foreign.join(', ')} at run time.`);
  if (content.includes(ROOT)) throw new Error(`${file} names the folder in which it was built.`);
}

const target = path.resolve(process.argv[2] ?? ROOT);
try {
  for (const bundle of BUNDLES) {
    await rm(path.join(target, bundle.folder), { recursive: true, force: true });
    await build(bundle, target);
  }
  // Read by `map` when it makes a page; no program of its own.
  const { script, style } = await buildMapPage();
  await writeOut(path.join(target, 'dist/cli', 'map-page.js'), script);
  await writeOut(path.join(target, 'dist/cli', 'map-page.css'), style);
} catch (error) {
  // Without the stack: it quotes lines of ncc, which are megabytes long.
  console.error(error.message);
  process.exitCode = 1;
}
