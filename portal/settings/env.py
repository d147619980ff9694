"""The one place that reads the process environment.

Every other settings module imports ``env`` and ``BASE_DIR`` from here. In production a variable without a
default stops the start with a sentence that names it.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")
