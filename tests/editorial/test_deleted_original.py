"""A translation outlives its original."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from home.models import PlainPage
from tests.editorial.translating import english_home, original, translate_everything, translation_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_translation_whose_original_was_deleted_can_still_be_opened(client, home):
    english_home(home)
    page = original(home, live=False)
    Page.objects.filter(pk=page.pk).update(live=False, first_published_at=None)
    translation = translation_of(page)
    translate_everything(translation)
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    PlainPage.objects.get(pk=page.pk).delete()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).status_code == 200
    assert client.get(reverse("editorial_english")).status_code == 200
    assert client.get(reverse("wagtailadmin_explore", args=[twin.get_parent().pk])).status_code == 200
