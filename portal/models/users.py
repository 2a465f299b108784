from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account. Who may sign in says nothing about who has a page or has written."""

    def __str__(self):
        return self.get_full_name() or self.username
