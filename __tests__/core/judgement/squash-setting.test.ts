import { describe, expect, it } from '@jest/globals';
import { noteSquashSetting } from '../../../src/core/judgement/squash-setting.js';
import { DEFAULT_POLICY, type Level } from '../../../src/core/policy/policy.js';
import { aCleanReport, anAttribution } from '../../support/report-builders.js';

describe('the squash setting of a repository', () => {
  const named = aCleanReport({ attributions: [anAttribution()] });
  const unnamed = aCleanReport({ attributions: [anAttribution({ kind: 'person', agents: [] })] });
  const withLevel = (level: Level) => ({
    ...DEFAULT_POLICY,
    severity: { ...DEFAULT_POLICY.severity, 'squash-loses-trailers': level },
  });

  it.each(['PR_BODY', 'BLANK'] as const)('is noted once where a commit names an agent: %s', (setting) => {
    expect(noteSquashSetting(named, setting, DEFAULT_POLICY)).toMatchObject({
      conclusion: 'success',
      violations: [{ code: 'squash-loses-trailers', severity: 'notice', setting }],
    });
  });

  it('is noted where one of several commits names an agent', () => {
    const attributions = [...unnamed.attributions, ...named.attributions];
    expect(noteSquashSetting({ ...named, attributions }, 'BLANK', DEFAULT_POLICY).violations).toHaveLength(1);
  });

  it('is not noted where it keeps the messages, where no commit names an agent, and where that is off', () => {
    expect(noteSquashSetting(named, null, DEFAULT_POLICY)).toBe(named);
    expect(noteSquashSetting(unnamed, 'BLANK', DEFAULT_POLICY)).toBe(unnamed);
    expect(noteSquashSetting(named, 'BLANK', withLevel('off'))).toBe(named);
  });

  it('fails where the config says that it is an error', () => {
    expect(noteSquashSetting(named, 'BLANK', withLevel('error')).conclusion).toBe('failure');
  });
});
