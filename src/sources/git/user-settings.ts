import type { Environment } from './environment.js';
import type { GivenPlace } from './given-place.js';
import { createGit } from './run.js';
import { SAFE_CONFIG } from './workspace.js';

/** What a person's own config says of how files become objects and messages become commits; the last value counts. */
export type UserSettings = ReadonlyMap<string, string>;

const KEYS = [
  String.raw`core\.(autocrlf|eol|excludesfile|attributesfile|commentchar|commentstring)`,
  String.raw`filter\..*\.(clean|process|required)`,
];
const TAKEN_OVER = ['core.autocrlf', 'core.eol', 'core.excludesfile', 'core.attributesfile'];
const HOMES = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE'];

/** Reads system, user and repository config; reading runs nothing of what stands there. */
export async function readUserSettings(
  environment: Environment,
  directory: string,
  place: GivenPlace,
): Promise<UserSettings> {
  const git = createGit({
    environment,
    cwd: directory,
    config: SAFE_CONFIG,
    variables: {
      ...place,
      ...homesOf(environment),
      GIT_CONFIG_NOSYSTEM: undefined,
      GIT_CONFIG_GLOBAL: undefined,
    },
  });
  const { stdout } = await git.run(['config', '-z', '--get-regexp', `^(${KEYS.join('|')})$`], {
    okExitCodes: [0, 1],
  });
  // `<key> NEWLINE <value> NUL`; a key without a value stands alone and means true (git-config(1), `-z`).
  return new Map(
    stdout
      .toString('utf8')
      .split('\0')
      .filter((record) => record !== '')
      .map((record) => {
        const end = record.indexOf('\n');
        return end === -1 ? [record, 'true'] : [record.slice(0, end), record.slice(end + 1)];
      }),
  );
}

/** Where a user's ignore file and `~` lead. */
export const homesOf = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    HOMES.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/**
 * The config, as variables of git, by which files become the objects that `git add` would make of them, and no program of
 * anybody's runs: line ends and ignored files as the user has them, every filter off (gitattributes(5), "filter").
 */
export function toConfigVariables(settings: UserSettings): Readonly<Record<string, string>> {
  const pairs = [...settings].flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (TAKEN_OVER.includes(key)) return [[key, value]];
    if (!key.startsWith('filter.')) return [];
    return [[key, key.endsWith('.required') ? 'false' : '']];
  });
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(pairs.length)],
    ...pairs.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]) as Readonly<Record<string, string>>;
}
