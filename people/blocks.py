"""The sections of a CV: a heading and entries of a few kinds.

The entries keep the words of dates. A grade is kept too, and shown only where its
owner says so.
"""

from wagtail import blocks

from portal.blocks import TextBlock
from portal.date_blocks import PartialDateBlock


def line(**kwargs):
    return blocks.CharBlock(required=False, **kwargs)


def lines(label, **kwargs):
    return blocks.ListBlock(blocks.CharBlock(), default=[], label=label, **kwargs)


class PositionBlock(blocks.StructBlock):
    title = blocks.CharBlock(help_text="For example “Research Intern”.")
    organisation = line()
    place = line(help_text="For example “New York, NY”.")
    dates = PartialDateBlock(required=False)
    url = blocks.URLBlock(required=False)
    mentors = lines("Mentors")
    advisors = lines("Advisors")
    sponsor = line()
    programme = line()
    topics = lines("Topics")
    details = lines("Bullet points")

    class Meta:
        icon = "user"
        template = "blocks/cv_position.html"


class EducationValue(blocks.StructValue):
    @property
    def shown_score(self):
        """The grade as visitors see it: not at all unless its owner shows it."""
        return self["score"] if self["show_score"] else ""


class EducationBlock(blocks.StructBlock):
    degree = blocks.CharBlock(help_text="For example “PhD” or “Master of Science”.")
    field = line(help_text="For example “Computer Science”.")
    minor = line()
    institution = line()
    place = line()
    dates = PartialDateBlock(required=False)
    url = blocks.URLBlock(required=False)
    thesis = line()
    advisors = lines("Advisors")
    honours = lines("Honours")
    score = line(help_text="A grade. Nobody sees it unless you show it.")
    show_score = blocks.BooleanBlock(required=False, label="Show the grade in public")
    details = lines("Bullet points")
    note = line(help_text="A footnote, for example about time in military service.")

    class Meta:
        icon = "glasses"
        value_class = EducationValue
        template = "blocks/cv_education.html"


class ProjectBlock(blocks.StructBlock):
    name = blocks.CharBlock()
    place = line(help_text="Where it was done, for example “POSTECH”.")
    dates = PartialDateBlock(required=False)
    role = line(help_text="For example “First Author at KDD'24”.")
    summary = blocks.TextBlock(required=False, rows=3)
    details = lines("Bullet points")
    url = blocks.URLBlock(required=False)

    class Meta:
        icon = "code"
        template = "blocks/cv_project.html"


class AwardBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    awarder = line()
    dates = PartialDateBlock(required=False, help_text="For example “2018, 2020”.")
    summary = blocks.TextBlock(required=False, rows=2)

    class Meta:
        icon = "pick"
        template = "blocks/cv_award.html"


class SkillsBlock(blocks.StructBlock):
    group = line(help_text="For example “Programming languages”.")
    items = lines("Skills")

    class Meta:
        icon = "tag"
        template = "blocks/cv_skills.html"


class EntriesBlock(blocks.StreamBlock):
    position = PositionBlock()
    education = EducationBlock()
    project = ProjectBlock()
    award = AwardBlock()
    skills = SkillsBlock()
    text = TextBlock()

    class Meta:
        required = False


class SectionBlock(blocks.StructBlock):
    KINDS = [
        ("experience", "Experience"),
        ("research", "Research experience"),
        ("education", "Education"),
        ("projects", "Projects"),
        ("teaching", "Teaching"),
        ("awards", "Honours and awards"),
        ("skills", "Skills"),
        ("service", "Service"),
        ("talks", "Talks"),
        ("other", "Other"),
    ]

    heading = blocks.CharBlock()
    kind = blocks.ChoiceBlock(choices=KINDS, default="other")
    area = line(help_text="For projects in groups, for example “Computer Vision”.")
    updated = PartialDateBlock(required=False, help_text="When you last went over it.")
    entries = EntriesBlock()

    class Meta:
        icon = "list-ul"
        template = "blocks/cv_section.html"
        label_format = "{heading}"
