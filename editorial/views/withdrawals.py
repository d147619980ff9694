"""The screen that takes a page back, or shows that it was and puts it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import Page

from editorial.models import Withdrawal
from editorial.views.base import PageFormView
from editorial.withdrawing import put_back, withdraw


class WithdrawalForm(WagtailAdminModelForm):
    """Kind, reason and target; and which other language versions go along."""

    translations = forms.ModelMultipleChoiceField(
        Page.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Withdraw these translations as well"),
    )

    class Meta:
        model = Withdrawal
        fields = ["kind", "reason", "target"]
        widgets = {"kind": forms.RadioSelect}

    def __init__(self, *args: Any, for_user: Any, **kwargs: Any) -> None:
        super().__init__(*args, for_user=for_user, **kwargs)
        self.fields["kind"].choices = self.fields["kind"].choices[-3:]
        others = [
            other.pk
            for other in self.instance.page.get_translations().live()
            if other.permissions_for_user(for_user).can_unpublish()
        ]
        if others:
            self.fields["translations"].queryset = Page.objects.filter(pk__in=others)
            self.fields["translations"].initial = others
        else:
            del self.fields["translations"]


class WithdrawView(PageFormView):
    """Withdraw a published page; for one that is withdrawn, show why and offer to put it back."""

    header_icon = "undo"
    page_title = gettext_lazy("Withdraw")
    template_name = "editorial/admin/withdraw.html"
    submit_label = gettext_lazy("Withdraw")

    @cached_property
    def withdrawal(self) -> Withdrawal | None:
        return Withdrawal.objects.filter(page=self.page).select_related("by", "target").first()

    def may_come_in(self, request: HttpRequest) -> bool:
        rights = self.page.permissions_for_user(request.user)
        return rights.can_publish() if self.withdrawal else rights.can_unpublish()

    def get_form(self, form_class: Any = None) -> forms.BaseForm:
        arguments = self.get_form_kwargs()
        if self.withdrawal:
            return forms.Form(**arguments)
        return WithdrawalForm(**arguments, instance=Withdrawal(page=self.page), for_user=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "withdrawal": self.withdrawal}

    def carry_out(self, form: Any) -> None:
        title = self.page.get_admin_display_title()
        if self.withdrawal:
            put_back(self.withdrawal, self.request.user)
            messages.success(self.request, _("“%(title)s” is published again.") % {"title": title})
            return
        with transaction.atomic():
            # First the translations: a page that is taken back takes its own along, without a reason.
            for other in form.cleaned_data.get("translations", []):
                withdraw(self._same_for(other, form.instance), self.request.user)
            withdraw(form.instance, self.request.user)
        messages.success(self.request, _("“%(title)s” was withdrawn.") % {"title": title})

    def _same_for(self, other: Page, withdrawal: Withdrawal) -> Withdrawal:
        target = withdrawal.target
        if target:
            target = target.get_translation_or_none(other.locale)
            if target is None:
                raise ValidationError(
                    _("“%(title)s” has no translation that readers could be led to: withdraw “%(other)s” by itself.")
                    % {"title": withdrawal.target, "other": other.get_admin_display_title()}
                )
        return Withdrawal(page=other, kind=withdrawal.kind, reason=withdrawal.reason, target=target)

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])
