"""What holds in every environment. Concerns of their own live beside: ``i18n``, ``media``, ``security``."""

from portal.settings.env import BASE_DIR, env
from portal.settings.i18n import *  # noqa: F403
from portal.settings.media import *  # noqa: F403
from portal.settings.security import *  # noqa: F403

INSTALLED_APPS = [
    "importer",
    "search",
    "editorial",
    "home",
    "news",
    "directives",
    "projects",
    "legal",
    "departments",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.PolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "editorial.refusals.note_refused_changes",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.chrome",
                "departments.context.section",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    # IMMEDIATE + WAL + a wait: without them half of a dozen simultaneous publishes answer "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
}


def database_from(url: str) -> dict:
    """Return a ``DATABASES`` entry for a database URL (``sqlite:///…`` or ``postgres://…``)."""
    config = env.db_url_config(url)
    config["CONN_MAX_AGE"] = 600
    config["CONN_HEALTH_CHECKS"] = True
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    return config


DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"

WAGTAIL_SITE_NAME = env.str("PORTAL_SITE_NAME", default="Cổng thông tin điện tử")
WAGTAILADMIN_BASE_URL = env.str("PORTAL_BASE_URL", default="http://127.0.0.1:8000")
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.backend", "SEARCH_CONFIG": "simple"},
}
# What readers look for is counted in memory and written together: after this many seconds or queries (0: never).
SEARCH_LOG_SECONDS = 60
SEARCH_LOG_QUERIES = 200
SEARCH_QUERIES_KEPT_DAYS = 400
# A page that changed after its approval needs another approval.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# The portal calls no one: no avatars, no release news from outside.
WAGTAILADMIN_USER_LOGIN_FORM = "core.accounts.PortalLoginForm"
# Wagtail would otherwise ask "did you mean this page?" and name its draft title, whosever it is.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "exact"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []

TAGGIT_CASE_INSENSITIVE = True
# Who must log in to read a private page does so where the staff does.
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "core/restricted.html"  # noqa: S105 (a template)

# Whether the nightly check asks other sites if they still answer; off, the portal calls no one.
LINK_CHECK_EXTERNAL = env.bool("LINK_CHECK_EXTERNAL", default=False)

# Where an article's section is gone, "other news" is bounded by this age.
NEWS_RELATED_MAX_AGE_DAYS = 365

# The blocks that editors may put on the home page, in the order of the picker. A domain app offers a block;
# only the project knows which apps are installed, so the list stands here (see core.blocks.registry).
HOME_BLOCKS = {
    "lead_stories": "news.blocks.LeadStoriesBlock",
    "latest_news": "news.blocks.LatestNewsBlock",
    "notices": "news.blocks.NoticesBlock",
    "quick_links": "home.blocks.QuickLinksBlock",
    "schemes": "projects.blocks.SchemesBlock",
    "link_directory": "home.blocks.LinkDirectoryBlock",
    "visit": "home.blocks.VisitBlock",
}
# The same for the front page of a department, commune or ward.
SECTION_BLOCKS = {
    "lead_stories": "news.blocks.LeadStoriesBlock",
    "latest_news": "news.blocks.LatestNewsBlock",
    "notices": "news.blocks.NoticesBlock",
    "quick_links": "home.blocks.QuickLinksBlock",
    "leaders": "departments.blocks.LeadersBlock",
    "service_points": "departments.blocks.ServicePointsBlock",
}
