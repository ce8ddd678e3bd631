"""Forms of what is asked of the prefecture, and of what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryFruit, EnquiryTrigger
from marugoto.web.shell.enquiries import ENQUIRY_ABOUT, ENQUIRY_FRUITS, ENQUIRY_TRIGGERS


class EnquiryForm(forms.Form):
    about = forms.ChoiceField(label=_("何のことで"), choices=list(ENQUIRY_ABOUT.items()))
    question = forms.CharField(
        label=_("この町の何に困っているか"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("町のこととして書きます。人の名前は書きません。"),
    )
    tried = forms.CharField(label=_("これまでに試したこと(書かなくてもよい)"), required=False, max_length=400)
    trigger = forms.ChoiceField(
        label=_("相談のきっかけ"),
        choices=list(ENQUIRY_TRIGGERS.items()),
        help_text=_(
            "議会・上からの指示・近くの市町村は、きっかけです。始めるわけは、この町の数と話し合いから書きます。"
        ),
    )

    def told(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "about": EnquiryAbout(said["about"]),
            "trigger": EnquiryTrigger(said["trigger"]),
            "question": said["question"],
            "tried": said["tried"],
        }


class EnquiryOutcomeForm(forms.Form):
    fruit = forms.ChoiceField(label=_("助言のあと、どうなったか"), choices=list(ENQUIRY_FRUITS.items()))
    words = forms.CharField(
        label=_("変えたこと、または変わらなかったわけ"),
        max_length=400,
        help_text=_("県の担当が読みます。人の名前は書きません。"),
    )

    def told(self) -> dict[str, Any]:
        return {"fruit": EnquiryFruit(self.cleaned_data["fruit"]), "words": self.cleaned_data["words"]}
