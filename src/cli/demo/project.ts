const MODELS = `from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=200)
    body = models.TextField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-published_at"]
`;

const SERIALIZERS = `from rest_framework import serializers

from .models import Post


class PostSerializer(serializers.ModelSerializer):
    class Meta:
        model = Post
        fields = ["id", "title", "body", "published_at"]
`;

const SERVICES = `from .models import Post


def published_posts():
    return Post.objects.filter(published_at__isnull=False)
`;

const VIEWS = `from rest_framework import viewsets

from .serializers import PostSerializer
from .services import published_posts


class PostViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = PostSerializer

    def get_queryset(self):
        return published_posts()
`;

const URLS = `from rest_framework.routers import DefaultRouter

from .views import PostViewSet

router = DefaultRouter()
router.register("posts", PostViewSet, basename="post")

urlpatterns = router.urls
`;

const INITIAL_MIGRATION = `from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField()),
                ("published_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
`;

const SETTINGS = `INSTALLED_APPS = ["rest_framework", "apps.blog"]
ROOT_URLCONF = "config.urls"
`;

const ROOT_URLS = `from django.urls import include, path

urlpatterns = [path("api/", include("apps.blog.urls"))]
`;

const MANAGE = `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line()
`;

const FACTORIES = `from apps.blog.models import Post


def make_post(**fields):
    return Post.objects.create(**{"title": "A post", "body": "Some words", **fields})
`;

const TEST_POSTS = `from tests.factories import make_post


def test_drafts_are_not_listed(client, db):
    make_post(published_at=None)
    assert client.get("/api/posts/").json() == []
`;

const POSTS_PAGE = `export async function showPosts(list) {
  const posts = await (await fetch('/api/posts/')).json();
  list.replaceChildren(...posts.map((post) => new Option(post.title)));
}
`;

/** The demo's project before the pull request, its agents aside: path → content. */
export const PROJECT: Readonly<Record<string, string>> = {
  'README.md': '# Blog\n\nA blog with an API.\n',
  'apps/blog/migrations/0001_initial.py': INITIAL_MIGRATION,
  'apps/blog/models.py': MODELS,
  'apps/blog/serializers.py': SERIALIZERS,
  'apps/blog/services.py': SERVICES,
  'apps/blog/urls.py': URLS,
  'apps/blog/views.py': VIEWS,
  'config/settings.py': SETTINGS,
  'config/urls.py': ROOT_URLS,
  'frontend/posts.js': POSTS_PAGE,
  'manage.py': MANAGE,
  'requirements.txt': 'Django==5.2\ndjangorestframework==3.16\n',
  'tests/factories.py': FACTORIES,
  'tests/test_posts.py': TEST_POSTS,
};
