"""To which page a form led is remembered for some days, and what was typed in a session that is over not at all."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from marugoto.exchange.actions.retention import forget_forms, retention_round
from marugoto.exchange.rules.retention import FORM_DAYS
from marugoto.ground.actions import submission
from marugoto.ground.models import Submission
from tests.town import settle_town

pytestmark = pytest.mark.django_db


def test_forms_that_were_sent_and_sessions_that_are_over_go() -> None:
    settle_town()
    now = timezone.now()
    for days in (FORM_DAYS + 1, FORM_DAYS - 1):
        at = now - timedelta(days=days)
        submission.begin(key=uuid4(), sender=uuid4(), route="desk:household", at=at)
        Session.objects.create(session_key=uuid4().hex, session_data="x", expire_date=at + timedelta(days=FORM_DAYS))
    retention_round(at=now)
    assert Submission.objects.get().sent_at == now - timedelta(days=FORM_DAYS - 1)
    assert Session.objects.get().expire_date == now + timedelta(days=1)
    assert forget_forms(at=now) == 0
