"""What cells of a small table mean, as widgets of django-import-export.

A cell that means nothing raises ValueError with a sentence that ends in what would.
"""

from import_export.widgets import Widget


class ChoiceCell(Widget):
    """One of a model's choices, by its value or by what people read."""

    def __init__(self, choices):
        super().__init__()
        self.choices = choices
        self._known = {label.casefold(): value for value, label in choices.choices}
        self._known |= {value.casefold(): value for value in choices.values}

    def clean(self, value, row=None, **kwargs):
        if not value:
            return ""
        if value.casefold() not in self._known:
            known = ", ".join(self.choices.values)
            raise ValueError(f"“{value}” is not known. Write one of these: {known}.")
        return self._known[value.casefold()]

    def render(self, value, obj=None, **kwargs):
        return str(value or "")


class NumberCell(Widget):
    def clean(self, value, row=None, **kwargs):
        if not (value.isascii() and value.isdecimal() and len(value) < 10):
            raise ValueError(f"“{value}” is no whole number. Write 0, 1, 2 …")
        return int(value)

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class ListCell(Widget):
    """Several texts, separated by semicolons; the value is a list."""

    def clean(self, value, row=None, **kwargs):
        parts = (" ".join(part.split()) for part in value.split(";"))
        return list(dict.fromkeys(part for part in parts if part))

    def render(self, value, obj=None, **kwargs):
        return "; ".join(value or ())
