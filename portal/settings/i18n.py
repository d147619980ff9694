"""Languages, time and numbers: Vietnamese first, English second, the clock of Hà Nội."""

from portal.settings.env import BASE_DIR, env

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
# Our own words, then what Wagtail lacks in Vietnamese; both win over the packages' catalogues.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_wagtail"]
FORMAT_MODULE_PATH = ["portal.formats"]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# What the admin's date fields show and accept.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# A fresh translation holds untranslated Vietnamese text: it stays a draft until somebody publishes it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# The program that drafts translations; none unless the operator names one (docs/operators).
_MACHINE = env.str("MACHINE_TRANSLATOR", default="")
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = (
    {"CLASS": _MACHINE, "OPTIONS": env.json("MACHINE_TRANSLATOR_OPTIONS", default={})} if _MACHINE else None
)
# Addresses are ASCII; core.text makes them from Vietnamese titles.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
