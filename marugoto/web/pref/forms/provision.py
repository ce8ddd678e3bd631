"""Forms of what the prefecture provides."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import GroundKind, Lack
from marugoto.community.labels import GROUND_KINDS, LACKS
from marugoto.community.queries.provision import Provided
from marugoto.community.rules.provision import Wording
from marugoto.web.ui.fields import DateWords


class ProvisionForm(forms.Form):
    """What, for whom, until when, whom to call, on what ground: as a municipality reads it."""

    name = forms.CharField(label=_("名前"), max_length=120, help_text=_("例: 県居住支援協議会の入居相談"))
    does = forms.CharField(
        label=_("何をしますか"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("人の名前は書きません。"),
    )
    audience = forms.CharField(label=_("だれに"), max_length=200)
    lack = forms.ChoiceField(label=_("何に応えますか"), choices=list(LACKS.items()))
    since = DateWords(label=_("いつから"))
    last = DateWords(label=_("いつまで(その日まで)"), required=False, help_text=_("決まっていなければ空けておきます。"))
    contact = forms.CharField(label=_("どこに電話するか"), max_length=200, help_text=_("係の名前と番号を書きます。"))
    ground = forms.ChoiceField(label=_("何を根拠に"), choices=list(GROUND_KINDS.items()))
    ground_words = forms.CharField(label=_("根拠の名前"), max_length=200)

    def told(self) -> dict[str, Any]:
        said = self.cleaned_data
        last = said["last"]
        wording = Wording(
            name=said["name"],
            does=said["does"],
            audience=said["audience"],
            contact=said["contact"],
            ground_words=said["ground_words"],
            since=said["since"],
            until=last + timedelta(days=1) if last else None,
        )
        return {"said": wording, "lack": Lack(said["lack"]), "ground": GroundKind(said["ground"])}


class ProvisionEndForm(forms.Form):
    reason = forms.CharField(label=_("終えるわけ"), max_length=200)


def initial_of(row: Provided) -> dict[str, Any]:
    """The form as it was filled."""
    names = ("name", "does", "audience", "lack", "since", "contact", "ground", "ground_words")
    last = row.until - timedelta(days=1) if row.until else None
    return {name: getattr(row, name) for name in names} | {"last": last}
