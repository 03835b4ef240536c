import { checkWork, type WorkToJudge } from '../../src/check/check-work.js';
import { checkBranch } from '../../src/check/check-branch.js';
import { withRepository } from '../../src/check/open-repository.js';
import { usualSettings } from '../../src/check/settings.js';
import type { Report } from '../../src/core/report.js';
import { repoPath, type CommitSha } from '../../src/core/vocabulary.js';
import { readGivenPlace } from '../../src/sources/git/given-place.js';
import { environment, temporaryDirectory } from '../support/repository.js';

const TODAY = '2026-06-01';

interface World {
  readonly directory: string;
  /** Variables of git that the caller has. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The verdict on uncommitted work, with the real git. */
export const judgeWorkIn = (
  { directory, variables = {} }: World,
  kind: WorkToJudge['kind'],
  agents: WorkToJudge['agents'],
): Promise<Report> => {
  const full = { ...environment, ...variables };
  return withRepository(
    {
      environment: full,
      directory,
      temporaryDirectory: temporaryDirectory(),
      place: readGivenPlace(full, directory),
    },
    (opened) => checkWork(opened, { kind, agents }, usualSettings(TODAY)),
  );
};

/** The verdict on commits, as `check` gives it. */
export const judgeCommits = (directory: string, base: CommitSha, head: CommitSha): Promise<Report> =>
  withRepository({ environment, directory, temporaryDirectory: temporaryDirectory() }, (opened) =>
    checkBranch(opened, { base, head }, usualSettings(TODAY)),
  );

/** Findings of one commit in short: code, agent, path, status, line of the rule, and how far they count. */
export const inShort = ({ violations }: Report, commit: CommitSha): readonly string[] =>
  violations
    .filter((violation) => 'commit' in violation && violation.commit === commit)
    .map((violation) =>
      [
        violation.code,
        violation.severity,
        'agent' in violation ? violation.agent : '',
        'path' in violation ? violation.path : repoPath(''),
        'status' in violation ? violation.status : '',
        'rule' in violation ? `${violation.rule?.file ?? ''}:${violation.rule?.line ?? ''}` : '',
        'undoneBy' in violation && violation.undoneBy !== null ? 'undone' : '',
        'waivedBy' in violation && violation.waivedBy !== null ? 'waived' : '',
      ].join(' '),
    );
