import { answerGraphql } from './merge-queue.js';
import { aPull } from './github-answers.js';
import { startGitHub, type Answer, type GitHubServer } from './github-server.js';
import type { Payload } from './webhooks.js';

export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly id: number; readonly login: string } | null;
}

/** A check run as the requests left it. */
export interface StoredCheckRun {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string;
  status: string;
  conclusion: string | null;
  output: { title: string; summary: string };
  readonly annotations: Payload[];
}

export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** `lost`: the server does what it is asked for, and the answer does not arrive. */
type Fault = Answer | 'lost' | null;

export interface PublishingScene {
  readonly comments?: readonly StoredComment[];
  /** The account of the token. */
  readonly viewer?: number;
  /** The head of the pull request. */
  readonly head?: string;
  /** The comments that somebody else makes just before a request is answered. */
  readonly meanwhile?: (asked: Asked & { readonly kind: Kind }) => readonly StoredComment[];
  /** What goes wrong with a request; `nth` counts those of its method and kind. */
  readonly fault?: (asked: Asked & { readonly kind: Kind }, nth: number) => Fault;
}

type Kind = 'comments' | 'check-runs' | 'graphql' | 'pull-request';

export interface PublishingServer {
  readonly github: GitHubServer;
  readonly comments: readonly StoredComment[];
  readonly checkRuns: readonly StoredCheckRun[];
  /** Method and path of what was asked for besides reading. */
  writes(): readonly string[];
}

/** The account that the token of a workflow acts for. */
export const BOT = { id: 41898282, login: 'github-actions[bot]' };
export const SOMEBODY = { id: 9, login: 'somebody' };

export const READ_ONLY: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
  },
};

/**
 * Asks one server everything once. Reading GitHub's description and compiling what is in it takes seconds, on a busy machine
 * longer than a client waits for an answer.
 */
export async function preparePublishingServer(): Promise<void> {
  const { github } = await startPublishingServer({ comments: [{ id: 1, body: '', user: BOT }] });
  const place = { owner: 'octo-org', repo: 'octo-repo' };
  const output = { title: 'x', summary: 'x', annotations: [] };
  const ask = (route: string, parameters: object) =>
    github.octokit.request(route, { ...place, ...parameters });
  await github.octokit.graphql('query { viewer { databaseId } }');
  await ask('GET /repos/{owner}/{repo}/issues/1/comments', { per_page: 100, page: 1 });
  await ask('POST /repos/{owner}/{repo}/issues/1/comments', { body: 'x' });
  await ask('PATCH /repos/{owner}/{repo}/issues/comments/1', { body: 'y' });
  await ask('POST /repos/{owner}/{repo}/check-runs', { name: 'x', head_sha: 'x', output });
  await ask('PATCH /repos/{owner}/{repo}/check-runs/500', { status: 'in_progress', output });
  await ask('GET /repos/{owner}/{repo}/commits/x/check-runs', { check_name: 'x' });
}

/** GitHub's comments and check runs, with its limits, as far as they matter here. */
export async function startPublishingServer(scene: PublishingScene = {}): Promise<PublishingServer> {
  const comments: StoredComment[] = (scene.comments ?? []).map((comment) => ({ ...comment }));
  const checkRuns: StoredCheckRun[] = [];
  const counts = new Map<string, number>();
  const github = await startGitHub(async (request) => {
    const { method, path, body } = request;
    const kind = kindOf(path);
    const nth = (counts.get(`${method} ${kind}`) ?? 0) + 1;
    counts.set(`${method} ${kind}`, nth);
    const fault = scene.fault?.({ method, path, kind }, nth) ?? null;
    if (fault !== null && fault !== 'lost') return fault;
    comments.push(...(scene.meanwhile?.({ method, path, kind }) ?? []));
    const viewer = scene.viewer ?? BOT.id;
    const answers: Readonly<Record<Kind, () => Answer | Promise<Answer>>> = {
      graphql: () => answerGraphql(body, null, 100, {}, viewer),
      comments: () => answerComments(request, comments, viewer),
      'check-runs': () => answerCheckRuns(request, checkRuns),
      'pull-request': () => ({ status: 200, body: aPull(1, scene.head ?? '0'.repeat(40)) }),
    };
    const answer = await answers[kind]();
    return fault === 'lost' ? 'refused' : answer;
  });
  return {
    github,
    comments,
    checkRuns,
    writes: () =>
      github.exchanges
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
        .map(({ method, path }) => `${method} ${path.replace('/repos/octo-org/octo-repo', '')}`),
  };
}

