/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/chart-card.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/alert.h"
#include "ui/kit/template.h"
#include "ui/kit/wrap.h"
#include "ui/insights/chart-table.h"

struct _CareChartCard {
    AdwBin parent_instance;

    GtkLabel *title;
    GtkLabel *reading;
    GtkButton *action;
    GtkMenuButton *menu;
    GtkStack *stack;
    CareChartView *view;
    AdwBin *table;
    char *definition;
    char *action_key;
    gboolean show_table;
};

enum {
    PROP_SHOW_TABLE = 1,
    N_PROPS,
};

enum {
    MARK_ACTIVATED,
    N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareChartCard, care_chart_card, ADW_TYPE_BIN)

static void
on_mark_activated(CareChartCard *self, const char *key)
{
    g_signal_emit(self, signals[MARK_ACTIVATED], 0, key);
}

static void
on_action_clicked(CareChartCard *self)
{
    g_signal_emit(self, signals[MARK_ACTIVATED], 0, self->action_key);
}

/* The table is made when it is first asked for: most cards are never turned. */
static void
set_show_table(CareChartCard *self, gboolean show)
{
    CareChart *chart = care_chart_view_get_chart(self->view);

    if (self->show_table == show)
        return;
    self->show_table = show;
    if (show && chart != NULL && adw_bin_get_child(self->table) == NULL)
        adw_bin_set_child(self->table, care_chart_table_new(chart));
    gtk_stack_set_visible_child_name(self->stack, show ? "table" : "chart");
    g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_SHOW_TABLE]);
}

static void
show_definition(GtkWidget *widget, const char *action, GVariant *parameter)
{
    CareChartCard *self = CARE_CHART_CARD(widget);
    AdwDialog *dialog = ADW_DIALOG(care_alert_new(gtk_label_get_text(self->title), self->definition));

    adw_alert_dialog_add_response(ADW_ALERT_DIALOG(dialog), "close", _("_Close"));
    adw_alert_dialog_set_close_response(ADW_ALERT_DIALOG(dialog), "close");
    adw_dialog_present(dialog, widget);
}

static void
care_chart_card_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_SHOW_TABLE:
        g_value_set_boolean(value, CARE_CHART_CARD(object)->show_table);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_chart_card_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_SHOW_TABLE:
        set_show_table(CARE_CHART_CARD(object), g_value_get_boolean(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_chart_card_finalize(GObject *object)
{
    g_free(CARE_CHART_CARD(object)->definition);
    g_free(CARE_CHART_CARD(object)->action_key);
    G_OBJECT_CLASS(care_chart_card_parent_class)->finalize(object);
}

static void
care_chart_card_class_init(CareChartCardClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->get_property = care_chart_card_get_property;
    object_class->set_property = care_chart_card_set_property;
    object_class->finalize = care_chart_card_finalize;

    properties[PROP_SHOW_TABLE]
        = g_param_spec_boolean("show-table", NULL, NULL, FALSE,
                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);

    /**
     * CareChartCard::mark-activated:
     * @key: names the rows to open, as chart/insights.h lists them
     */
    signals[MARK_ACTIVATED] = g_signal_new("mark-activated", CARE_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_CHART_VIEW);
    CARE_TEMPLATE(klass, "insights/chart-card.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareChartCard, title, reading, action, menu, stack, view, table);
    CARE_TEMPLATE_CALLBACKS(klass, on_mark_activated, on_action_clicked);
    gtk_widget_class_install_property_action(widget_class, "card.show-table", "show-table");
    gtk_widget_class_install_action(widget_class, "card.definition", NULL, show_definition);
    gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_chart_card_init(CareChartCard *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    gtk_widget_action_set_enabled(GTK_WIDGET(self), "card.definition", FALSE);
}

/**
 * care_chart_card_new:
 * @definition: (nullable): how the figures are counted, for the menu
 */
GtkWidget *
care_chart_card_new(CareChart *chart, const char *definition)
{
    CareChartCard *self = g_object_new(CARE_TYPE_CHART_CARD, NULL);

    care_chart_card_set_chart(self, chart);
    care_chart_card_set_definition(self, definition);
    return GTK_WIDGET(self);
}

/* Fresh figures in the same card keep its side, chart or table. */
void
care_chart_card_set_chart(CareChartCard *self, CareChart *chart)
{
    g_autofree char *menu_name = NULL;
    const char *reading;

    g_return_if_fail(CARE_IS_CHART_CARD(self) && CARE_IS_CHART(chart));
    reading = care_chart_get_reading(chart);
    gtk_label_set_text(self->title, care_chart_get_title(chart));
    gtk_label_set_text(self->reading, reading != NULL ? reading : "");
    gtk_widget_set_visible(GTK_WIDGET(self->reading), reading != NULL);
    care_chart_view_set_chart(self->view, chart);
    gtk_widget_action_set_enabled(GTK_WIDGET(self), "card.show-table", !care_chart_is_empty(chart));
    adw_bin_set_child(self->table, self->show_table ? care_chart_table_new(chart) : NULL);

    /* TRANSLATORS: the menu of a chart, "More about Recommendation by Quarter" */
    menu_name = g_strdup_printf(_("More about %s"), care_chart_get_title(chart));
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   care_chart_get_title(chart), -1);
}

void
care_chart_card_set_definition(CareChartCard *self, const char *definition)
{
    g_return_if_fail(CARE_IS_CHART_CARD(self));
    g_set_str(&self->definition, definition);
    gtk_widget_action_set_enabled(GTK_WIDGET(self), "card.definition", definition != NULL);
}

/* A button in the head that opens rows, "Show the 38"; NULL takes it away. */
void
care_chart_card_set_action(CareChartCard *self, const char *label, const char *key)
{
    g_return_if_fail(CARE_IS_CHART_CARD(self));
    g_set_str(&self->action_key, key);
    gtk_button_set_label(self->action, label != NULL ? label : "");
    gtk_widget_set_visible(GTK_WIDGET(self->action), label != NULL);
}

CareChartView *
care_chart_card_get_view(CareChartCard *self)
{
    return self->view;
}
