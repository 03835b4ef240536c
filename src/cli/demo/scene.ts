import { DEFINITIONS } from './definitions.js';
import { PROJECT } from './project.js';

/** Path → content; `null` where a commit removes the path. */
export type Changes = Readonly<Record<string, string | null>>;

export interface SceneCommit {
  readonly subject: string;
  /** The values of its `Agent` trailers; none for a person's commit. */
  readonly agents: readonly string[];
  readonly changes: Changes;
}

/** A repository with one pull request. */
export interface Scene {
  readonly number: number;
  readonly title: string;
  readonly repository: string;
  readonly baseBranch: string;
  readonly headBranch: string;
  readonly start: SceneCommit;
  /** What the base branch got after the pull request was opened. */
  readonly meanwhile: SceneCommit;
  readonly commits: readonly SceneCommit[];
}

const content = (path: string): string => {
  const text = PROJECT[path];
  if (text === undefined) throw new Error(`The demo's project has no ${path}`);
  return text;
};

const MODELS_WITH_MINUTES = content('apps/blog/models.py').replace(
  '    published_at',
  '    reading_minutes = models.PositiveSmallIntegerField(default=1)\n    published_at',
);

const SERVICES_WITH_MINUTES = `${content('apps/blog/services.py')}

def reading_minutes(body):
    return max(1, len(body.split()) // 200)
`;

const MIGRATION = `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial")]
    operations = [
        migrations.AddField("post", "reading_minutes", models.PositiveSmallIntegerField(default=1)),
    ]
`;

const TEST_READING_TIME = `from apps.blog.services import reading_minutes


def test_an_empty_post_takes_a_minute():
    assert reading_minutes("") == 1
`;

/** The demo's pull request: each commit shows one thing that the check tells apart. */
export const SCENE: Scene = {
  number: 7,
  title: 'Show how long a post takes to read',
  repository: 'octo-org/blog',
  baseBranch: 'main',
  headBranch: 'reading-time',
  start: { subject: 'Start the blog', agents: [], changes: { ...PROJECT, ...DEFINITIONS } },
  meanwhile: {
    subject: 'Upgrade Django',
    agents: [],
    changes: { 'requirements.txt': 'Django==6.0\ndjangorestframework==3.16\n' },
  },
  commits: [
    {
      subject: 'Store how long a post takes to read',
      agents: ['database'],
      changes: {
        'apps/blog/migrations/0002_post_reading_minutes.py': MIGRATION,
        'apps/blog/models.py': MODELS_WITH_MINUTES,
      },
    },
    {
      subject: 'Serve the reading time',
      agents: ['backend-django'],
      changes: {
        'apps/blog/serializers.py': content('apps/blog/serializers.py').replace(
          '"body", ',
          '"body", "reading_minutes", ',
        ),
        'apps/blog/services.py': SERVICES_WITH_MINUTES,
      },
    },
    {
      subject: 'List short posts first',
      agents: ['backend-django'],
      changes: {
        'apps/blog/models.py': MODELS_WITH_MINUTES.replace('"-published_at"', '"reading_minutes"'),
      },
    },
    {
      subject: 'Use the test factories as sample data',
      agents: ['backend-django'],
      changes: { 'tests/factories.py': null, 'apps/blog/samples.py': content('tests/factories.py') },
    },
    {
      subject: 'Show the reading time on the page',
      agents: ['backend-django'],
      changes: {
        'frontend/posts.js': content('frontend/posts.js').replace(
          'post.title',
          '`${post.title} (${post.reading_minutes} min)`',
        ),
      },
    },
    {
      subject: 'Leave the page to the frontend agent',
      agents: ['backend-django'],
      changes: { 'frontend/posts.js': content('frontend/posts.js') },
    },
    {
      subject: 'Round the reading time up, and test it',
      agents: ['backend-django', 'testing'],
      changes: {
        'apps/blog/services.py': SERVICES_WITH_MINUTES.replace(' // 200)', ' // 200 + 1)'),
        'tests/test_reading_time.py': TEST_READING_TIME,
      },
    },
    {
      subject: 'Offer the short posts at an address of their own',
      agents: ['backend-djagno'],
      changes: {
        'apps/blog/urls.py': content('apps/blog/urls.py').replace(
          'basename="post")\n',
          'basename="post")\nrouter.register("short-posts", PostViewSet, basename="short-post")\n',
        ),
      },
    },
    {
      subject: 'Mention the reading time in the README',
      agents: [],
      changes: { 'README.md': '# Blog\n\nA blog with an API. It tells how long a post takes to read.\n' },
    },
  ],
};
