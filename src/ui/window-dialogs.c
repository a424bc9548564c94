/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-dialogs-private.h"

#include <string.h>

#include "model/customer.h"
#include "ui/compose/compose-dialog.h"
#include "ui/compose/compose-draft.h"
#include "ui/customers/customer-editor.h"
#include "ui/export/export-dialog.h"
#include "ui/feedback/answer-dialog.h"
#include "ui/feedback/survey-answer.h"
#include "ui/import/import-dialog.h"
#include "ui/kit/dialog-fit.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/reach.h"
#include "ui/parts/compose-target.h"
#include "ui/parts/typed-customer.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/preferences/setting-typed.h"
#include "ui/recently-deleted.h"
#include "ui/search/search-dialog.h"
#include "ui/staff/staff-dialog.h"

/* NULL on the pages of trouble and of the first run, which have no store. */
static CareContext *
shop_of(GtkWidget *widget)
{
    CareContext *context = care_window_get_context(CARE_WINDOW(widget));

    return context && care_context_get_store(context) ? context : NULL;
}

static void
compose_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);
    CareMessageOccasion occasion = care_compose_occasion(parameter);

    if (context)
        care_compose_dialog_present(widget, context, &occasion);
}

static void
call_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);
    CareId customer, job;

    g_variant_get(parameter, CARE_CALL_TYPE, &customer, &job);
    if (context)
        care_call_dialog_present_plain(context, customer, job, widget);
}

static void
ask_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);
    CareMessageOccasion occasion = care_compose_occasion(parameter);

    if (context)
        care_answer_dialog_ask(widget, context, occasion.record, occasion.channel);
}

/* Not over an open editor, which would be left behind with what was typed into it. */
static void
search_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);

    if (context && !adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(widget)))
        care_search_dialog_present(context, NULL, widget);
}

static void
search_for_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);

    if (context)
        care_search_dialog_present(context, g_variant_get_string(parameter, NULL), widget);
}

/* Of what was typed to find somebody, and found nobody; then what they are wanted for, if that was asked. */
static void
new_customer_called_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);
    g_autoptr(CareCustomerChooser) waiting = care_customer_chooser_take_waiting(widget);
    g_autoptr(CareRecord) customer = care_typed_customer_new(g_variant_get_string(parameter, NULL));

    if (context && waiting)
        care_customer_editor_present_for(widget, context, customer, waiting);
    else if (context)
        care_customer_editor_present(widget, context, customer);
}

static void
present_backup(GtkWidget *widget, CareContext *context)
{
    care_preferences_dialog_present(widget, context, "backup");
}

static void
present_import(GtkWidget *widget, CareContext *context)
{
    care_import_dialog_present(widget, context);
}

static void
present_add_person(GtkWidget *widget, CareContext *context)
{
    care_staff_dialog_present(widget, context, NULL);
}

/* Those that need to know nothing more. */
static const struct {
    const char *action;
    void (*present)(GtkWidget *widget, CareContext *context);
} dialogs[] = {
    { "win.recently-deleted", care_recently_deleted_present },
    { "win.add-person", present_add_person },
    { "win.import", present_import },
    { "win.export", care_export_dialog_present },
    { "win.backup", present_backup },
};

/* Not over an open dialog: asked for twice, it would lie there twice. */
static void
dialog_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);

    if (!context || adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(widget)))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(dialogs); i++)
        if (g_str_equal(dialogs[i].action, name))
            dialogs[i].present(widget, context);
}

static void
setting_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);

    if (context)
        care_preferences_dialog_present_setting(widget, context, g_variant_get_string(parameter, NULL));
}

static void
customer_field_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareContext *context = shop_of(widget);
    g_autoptr(CareRecord) customer = NULL;
    const char *field;
    gint64 id;

    g_variant_get(parameter, "(x&s)", &id, &field);
    if (context)
        customer = care_store_get(care_context_get_store(context), &care_customer_kind, id, NULL);
    if (customer)
        care_customer_editor_present_field(widget, context, customer, field);
}

