import { expect, it } from '@jest/globals';
import { parseUses, PLACEHOLDER, type Uses } from '../../../src/core/setup/uses.js';
import { toWorkflow } from '../../../src/core/setup/workflow-text.js';
import { errorsOfWorkflow } from '../../support/workflow-rules.js';

const workflow = toWorkflow(PLACEHOLDER);

it.each(['acme/agent-ownership@v1', `a.b/agent-ownership@${'0a'.repeat(20)}#v1.2.3`, 'a/b@release/2026-11'])(
  'is a workflow by GitHub’s own parser for %s',
  (uses) => {
    expect(errorsOfWorkflow(toWorkflow(parseUses(uses) as Uses))).toEqual([]);
  },
);

it.each([
  ['types:', 'typs:'],
  ['contents: read', 'contents: reed'],
  ['merge_group:', 'merge_groop:'],
  ['- uses:', '- use:'],
])('would be none with %j as %j', (right, wrong) => {
  expect(errorsOfWorkflow(workflow.replace(right, wrong))).not.toEqual([]);
});
