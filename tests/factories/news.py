"""News, notices and their labels."""

from datetime import timedelta

import factory
import wagtail_factories
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from core.text import vietnamese_slugify
from news.models import (
    Author,
    Category,
    NewsIndexPage,
    NewsPage,
    NewsSource,
    NoticeIndexPage,
    NoticePage,
    Topic,
)


class LabelFactory(DjangoModelFactory):
    """A Vietnamese label."""

    slug = factory.LazyAttribute(lambda label: vietnamese_slugify(label.name))
    locale = factory.LazyFunction(lambda: Locale.objects.get(language_code="vi"))

    class Meta:
        abstract = True


class CategoryFactory(LabelFactory):
    """A category."""

    name = factory.Sequence(lambda n: f"Chuyên mục {n}")

    class Meta:
        model = Category


class TopicFactory(LabelFactory):
    """A topic."""

    name = factory.Sequence(lambda n: f"Dòng sự kiện {n}")

    class Meta:
        model = Topic


class NewsSourceFactory(DjangoModelFactory):
    """A source."""

    name = factory.Sequence(lambda n: f"Báo thứ {n}")

    class Meta:
        model = NewsSource


class AuthorFactory(DjangoModelFactory):
    """An author."""

    full_name = factory.Sequence(lambda n: f"Lê Văn {n}")

    class Meta:
        model = Author


class NewsIndexPageFactory(wagtail_factories.PageFactory):
    """A news index."""

    title = "Tin tức"
    slug = "tin-tuc"

    class Meta:
        model = NewsIndexPage


class NoticeIndexPageFactory(wagtail_factories.PageFactory):
    """A list of notices."""

    title = "Thông báo"
    slug = "thong-bao"

    class Meta:
        model = NoticeIndexPage


class NewsPageFactory(wagtail_factories.PageFactory):
    """An article, an hour younger than the one before."""

    title = factory.Sequence(lambda n: f"Bản tin số {n}")
    slug = factory.Sequence(lambda n: f"ban-tin-so-{n}")
    lead = "Sáng nay, đoàn công tác của tỉnh đã đến kiểm tra tiến độ tại ba xã."
    published_at = factory.Sequence(lambda n: timezone.now() - timedelta(days=100) + timedelta(hours=n % 2000))
    category = factory.SubFactory(CategoryFactory)

    class Meta:
        model = NewsPage


class NoticePageFactory(wagtail_factories.PageFactory):
    """A notice."""

    title = factory.Sequence(lambda n: f"Thông báo số {n}")
    slug = factory.Sequence(lambda n: f"thong-bao-so-{n}")
    lead = "Cúp điện để sửa chữa đường dây."
    published_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = NoticePage
