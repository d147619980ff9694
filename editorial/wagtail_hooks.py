"""The editorial office in the admin; each subject has a module of its own."""

from editorial.admin import content  # noqa: F401 (registers hooks)
