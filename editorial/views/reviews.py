"""The screens of review dates: what is due, and the page's own date, person and "still right"."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.models import get_page_models

from core.models import User
from editorial.models import PageReview, ReviewRule
from editorial.review_dates import due_note, mark_reviewed
from editorial.views.base import PageFormView


class PageReviewForm(WagtailAdminModelForm):
    """Next date and person in charge, who must be able to edit the page."""

    class Meta:
        model = PageReview
        fields = ["due_on", "owner"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.instance.page
        able = [user.pk for user in User.objects.filter(is_active=True) if page.permissions_for_user(user).can_edit()]
        self.fields["owner"].queryset = User.objects.filter(pk__in=able)

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on <= timezone.localdate():
            raise ValidationError(_("Choose a day to come."))
        return due_on


class PageReviewView(PageFormView):
    """Say that a page is still right, or change when it is due and who is in charge."""

    header_icon = "date"
    page_title = gettext_lazy("Review")
    template_name = "editorial/admin/review.html"

    @cached_property
    def review(self) -> PageReview:
        return PageReview.objects.filter(page=self.page).first() or PageReview(page=self.page)

    def get_form(self, form_class: Any = None) -> forms.BaseForm:
        return PageReviewForm(**self.get_form_kwargs(), instance=self.review, for_user=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        note = due_note(self.page, timezone.localdate())
        return {**super().get_context_data(**kwargs), "review": self.review, "due_note": note}

    def carry_out(self, form: Any) -> None:
        form.save()
        if "still_right" in self.request.POST:
            mark_reviewed(self.page, self.request.user, form.cleaned_data["due_on"])
            log(self.page, "editorial.review", user=self.request.user)
        messages.success(self.request, _("Saved."))

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


class ReviewRuleForm(WagtailAdminModelForm):
    """Only the portal's own page types can have a rule."""

    class Meta:
        model = ReviewRule
        fields = ["page_type", "months"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {model._meta.model_name for model in get_page_models() if model._meta.app_label != "wagtailcore"}
        field = self.fields["page_type"]
        field.queryset = field.queryset.filter(model__in=names)
        field.label_from_instance = lambda kind: str(kind.model_class()._meta.verbose_name)


class ReviewRuleViewSet(ModelViewSet):
    """Review rules, one a page type."""

    model = ReviewRule
    name = "review_rules"
    icon = "date"
    menu_label = gettext_lazy("Review rules")
    form_fields = ["page_type", "months"]
    list_display = ["page_type", "months"]
    add_to_settings_menu = True

    def get_form_class(self, for_update: bool = False) -> type[ReviewRuleForm]:
        return ReviewRuleForm
