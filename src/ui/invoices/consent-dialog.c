/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/consent-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "ui/common/date-row.h"
#include "ui/common/empty-state.h"
#include "ui/common/words.h"

struct _CareConsentDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareRecord *invoice;
    CareConsentFunc done;
    GtkWidget *keep; /* weak */

    AdwBanner *error_banner;
    GtkWidget *save;
    AdwPreferencesGroup *group;
    GtkEditable *consent_by;
    AdwComboRow *how_row;
    CareDateRow *date;
};

G_DEFINE_FINAL_TYPE(CareConsentDialog, care_consent_dialog, ADW_TYPE_DIALOG)

static const char *const ways[] = { "phone", "counter", "email", "sms", "letter" };

static void
on_changed(CareConsentDialog *self)
{
    g_autofree char *who = g_strstrip(g_strdup(gtk_editable_get_text(self->consent_by)));

    gtk_widget_set_sensitive(self->save, *who != '\0');
}

/* The day it is recorded keeps its minute; an earlier day counts from noon. */
static CareInstant
instant_of(CareConsentDialog *self, CareDate date)
{
    CareClock *clock = care_context_get_clock(self->context);

    if (care_date_compare(date, care_clock_today(clock)) == 0)
        return care_clock_now(clock);
    return care_instant_of_date(date, 12, 0, care_clock_zone(clock));
}

static gboolean
check_date(CareConsentDialog *self, CareDate *date)
{
    GError error = { .message = (char *)_("A consent cannot lie in the future.") };

    if (!care_typed_row_check(CARE_TYPED_ROW(self->date)) || !care_date_row_get_date(self->date, date))
        return FALSE;
    if (care_date_compare(*date, care_clock_today(care_context_get_clock(self->context))) <= 0)
        return TRUE;
    care_banner_show_error(self->error_banner, &error);
    return FALSE;
}

static void
on_save(CareConsentDialog *self)
{
    g_autofree char *who = g_strstrip(g_strdup(gtk_editable_get_text(self->consent_by)));
    guint how = adw_combo_row_get_selected(self->how_row);
    CareDate date;

    if (*who == '\0' || !check_date(self, &date))
        return;
    care_record_set_int(self->invoice, CARE_INVOICE_CONSENT_AT, instant_of(self, date));
    care_record_set_text(self->invoice, CARE_INVOICE_CONSENT_BY, who);
    care_record_set_text(self->invoice, CARE_INVOICE_CONSENT_HOW,
                         how < G_N_ELEMENTS(ways) ? ways[how] : NULL);
    if (self->keep)
        self->done(self->invoice, self->keep);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
care_consent_dialog_dispose(GObject *object)
{
    CareConsentDialog *self = CARE_CONSENT_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CONSENT_DIALOG);
    g_clear_weak_pointer(&self->keep);
    g_clear_object(&self->invoice);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_consent_dialog_parent_class)->dispose(object);
}

static void
care_consent_dialog_class_init(CareConsentDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_consent_dialog_dispose;

    g_type_ensure(CARE_TYPE_DATE_ROW);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/invoices/consent-dialog.ui");
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, error_banner);
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, save);
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, group);
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, consent_by);
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, how_row);
    gtk_widget_class_bind_template_child(widget_class, CareConsentDialog, date);
    gtk_widget_class_bind_template_callback(widget_class, on_save);
}

static void
care_consent_dialog_init(CareConsentDialog *self)
{
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);

    gtk_widget_init_template(GTK_WIDGET(self));
    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
        gtk_string_list_append(words, care_choice_word("channel", ways[i]));
    adw_combo_row_set_model(self->how_row, G_LIST_MODEL(words));
    g_signal_connect_swapped(self->consent_by, "changed", G_CALLBACK(on_changed), self);
}

void
care_consent_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice,
                            const char *description, const char *who, CareConsentFunc done, GtkWidget *keep)
{
    CareConsentDialog *self = g_object_new(CARE_TYPE_CONSENT_DIALOG, NULL);
    CareDate today = care_clock_today(care_context_get_clock(context));

    self->context = g_object_ref(context);
    self->invoice = care_record_copy(invoice);
    self->done = done;
    g_set_weak_pointer(&self->keep, keep);
    adw_preferences_group_set_description(self->group, description);
    care_date_row_set_today(self->date, today);
    care_date_row_set_date(self->date, today);
    gtk_editable_set_text(self->consent_by, who ? who : "");
    on_changed(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(GTK_WIDGET(self->consent_by));
}
