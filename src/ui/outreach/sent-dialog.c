/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outreach/sent-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/interaction.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/outreach/sent-row.h"

static void
add_fact(GtkWidget *group, const char *label, const char *value)
{
    if (value && *value)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), care_plain_row_new_fact(label, value));
}

static void
on_open_customer(AdwButtonRow *row, gpointer data)
{
    GtkWidget *dialog = gtk_widget_get_ancestor(GTK_WIDGET(row), ADW_TYPE_DIALOG);
    GtkWidget *root = GTK_WIDGET(gtk_widget_get_root(dialog));
    gint64 *customer = g_object_get_data(G_OBJECT(row), "care-customer");
    g_autoptr(GVariant) target = g_variant_ref_sink(g_variant_new("(sx)", "customer", *customer));

    adw_dialog_close(ADW_DIALOG(dialog));
    gtk_widget_activate_action_variant(root, "win.open", target);
}

static GtkWidget *
customer_row(CareId customer)
{
    GtkWidget *row = adw_button_row_new();

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), _("Go to Customer"));
    g_object_set_data_full(G_OBJECT(row), "care-customer", g_memdup2(&customer, sizeof customer), g_free);
    g_signal_connect(row, "activated", G_CALLBACK(on_open_customer), NULL);
    return row;
}

static GtkWidget *
content_new(CareContext *context, CareRecord *interaction)
{
    CareClock *clock = care_context_get_clock(context);
    GtkWidget *page = adw_preferences_page_new();
    GtkWidget *facts = adw_preferences_group_new();
    GtkWidget *more = adw_preferences_group_new();
    g_autofree char *at = care_format_instant(care_record_int(interaction, CARE_INTERACTION_AT),
                                              care_clock_zone(clock), care_clock_today(clock));
    const char *channel = care_record_text(interaction, CARE_INTERACTION_CHANNEL);

    add_fact(facts, _("When"), at);
    add_fact(facts, _("Channel"), care_choice_label(&care_interaction_channel_set, channel));
    add_fact(facts, _("How It Went"), care_record_text(interaction, CARE_INTERACTION_OUTCOME));
    add_fact(facts, _("Subject"), care_record_text(interaction, CARE_INTERACTION_SUBJECT));
    add_fact(facts, _("Text"), care_record_text(interaction, CARE_INTERACTION_BODY));
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(more),
                              customer_row(care_record_int(interaction, CARE_INTERACTION_CUSTOMER)));
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(facts));
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(more));
    return page;
}

void
care_sent_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *interaction)
{
    AdwDialog *dialog = adw_dialog_new();
    GtkWidget *view = adw_toolbar_view_new();
    g_autoptr(CareRecord) customer
        = care_store_get(care_context_get_store(context), &care_customer_kind,
                         care_record_int(interaction, CARE_INTERACTION_CUSTOMER), NULL);
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : NULL;

    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), content_new(context, interaction));
    adw_dialog_set_title(dialog, name ? name : _("Message"));
    adw_dialog_set_content_width(dialog, 480);
    adw_dialog_set_child(dialog, view);
    adw_dialog_present(dialog, parent);
}
