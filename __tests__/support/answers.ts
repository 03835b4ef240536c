import type { Answer } from '../../src/core/session/answer.js';
import type { BoundaryFinding } from '../../src/core/session/work-finding.js';

/** What an answer is about, without its facts. */
export function codesOf(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'deny':
      return answer.refusals.map((refusal) =>
        refusal.kind === 'commit' ? codeOf(refusal.finding) : refusal.kind,
      );
    case 'tell':
      return answer.findings.map((finding) => {
        if (finding.kind === 'boundary') return codeOf(finding);
        if (finding.kind !== 'unstamped-commit') return finding.kind;
        return `unstamped ${finding.agents.join(' ')}`;
      });
    case 'abstain':
    case 'rewrite':
      return [];
  }
}

const codeOf = ({ where, violation: { agent, code, path } }: BoundaryFinding): string =>
  `${where} ${agent} ${code} ${path}`;
