/** The copy of the action that a workflow uses, and of the plugin that the settings name. */
export interface Uses {
  /** `owner/name`. */
  readonly repository: string;
  /** A branch, a tag or a full commit SHA. */
  readonly ref: string;
  /** The tag or branch of a SHA; `null` where `ref` is one itself. */
  readonly version: string | null;
}

export type UsesFault = 'form' | 'short-sha' | 'sha-without-version' | 'version-without-sha';

/** `your-org` stands for the owner of a copy, as in the README. */
export const PLACEHOLDER: Uses = { repository: 'your-org/agent-ownership', ref: 'v1', version: null };

const FORM = /^([\w.-]+\/[\w.-]+)@([^#\s]+)(?:#(\S+))?$/;
/** Of what git allows in a ref, only what neither YAML nor a shell reads in another way. */
const REF = /^(?!.*(?:\.\.|\/\/|\.lock$|[./]$))\w[\w./-]*$/;
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const SHORT_SHA = /^(?=.*\d)[0-9a-f]{7,39}$/;

/**
 * Parses `OWNER/REPO@REF`, or `OWNER/REPO@SHA#VERSION`. A SHA needs its version beside it: Claude Code takes the source of a
 * marketplace at a branch or tag only (code.claude.com/docs, "Plugin marketplaces"), and a SHA alone tells no reader anything.
 */
export function parseUses(text: string): Uses | UsesFault {
  const [, repository, ref, version = null] = FORM.exec(text) ?? [];
  if (repository === undefined || ref === undefined || !isRepository(repository)) return 'form';
  if (SHA.test(ref)) {
    if (version === null) return 'sha-without-version';
    return REF.test(version) && !SHA.test(version) ? { repository, ref, version } : 'form';
  }
  if (SHORT_SHA.test(ref)) return 'short-sha';
  if (version !== null) return 'version-without-sha';
  return REF.test(ref) ? { repository, ref, version } : 'form';
}

const isRepository = (repository: string): boolean =>
  !repository.split('/').some((part) => /^\.{1,2}$/.test(part) || part.startsWith('-'));

export const isPinned = ({ ref }: Pick<Uses, 'ref'>): boolean => SHA.test(ref);

/** What stands behind `uses:` in a workflow. */
export const toUsesLine = ({ repository, ref, version }: Uses): string =>
  `${repository}@${ref}${version === null ? '' : ` # ${version}`}`;
