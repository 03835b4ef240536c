import type { Account } from '../../src/core/approval/evidence.js';
import { aPull } from './github-answers.js';
import { startGitHub, type Answer, type GitHubServer } from './github-server.js';
import { answerGraphql, type QueueNode } from './merge-queue.js';
import { LABEL, LABELLED, LEA, PUSHED, RUI } from './evidence.js';
import type { Payload } from './webhooks.js';

export type Asked = 'pull' | 'events' | 'permission' | 'activity' | 'graphql';

/** What the stand-in of GitHub knows about one pull request, `#1` of the branch `topic`. */
export interface ApprovalScene {
  readonly head: string;
  readonly author?: Account;
  readonly labels?: readonly string[];
  readonly events?: readonly Payload[];
  readonly pushes?: readonly Payload[];
  readonly permission?: string;
  /** Who authored each commit; `null` for an address of no account. Whoever is not named here is `lea`. */
  readonly authors?: Readonly<Record<string, readonly (Account | null)[]>>;
  /** The merge queue, where there is one. */
  readonly queue?: readonly QueueNode[];
  /** Answers instead of the sound ones. */
  readonly faults?: Readonly<Partial<Record<Asked, Answer>>>;
}

const SITE = 'https://github.com';

const aUser = ({ id, login }: Account, type = 'User'): Payload => ({
  ...Object.fromEntries(
    'avatar_url events_url followers_url following_url gists_url html_url organizations_url received_events_url repos_url starred_url subscriptions_url url'
      .split(' ')
      .map((key) => [key, `${SITE}/${login}`]),
  ),
  id,
  login,
  node_id: 'U_1',
  gravatar_id: '',
  site_admin: false,
  type,
});

/** An item of `GET /repos/{owner}/{repo}/issues/{issue_number}/events`. */
export const anIssueEvent = (
  event: string,
  { by = RUI, type = 'User', label = LABEL, at = LABELLED, app = null as Payload | null } = {},
): Payload => ({
  id: 1,
  node_id: 'E_1',
  url: SITE,
  actor: aUser(by, type),
  event,
  commit_id: null,
  commit_url: null,
  created_at: at,
  performed_via_github_app: app,
  ...(event.endsWith('labeled') ? { label: { name: label, color: 'f00' } } : {}),
});

/** An item of `GET /repos/{owner}/{repo}/activity`. */
export const anActivityItem = (after: string, { by = LEA, at = PUSHED } = {}): Payload => ({
  id: 1,
  node_id: 'A_1',
  before: '0'.repeat(40),
  after,
  ref: 'refs/heads/topic',
  timestamp: at,
  activity_type: 'push',
  actor: aUser(by),
});

function aPullAnswer({ head, author = LEA, labels = [LABEL] }: ApprovalScene): Payload {
  const pull = aPull(1, head);
  const names = labels.map((name, id) => ({
    id,
    name,
    node_id: 'L_1',
    url: SITE,
    color: 'f00',
    description: null,
    default: false,
  }));
  const side = pull['head'] as Payload;
  const repository = side['repo'] as Payload;
  return {
    ...pull,
    user: aUser(author),
    labels: names,
    head: { ...side, ref: 'topic', repo: { ...repository, full_name: 'octo-org/octo-repo' } },
  };
}

function kindOf(path: string): Asked {
  if (path.endsWith('/graphql')) return 'graphql';
  if (path.includes('/events')) return 'events';
  if (path.includes('/activity')) return 'activity';
  return path.includes('/collaborators/') ? 'permission' : 'pull';
}

/** Starts the stand-in. `sceneAt` gives what it knows when it is asked for the nth time. */
export function startApprovalServer(sceneAt: (requests: number) => ApprovalScene): Promise<GitHubServer> {
  let requests = 0;
  return startGitHub(({ path, body }) => {
    requests += 1;
    const scene = sceneAt(requests);
    const kind = kindOf(path);
    return scene.faults?.[kind] ?? soundAnswer(kind, path, body, scene);
  });
}

function soundAnswer(
  kind: Asked,
  path: string,
  body: string,
  scene: ApprovalScene,
): Answer | Promise<Answer> {
  const {
    head,
    events = [anIssueEvent('labeled')],
    pushes = [anActivityItem(head)],
    permission = 'write',
  } = scene;
  switch (kind) {
    case 'pull':
      return { status: 200, body: aPullAnswer(scene) };
    case 'events':
      return { status: 200, body: events };
    case 'activity':
      return { status: 200, body: pushes };
    case 'permission': {
      const login = /collaborators\/([^/]+)\//.exec(path)?.[1] ?? '';
      const user = { ...aUser(login === LEA.login ? LEA : { id: RUI.id, login }), role_name: permission };
      return { status: 200, body: { permission, role_name: permission, user } };
    }
    case 'graphql': {
      const { variables } = JSON.parse(body) as { variables: Readonly<Record<string, string>> };
      const shas = Object.entries(variables).flatMap(([name, value]) => (/^c\d+$/.test(name) ? [value] : []));
      const commits = Object.fromEntries(
        shas.map((sha) => [sha, aCommitNode(sha, scene.authors?.[sha] ?? [LEA])]),
      );
      return answerGraphql(body, scene.queue ?? null, 100, commits);
    }
  }
}

function aCommitNode(oid: string, authors: readonly (Account | null)[]): object {
  const nodes = authors.map((author) => ({
    user: author === null ? null : { databaseId: author.id, login: author.login },
  }));
  return {
    __typename: 'Commit',
    oid,
    authors: { nodes, pageInfo: { hasNextPage: false } },
    committer: nodes[0] ?? null,
  };
}
