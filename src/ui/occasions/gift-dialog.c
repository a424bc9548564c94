/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/gift-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/gift.h"
#include "service/flow.h"
#include "service/gifts.h"
#include "ui/common/date-row.h"
#include "ui/common/empty-state.h"
#include "ui/common/form.h"
#include "ui/common/format.h"
#include "ui/common/money-row.h"
#include "ui/common/toast.h"

#define SHOWN_BEFORE 20

struct _CareGiftDialog {
    AdwDialog parent_instance;

    CareStore *store;
    CareClock *clock;
    CareRecord *record;
    CareForm *form;
    CareRecord *same;  /* the one it would repeat, or NULL */
    gboolean insisted; /* Save was pressed after that was told */
    char *currency;
    GtkWidget *window; /* weak */

    AdwBanner *error_banner;
    GtkButton *save;
    GtkWidget *name;
    CareDateRow *given;
    CareMoneyRow *cost;
    GtkWidget *twice_group;
    GtkLabel *twice;
    AdwPreferencesGroup *before;
    GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE(CareGiftDialog, care_gift_dialog, ADW_TYPE_DIALOG)

static CareId
customer_of(CareGiftDialog *self)
{
    return care_record_int(self->record, CARE_GIFT_CUSTOMER);
}

static gboolean
is_given(CareGiftDialog *self)
{
    return g_strcmp0(care_record_text(self->record, CARE_GIFT_STATE), "given") == 0;
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

static void
update(CareGiftDialog *self)
{
    const char *name = care_record_text(self->record, CARE_GIFT_NAME);
    g_autofree char *sentence = NULL;

    g_clear_object(&self->same);
    if (name)
        self->same = care_gift_find_same(care_store_reader(self->store), customer_of(self), name,
                                         care_record_id(self->record));
    self->insisted = FALSE;
    sentence = self->same ? twice_sentence(self) : NULL;
    gtk_label_set_text(self->twice, sentence ? sentence : "");
    gtk_widget_set_visible(self->twice_group, sentence != NULL);
    gtk_button_set_label(self->save, self->same ? _("_Save Anyway") : _("_Save"));
    gtk_widget_set_visible(GTK_WIDGET(self->given), is_given(self));
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareGiftDialog) self = data;
    g_autoptr(GError) error = NULL;

    gtk_widget_set_sensitive(GTK_WIDGET(self->save), TRUE);
    if (care_flow_save_finish(CARE_STORE(source), result, &error))
        adw_dialog_close(ADW_DIALOG(self));
    else
        care_banner_show_error(self->error_banner, error);
}

static void
on_save(CareGiftDialog *self)
{
    if (!care_form_check(self->form))
        return;
    /* Enter in the entry must not save over a warning that nobody has read. */
    if (self->same && !self->insisted) {
        self->insisted = TRUE;
        gtk_widget_grab_focus(GTK_WIDGET(self->save));
        adw_banner_set_title(self->error_banner, gtk_label_get_text(self->twice));
        adw_banner_set_revealed(self->error_banner, TRUE);
        return;
    }
    gtk_widget_set_sensitive(GTK_WIDGET(self->save), FALSE);
    care_flow_save_async(self->store, self->record, on_saved, g_object_ref(self));
}

typedef struct {
    CareStore *store;
    CareId gift;
} Deleted;

static void
deleted_free(gpointer data)
{
    Deleted *deleted = data;

    g_object_unref(deleted->store);
    g_free(deleted);
}

static void
undelete(gpointer data)
{
    Deleted *deleted = data;

    care_store_remove_async(deleted->store, &care_gift_kind, deleted->gift, TRUE, NULL, NULL);
}

static void
on_delete(CareGiftDialog *self)
{
    Deleted *deleted = g_new(Deleted, 1);
    /* Translators: %s is a gift */
    g_autofree char *sentence
        = g_strdup_printf(_("%s deleted"), care_record_text(self->record, CARE_GIFT_NAME));

    deleted->store = g_object_ref(self->store);
    deleted->gift = care_record_id(self->record);
    care_store_remove_async(self->store, &care_gift_kind, deleted->gift, FALSE, NULL, NULL);
    if (self->window)
        care_toast_undo(self->window, sentence, undelete, deleted, deleted_free);
    else
        deleted_free(deleted);
    adw_dialog_force_close(ADW_DIALOG(self));
}

static void
add_before(CareGiftDialog *self, CareRecord *gift)
{
    GtkWidget *row = adw_action_row_new();
    g_autofree char *cost = care_record_is_set(gift, CARE_GIFT_COST)
                                ? care_money_format(care_record_int(gift, CARE_GIFT_COST), self->currency)
                                : NULL;
    g_autofree char *day = care_format_date_full(care_record_date(gift, CARE_GIFT_GIVEN));

    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), care_record_text(gift, CARE_GIFT_NAME));
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), day);
    if (cost) {
        GtkWidget *label = gtk_label_new(cost);

        gtk_widget_add_css_class(label, "numeric");
        gtk_widget_add_css_class(label, "dimmed");
        adw_action_row_add_suffix(ADW_ACTION_ROW(row), label);
    }
    adw_preferences_group_add(self->before, row);
}

