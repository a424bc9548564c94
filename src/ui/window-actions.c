/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-actions-private.h"

#include "ui/customers/customers-page.h"
#include "ui/first-run/first-run-page.h"
#include "ui/import/import-dialog.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/way-back.h"

static gboolean
has_shop(CareWindow *self)
{
    return care_context_get_store(care_window_get_context(self)) != NULL;
}

/* Who goes along the sidebar stays there. */
static void
place_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);

    if (care_window_show_place(self, g_variant_get_string(parameter, NULL)))
        care_window_enter_place(self);
}

static void
open_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *kind;
    gint64 id;

    g_variant_get(parameter, "(&sx)", &kind, &id);
    if (!care_places_for_kind(kind))
        g_critical("No place opens a %s", kind);
    care_window_open_row(CARE_WINDOW(widget), kind, id);
}

static void
open_here_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *kind;
    gint64 id;

    g_variant_get(parameter, "(&sx)", &kind, &id);
    care_window_open_here(CARE_WINDOW(widget), kind, id);
}

/* What a place began for a record, and has written: kind, id, and whom it was begun for. */
static void
open_begun_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *kind;
    gint64 id, begun_for;

    g_variant_get(parameter, "(&sxx)", &kind, &id, &begun_for);
    if (has_shop(CARE_WINDOW(widget)))
        care_window_lead_on(CARE_WINDOW(widget), care_places_for_kind(kind), kind, id, begun_for);
}

static void
create_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *kind;
    gint64 customer;

    g_variant_get(parameter, "(&sx)", &kind, &customer);
    /* a button that does nothing is a fault of the program, and is to be met by a test before a person meets it */
    if (has_shop(CARE_WINDOW(widget)) && !care_window_create(CARE_WINDOW(widget), kind, customer))
        g_critical("No place begins a %s", kind);
}

/* A job's bill is the business of the invoices, not of the jobs. */
static void
bill_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);

    if (has_shop(self))
        care_window_lead_to(self, care_places_find("invoices"), "job", g_variant_get_int64(parameter));
}

static void
new_job_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlace *place = care_window_front_place(CARE_WINDOW(widget));

    care_window_create(CARE_WINDOW(widget), "job", place ? care_place_customer(place) : 0);
}

static void
new_customer_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_window_create(CARE_WINDOW(widget), "customer", 0);
}

static gboolean
find_in(CarePlace *place)
{
    care_way_back_uncover(place);
    return care_place_focus_search(place);
}

/* The list that is looked at, if it has a filter of its own; else everything, as where the sidebar covers it. */
static void
find_here_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlace *place = care_window_front_place(CARE_WINDOW(widget));

    if (place && gtk_widget_get_mapped(GTK_WIDGET(place)) && find_in(place))
        care_window_stay(CARE_WINDOW(widget));
    else
        gtk_widget_activate_action(widget, "win.search", NULL);
}

static void
find_customers_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);

    if (care_window_show_place(self, "customers"))
        care_customers_page_filter(CARE_CUSTOMERS_PAGE(care_window_front_place(self)),
                                   g_variant_get_string(parameter, NULL));
}

static void
main_menu_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_sidebar_open_menu(care_window_show_sidebar(CARE_WINDOW(widget)));
}

/* The first customers are there; now whose shop they come to. Not over somebody who is being looked at; and where nobody was
 * brought, the welcome stands as it was. */
static void
on_first_import_closed(CareWindow *self, CareImportDialog *dialog)
{
    if (care_import_dialog_was_left(dialog)
        || care_first_run_is_due(care_context_get_store(care_window_get_context(self))))
        return;
    care_preferences_dialog_present_setting(GTK_WIDGET(self), care_window_get_context(self),
                                            CARE_SETTING_SHOP_NAME);
}

static void
activate(GtkWidget *widget, const char *detailed)
{
    g_autofree char *name = NULL;
    g_autoptr(GVariant) target = NULL;

    if (g_action_parse_detailed_name(detailed, &name, &target, NULL))
        gtk_widget_activate_action_variant(widget, name, target);
}

/* The first customers; the welcome gives way to them by itself. */
static void
bring_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);

    g_signal_connect_object(care_import_dialog_present(widget, care_window_get_context(self)), "closed",
                            G_CALLBACK(on_first_import_closed), self, G_CONNECT_SWAPPED);
}

/* The end of the first run: the house, and what was asked for ("win.setting::shop-name"); "" is nothing but the house. */
static void
begin_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);
    const char *action = g_variant_get_string(parameter, NULL);

    care_window_set_cover(self, NULL);
    if (*action)
        activate(widget, action);
    else
        care_window_enter_place(self);
}

void
care_window_actions_install(GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action(widget_class, "win.place", "s", place_action);
    gtk_widget_class_install_action(widget_class, "win.open", "(sx)", open_action);
    gtk_widget_class_install_action(widget_class, "win.open-begun", "(sxx)", open_begun_action);
    gtk_widget_class_install_action(widget_class, "win.open-here", "(sx)", open_here_action);
    gtk_widget_class_install_action(widget_class, "win.create", "(sx)", create_action);
    gtk_widget_class_install_action(widget_class, "win.bill", "x", bill_action);
    gtk_widget_class_install_action(widget_class, "win.new-job", NULL, new_job_action);
    gtk_widget_class_install_action(widget_class, "win.new-customer", NULL, new_customer_action);
    gtk_widget_class_install_action(widget_class, "win.find-here", NULL, find_here_action);
    gtk_widget_class_install_action(widget_class, "win.find-customers", "s", find_customers_action);
    gtk_widget_class_install_action(widget_class, "win.begin", "s", begin_action);
    gtk_widget_class_install_action(widget_class, "win.bring", NULL, bring_action);
    gtk_widget_class_install_action(widget_class, "win.main-menu", NULL, main_menu_action);
}
