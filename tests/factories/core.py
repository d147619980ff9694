"""Accounts and images."""

import factory
import wagtail_factories
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from core.models import PortalDocument, PortalImage, User


class UserFactory(DjangoModelFactory):
    """An account; the password is ``mat-khau-thu``."""

    username = factory.Sequence(lambda n: f"nguoi-dung-{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@songmay.example")
    password = factory.LazyFunction(lambda: make_password("mat-khau-thu"))

    class Meta:
        model = User


class PortalImageFactory(wagtail_factories.ImageFactory):
    """A plain coloured picture, small so that tests stay quick."""

    title = factory.Sequence(lambda n: f"Ảnh {n}")
    description = "Con sông chảy qua thị xã"
    file = factory.django.ImageField(width=320, height=180, color="seagreen", format="JPEG")

    class Meta:
        model = PortalImage


class PortalDocumentFactory(wagtail_factories.DocumentFactory):
    """A file of a few bytes."""

    title = factory.Sequence(lambda n: f"Quyết định {n}")
    file = factory.django.FileField(filename="quyet-dinh.pdf", data=b"%PDF-1.4 thu")

    class Meta:
        model = PortalDocument
