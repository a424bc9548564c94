/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/occasion-row.h"

#include <glib/gi18n-lib.h>

#include "service/today/due-occasion.h"
#include "ui/kit/act-name.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/due-act.h"
#include "ui/parts/person-row.h"
#include "ui/place.h"

static char *
when(const CareUpcoming *upcoming, CareDate today)
{
    int days = care_date_days_between(today, upcoming->date);
    g_autofree char *day = care_format_date_day(upcoming->date, today);

    if (days == 0)
        return g_strdup_printf(_("Today · %s"), day);
    if (days == 1)
        return g_strdup_printf(_("Tomorrow · %s"), day);
    return g_strdup_printf(ngettext("In %d day · %s", "In %d days · %s", (gulong)days), days, day);
}

/* What the main button of a row is for. */
typedef struct {
    CareContext *context;
    CareDueItem *item;
} Act;

static void
act_free(gpointer data)
{
    Act *act = data;

    g_object_unref(act->context);
    care_due_item_free(act->item);
    g_free(act);
}

static void
on_act(GtkWidget *button, gpointer data)
{
    const Act *act = data;

    /* the row is another one once something was done */
    care_due_act_open(gtk_widget_get_ancestor(button, CARE_TYPE_PLACE), act->context, act->item);
}

/* As on the line that Today has about it. Takes that. */
static GtkWidget *
act_button(CareContext *context, CareDueItem *item)
{
    GtkWidget *button = gtk_button_new();
    Act *act = g_new(Act, 1);
    g_autoptr(GError) error = NULL;

    *act = (Act){ g_object_ref(context), item };
    care_due_choose_channel(care_store_reader(care_context_get_store(context)), act->item, &error);
    if (error)
        g_warning("%s", error->message);
    gtk_button_set_label(GTK_BUTTON(button), care_due_act_label(act->item));
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    g_object_set_data_full(G_OBJECT(button), "care-act", act, act_free);
    g_signal_connect(button, "clicked", G_CALLBACK(on_act), act);
    return button;
}

/* What the gift is for, as it is written down with it. */
static const char *
occasion_of(const CareUpcoming *upcoming)
{
    if (upcoming->sort == CARE_OCCASION_OWN && upcoming->name)
        return upcoming->name;
    return upcoming->sort == CARE_OCCASION_FIRST_JOB ? _("Anniversary of the first job") : _("Birthday");
}

static GtkWidget *
gift_button(const CareUpcoming *upcoming)
{
    GtkWidget *button = gtk_button_new_from_icon_name("care-gift-symbolic");

    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, _("Gift…"));
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "occasions.gift");
    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "(xs)", upcoming->customer,
                                     occasion_of(upcoming));
    return button;
}

/* Every line has the same two. */
static void
add_button(GtkWidget *row, GtkWidget *button, const char *act, const char *whose)
{
    care_act_name_set(button, act, whose);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), button);
}

GtkWidget *
care_occasion_row_new(CareContext *context, const CareUpcoming *upcoming, CareDate today,
                      GtkSizeGroup *buttons)
{
    CareDueItem *item = care_due_item_of_occasion(upcoming);
    g_autofree char *title = g_strdup(item->text);
    g_autofree char *subtitle = when(upcoming, today);
    GtkWidget *row = care_person_row_new(upcoming->customer_name, title, subtitle);
    GtkWidget *act = act_button(context, item);
    gboolean own = upcoming->sort == CARE_OCCASION_OWN;

    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(row), "win.open");
    gtk_actionable_set_action_target(GTK_ACTIONABLE(row), "(sx)", own ? "occasion" : "customer",
                                     own ? upcoming->record : upcoming->customer);
    care_plain_row_say_all(row, NULL);
    gtk_size_group_add_widget(buttons, act);
    add_button(row, gift_button(upcoming), _("Gift…"), title);
    add_button(row, act, gtk_button_get_label(GTK_BUTTON(act)), title);
    return row;
}

char *
care_occasion_group_title(CareDate date, CareDate today)
{
    int left = 7 - care_date_weekday(today); /* until Sunday */
    int days = care_date_days_between(today, date);

    if (days <= left)
        return g_strdup(_("This Week"));
    if (days <= left + 7)
        return g_strdup(_("Next Week"));
    return care_format_month(date);
}
