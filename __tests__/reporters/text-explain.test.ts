import { describe, expect, it } from '@jest/globals';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toExplainText } from '../../src/reporters/text-explain.js';
import { aRuleReference, BACKEND, DATABASE, MODELS } from '../support/report-builders.js';

describe('toExplainText', () => {
  it('shows for each path who may touch it, and why', () => {
    expect(
      toExplainText(
        [
          {
            protected: false,
            shared: null,
            path: MODELS,
            agents: [
              { agent: BACKEND, verdict: 'cannot-touch', rule: aRuleReference() },
              {
                agent: DATABASE,
                verdict: 'owns',
                rule: aRuleReference({
                  section: 'owns',
                  pattern: 'apps/**',
                  remark: null,
                  file: repoPath('.claude/agents/database.md'),
                  line: 12,
                }),
              },
              { agent: agentName('docs'), verdict: 'none', rule: null },
            ],
          },
          {
            path: repoPath('.github/workflows/ci.yml'),
            protected: true,
            shared: 'package-lock.json',
            agents: [],
          },
        ],

        plainPaint,
      ),
    ).toMatchInlineSnapshot(`
      "apps/blog/models.py
        backend-django  CANNOT TOUCH  apps/**/models.py # Models (database agent)  .claude/agents/backend-django.md:83
        database        OWNS          apps/**                                      .claude/agents/database.md:12
        docs            no rule

      .github/workflows/ci.yml
        No definition was found, so there is no agent.
        protected: a change by an agent is a definition-edit, unless its OWNS names this place
        shared (package-lock.json): open to every agent
      "
    `);
  });
});
