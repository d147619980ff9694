"""What the editorial office does when something was published or a draft was saved."""

from django.dispatch import receiver
from wagtail.signals import page_published

from editorial.withdrawing import end_withdrawal


@receiver(page_published)
def forget_withdrawal(sender, instance, **kwargs) -> None:
    """A page that is public again is not withdrawn."""
    end_withdrawal(instance)
