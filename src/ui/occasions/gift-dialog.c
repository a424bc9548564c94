/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/gift-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/gift.h"
#include "service/occasions/gifts.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"

#define SHOWN_BEFORE 20

struct _CareGiftDialog {
    CareRecordDialog parent_instance;

    CareRecord *same;  /* the one it would repeat, or NULL */
    gboolean insisted; /* Save was pressed after that was told */
    gboolean given_before;
    char *currency;

    GtkWidget *given;
    GtkWidget *twice_group;
    GtkLabel *twice;
    AdwPreferencesGroup *before;
};

G_DEFINE_FINAL_TYPE(CareGiftDialog, care_gift_dialog, CARE_TYPE_RECORD_DIALOG)

static CareRecord *
gift_of(CareGiftDialog *self)
{
    return care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
}

static CareStore *
store_of(CareGiftDialog *self)
{
    return care_record_dialog_get_store(CARE_RECORD_DIALOG(self));
}

static CareId
customer_of(CareGiftDialog *self)
{
    return care_record_int(gift_of(self), CARE_GIFT_CUSTOMER);
}

static gboolean
is_given(CareGiftDialog *self)
{
    return care_gift_state_is(care_record_text(gift_of(self), CARE_GIFT_STATE), CARE_GIFT_GAVE);
}

static char *
care_gift_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(_("Gift for %s"), customer);
}

static char *
twice_sentence(CareGiftDialog *self)
{
    const char *name = care_record_text(self->same, CARE_GIFT_NAME);
    CareDate given = care_record_date(self->same, CARE_GIFT_GIVEN);
    g_autofree char *day = NULL;

    if (!care_date_is_set(given))
        /* Translators: %s is a gift */
        return g_strdup_printf(_("“%s” is planned for them already."), name);
    day = care_format_date_full(given);
    /* Translators: a gift and a date */
    return g_strdup_printf(_("They were given “%s” on %s already. Think of something else?"), name, day);
}

/* Whoever says that it was given most often has just handed it over. */
static void
follow_state(CareGiftDialog *self)
{
    CareRecord *gift = gift_of(self);
    CareContext *context = care_record_dialog_get_context(CARE_RECORD_DIALOG(self));
    CareId staff = care_store_actor(store_of(self));
    gboolean given = is_given(self);
    gboolean now = given && !self->given_before;

    self->given_before = given;
    if (now && !care_record_is_set(gift, CARE_GIFT_GIVEN))
        care_record_set_date(gift, CARE_GIFT_GIVEN, care_clock_today(care_context_get_clock(context)));
    if (now && staff != 0 && !care_record_is_set(gift, CARE_GIFT_STAFF))
        care_record_set_int(gift, CARE_GIFT_STAFF, staff);
}

static void
care_gift_dialog_changed(CareRecordDialog *dialog)
{
    CareGiftDialog *self = CARE_GIFT_DIALOG(dialog);
    const char *name = care_record_text(gift_of(self), CARE_GIFT_NAME);
    g_autofree char *sentence = NULL;

    g_clear_object(&self->same);
    if (name)
        self->same = care_gift_find_same(care_store_reader(store_of(self)), customer_of(self), name,
                                         care_record_id(gift_of(self)));
    self->insisted = FALSE;
    sentence = self->same ? twice_sentence(self) : NULL;
    gtk_label_set_text(self->twice, sentence ? sentence : "");
    gtk_widget_set_visible(self->twice_group, sentence != NULL);
    care_record_dialog_set_save_label(dialog, self->same ? _("_Save Anyway") : _("_Save"));
    follow_state(self);
    gtk_widget_set_visible(self->given, is_given(self));
}

/* Enter in the entry must not save over a warning that nobody has read. */
static gboolean
care_gift_dialog_check(CareRecordDialog *dialog)
{
    CareGiftDialog *self = CARE_GIFT_DIALOG(dialog);

    if (!CARE_RECORD_DIALOG_CLASS(care_gift_dialog_parent_class)->check(dialog))
        return FALSE;
    if (!self->same || self->insisted)
        return TRUE;
    self->insisted = TRUE;
    gtk_widget_grab_focus(adw_dialog_get_default_widget(ADW_DIALOG(self)));
    care_record_dialog_say(dialog, gtk_label_get_text(self->twice));
    return FALSE;
}

static void
add_before(CareGiftDialog *self, CareRecord *gift)
{
    g_autofree char *cost = care_record_is_set(gift, CARE_GIFT_COST)
                                ? care_money_format(care_record_int(gift, CARE_GIFT_COST),
                                                    care_record_currency(gift, self->currency))
                                : NULL;
    g_autofree char *day = care_format_date_full(care_record_date(gift, CARE_GIFT_GIVEN));
    GtkWidget *row = care_plain_row_new(care_record_text(gift, CARE_GIFT_NAME), day);

    care_plain_row_add_dim_figure(row, cost);
    adw_preferences_group_add(self->before, row);
}

/* What they had before, and what all of it cost. */
static void
care_gift_dialog_bound(CareRecordDialog *dialog)
{
    CareGiftDialog *self = CARE_GIFT_DIALOG(dialog);
    CareGiftSum sum = care_gift_sum(care_store_reader(store_of(self)), customer_of(self));
    g_autoptr(GPtrArray) gifts
        = care_store_query(store_of(self), &care_gift_kind, NULL, "occasions/gifts-before", "iii",
                           customer_of(self), care_record_id(gift_of(self)), (gint64)SHOWN_BEFORE);
    g_autofree char *cost = care_money_format(sum.cost, self->currency);
    /* Translators: how many gifts, and what they cost together */
    g_autofree char *facts = g_strdup_printf(
        ngettext("%u gift, %s altogether", "%u gifts, %s altogether", sum.given), sum.given, cost);

    gtk_widget_set_visible(GTK_WIDGET(self->before), gifts && gifts->len > 0);
    adw_preferences_group_set_description(self->before, facts);
    for (guint i = 0; gifts && i < gifts->len; i++)
        add_before(self, gifts->pdata[i]);
}

static void
care_gift_dialog_dispose(GObject *object)
{
    CareGiftDialog *self = CARE_GIFT_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_GIFT_DIALOG);
    g_clear_pointer(&self->currency, g_free);
    g_clear_object(&self->same);
    G_OBJECT_CLASS(care_gift_dialog_parent_class)->dispose(object);
}

static void
care_gift_dialog_class_init(CareGiftDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_gift_dialog_dispose;
    dialog_class->bound = care_gift_dialog_bound;
    dialog_class->title_with = care_gift_dialog_title_with;
    dialog_class->changed = care_gift_dialog_changed;
    dialog_class->check = care_gift_dialog_check;
    dialog_class->draft_word = "gift";

    CARE_TEMPLATE(klass, "occasions/gift-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareGiftDialog, given, twice_group, twice, before);
}

static void
care_gift_dialog_init(CareGiftDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_gift_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *gift)
{
    CareGiftDialog *self = g_object_new(CARE_TYPE_GIFT_DIALOG, NULL);
    g_autoptr(CareRecord) begun = care_record_copy(gift);

    self->currency = care_store_setting(care_context_get_store(context), CARE_SETTING_CURRENCY);
    if (!care_record_is_set(begun, CARE_GIFT_STATE))
        care_record_set_text(begun, CARE_GIFT_STATE, care_gift_state_word(CARE_GIFT_IDEA));
    self->given_before = care_gift_state_is(care_record_text(begun, CARE_GIFT_STATE), CARE_GIFT_GAVE);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, begun);
}
