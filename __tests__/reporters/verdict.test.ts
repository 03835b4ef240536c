import { describe, expect, it } from '@jest/globals';
import { render } from '../../src/reporters/phrase.js';
import { coverageOf } from '../../src/reporters/verdict.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { aCleanReport, anAttribution } from '../support/report-builders.js';

describe('what was not judged', () => {
  const line = (...kinds: readonly ('agent' | 'person' | 'anonymous')[]): string =>
    render(
      coverageOf(aCleanReport({ attributions: kinds.map((kind) => anAttribution({ kind })) })),
      plainVoice,
    );

  it('is counted apart for people and for AIs without a name', () => {
    expect(line('agent')).not.toContain('not judged');
    expect(line('person', 'agent')).toMatch(/; 1 commit of people, not judged$/);
    expect(line('anonymous', 'person', 'anonymous')).toMatch(
      /; 1 commit of people, not judged; 2 commits of an AI without an agent’s name, not judged$/,
    );
  });
});
