/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/gift-row.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/gift.h"
#include "ui/kit/avatar.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/wrapped-label.h"

struct _CareGiftRow {
    AdwBin parent_instance;

    AdwAvatar *avatar;
    GtkLabel *title;
    GtkLabel *facts;
    GtkLabel *cost;
};

G_DEFINE_FINAL_TYPE(CareGiftRow, care_gift_row, ADW_TYPE_BIN)

static void
care_gift_row_class_init(CareGiftRowClass *klass)
{
}

static void
care_gift_row_init(CareGiftRow *self)
{
    GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);

    self->avatar = ADW_AVATAR(adw_avatar_new(32, NULL, TRUE));
    g_object_set(self->avatar, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                 GTK_ALIGN_CENTER, NULL);
    gtk_widget_set_margin_top(row, 9);
    gtk_widget_set_margin_bottom(row, 9);
    gtk_widget_set_margin_start(row, 6);
    gtk_widget_set_margin_end(row, 6);
    gtk_widget_set_hexpand(words, TRUE);
    gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(row), GTK_WIDGET(self->avatar));
    gtk_box_append(GTK_BOX(row), words);
    self->title = care_wrapped_label_append(words, NULL);
    self->facts = care_wrapped_label_append(words, "caption dimmed");
    self->cost = care_wrapped_label_append(row, "numeric dimmed");
    gtk_label_set_wrap(self->cost, FALSE);
    adw_bin_set_child(ADW_BIN(self), row);
}

GtkWidget *
care_gift_row_new(void)
{
    return g_object_new(CARE_TYPE_GIFT_ROW, NULL);
}

void
care_gift_row_set_gift(CareGiftRow *self, CareContext *context, CareRecord *gift)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) customer
        = care_store_get(store, &care_customer_kind, care_record_int(gift, CARE_GIFT_CUSTOMER), NULL);
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : "";
    const char *what = care_record_text(gift, CARE_GIFT_NAME);
    g_autofree char *currency = care_store_setting(store, CARE_SETTING_CURRENCY);
    /* Translators: a customer and a gift: "Bea Koch: coffee mug" */
    g_autofree char *title = g_strdup_printf(_("%s: %s"), name, what ? what : "");
    g_autofree char *cost
        = care_record_is_set(gift, CARE_GIFT_COST)
              ? care_money_format(care_record_int(gift, CARE_GIFT_COST), care_record_currency(gift, currency))
              : g_strdup("");
    g_autofree char *given = care_record_is_set(gift, CARE_GIFT_GIVEN)
                                 ? care_format_date(care_record_date(gift, CARE_GIFT_GIVEN),
                                                    care_clock_today(care_context_get_clock(context)))
                                 : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, care_choice_label(&care_gift_state_set, care_record_text(gift, CARE_GIFT_STATE)));
    care_facts_add(facts, given);
    care_facts_add(facts, care_record_text(gift, CARE_GIFT_OCCASION));
    care_avatar_set_name(self->avatar, name);
    gtk_label_set_text(self->title, title);
    gtk_label_set_text(self->facts, facts->str);
    gtk_label_set_text(self->cost, cost);
}

const char *
care_gift_row_get_title(CareGiftRow *self)
{
    return gtk_label_get_text(self->title);
}
