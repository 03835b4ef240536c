import type { CommitSha } from '../vocabulary.js';
import type { WorkFinding } from './work-finding.js';

/** Equal for two findings that say the same: what is told once is not told again while nothing changes. */
export function keyOf(finding: WorkFinding): string {
  switch (finding.kind) {
    case 'boundary': {
      const { agent, path, code, status } = finding.violation;
      return ['boundary', finding.where, code, agent, path, status, finding.state].join('\0');
    }
    case 'unstamped-commit':
      return unstampedKey(finding.commit);
    case 'amended-commit':
      return `amended\0${finding.commit}`;
    case 'journal-failure':
      return `failure\0${finding.failure}`;
  }
}

export const unstampedKey = (commit: CommitSha): string => `unstamped\0${commit}`;
