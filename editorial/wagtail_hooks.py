"""The editorial office in the admin; each subject has a module of its own."""

from editorial.admin import (  # noqa: F401 (they register hooks)
    content,
    dashboard,
    files,
    four_eyes,
    inbox,
    reports,
    roles,
    scoping,
    time,
    translations,
    withdrawals,
)
