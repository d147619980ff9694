"""The test suite: everything in memory, plain static files, fast passwords."""

import os
import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.base import INSTALLED_APPS, database_from
from portal.settings.env import env

DEBUG = False
SECRET_KEY = "test-only-" + "0" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# The table of the task worker too; tasks themselves run at once.
INSTALLED_APPS = ["demo", *INSTALLED_APPS, "django_tasks_db"]

DATABASES = {"default": database_from(env.str("TEST_DATABASE_URL", default="sqlite://:memory:"))}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# A file instead of memory, so that `pytest --reuse-db` need not migrate again (docs/developers/tests.md).
if test_database := env.str("TEST_DATABASE_FILE", default=""):
    DATABASES["default"]["TEST"] = {"NAME": test_database}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# One folder a process, made when something is written and removed by tests/conftest.py.
TEST_DIR = Path(tempfile.gettempdir()) / f"portal-test-{os.getpid()}"
MEDIA_ROOT = TEST_DIR / "media"
STATIC_ROOT = TEST_DIR / "static"
SERVE_MEDIA = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
WAGTAILADMIN_BASE_URL = "http://localhost"
# Tests count queries of the database; when the counts of readers' queries are written they say themselves.
SEARCH_LOG_SECONDS = 0
