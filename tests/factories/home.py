"""Pages of the frame."""

import factory
import wagtail_factories

from home.models import LinkDirectoryPage, PlainPage, SectionPage, SiteMapPage


class PlainPageFactory(wagtail_factories.PageFactory):
    """A page of text."""

    title = factory.Sequence(lambda n: f"Trang {n}")
    slug = factory.Sequence(lambda n: f"trang-{n}")
    lead = "Đôi dòng giới thiệu."

    class Meta:
        model = PlainPage


class SectionPageFactory(wagtail_factories.PageFactory):
    """A section."""

    title = factory.Sequence(lambda n: f"Chuyên trang {n}")
    slug = factory.Sequence(lambda n: f"chuyen-trang-{n}")

    class Meta:
        model = SectionPage


class LinkDirectoryPageFactory(wagtail_factories.PageFactory):
    """The link directory."""

    title = "Liên kết website"
    slug = "lien-ket"

    class Meta:
        model = LinkDirectoryPage


class SiteMapPageFactory(wagtail_factories.PageFactory):
    """The map of the site."""

    title = "Sơ đồ cổng"
    slug = "so-do-cong"

    class Meta:
        model = SiteMapPage
