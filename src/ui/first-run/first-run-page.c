/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/first-run/first-run-page.h"

#include "model/customer.h"
#include "model/invoice.h"
#include "store/kind-query.h"
#include "ui/actions.h"
#include "ui/kit/banner.h"
#include "ui/kit/template.h"

struct _CareFirstRunPage {
    AdwBin parent_instance;

    CareContext *context;

    GtkMenuButton *menu_button;
    CareBanner *error_banner;
    GtkWidget *ways;
    GtkWidget *bring;
    GtkWidget *look;
    GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE(CareFirstRunPage, care_first_run_page, ADW_TYPE_BIN)

static gboolean
remember(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_FIRST_RUN_DONE, "true", error);
}

/* Nothing is begun before somebody was brought. */
static void
on_bring(CareFirstRunPage *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.bring", NULL);
}

/* The window takes the cover away; then the action is the house's. */
static void
on_empty(CareFirstRunPage *self)
{
    g_autoptr(GtkWidget) root = g_object_ref(GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(self))));

    care_store_write_async(care_context_get_store(self->context), CARE_PRIORITY_INTERACTIVE, remember, NULL,
                           NULL, NULL, NULL, NULL);
    gtk_widget_activate_action(root, "win.begin", "s", "win.setting::" CARE_SETTING_SHOP_NAME);
}

static void
on_look(CareFirstRunPage *self)
{
    care_banner_show_error(self->error_banner, NULL);
    gtk_widget_set_sensitive(self->ways, FALSE);
    gtk_widget_set_visible(self->spinner, TRUE);
    gtk_widget_activate_action(GTK_WIDGET(self), "app.look-around", NULL);
}

/* Somebody is in the shop by now, by whatever key or program: they are in the house, and not here. */
static void
on_store_changed(CareFirstRunPage *self)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    if (root && !care_first_run_is_due(care_context_get_store(self->context)))
        gtk_widget_activate_action(GTK_WIDGET(root), "win.begin", "s", "");
}

static void
care_first_run_page_dispose(GObject *object)
{
    CareFirstRunPage *self = CARE_FIRST_RUN_PAGE(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_FIRST_RUN_PAGE);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_first_run_page_parent_class)->dispose(object);
}

static void
care_first_run_page_class_init(CareFirstRunPageClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_first_run_page_dispose;

    CARE_TEMPLATE(klass, "first-run/first-run-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareFirstRunPage, menu_button, error_banner, ways, bring, look, spinner);
    CARE_TEMPLATE_CALLBACKS(klass, on_bring, on_empty, on_look);
}

static void
care_first_run_page_init(CareFirstRunPage *self)
{
    g_autoptr(GMenuModel) menu = care_actions_main_menu();

    gtk_widget_init_template(GTK_WIDGET(self));
    gtk_menu_button_set_menu_model(self->menu_button, menu);
}

GtkWidget *
care_first_run_page_new(CareContext *context)
{
    CareFirstRunPage *self = g_object_new(CARE_TYPE_FIRST_RUN_PAGE, NULL);

    self->context = g_object_ref(context);
    g_signal_connect_object(care_context_get_store(context), "changed", G_CALLBACK(on_store_changed), self,
                            G_CONNECT_SWAPPED);
    gtk_widget_set_visible(
        self->look, g_action_group_has_action(G_ACTION_GROUP(g_application_get_default()), "look-around"));
    return GTK_WIDGET(self);
}

void
care_first_run_page_tell(CareFirstRunPage *self, const GError *error)
{
    g_return_if_fail(CARE_IS_FIRST_RUN_PAGE(self));
    gtk_widget_set_visible(self->spinner, FALSE);
    gtk_widget_set_sensitive(self->ways, TRUE);
    care_banner_show_error(self->error_banner, error);
}

gboolean
care_first_run_is_due(CareStore *store)
{
    g_autofree char *done = care_store_setting(store, CARE_SETTING_FIRST_RUN_DONE);

    return done == NULL && !care_kind_had_any(care_store_reader(store), &care_customer_kind, TRUE)
           && !care_kind_had_any(care_store_reader(store), &care_invoice_kind, TRUE);
}
