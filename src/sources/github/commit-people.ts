import type { Account, CommitPeople } from '../../core/approval/evidence.js';
import type { CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { isId, isRecordOrNull, readerOf, unreadable, type Read } from './answer.js';
import type { Api } from './api.js';
import { isRecord, isText, lookUp } from './payload.js';

/** Commits in one query. */
const BATCH = 50;
const MOST_COMMITS = 1000;

/** Exported for the test that holds it against GitHub's published schema. */
export const commitPeopleQuery = (count: number): string => {
  const places = Array.from({ length: count }, (_, index) => index);
  return `query ($owner: String!, $repo: String!${places.map((place) => `, $c${place}: GitObjectID!`).join('')}) {
  repository(owner: $owner, name: $repo) {
${places.map((place) => `    c${place}: object(oid: $c${place}) { ...people }`).join('\n')}
  }
}
fragment people on Commit {
  oid
  authors(first: 100) {
    pageInfo { hasNextPage }
    nodes { user { databaseId login } }
  }
  committer { user { databaseId login } }
}`;
};

/**
 * Who made each commit, as GitHub maps the addresses of author, co-authors ("Co-authored-by") and committer to accounts.
 * Rejects with `api-denied` or `api-failed`, also for more than 1,000 commits.
 */
export async function readCommitPeople(
  api: Api,
  commits: readonly CommitSha[],
): Promise<readonly CommitPeople[]> {
  if (commits.length > MOST_COMMITS)
    throw new OperationalError('api-failed', `authors of ${commits.length} commits`);
  const people: CommitPeople[] = [];
  for (let start = 0; start < commits.length; start += BATCH) {
    const batch = commits.slice(start, start + BATCH);
    const answer = await api.graphql({
      route: commitPeopleQuery(batch.length),
      parameters: Object.fromEntries(batch.map((commit, place) => [`c${place}`, commit])),
      permission: 'contents: read',
    });
    people.push(...batch.map((commit, place) => toPeople(answer, commit, place)));
  }
  return people;
}

function toPeople(answer: unknown, commit: CommitSha, place: number): CommitPeople {
  const found = readerOf(answer, 'authors')(`repository.c${place}`, isRecord);
  const read = readerOf(found, 'authors');
  if (read('oid', isText) !== commit) throw unreadable('authors: oid');
  const authors = read('authors.nodes', isList).map((node) => readerOf(node, 'authors.nodes'));
  const committer = read('committer', isRecordOrNull);
  const users = [
    ...authors.map(userOf),
    ...(committer === null ? [null] : [userOf(readerOf(committer, 'committer'))]),
  ];
  const accounts = users.filter((user) => user !== null);
  return {
    commit,
    accounts,
    areAllKnown:
      authors.length > 0 &&
      accounts.length === users.length &&
      lookUp(found, 'authors.pageInfo.hasNextPage') === false,
  };
}

function userOf(read: Read): Account | null {
  const user = read('user', isRecordOrNull);
  if (user === null) return null;
  const of = readerOf(user, 'authors: user');
  return { id: of('databaseId', isId), login: of('login', isText) };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
