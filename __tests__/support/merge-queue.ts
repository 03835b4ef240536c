import { readFileSync } from 'node:fs';
import { buildSchema, graphql, parse, validate } from 'graphql';
import type { Answer } from './github-server.js';

/** An entry of a merge queue, as GitHub's GraphQL schema has it. */
export interface QueueNode {
  readonly position: number;
  readonly headCommit: { readonly oid: string } | null;
  readonly pullRequest: {
    readonly number: number;
    readonly headRefOid: string;
    readonly baseRefName: string;
  } | null;
}

/** The file alone: the package's own entry reads the schema twice more, in other forms. */
const published = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(published, 'utf8'), { assumeValid: true });

/** What GitHub's published GraphQL schema finds wrong with a query. */
export const schemaErrorsOfQuery = (query: string): readonly string[] =>
  validate(schema, parse(query)).map(({ message }) => message);

/**
 * What GitHub's GraphQL answers: the query is run against its published schema, so that a field which is not in it, or an
 * answer of another type, is an error. `commits` are further objects, by their names; `viewer` is the id of the token's account. `pageSize` keeps pages short; `null` for `queue` is a branch without one.
 */
export async function answerGraphql(
  body: string,
  queue: readonly QueueNode[] | null,
  pageSize = 100,
  commits: Readonly<Record<string, object>> = {},
  viewer = 1,
): Promise<Answer> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const rootValue = {
    viewer: { databaseId: viewer },
    repository: ({ owner, name }: { owner: string; name: string }) =>
      owner === 'octo-org' && name === 'octo-repo'
        ? {
            id: 'R_1',
            mergeQueue: ({ branch }: { branch: string }) =>
              queue === null || branch !== 'main' ? null : { entries },
            object: ({ oid }: { oid: string }) => commits[oid] ?? null,
          }
        : null,
  };
  const entries = ({ first, after }: { first: number; after?: string | null }) => {
    const start = Number(after ?? 0);
    const end = start + Math.min(first, pageSize);
    return {
      nodes: queue?.slice(start, end),
      pageInfo: { hasNextPage: end < (queue?.length ?? 0), endCursor: String(end) },
    };
  };
  const result = await graphql({ schema, source: query, rootValue, variableValues: variables });
  return { status: 200, body: result };
}
