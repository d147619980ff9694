"""What follows a change in the news room."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import post_page_move

from core.cache import forget, forget_of_pages
from news.models import ArticlePage, Category, Topic
from news.models.news_index import labels_cache_name


@receiver([post_save, post_delete], sender=Category)
@receiver([post_save, post_delete], sender=Topic)
def forget_labels(sender, instance, **kwargs) -> None:
    """The filters beside a list follow a changed category or topic at once."""
    forget(labels_cache_name(sender, instance.locale_id))
    forget_of_pages()


@receiver(post_page_move)
def follow_move(sender, instance, parent_page_after, **kwargs) -> None:
    """An article that was moved is listed in its new section."""
    model = instance.specific_class
    if model and issubclass(model, ArticlePage):
        model.objects.filter(pk=instance.pk).update(section=parent_page_after)
