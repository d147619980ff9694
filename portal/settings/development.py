"""A machine of one's own: SQLite, the demo province, errors shown."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import INSTALLED_APPS, VAR_DIR, database_from
from portal.settings.env import env

# Off by default, so that a newcomer meets the designed error pages; DEBUG=1 shows tracebacks.
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-" + "0" * 40)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

VAR_DIR.mkdir(parents=True, exist_ok=True)

INSTALLED_APPS = ["demo", *INSTALLED_APPS]

DATABASES = {"default": database_from(env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}"))}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

SERVE_MEDIA = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
