"""Merging two authors or two venues: choose the other, look at both, choose who stays."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from portal.desk.course import address
from portal.desk.kinds import kind_named
from publications.admin.choosers import AuthorChooserViewSet, VenueChooserViewSet
from publications.admin.merging_sides import side_of_author, side_of_venue, sides_of
from publications.merging.refusal import CannotMerge
from publications.merging.run import carry_out
from publications.models import Author, Venue


def may_merge(user, model):
    """What goes is deleted, and what stays is changed."""
    policy = policy_registry.get_by_type(model)
    return all(policy.user_has_permission(user, act) for act in ("change", "delete"))


def act_button(user, instance, name, label, priority=40):
    """[a button that leads to the merge or the split of a row], if that is allowed."""
    if not may_merge(user, type(instance)):
        return []
    url = reverse(name, args=[instance.pk])
    return [Button(label, url=url, icon_name="resubmit", priority=priority)]


class ActView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one row of `model`; `lists` is the name of its viewset."""

    model = None
    lists = ""
    header_icon = "resubmit"

    def dispatch(self, request, *args, **kwargs):
        if not may_merge(request.user, self.model):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def one(self):
        return get_object_or_404(self.model, pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return str(self.one)

    def get_breadcrumbs_items(self):
        listed = {
            "url": reverse(f"{self.lists}:index"),
            "label": self.model._meta.verbose_name_plural.capitalize(),
        }
        edited = {"url": self.edit_url(self.one), "label": str(self.one)}
        return [
            *self.breadcrumbs_items,
            listed,
            edited,
            {"url": "", "label": self.page_title},
        ]

    def edit_url(self, row):
        return reverse(f"{self.lists}:edit", args=[row.pk])

    def carry_out(self, plan, title, sentence, stays):
        """Do it, and say so, with a way back; or say why it cannot be done."""
        try:
            run = carry_out(plan=plan, title=title, by=self.request.user)
        except CannotMerge as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.request.get_full_path())
        buttons = []
        if kind_named(run.kind).may_import(self.request.user):
            buttons = [messages.button(address(run, "undo"), "Undo")]
        messages.success(self.request, sentence, buttons=buttons)
        return redirect(self.edit_url(stays))


class MergeView(ActView):
    """`?other=` is the row that was chosen; without it there is only the chooser."""

    page_title = "Merge with …"
    question = ""
    act = ""
    widget = None

    @cached_property
    def form(self):
        choice = forms.ModelChoiceField(
            queryset=self.model.objects.exclude(pk=self.one.pk),
            widget=self.widget,
            label=f"The other {self.model._meta.verbose_name}",
            error_messages={"invalid_choice": "Choose another one; that is this one."},
        )
        form = type("OtherForm", (forms.Form,), {"other": choice})
        return form(self.request.GET or None)

    @property
    def other(self):
        return self.form.cleaned_data["other"] if self.form.is_valid() else None

    def post(self, request, pk):
        if self.other is None:
            return self.get(request, pk=pk)
        both = {str(row.pk): row for row in (self.one, self.other)}
        keep = both.get(request.POST.get("keep"), self.one)
        gone = self.other if keep is self.one else self.one
        plan = {"act": self.act, "keep": keep.pk, "gone": gone.pk}
        return self.carry_out(
            {**plan, **self.further_plan(keep, gone)},
            title=f"“{gone}” into “{keep}”",
            sentence=f"“{gone}” is merged into “{keep}”.",
            stays=keep,
        )

    def further_plan(self, keep, gone):
        return {}

    def get_context_data(self, **kwargs):
        other = self.other
        return super().get_context_data(
            form=self.form,
            other=other,
            cancel_url=self.edit_url(self.one),
            **(self.compared(other) if other else {}),
            **kwargs,
        )

    def compared(self, other):
        """What the template shows of both."""
        raise NotImplementedError


class AuthorMergeView(MergeView):
    model = Author
    lists = act = "authors"
    question = "Who else is this author?"
    widget = AuthorChooserViewSet("author_chooser").widget_class
    template_name = "admin/merging/two.html"

    def compared(self, other):
        return {"sides": sides_of(side_of_author, self.one, other)}


class VenueMergeView(MergeView):
    model = Venue
    lists = act = "venues"
    question = "Which venue is the same as this one?"
    widget = VenueChooserViewSet("venue_chooser").widget_class
    template_name = "admin/merging/two.html"

    def compared(self, other):
        return {"sides": sides_of(side_of_venue, self.one, other)}
