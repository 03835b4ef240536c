import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/core/policy/parse-config.js';
import { silencedBy } from '../../../src/core/policy/silenced.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { TODAY } from '../../support/policies.js';

describe('silencedBy', () => {
  it.each<[string, string, readonly (readonly [string, string | null])[]]>([
    ['nothing by default', '', []],
    ['nothing that only weighs less', 'severity: { forbidden-path: notice }', []],
    ['nothing that tells little by default', 'severity: { anonymous-agent: off }', []],
    [
      'what is off for all, once',
      'severity: { forbidden-path: off }\nagents: { testing: { severity: { forbidden-path: off } } }',
      [['forbidden-path', null]],
    ],
    [
      'what is off for one',
      'agents: { testing: { severity: { read-only-path: off, outside-owns: off } } }',
      [['read-only-path', 'testing']],
    ],
  ])('names %s', (_, config, expected) => {
    const parsed = parseConfig(config, repoPath('c.yml'), TODAY);
    const silenced = 'policy' in parsed ? silencedBy(parsed.policy) : null;
    expect(silenced?.map(({ code, agent }) => [code, agent])).toEqual(expected);
  });
});
