"""The form of a release bundle."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm


class BundleForm(WagtailAdminModelForm):
    """Only pages that one may edit, each once, at a time to come."""

    def clean_publish_at(self):
        at = self.cleaned_data["publish_at"]
        if at and at <= timezone.now():
            raise ValidationError(_("Choose a time to come."))
        return at

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.instance.is_editable:
            raise ValidationError(_("This bundle is waiting or approved: it can no longer be changed."))
        seen = set()
        for form in self.formsets["items"].forms:
            page = form.cleaned_data.get("page") if form.is_valid() else None
            if page is None or form.cleaned_data.get("DELETE"):
                continue
            words = {"title": page.get_admin_display_title()}
            if self.for_user and not page.specific.permissions_for_user(self.for_user).can_edit():
                # Not a word of a page that is not theirs.
                form.add_error("page", _("You may not edit this page."))
                self.add_error(None, _("There is a page in this bundle that you may not edit."))
            elif page.pk in seen:
                self.add_error(None, _("“%(title)s” stands in this bundle twice.") % words)
            seen.add(page.pk)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk is None:
            self.instance.created_by = self.for_user
        return super().save(commit)
