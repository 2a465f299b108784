"""What the desk's screens ask of the apps that have something to import."""

from dataclasses import dataclass

from wagtail.permissions import policy_registry

from portal.desk.forms import ImportForm
from portal.models import ImportRun


@dataclass(frozen=True)
class Subject:
    """What a row of an import is about: its name, where it is shown and edited.

    `url` is empty for what no visitor sees.
    """

    name: str
    url: str = ""
    edit_url: str = ""


class Kind:
    """Subclasses belong to an importer and say in plain words what it brings.

    `name` is the importer's; `model` is what its rows become, and `needs` what an
    account must be allowed to do with it. A kind without a form starts elsewhere.
    """

    name = ""
    label = ""
    order = 0
    one = many = ""
    what = ""
    model = None
    needs = ("add", "change")
    form_class = ImportForm
    intro = ""
    # What its formats are called, by the names that readings have.
    formats: dict[str, str] = {}

    def title(self, run):
        """ "Import 12 of papers"."""
        return f"Import {run.pk} of {self.what or self.many}"

    def may_look(self, user):
        """Whether the account may see what a run holds: private facts, too."""
        acts = ["add", "change", "delete", "view"]
        return _may_any(ImportRun, user, acts) and _may_any(self.model, user, acts)

    def may_import(self, user):
        policy = policy_registry.get_by_type(self.model)
        return _may_any(ImportRun, user, ["add", "change"]) and all(
            policy.user_has_permission(user, act) for act in self.needs
        )

    def subjects(self, slugs):
        """{slug: Subject} of what is still there, in a constant number of queries."""
        raise NotImplementedError

    def joined(self, sources, file):
        """Raw entries as one text to mend; `file` has them all, None in an archive."""
        return "".join(f"{source}\n\n" for source in sources)

    def members(self, slugs):
        """{slug: Subject} of the members to whom the names on a row were linked."""
        return {}


def _may_any(model, user, acts):
    policy = policy_registry.get_by_type(model)
    return policy.user_has_any_permission(user, acts)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def every_kind() -> list[Kind]:
    """In the order in which buttons stand."""
    return sorted(_kinds.values(), key=lambda kind: kind.order)


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)
