class CannotMerge(Exception):
    """The two are not one, or cannot be told apart so; the message is a sentence."""
