import { markerLine, toMarker, type Found } from '../../src/core/publishing/marker.js';
import type { Publisher } from '../../src/core/publishing/publisher.js';
import { repoPath } from '../../src/core/vocabulary.js';
import type { Server } from '../../src/publish/server.js';
import { writeCheckRun } from '../../src/publish/write-check-run.js';
import { writeComment } from '../../src/publish/write-comment.js';
import { toCheckRun } from '../../src/reporters/check-run.js';
import type { RangeTarget, Target } from '../../src/sources/github/target.js';
import { createApi } from '../../src/sources/github/api.js';
import { createWriter } from '../../src/sources/github/writer.js';
import {
  BOT,
  startPublishingServer,
  type PublishingScene,
  type PublishingServer,
} from '../support/publishing-server.js';
import { aCleanReport, aReport, aViolation, BASE, HEAD, LATER } from '../support/report-builders.js';

export const REPOSITORY = 'octo-org/octo-repo';

export const aPublisher = (overrides: Partial<Publisher> = {}): Publisher => ({
  workflow: 'octo-org/octo-repo/.github/workflows/agent-ownership.yml',
  job: 'agent-ownership',
  run: 20,
  attempt: 1,
  ...overrides,
});

export const bodyOf = (words: string, publisher = aPublisher(), found: Found = 'errors'): string =>
  `${markerLine(toMarker(publisher, found))}\n${words}\n`;
export const textOf = (words: string, publisher: Publisher, found: Found) => ({
  body: bodyOf(words, publisher, found),
  marker: toMarker(publisher, found),
});
export const red = (publisher = aPublisher()) => textOf('red', publisher, 'errors');
export const yellow = (publisher = aPublisher()) => textOf('yellow', publisher, 'warnings');
export const green = (publisher = aPublisher()) => textOf('green', publisher, 'nothing');

export const PLACE = { number: 1, headSha: HEAD };

export function connect({ github: { octokit } }: PublishingServer): Server & { readonly waits: number[] } {
  const waits: number[] = [];
  const sleep = (time: number) => Promise.resolve(waits.push(time));
  const options = { octokit, repository: REPOSITORY, timeout: 2000 };
  return { api: createApi({ ...options, sleep }), writer: createWriter(options), sleep, waits };
}

export const comment = (id: number, body: string, user: typeof BOT | null = BOT) => ({ id, body, user });

export async function publishComment(scene: PublishingScene, text = red()) {
  const server = await startPublishingServer(scene);
  const connection = connect(server);
  const publication = await writeComment(text, PLACE, connection);
  return { server, publication, waits: connection.waits, writes: server.writes() };
}

export const NEVER = new AbortController().signal;

export const withFindings = (count: number, publisher = aPublisher()) =>
  toCheckRun(
    aReport({
      violations: Array.from({ length: count }, (_, index) =>
        aViolation({ path: repoPath(`apps/a${index}/models.py`) }),
      ),
    }),
    null,
    publisher,
  );
export const clean = (publisher = aPublisher()) => toCheckRun(aCleanReport(), null, publisher);

export async function publishCheckRun(
  count: number,
  fault: NonNullable<PublishingScene['fault']> = () => null,
  signal: AbortSignal = NEVER,
) {
  const server = await startPublishingServer({ fault });
  const connection = connect(server);
  const publication = await writeCheckRun(withFindings(count), HEAD, connection, signal);
  const [run] = server.checkRuns;
  const paths = run?.annotations.map((annotation) => annotation['path']) ?? [];
  return { server, publication, run, paths: new Set(paths), amount: paths.length, writes: server.writes() };
}

export const isUpdate = (method: string, nth: number, wanted: number): boolean =>
  method === 'PATCH' && nth === wanted;

export const group: Target = {
  kind: 'merge-group',
  branch: 'main',
  baseSha: BASE,
  headSha: LATER,
  headRef: 'refs/heads/gh-readonly-queue/main/pr-1-x',
  defaultBranch: 'main',
};

export const range = (head: RangeTarget['head']): RangeTarget => ({
  kind: 'range',
  base: { kind: 'tip', ref: 'refs/heads/main' },
  head,
  requested: true,
  pushed: null,
  defaultBranch: 'main',
});
