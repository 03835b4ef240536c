import { toUsesLine, type Uses } from './uses.js';

const BEFORE = `# Holds AI agents to the file boundaries in their own definitions. Written by \`agent-ownership init\`.
# No paths: filter, no if: on the job: a check that is skipped blocks the pull request, or counts as passed.
name: Agent Ownership
on:
  pull_request:
    types: [opened, synchronize, reopened, edited, labeled, unlabeled]
  merge_group:
permissions:
  contents: read
  pull-requests: read # for merge_group: which pull requests are in the queue
jobs:
  agent-ownership:
    runs-on: ubuntu-latest
    steps:
      - uses: `;

const AFTER = '\n';

/** The workflow that `init` writes. */
export const toWorkflow = (uses: Uses): string => `${BEFORE}${toUsesLine(uses)}${AFTER}`;

/** Whether a workflow is as `init` writes it, whichever copy of the action it uses, with either kind of line ends. */
export function isOwnWorkflow(text: string): boolean {
  const unified = text.replaceAll('\r\n', '\n');
  const hasFrame = unified.startsWith(BEFORE) && unified.endsWith(AFTER);
  return hasFrame && !unified.slice(BEFORE.length, -AFTER.length).includes('\n');
}
