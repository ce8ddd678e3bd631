"""How large an installation is."""

from django.contrib.auth import get_user_model

from marugoto.agencies.models import Body


def bodies_in_use() -> int:
    """Bodies that are not for practice."""
    return Body.objects.filter(training=False).count()


def accounts_in_use() -> int:
    return get_user_model().objects.filter(is_active=True).exclude(username__startswith="cast-").count()
