"""Rows of people.csv → planned rows of the run."""

from collections import Counter
from dataclasses import dataclass, field

from people.facts import facts_of
from people.importing.pages import busy
from people.importing.repeats import Repeats
from people.models import PersonPage, Role
from portal.models import ImportRow
from publications.adoption import authors_for_member
from publications.importing.compare import compare
from publications.likeness import compare_names
from publications.models import Author
from publications.names import PersonName, fold, make_slug, name_key, parse_name
from publications.querysets import next_free

Action = ImportRow.Action


@dataclass
class Planner:
    """Matches by slug, then by ORCID iD, then by the exact name of a member.

    `names` counts the keys of the names in all rows; `claimed` are the slugs that rows
    give.
    """

    names: Counter = field(default_factory=Counter)
    claimed: set[str] = field(default_factory=set)
    pages: list = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)
    new_roles: list[str] = field(default_factory=list)
    _repeats: Repeats = field(default_factory=Repeats)

    def __post_init__(self):
        pages = PersonPage.objects.select_related("author", "role")
        self.pages = list(pages.prefetch_related("author__names", "contacts"))
        self.slugs = {page.slug for page in self.pages}
        authors = Author.objects.exclude(orcid="").select_related("person_page")
        self._holders = {author.orcid: author for author in authors}
        self._roles = {
            name.casefold() for name in Role.objects.values_list("name", flat=True)
        }

    def row(self, member):
        if member.error:
            return _row(member, Action.REJECTED, reason=member.error)
        bearers = self._matching(member)
        if len(bearers) > 1:
            slugs = ", ".join(page.slug for page in bearers)
            reason = (
                f"Several members are called “{member.name}”: {slugs}. Give the slug."
            )
            return _row(member, Action.REVIEW, reason=reason)
        target = bearers[0].slug if bearers else self._new_slug(member)
        if reason := self._repeats.explain(member, target):
            return _row(member, Action.REJECTED, reason=reason)
        if reason := self._taken(member, bearers[0] if bearers else None):
            return _row(member, Action.REVIEW, reason=reason)
        self._note_role(member)
        return self._known(member, bearers[0]) if bearers else self._new(member, target)

    def _taken(self, member, page):
        """Why the row's ORCID iD cannot be its member's: somebody else has it."""
        holder = self._holders.get(member.facts.get("orcid"))
        if holder is None or _is_holder(holder, member, page):
            return ""
        return (
            f"The ORCID iD {holder.orcid} is that of “{holder.display_name}” already. "
            "Correct it here or there."
        )

    def _matching(self, member):
        if slug := member.facts.get("slug"):
            by_slug = [page for page in self.pages if page.slug == make_slug(slug)]
            if by_slug:
                return by_slug
        orcid = member.facts.get("orcid")
        by_orcid = [page for page in self.pages if orcid and page.author.orcid == orcid]
        if by_orcid:
            return by_orcid
        if member.facts.get("slug"):
            return []
        return self._bearing(member)

    def _bearing(self, member):
        """Among several of the name the one whose row this was, or can only be."""
        key = name_key(member.name)
        pages = [page for page in self.pages if page.author.key == key]
        pages = [page for page in pages if page.slug not in self.claimed] or pages
        said = [page for page in pages if page.imported.get("said") == member.facts]
        return said if len(said) == 1 else pages

    def _new_slug(self, member):
        slug = make_slug(member.facts.get("slug") or member.name)
        if member.facts.get("slug"):
            return slug
        return next_free(slug, self.slugs | set(self._repeats.slugs))

    def _note_role(self, member):
        role = member.facts.get("role", "")
        if role and role.casefold() not in self._roles:
            self._roles.add(role.casefold())
            self.new_roles.append(role)

    def _new(self, member, slug):
        namesakes = authors_for_member(member.name).count()
        if namesakes > 1 and not member.facts.get("orcid"):
            reason = (
                f"{namesakes} authors are called “{member.name}”; choose in the admin."
            )
            return _row(member, Action.REVIEW, reason=reason)
        alone = self.names[name_key(member.name)] < 2
        plan = {"facts": {**member.facts, "slug": slug}, "alone": alone}
        if member.photo:
            plan["photo"] = member.photo
        return _row(member, Action.CREATED, target=slug, plan=plan)

    def _known(self, member, page):
        said = {name: fact for name, fact in member.facts.items() if name != "slug"}
        difference = compare(said, facts_of(page), page.imported)
        if difference.protected:
            parts = (
                f"{name} (“{ours}”; the file says “{theirs}”)"
                for name, (ours, theirs) in difference.protected.items()
            )
            reason = f"Edited by hand since, and not overwritten: {'; '.join(parts)}."
            return _row(member, Action.REVIEW, target=page.slug, reason=reason)
        if not difference.changes:
            return _row(member, Action.UNCHANGED, target=page.slug)
        if reason := busy(page):
            return _row(member, Action.REVIEW, target=page.slug, reason=reason)
        changes = {name: list(pair) for name, pair in difference.changes.items()}
        photo = {"photo": member.photo} if "photo" in changes else {}
        return _row(
            member,
            Action.UPDATED,
            target=page.slug,
            plan={"facts": said, **photo},
            changes=changes,
        )


def _is_holder(holder, member, page):
    """Names change, and slugs do; who differs in both is somebody else."""
    if page is None:
        family = member.facts["family_name"]
        return name_key(family) == name_key(holder.family_name)
    same_slug = make_slug(member.facts.get("slug", "")) == page.slug
    return page.author_id == holder.pk and (same_slug or _may_be(member, page.author))


def _may_be(member, author):
    """Whether the name is the author's in some form, or one with the same given name.

    People change their family name; that alone many share who are not related.
    """
    variants = [parse_name(each.text) for each in author.names.all()]
    stated = PersonName(member.facts.get("given_name", ""), member.facts["family_name"])
    given = fold(author.given_name).split()
    return any(compare_names(stated, each) for each in (author.name, *variants)) or any(
        len(word) > 1 and word in given for word in fold(stated.given).split()
    )


def _row(member, action, *, reason="", **columns):
    return ImportRow(
        subject="person",
        file=member.file[:255],
        line=member.line,
        key=member.name[:500],
        action=action,
        reason=" ".join(filter(None, [reason, *member.problems])),
        **columns,
    )