/* What they had before, and what all of it cost. */
static void
fill_before(CareGiftDialog *self)
{
    CareGiftSum sum = care_gift_sum(care_store_reader(self->store), customer_of(self));
    g_autoptr(GPtrArray) gifts
        = care_store_query(self->store, &care_gift_kind, NULL,
                           "SELECT id FROM gift WHERE customer = ?1 AND id <> ?2 AND state = 'given' AND "
                           "deleted_at IS NULL ORDER BY given DESC LIMIT ?3",
                           "iii", customer_of(self), care_record_id(self->record), (gint64)SHOWN_BEFORE);
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
    g_clear_weak_pointer(&self->window);
    g_clear_pointer(&self->currency, g_free);
    g_clear_object(&self->same);
    g_clear_object(&self->record);
    g_clear_object(&self->clock);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_gift_dialog_parent_class)->dispose(object);
}

static void
care_gift_dialog_class_init(CareGiftDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_gift_dialog_dispose;

    g_type_ensure(CARE_TYPE_DATE_ROW);
    g_type_ensure(CARE_TYPE_MONEY_ROW);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/occasions/gift-dialog.ui");
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, error_banner);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, save);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, name);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, given);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, cost);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, twice_group);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, twice);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, before);
    gtk_widget_class_bind_template_child(widget_class, CareGiftDialog, delete_group);
    gtk_widget_class_bind_template_callback(widget_class, on_save);
    gtk_widget_class_bind_template_callback(widget_class, on_delete);
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
    g_autoptr(CareRecord) customer = NULL;

    self->store = g_object_ref(care_context_get_store(context));
    self->clock = g_object_ref(care_context_get_clock(context));
    self->record = care_record_copy(gift);
    self->currency = care_store_setting(self->store, CARE_SETTING_CURRENCY);
    if (!care_record_is_set(self->record, CARE_GIFT_STATE))
        care_record_set_text(self->record, CARE_GIFT_STATE, "idea");
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    customer = care_store_get(self->store, &care_customer_kind, customer_of(self), NULL);
    if (customer) {
        /* Translators: %s is a customer */
        g_autofree char *title
            = g_strdup_printf(_("Gift for %s"), care_record_text(customer, CARE_CUSTOMER_NAME));

        adw_dialog_set_title(ADW_DIALOG(self), title);
    }
    gtk_widget_set_visible(self->delete_group, care_record_id(gift) != 0);
    care_date_row_set_today(self->given, care_clock_today(self->clock));
    care_money_row_set_currency(self->cost, self->currency);
    self->form = care_form_bind(GTK_WIDGET(self), self->record, self->store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(update), self, G_CONNECT_SWAPPED);
    fill_before(self);
    update(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(self->name);
}
