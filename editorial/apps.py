"""Who may write, approve and publish: roles, workflows, four eyes, review links, reports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial office")

    def ready(self) -> None:
        from core import publication, withdrawals
        from editorial import four_eyes, inbox, signal_handlers  # noqa: F401 (they connect receivers)
        from editorial.tokens import keep_tokens_out_of_logs
        from editorial.translations import drafts, states, tree
        from editorial.withdrawing import find_withdrawn

        publication.register_guard(four_eyes.guard)
        withdrawals.register(find_withdrawn)
        keep_tokens_out_of_logs()
        tree.forget_tree_synchronisation()
        drafts.keep_public_texts()
        states.name_rows_below()
