"""Columns that hold the folded form of another column, so that it can be looked up.

They are filled as the row is written (`pre_save`), in bulk inserts too, and so never
disagree with what they were made from.
"""

from django.db import models

from publications.likeness import title_key, title_pairs
from publications.names import name_key


class KeyField(models.CharField):
    """The folded form of the attribute `source` of the same row."""

    @staticmethod
    def fold(text):
        raise NotImplementedError

    def __init__(self, *args, source="", **kwargs):
        kwargs.setdefault("max_length", 300)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)
        self.source = source

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source, "editable": False}

    def pre_save(self, model_instance, add):
        value = self.fold(str(getattr(model_instance, self.source)))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class NameKeyField(KeyField):
    fold = staticmethod(name_key)


class TitleKeyField(KeyField):
    fold = staticmethod(title_key)


class TitlePairField(KeyField):
    """One of the pairs of words by which alike titles find each other; `nth` from 0."""

    def __init__(self, *args, nth=0, **kwargs):
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)
        self.nth = nth

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "nth": self.nth}

    def fold(self, text):
        pairs = title_pairs(text)
        return pairs[self.nth] if self.nth < len(pairs) else ""
