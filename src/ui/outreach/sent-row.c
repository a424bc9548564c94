/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outreach/sent-row.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/room.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/wrapped-label.h"

struct _CareSentRow {
    AdwBin parent_instance;

    CareThingIcon *icon;
    GtkLabel *title;
    GtkLabel *facts;
    GtkLabel *at;
};

G_DEFINE_FINAL_TYPE(CareSentRow, care_sent_row, ADW_TYPE_BIN)

static void
care_sent_row_class_init(CareSentRowClass *klass)
{
}

static void
care_sent_row_init(CareSentRow *self)
{
    GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);

    self->icon = CARE_THING_ICON(care_thing_icon_new("care-mail-symbolic", CARE_TONE_NEUTRAL));
    gtk_widget_set_valign(GTK_WIDGET(self->icon), GTK_ALIGN_CENTER);
    gtk_widget_set_margin_top(row, 6);
    gtk_widget_set_margin_bottom(row, 6);
    gtk_widget_set_hexpand(words, TRUE);
    gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(row), GTK_WIDGET(self->icon));
    gtk_box_append(GTK_BOX(row), words);
    self->title = care_wrapped_label_append(words, NULL);
    self->facts = care_wrapped_label_append(words, "caption dimmed");
    self->at = care_wrapped_label_append(row, "caption dimmed numeric");
    gtk_label_set_wrap(self->at, FALSE);
    care_room_give(row, 12);
    adw_bin_set_child(ADW_BIN(self), row);
}

GtkWidget *
care_sent_row_new(void)
{
    return g_object_new(CARE_TYPE_SENT_ROW, NULL);
}

char *
care_sent_subject(CareRecord *interaction)
{
    const char *subject = care_record_text(interaction, CARE_INTERACTION_SUBJECT);
    const char *body = care_record_text(interaction, CARE_INTERACTION_BODY);
    g_auto(GStrv) lines = NULL;

    if (subject)
        return g_strdup(subject);
    lines = g_strsplit(body ? body : "", "\n", 2);
    return g_strdup(lines[0] && *lines[0]
                        ? lines[0]
                        : care_choice_label(&care_interaction_channel_set,
                                            care_record_text(interaction, CARE_INTERACTION_CHANNEL)));
}

void
care_sent_row_set_interaction(CareSentRow *self, CareContext *context, CareRecord *interaction)
{
    CareClock *clock = care_context_get_clock(context);
    const char *channel = care_record_text(interaction, CARE_INTERACTION_CHANNEL);
    g_autoptr(CareRecord) customer
        = care_store_get(care_context_get_store(context), &care_customer_kind,
                         care_record_int(interaction, CARE_INTERACTION_CUSTOMER), NULL);
    g_autofree char *subject = care_sent_subject(interaction);
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : "";
    /* Translators: a customer and what they were told */
    g_autofree char *title = g_strdup_printf(_("%s: %s"), name, subject);
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(interaction, CARE_INTERACTION_AT), care_clock_zone(clock)),
        care_clock_today(clock));
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, care_choice_label(&care_interaction_channel_set, channel));
    care_facts_add(facts, care_choice_label(&care_contact_class_set,
                                            care_record_text(interaction, CARE_INTERACTION_CLASS)));
    care_facts_add(facts, care_record_text(interaction, CARE_INTERACTION_OUTCOME));
    care_thing_icon_set_icon_name(self->icon, care_channel_icon(channel));
    gtk_label_set_text(self->title, title);
    gtk_label_set_text(self->facts, facts->str);
    gtk_label_set_text(self->at, day);
}

const char *
care_sent_row_get_title(CareSentRow *self)
{
    return gtk_label_get_text(self->title);
}