gboolean
care_window_dialogs_continue(CareWindow *self, const char *key)
{
    GtkWidget *widget = GTK_WIDGET(self);
    CareContext *context = care_window_get_context(self);

    if (g_str_has_prefix(key, CARE_COMPOSE_DRAFT))
        care_compose_dialog_continue(widget, context, key);
    else if (g_str_has_prefix(key, CARE_ASK_DRAFT) || g_str_has_prefix(key, CARE_SURVEY_DRAFT))
        care_answer_dialog_continue(widget, context, key);
    else if (g_str_has_prefix(key, CARE_CALL_DRAFT))
        care_call_dialog_continue(context, key, widget);
    else if (g_str_has_prefix(key, CARE_SETTING_DRAFT))
        care_preferences_dialog_present_setting(widget, context, key + strlen(CARE_SETTING_DRAFT));
    else if (g_str_has_prefix(key, CARE_STAFF_DRAFT))
        care_staff_dialog_continue(widget, context, key);
    else
        return FALSE;
    return TRUE;
}

/* Once for each. */
static void
on_visible_dialog(CareWindow *self)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self));

    if (!dialog || g_object_get_data(G_OBJECT(dialog), "care-fitted"))
        return;
    g_object_set_data(G_OBJECT(dialog), "care-fitted", self);
    if (ADW_IS_ALERT_DIALOG(dialog))
        care_alert_fit(ADW_ALERT_DIALOG(dialog));
    else
        care_dialog_fill(dialog);
    care_header_fit(dialog);
}

static gboolean
is_for_window(guint key, GdkModifierType state)
{
    if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
        return FALSE;
    return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || (key >= GDK_KEY_F1 && key <= GDK_KEY_F12);
}

#define ENTERED "care-entered"

static gboolean
has_cursor(CareWindow *self, AdwDialog *dialog)
{
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self));

    return focus && gtk_widget_is_ancestor(focus, GTK_WIDGET(dialog));
}

/* Known by then, for the cursor leaves it before it is gone. */
static void
on_focus(CareWindow *self)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self));

    if (dialog && has_cursor(self, dialog))
        g_object_set_data(G_OBJECT(dialog), ENTERED, dialog);
}

/* A dialog keeps such keys from the window while the cursor is in it; before that, one that is pressed twice would open what it
 * opens once more. One that is closing has had the cursor, and keeps nobody waiting. */
static gboolean
on_key(CareWindow *self, guint key, guint code, GdkModifierType state)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self));

    if (!dialog || !is_for_window(key, state) || g_object_get_data(G_OBJECT(dialog), ENTERED))
        return GDK_EVENT_PROPAGATE;
    return GDK_EVENT_STOP;
}

void
care_window_dialogs_watch(CareWindow *self)
{
    GtkEventController *keys = gtk_event_controller_key_new();

    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(GTK_WIDGET(self), keys);
    g_signal_connect(self, "notify::focus-widget", G_CALLBACK(on_focus), NULL);
    g_signal_connect(self, "notify::visible-dialog", G_CALLBACK(on_visible_dialog), NULL);
}

void
care_window_dialogs_install(GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action(widget_class, CARE_COMPOSE_ACTION, CARE_COMPOSE_TYPE, compose_action);
    gtk_widget_class_install_action(widget_class, CARE_CALL_ACTION, CARE_CALL_TYPE, call_action);
    gtk_widget_class_install_action(widget_class, "win.setting", "s", setting_action);
    gtk_widget_class_install_action(widget_class, CARE_ASK_ACTION, CARE_COMPOSE_TYPE, ask_action);
    gtk_widget_class_install_action(widget_class, "win.customer-field", "(xs)", customer_field_action);
    gtk_widget_class_install_action(widget_class, "win.new-customer-called", "s", new_customer_called_action);
    gtk_widget_class_install_action(widget_class, "win.search", NULL, search_action);
    gtk_widget_class_install_action(widget_class, "win.search-for", "s", search_for_action);
    for (gsize i = 0; i < G_N_ELEMENTS(dialogs); i++)
        gtk_widget_class_install_action(widget_class, dialogs[i].action, NULL, dialog_action);
}
