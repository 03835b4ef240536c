import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { HOOK_NAMES, type HookFiles, type HookPlace } from '../../core/setup/setup-facts.js';
import type { Git } from '../git/run.js';
import { placeOf, readSetupFile, type Roots } from './setup-file.js';

/** The names that lefthook looks for (lefthook.dev, "Configuration"). */
const LEFTHOOK = ['', '.', '.config/'].flatMap((prefix) =>
  ['yml', 'yaml', 'toml', 'json', 'jsonc'].map((ending) => `${prefix}lefthook.${ending}`),
);
/** The directory from which husky 9 runs the files that lie above it (typicode.github.io/husky). */
const HUSKY_INNER = '_';

/** Where hooks belong here. `git` has to be the user's own: `core.hooksPath` may stand in any config. */
export async function readHookPlace(git: Git, roots: Roots): Promise<HookPlace> {
  const [topLevel] = roots;
  const configured = await readConfig(git, 'core.hooksPath');
  const { stdout } = await git.run([
    '-C',
    topLevel,
    'rev-parse',
    '--path-format=absolute',
    '--git-path',
    'hooks',
  ]);
  const directory = stdout.toString('utf8').slice(0, -1);
  if (configured !== null) return placeByConfig(directory, roots);
  for (const path of LEFTHOOK) {
    const config = await readSetupFile(roots, path);
    if (config.text !== null || config.unusable !== null) return { kind: 'lefthook', config };
  }
  if (await isDirectory(join(topLevel, '.husky')))
    return { kind: 'husky', active: false, files: await readHooks(roots, '.husky') };
  return { kind: 'own', files: await readHooks(roots, directory) };
}

async function placeByConfig(directory: string, roots: Roots): Promise<HookPlace> {
  const place = await placeOf([roots[0]], directory);
  if (typeof place !== 'string') return { kind: 'outside', directory };
  if (basename(directory) === HUSKY_INNER && basename(dirname(directory)).includes('husky'))
    return { kind: 'husky', active: true, files: await readHooks(roots, dirname(directory)) };
  // A path that names the usual place is nobody else's either.
  const isUsual = relative(roots[0], directory).split(/[\\/]/)[0] === '.git';
  return { kind: isUsual ? 'own' : 'hooks-path', files: await readHooks(roots, directory) };
}

async function readHooks(roots: Roots, directory: string): Promise<HookFiles> {
  const files = await Promise.all(
    HOOK_NAMES.map(async (name) => [name, await readSetupFile(roots, join(directory, name))] as const),
  );
  return Object.fromEntries(files) as unknown as HookFiles;
}

/** `null` where the key is not set. */
async function readConfig(git: Git, key: string): Promise<string | null> {
  const { stdout, exitCode } = await git.run(['config', '--get', '--null', key], { okExitCodes: [0, 1] });
  return exitCode === 1 ? null : stdout.toString('utf8').slice(0, -1);
}

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
