import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';

/** The variables that the entry was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a program needs to start at all, on Windows and on macOS; everything else stays outside. */
const KEPT = ['SYSTEMROOT', 'WINDIR', 'PATHEXT', 'TEMP', 'TMP', 'TMPDIR', 'DEVELOPER_DIR'];

/** No configuration but the repository's own, no prompt, no network, no lock, no translation (git(1), "Environment Variables"). */
const FIXED = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
};

/** An environment built from nothing: no `GIT_*` of the caller, and only absolute directories in `PATH`. */
export function cleanEnvironment(environment: Environment): Record<string, string> {
  const clean: Record<string, string> = { PATH: searchPath(environment).join(delimiter) };
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && KEPT.includes(name.toUpperCase())) clean[name] = value;
  }
  return { ...clean, ...FIXED };
}

/**
 * The git that `PATH` names, or `null`. Looked up here because the system's own search falls back to places of its own, and
 * on Windows begins in the working directory, which may hold a program of the pull request.
 */
export function locateGit(environment: Environment): string | null {
  const program = sep === '\\' ? 'git.exe' : 'git';
  return (
    searchPath(environment)
      .map((directory) => join(directory, program))
      .find(isExecutable) ?? null
  );
}

function searchPath(environment: Environment): readonly string[] {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  return path.split(delimiter).filter((directory) => isAbsolute(directory));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
