"""The account model: Django's own, ours from the first migration so that it can grow."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who works in the portal. What the public sees is a byline, never an account."""
