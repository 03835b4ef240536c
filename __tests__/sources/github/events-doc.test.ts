import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OperationalError } from '../../../src/operational-error.js';
import { parseEvent } from '../../../src/sources/github/event.js';

const page = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly 'agent-ownership': { readonly steps: readonly unknown[] } };
}

const workflows = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => parse(text) as Workflow,
);
const events = workflows.map(({ on }) => Object.keys(on));

function codeOf(event: string): string | null {
  try {
    parseEvent(event, {}, { sha: null }, { base: '', head: '' });
    return null;
  } catch (error) {
    return error instanceof OperationalError ? error.code : 'unexpected';
  }
}

describe('docs/events.md', () => {
  it('has a workflow for every event that is judged', () => {
    expect(new Set(events.flat())).toEqual(
      new Set(['pull_request', 'merge_group', 'push', 'workflow_dispatch', 'schedule']),
    );
  });

  it.each(events.flat())('names no event that is refused: %s', (event) => {
    expect(codeOf(event)).not.toBe('unsupported-event');
  });

  it.each(workflows.map((workflow) => [Object.keys(workflow.on).join(', '), workflow] as const))(
    'asks for no more permission than needed: %s',
    (_events, { on, permissions, jobs }) => {
      expect(permissions).toEqual({
        contents: 'read',
        ...('merge_group' in on ? { 'pull-requests': 'read' } : {}),
      });
      expect(jobs['agent-ownership'].steps).toHaveLength(1);
    },
  );

  it('leads to codes that exist', () => {
    const codes = readFileSync(new URL('../../../docs/codes.md', import.meta.url), 'utf8');
    for (const [, code = ''] of page.matchAll(/codes\.md#([a-z-]+)/g))
      expect(codes).toContain(`\n### ${code}\n`);
  });
});
