"""All of it or nothing, in whichever database holds the porch's tables."""

from contextlib import AbstractContextManager

from django.db import router, transaction

from marugoto.exchange.porch.models import PublishedBody


def whole() -> AbstractContextManager[None]:
    return transaction.atomic(using=router.db_for_write(PublishedBody))
