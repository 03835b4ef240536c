import { describe, expect, it } from '@jest/globals';
import type { Violation } from '../../src/core/violation.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { toErrorJson } from '../../src/reporters/json-error.js';
import { toCheckJson, toExplainJson, toLintJson } from '../../src/reporters/json.js';
import {
  aDefinition,
  aLintReport,
  aPlaceholder,
  aReport,
  aReportedProblem,
  aRule,
  aRuleReference,
  aSection,
  aViolation,
  BACKEND,
  COMMIT,
  DATABASE,
  MODELS,
  anUnknownAgent,
  anUnreadableCommit,
} from '../support/report-builders.js';

const ROW_KEYS = [
  'code',
  'severity',
  'agent',
  'path',
  'pathEncoding',
  'status',
  'commit',
  'lines',
  'rule',
  'owners',
  'waivedBy',
  'undoneBy',
  'remedy',
  'message',
];

const violationsOf = (...violations: readonly Violation[]): readonly Record<string, unknown>[] =>
  (JSON.parse(toCheckJson(aReport({ violations }))) as { violations: Record<string, unknown>[] }).violations;

describe('toCheckJson', () => {
  it('has the published shape', () => {
    const report = aReport({ problems: [aReportedProblem()] });

    expect(JSON.parse(toCheckJson(report))).toMatchInlineSnapshot(`
      {
        "approval": null,
        "attributions": [
          {
            "agents": [
              "backend-django",
            ],
            "commit": "3f9c2ab41d07e5b8000000000000000000000000",
            "kind": "agent",
            "provisional": false,
            "subject": "Add a slug to posts",
          },
        ],
        "conclusion": "failure",
        "coverage": {
          "commits": 2,
          "definitions": 3,
          "files": 5,
          "rules": 38,
        },
        "mode": "enforce",
        "policy": {
          "file": ".github/agent-ownership.yml",
          "floor": false,
          "silenced": [],
          "state": "absent",
        },
        "problems": [
          {
            "agent": "backend-django",
            "code": "unresolved-placeholder",
            "counts": true,
            "file": ".claude/agents/backend-django.md",
            "introduced": true,
            "line": 84,
            "message": "\`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the path that the placeholder stands for.",
            "severity": "error",
          },
        ],
        "range": {
          "base": "ba5eba5eba5eba5eba5eba5eba5eba5eba5eba5e",
          "head": "4ead4ead4ead4ead4ead4ead4ead4ead4ead4ead",
        },
        "ruleChanges": [],
        "schemaVersion": 1,
        "shared": [],
        "uncommitted": null,
        "violations": [
          {
            "agent": "backend-django",
            "code": "forbidden-path",
            "commit": "3f9c2ab41d07e5b8000000000000000000000000",
            "lines": null,
            "message": "\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it.",
            "owners": [
              "database",
            ],
            "path": "apps/blog/models.py",
            "pathEncoding": null,
            "remedy": {
              "commands": [
                "git checkout 3f9c2ab41d07^ -- apps/blog/models.py",
              ],
              "kind": "restore",
              "text": "\`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.",
            },
            "rule": {
              "file": ".claude/agents/backend-django.md",
              "line": 83,
              "pattern": "apps/**/models.py",
              "remark": "Models (database agent)",
              "section": "cannot-touch",
            },
            "severity": "error",
            "status": "M",
            "undoneBy": null,
            "waivedBy": null,
          },
        ],
      }
    `);
  });

  it.each<Violation>([
    aViolation(),
    anUnknownAgent({ claim: 'x', suggestions: [] }),
    anUnreadableCommit(),
    {
      code: 'provisional-agent',
      severity: 'warning',
      agent: BACKEND,
      commit: COMMIT,
      file: repoPath('.claude/agents/b.md'),
      waivedBy: null,
    },
    {
      code: 'joint-attribution',
      severity: 'notice',
      commit: COMMIT,
      path: MODELS,
      status: 'M',
      agent: BACKEND,
      lifted: 'forbidden-path',
      rule: aRuleReference(),
      owners: [DATABASE],
    },
    { code: 'no-definitions', severity: 'warning', lookedFor: ['x'], waivedBy: null },
  ])('writes every key in a row of $code', (violation) => {
    const [row] = violationsOf(violation);

    expect(Object.keys(row ?? {})).toEqual(ROW_KEYS);
  });

  it('tells the lines that the commit wrote', () => {
    const lines = [{ start: 3, end: 5 }];

    expect(violationsOf(aViolation({ inHead: { kind: 'lines', lines } }))[0]).toMatchObject({ lines });
    expect(violationsOf(aViolation({ inHead: { kind: 'gone' } }))[0]).toMatchObject({ lines: null });
  });

  it('tells rows of one commit apart by the name as claimed', () => {
    const claims = ['x', 'y'].map((claim) => anUnknownAgent({ claim, suggestions: [] }));

    expect(violationsOf(...claims).map(({ agent }) => agent)).toEqual(['x', 'y']);
  });

  it('says how a path is written that is not UTF-8', () => {
    expect(violationsOf(aViolation({ path: repoPath('caf\udce9') }))[0]).toMatchObject({
      path: String.raw`"caf\351"`,
      pathEncoding: 'c-quoted',
    });
  });

  it('gives hidden characters back unchanged though it prints none', () => {
    const path = 'a\u202e\u009b\u{e0041}##[error]\n';
    const report = aReport({ violations: [aViolation({ path: repoPath(path) })] });

    expect(violationsOf(aViolation({ path: repoPath(path) }))[0]).toMatchObject({ path });
    expect(toCheckJson(report)).not.toMatch(/[\p{Cf}\u0080-\u009f]|##\[/u);
  });
});

describe('toErrorJson', () => {
  it('is a report of its own conclusion', () => {
    expect(JSON.parse(toErrorJson({ code: 'git-too-old', subject: '2.30' }))).toEqual({
      schemaVersion: 1,
      conclusion: 'unknown',
      error: {
        code: 'git-too-old',
        message: 'This git is too old to merge two commits without a working tree: `2.30`.',
        remedy: 'Install git 2.38 or newer and put it on the PATH.',
      },
    });
  });
});

describe('toLintJson', () => {
  it('lists every definition with its entries, and the problems', () => {
    const definition = aDefinition({
      root: repoPath('packages/api'),
      sections: [
        aSection('owns', { rules: [aRule({ section: 'owns', pattern: '**', remark: null })] }),
        aSection('cannot-touch', { rules: [aRule({ condition: 'Without approval' })] }),
        aSection('cannot-touch', { rules: [aRule({ pattern: '!x' })] }),
      ],
    });
    const report = aLintReport({ definitions: [definition], problems: [aPlaceholder] });

    expect(JSON.parse(toLintJson(report))).toMatchInlineSnapshot(`
      {
        "agents": [
          {
            "cannotTouch": [
              {
                "condition": "Without approval",
                "line": 83,
                "pattern": "apps/**/models.py",
                "remark": "Models (database agent)",
              },
              {
                "condition": null,
                "line": 83,
                "pattern": "!x",
                "remark": "Models (database agent)",
              },
            ],
            "file": ".claude/agents/backend-django.md",
            "name": "backend-django",
            "owns": [
              {
                "condition": null,
                "line": 83,
                "pattern": "**",
                "remark": null,
              },
            ],
            "reads": [],
            "root": "packages/api",
          },
        ],
        "problems": [
          {
            "agent": "backend-django",
            "code": "unresolved-placeholder",
            "file": ".claude/agents/backend-django.md",
            "line": 84,
            "message": "\`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the path that the placeholder stands for.",
            "paths": null,
            "pattern": "{{FRONTEND}}/**",
            "severity": "error",
          },
        ],
      }
    `);
  });
});

describe('toExplainJson', () => {
  it('is a list of paths with every agent’s ruling', () => {
    expect(
      JSON.parse(
        toExplainJson([
          {
            path: MODELS,
            protected: false,
            shared: null,
            agents: [
              { agent: BACKEND, verdict: 'cannot-touch', rule: aRuleReference() },
              { agent: DATABASE, verdict: 'none', rule: null },
            ],
          },
        ]),
      ),
    ).toEqual([
      {
        path: 'apps/blog/models.py',
        protected: false,
        shared: null,
        agents: [
          {
            agent: 'backend-django',
            verdict: 'cannot-touch',
            rule: {
              section: 'cannot-touch',
              pattern: 'apps/**/models.py',
              remark: 'Models (database agent)',
              file: '.claude/agents/backend-django.md',
              line: 83,
            },
          },
          { agent: 'database', verdict: 'none', rule: null },
        ],
      },
    ]);
  });
});