function kindOf(path: string): Kind {
  if (path.endsWith('/graphql')) return 'graphql';
  if (path.includes('/check-runs')) return 'check-runs';
  return path.includes('/pulls/') ? 'pull-request' : 'comments';
}

interface Request extends Asked {
  readonly body: string;
}

const PAGE_SIZE = 100;
const LONGEST_COMMENT = 65_536;

function answerComments({ method, path, body }: Request, comments: StoredComment[], viewer: number): Answer {
  if (method === 'GET') return pageOf(comments, path);
  const id = Number(path.split('/').at(-1));
  const found = comments.find((comment) => comment.id === id);
  if (method === 'DELETE') {
    comments.splice(0, comments.length, ...comments.filter((comment) => comment !== found));
    return { status: 204, body: null };
  }
  const text = (JSON.parse(body) as { body: string }).body;
  if (Array.from(text).length > LONGEST_COMMENT)
    return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } };
  if (method === 'PATCH') {
    if (found === undefined) return { status: 404, body: { message: 'Not Found' } };
    found.body = text;
    return { status: 200, body: aComment(found) };
  }
  const created = { id: 1000 + comments.length, body: text, user: { id: viewer, login: BOT.login } };
  comments.push(created);
  return { status: 201, body: aComment(created) };
}

function pageOf(comments: readonly StoredComment[], path: string): Answer {
  const query = new URL(path, 'http://x').searchParams;
  const page = Number(query.get('page'));
  const end = page * PAGE_SIZE;
  const body = comments.slice(end - PAGE_SIZE, end).map(aComment);
  return {
    status: 200,
    body,
    ...(end < comments.length ? { headers: { link: `<http://x/?page=${page + 1}>; rel="next"` } } : {}),
  };
}

const SITE = 'https://github.com/octo-org/octo-repo';
const LINKS =
  'avatar_url events_url followers_url following_url gists_url html_url organizations_url received_events_url repos_url starred_url subscriptions_url url';

const aComment = ({ id, body, user }: StoredComment): Payload => ({
  id,
  body,
  node_id: 'IC_1',
  url: SITE,
  html_url: `${SITE}/pull/1#issuecomment-${id}`,
  issue_url: SITE,
  created_at: '2026-11-30T12:00:00Z',
  updated_at: '2026-11-30T12:00:00Z',
  author_association: 'NONE',
  user:
    user === null
      ? null
      : {
          ...Object.fromEntries(LINKS.split(' ').map((key) => [key, SITE])),
          ...user,
          node_id: 'U_1',
          gravatar_id: '',
          site_admin: false,
          type: 'User',
        },
});

function answerCheckRuns({ method, path, body }: Request, runs: StoredCheckRun[]): Answer {
  const [place = ''] = path.split('?');
  const found = runs.find(({ id }) => place.endsWith(`/check-runs/${id}`));
  if (method === 'GET')
    return found === undefined
      ? { status: 200, body: { total_count: runs.length, check_runs: runs.map(aCheckRun) } }
      : { status: 200, body: aCheckRun(found) };
  const sent = JSON.parse(body) as Partial<StoredCheckRun> & {
    output: StoredCheckRun['output'] & { annotations?: Payload[] };
  };
  const { annotations = [], ...output } = sent.output;
  const run: StoredCheckRun = found ?? {
    id: 500 + runs.length,
    name: sent.name ?? '',
    head_sha: sent.head_sha ?? '',
    external_id: sent.external_id ?? '',
    status: 'queued',
    conclusion: null,
    output,
    annotations: [],
  };
  if (found === undefined) runs.push(run);
  run.status = sent.status ?? run.status;
  run.conclusion = sent.conclusion ?? run.conclusion;
  run.output = output;
  run.annotations.push(...annotations);
  return { status: method === 'POST' ? 201 : 200, body: aCheckRun(run) };
}

const aCheckRun = ({ annotations, output, ...run }: StoredCheckRun): Payload => ({
  ...run,
  node_id: 'CR_1',
  url: SITE,
  html_url: SITE,
  details_url: SITE,
  started_at: '2026-11-30T12:00:00Z',
  completed_at: null,
  check_suite: { id: 1 },
  app: null,
  pull_requests: [],
  output: { ...output, text: null, annotations_count: annotations.length, annotations_url: SITE },
});
