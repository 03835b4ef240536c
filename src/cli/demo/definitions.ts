interface DefinitionFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly color: string;
  readonly owns: readonly string[];
  readonly reads: readonly string[];
  readonly cannotTouch: readonly string[];
}

const fence = (heading: string, entries: readonly string[]): string =>
  [`### ${heading}`, '```', ...entries, '```'].join('\n');

/** A definition as teams write them: front matter, a few words, and three fences of patterns with remarks. */
const toDefinition = (facts: DefinitionFacts): string => `---
name: ${facts.name}
description: |
  ${facts.description}
model: sonnet
color: "${facts.color}"
tools:
  - Read
  - Write
  - Edit
  - Bash
---

You are the **${facts.title} Agent** of this project.

## File Ownership

${fence('OWNS', facts.owns)}

${fence('READS', facts.reads)}

${fence('CANNOT TOUCH', facts.cannotTouch)}
`;

const BACKEND = toDefinition({
  name: 'backend-django',
  title: 'Backend Django',
  description: 'Django and Django REST Framework specialist. Builds endpoints and business logic.',
  color: '#092E20',
  owns: [
    'apps/**/views.py            # DRF views',
    'apps/**/serializers.py      # DRF serializers',
    'apps/**/urls.py             # URL routing',
    'apps/**/services.py         # Business logic',
    'config/**/*                 # Project config',
    'manage.py                   # Django management',
  ],
  reads: [
    'apps/**/models.py           # Django models (database agent)',
    'apps/**/migrations/**/*     # Migrations (database agent)',
    'requirements.txt            # Dependencies',
  ],
  cannotTouch: [
    'apps/**/models.py           # Models (database agent)',
    'apps/**/migrations/**/*     # Migrations (database agent)',
    'tests/**/*                  # Tests (testing agent)',
    'frontend/**/*               # Frontend code',
  ],
});

const DATABASE = toDefinition({
  name: 'database',
  title: 'Database',
  description: 'Schema specialist. Designs models and writes migrations.',
  color: '#336791',
  owns: ['apps/**/models.py           # Django models', 'apps/**/migrations/**/*     # Migrations'],
  reads: [
    'apps/**/services.py         # Business logic (backend agent)',
    'config/**/*                 # Project config (backend agent)',
  ],
  cannotTouch: [
    'apps/**/views.py            # Views (backend agent)',
    'apps/**/serializers.py      # Serializers (backend agent)',
    'tests/**/*                  # Tests (testing agent)',
    'frontend/**/*               # Frontend code',
  ],
});

const TESTING = toDefinition({
  name: 'testing',
  title: 'Testing',
  description: 'Test specialist. Writes and mends the tests, never the code that they test.',
  color: '#7F3FBF',
  owns: ['tests/**/*                  # Tests and their factories'],
  reads: ['apps/**/*                   # Code under test', 'frontend/**/*               # Code under test'],
  cannotTouch: [
    'apps/**/*                   # Code under test',
    'config/**/*                 # Project config (backend agent)',
    'frontend/**/*               # Frontend code',
  ],
});

const FRONTEND = toDefinition({
  name: 'frontend',
  title: 'Frontend',
  description: 'User interface specialist. Builds pages on top of the API.',
  color: '#F7DF1E',
  owns: ['frontend/**/*               # Pages and styles'],
  reads: [
    'apps/**/serializers.py      # Shape of the API (backend agent)',
    'apps/**/urls.py             # Routes of the API (backend agent)',
  ],
  cannotTouch: [
    'apps/**/*                   # Django code',
    'config/**/*                 # Project config (backend agent)',
    'tests/**/*                  # Tests (testing agent)',
  ],
});

/** The agents of the demo's project: path of the definition → text. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  '.claude/agents/backend-django.md': BACKEND,
  '.claude/agents/database.md': DATABASE,
  '.claude/agents/frontend.md': FRONTEND,
  '.claude/agents/testing.md': TESTING,
};
