"""Static files, uploads, images and documents."""

from pathlib import Path

from portal.settings.env import BASE_DIR, env

# Everything the portal writes: database, uploads, collected static files.
VAR_DIR = Path(env.str("PORTAL_VAR_DIR", default=str(BASE_DIR / "var")))

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"

WAGTAILIMAGES_IMAGE_MODEL = "core.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.uploads.PortalImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
# The same bound is given to Pillow (core.apps), which then refuses before it decodes.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 20_000_000

WAGTAILDOCS_DOCUMENT_MODEL = "core.PortalDocument"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "doc", "docx", "epub", "json", "odp", "ods", "odt", "pdf", "ppt", "pptx", "rtf", "txt", "xls", "xlsx",
    "zip",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "core/restricted.html"  # noqa: S105 (a template)
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []

# A web server in front serves media; a machine without one says True.
SERVE_MEDIA = False
