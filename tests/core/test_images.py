"""Sizes of images are made at publish, looked up in a citizen's request, remade when a picture is replaced."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image

from core.images import KINDS, attach_renditions, existing_renditions, make_renditions
from core.models import PortalImage, PortalRendition
from tests.factories import NewsPageFactory, PortalImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(news_index, django_capture_on_commit_callbacks):
    """Publish an article and run what waits for the commit."""

    def run(**fields):
        with django_capture_on_commit_callbacks(execute=True):
            page = NewsPageFactory(parent=news_index, live=False, cover_alt="Cây cầu", **fields)
            page.save_revision().publish()
        return page

    return run


def picture(client, url: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(url).content, "html.parser").main


def test_publishing_makes_what_the_pages_show_and_reading_makes_nothing(client, publish, news_index, home):
    covers = PortalImageFactory.create_batch(2)
    figure = {"image": covers[1], "caption": "", "credit": ""}
    gallery = ("gallery", {"heading": "", "items": [figure, figure]})
    page = publish(cover=covers[0], body=[("figure", figure), gallery])
    home.body = [("lead_stories", {"heading": "", "section": news_index, "count": 3})]
    home.save_revision().publish()
    made = set(PortalRendition.objects.values_list("image_id", "filter_spec"))
    assert {(covers[0].pk, spec) for kind in ("hero", "card", "share") for spec in KINDS[kind].specs} <= made
    assert {(covers[1].pk, spec) for spec in KINDS["figure"].specs} <= made
    for url in (page.url, "/", news_index.url, f"{page.url}?luu=1", f"{news_index.url}rss/", "/tim-kiem/?q=ban"):
        response = client.get(url)
        assert response.status_code == 200
        assert b"placeholder.svg" not in response.content, url
    assert set(PortalRendition.objects.values_list("image_id", "filter_spec")) == made


def test_a_picture_is_offered_as_webp_and_jpeg_with_its_size(client, publish):
    page = publish(cover=PortalImageFactory())
    main = picture(client, page.url)
    source = main.find("source", type="image/webp")
    image = main.find(class_="cover").find("img")
    assert image["src"].endswith(".jpg")
    assert image["alt"] == "Cây cầu"
    assert (int(image["width"]), int(image["height"])) == (320, 180)
    assert image["fetchpriority"] == "high"
    candidates = [candidate.split() for candidate in source["srcset"].split(",")]
    assert all(width.endswith("w") for _url, width in candidates)
    for url, _width in candidates:
        response = client.get(url)
        assert response.status_code == 200
        assert Image.open(io.BytesIO(b"".join(response))).format == "WEBP"


def test_an_image_without_sizes_shows_a_placeholder(client, news_index):
    page = NewsPageFactory(parent=news_index, cover=PortalImageFactory(), cover_alt="Cây cầu")
    image = picture(client, page.url).find("img")
    assert image["src"].endswith("placeholder.svg")
    assert image["alt"] == "Cây cầu"
    assert not PortalRendition.objects.exists()


def new_file(size: tuple[int, int]) -> ContentFile:
    buffer = io.BytesIO()
    Image.new("RGB", size, "crimson").save(buffer, "JPEG")
    return ContentFile(buffer.getvalue(), name="moi.jpg")


def replace(image: PortalImage, size: tuple[int, int]) -> None:
    """Change the file of an image as the admin's form does."""
    from django.test import Client
    from django.urls import reverse

    from tests.factories import UserFactory

    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    data = {
        "title": image.title,
        "description": "",
        "credit": "",
        "file": new_file(size),
        "collection": 1,
        "tags": "",
    }
    focal_point = {f"focal_point_{name}": "" for name in ("x", "y", "width", "height")}
    response = client.post(reverse("wagtailimages:edit", args=[image.pk]), data | focal_point)
    assert response.status_code == 302, response.context["form"].errors


def test_a_replaced_picture_is_remade(client, publish, django_capture_on_commit_callbacks):
    image = PortalImageFactory()
    page = publish(cover=image)
    before = picture(client, page.url).find(class_="cover").find("img")["src"]
    with django_capture_on_commit_callbacks(execute=True):
        replace(image, (200, 150))
    shown = picture(client, page.url).find(class_="cover").find("img")
    assert shown["src"] != before
    assert shown["width"] == "200"
    colour = Image.open(io.BytesIO(b"".join(client.get(shown["src"])))).convert("RGB").getpixel((5, 5))
    assert colour[0] > 180


def test_a_renamed_picture_of_no_page_makes_nothing(django_capture_on_commit_callbacks):
    image = PortalImageFactory()
    with django_capture_on_commit_callbacks(execute=True):
        image.title = "Tên mới"
        image.save()
    assert not PortalRendition.objects.exists()


def test_sizes_of_many_images_are_found_in_one_query(django_assert_num_queries):
    images = PortalImageFactory.create_batch(3)
    for image in images:
        make_renditions(image, ["card"])
    again = list(PortalImage.objects.order_by("pk"))
    with django_assert_num_queries(1):
        attach_renditions([*again, None, again[0]])
        for image in again:
            assert set(existing_renditions(image, "card")) == set(KINDS["card"].specs)
            assert existing_renditions(image, "hero").keys() < set(KINDS["hero"].specs)


def test_nothing_to_attach_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        attach_renditions([None, None])


def test_a_preview_may_make_sizes(client, news_index):
    from django.urls import reverse

    from tests.factories import UserFactory

    page = NewsPageFactory(parent=news_index, live=False, cover=PortalImageFactory(), cover_alt="Cây cầu")
    page.save_revision()
    client.force_login(UserFactory(is_superuser=True))
    html = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert "placeholder.svg" not in html
    assert PortalRendition.objects.exists()


def test_originals_are_not_served(client):
    image = PortalImageFactory()
    assert client.get(image.file.url).status_code == 404
