"""Blocks that come from other rooms.

A page type on a low floor may show blocks that higher floors own (a home page shows news). The project, which
knows every app, names them in a setting; nothing has to import upwards.
"""

from django.conf import settings
from django.utils.module_loading import import_string


def blocks_from_setting(name: str) -> list[tuple]:
    """Return ``[(block name, block), …]`` for a setting that maps names to dotted paths of block classes."""
    return [(block_name, import_string(path)()) for block_name, path in getattr(settings, name).items()]
