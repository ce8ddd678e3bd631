"""Addresses of the room town."""

from django.urls import path

from marugoto.web.town.pages import (
    field_note,
    import_receipt,
    place,
    place_form,
    place_import,
    place_list,
    unmet_need,
)

app_name = "town"
urlpatterns = [
    path("places/", place_list.index, name="places"),
    path("places/new/", place_form.new, name="place_new"),
    path("places/written/", place_form.create, name="place_create"),
    path("places/<uuid:place>/", place.show, name="place"),
    path("places/<uuid:place>/edit/", place_form.edit, name="place_edit"),
    path("places/<uuid:place>/changes/", place_form.change, name="place_change"),
    path("places/<uuid:place>/confirmations/", place.confirm, name="place_confirm"),
    path("places/<uuid:place>/welcomes/", place.widen, name="place_widen"),
    path("places/<uuid:place>/endings/", place.end, name="place_end"),
    path("places/<uuid:place>/beginnings/", place.begin_again, name="place_again"),
    path("imports/", place_import.index, name="import"),
    path("imports/sent/", place_import.send, name="import_send"),
    path("imports/<uuid:prepared>/", place_import.preview, name="import_preview"),
    path("imports/<uuid:prepared>/receipts/", place_import.say_yes, name="import_yes"),
    path("imports/<uuid:prepared>/receipt/", import_receipt.show, name="import_receipt"),
    path("imports/<uuid:prepared>/undos/", import_receipt.take_back, name="import_undo"),
    path("imports/<uuid:prepared>/undo/", import_receipt.undone, name="import_undone"),
    path("field-notes/", field_note.index, name="field_notes"),
    path("field-notes/written/", field_note.write, name="field_note_write"),
    path("unmet/", unmet_need.index, name="unmet"),
    path("unmet/filed/", unmet_need.file, name="unmet_file"),
    path("unmet/<uuid:unmet>/", unmet_need.show, name="unmet_need"),
    path("unmet/<uuid:unmet>/answers/", unmet_need.answer, name="unmet_answer"),
    path("unmet/<uuid:unmet>/steps/", unmet_need.step, name="unmet_step"),
    path("unmet/<uuid:unmet>/joinings/", unmet_need.join, name="unmet_join"),
]
