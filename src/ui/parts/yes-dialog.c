/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/yes-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "store/draft.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/date-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/row-sentence.h"
#include "ui/kit/template.h"

struct _CareYesDialog {
    CareRecordDialog parent_instance;

    CareYes yes;     /* its description, who and keep are not used */
    GtkWidget *keep; /* weak */
    gboolean showing;

    AdwPreferencesGroup *group;
    GtkWidget *who;
    AdwComboRow *how;
    CareDateRow *date;
};

G_DEFINE_FINAL_TYPE(CareYesDialog, care_yes_dialog, CARE_TYPE_RECORD_DIALOG)

/* It is the yes that this is about, not the record. */
static char *
care_yes_dialog_title(CareRecordDialog *dialog)
{
    return NULL;
}

static void
bind(CareYesDialog *self, GtkWidget *row, int field)
{
    CareForm *form = care_form_bind_row(row, care_record_dialog_get_record(CARE_RECORD_DIALOG(self)), field);

    g_signal_connect_object(form, "changed", G_CALLBACK(care_record_dialog_touch), self, G_CONNECT_SWAPPED);
}

static CareClock *
clock_of(CareRecordDialog *dialog)
{
    return care_context_get_clock(care_record_dialog_get_context(dialog));
}

/* That of a yes before this one is none that was chosen. */
static CareDate
date_of(CareRecordDialog *dialog)
{
    CareClock *clock = clock_of(dialog);
    int at = CARE_YES_DIALOG(dialog)->yes.at;
    CareRecord *record = care_record_dialog_get_record(dialog);
    CareInstant chosen = care_record_int(record, at);

    if (chosen == 0 || chosen == care_record_int(care_record_dialog_get_before(dialog), at))
        return care_clock_today(clock);
    return care_date_of_instant(chosen, care_clock_zone(clock));
}

static void
show_date(CareRecordDialog *dialog)
{
    CareYesDialog *self = CARE_YES_DIALOG(dialog);

    self->showing = TRUE;
    care_date_row_set_date(self->date, date_of(dialog));
    self->showing = FALSE;
}

/* Today keeps its minute, an earlier day counts from noon. */
static CareInstant
instant_of(CareRecordDialog *dialog)
{
    CareClock *clock = clock_of(dialog);
    CareDate date = { 0 };

    care_date_row_get_date(CARE_YES_DIALOG(dialog)->date, &date);
    if (care_date_compare(date, care_clock_today(clock)) == 0)
        return care_clock_now(clock);
    return care_instant_of_date(date, 12, 0, care_clock_zone(clock));
}

/* For the draft; what is saved is asked once more. */
static void
on_date(CareYesDialog *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareDate date;

    if (self->showing || !care_date_row_get_date(self->date, &date))
        return;
    care_record_set_int(care_record_dialog_get_record(dialog), self->yes.at, instant_of(dialog));
    care_record_dialog_touch(dialog);
}

static void
care_yes_dialog_bound(CareRecordDialog *dialog)
{
    CareYesDialog *self = CARE_YES_DIALOG(dialog);

    bind(self, self->who, self->yes.by);
    bind(self, GTK_WIDGET(self->how), self->yes.how);
    show_date(dialog);
    g_signal_connect_object(self->date, "changed", G_CALLBACK(on_date), self, G_CONNECT_SWAPPED);
}

static char *
care_yes_dialog_draft_key(CareRecordDialog *dialog)
{
    return care_draft_key(CARE_YES_DIALOG(dialog)->yes.draft,
                          care_record_id(care_record_dialog_get_record(dialog)));
}

static gboolean
care_yes_dialog_check(CareRecordDialog *dialog)
{
    CareYesDialog *self = CARE_YES_DIALOG(dialog);
    CareDate date;

    if (!care_record_is_set(care_record_dialog_get_record(dialog), self->yes.by)) {
        care_row_sentence_show(self->who, _("Please fill this in."));
        gtk_widget_grab_focus(self->who);
        return FALSE;
    }
    if (!care_typed_row_check(CARE_TYPED_ROW(self->date)) || !care_date_row_get_date(self->date, &date))
        return FALSE;
    if (care_date_compare(date, care_clock_today(clock_of(dialog))) <= 0)
        return TRUE;
    care_record_dialog_say(dialog, self->yes.ahead);
    return FALSE;
}

static void
care_yes_dialog_save(CareRecordDialog *dialog)
{
    CareYesDialog *self = CARE_YES_DIALOG(dialog);
    CareRecord *record = care_record_dialog_get_record(dialog);

    care_record_set_int(record, self->yes.at, instant_of(dialog));
    if (!self->yes.done) {
        CARE_RECORD_DIALOG_CLASS(care_yes_dialog_parent_class)->save(dialog);
        return;
    }
    /* from here on it is its owner's */
    care_draft_write(care_record_dialog_get_store(dialog), care_record_dialog_begin_save(dialog), NULL);
    if (self->keep)
        self->yes.done(record, self->keep);
    care_record_dialog_finish(dialog, NULL);
}

static char *
care_yes_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Their yes is recorded"));
}

static void
care_yes_dialog_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_YES_DIALOG);
    g_clear_weak_pointer(&CARE_YES_DIALOG(object)->keep);
    G_OBJECT_CLASS(care_yes_dialog_parent_class)->dispose(object);
}

static void
care_yes_dialog_class_init(CareYesDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_yes_dialog_dispose;
    dialog_class->title = care_yes_dialog_title;
    dialog_class->bound = care_yes_dialog_bound;
    dialog_class->draft_key = care_yes_dialog_draft_key;
    dialog_class->continued = show_date;
    dialog_class->check = care_yes_dialog_check;
    dialog_class->save = care_yes_dialog_save;
    dialog_class->saved_sentence = care_yes_dialog_saved_sentence;

    CARE_TEMPLATE(klass, "parts/yes-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareYesDialog, group, who, how, date);
}

static void
care_yes_dialog_init(CareYesDialog *self)
{
    static const int ways[] = { CARE_CHANNEL_PHONE, CARE_CHANNEL_COUNTER, CARE_CHANNEL_EMAIL,
                                CARE_CHANNEL_SMS, CARE_CHANNEL_LETTER };

    gtk_widget_init_template(GTK_WIDGET(self));
    care_choice_row_fill(self->how, &care_channel_set, ways, G_N_ELEMENTS(ways));
}

/* As it was left; NULL: nothing was. Transfer full. */
static CareRecord *
left_of(CareContext *context, CareRecord *record, const char *draft)
{
    CareStore *store = care_context_get_store(context);
    g_autofree char *key = care_draft_key(draft, care_record_id(record));
    g_autofree char *text = care_draft_peek(store, key);

    return text ? care_draft_resume(store, key, care_record_kind(record)) : NULL;
}

void
care_yes_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *record, const CareYes *yes)
{
    CareYesDialog *self = g_object_new(CARE_TYPE_YES_DIALOG, "title", yes->title, NULL);
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    g_autoptr(CareRecord) left = left_of(context, record, yes->draft);
    g_autofree char *description = g_markup_escape_text(yes->description, -1);

    self->yes = *yes;
    g_set_weak_pointer(&self->keep, yes->keep);
    adw_preferences_group_set_description(self->group, description);
    care_date_row_set_today(self->date, care_clock_today(care_context_get_clock(context)));
    care_record_dialog_present(dialog, parent, context, left ? left : record);
    if (left)
        return;
    care_record_dialog_suggest(dialog, yes->by, yes->who);
    care_record_dialog_suggest(dialog, yes->how, care_channel_word(CARE_CHANNEL_PHONE));
}
