/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-page.h"

#include "ui/insights/rows-page.h"

struct _CareInsightsPage {
    CarePlace parent_instance;

    GtkStack *stack;
    CareInsightsBoard *board;
};

enum {
    ROWS_REQUESTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInsightsPage, care_insights_page, CARE_TYPE_PLACE)

static void
on_rows_requested(CareInsightsPage *self, const char *key)
{
    g_signal_emit(self, signals[ROWS_REQUESTED], 0, key);
}

static void
care_insights_page_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INSIGHTS_PAGE);
    G_OBJECT_CLASS(care_insights_page_parent_class)->dispose(object);
}

static void
care_insights_page_class_init(CareInsightsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_insights_page_dispose;

    /**
     * CareInsightsPage::rows-requested:
     * @key: names the rows behind a figure, as chart/insights.h lists them
     */
    signals[ROWS_REQUESTED] = g_signal_new("rows-requested", CARE_TYPE_INSIGHTS_PAGE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

    g_type_ensure(CARE_TYPE_INSIGHTS_BOARD);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/insights/insights-page.ui");
    gtk_widget_class_bind_template_child(widget_class, CareInsightsPage, stack);
    gtk_widget_class_bind_template_child(widget_class, CareInsightsPage, board);
    gtk_widget_class_bind_template_callback(widget_class, on_rows_requested);
}

static void
care_insights_page_init(CareInsightsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* @figures: (nullable): copied; NULL: the shop has nothing to count yet. */
void
care_insights_page_set_figures(CareInsightsPage *self, const CareInsightsFigures *figures)
{
    g_return_if_fail(CARE_IS_INSIGHTS_PAGE(self));
    if (figures != NULL)
        care_insights_board_set_figures(self->board, figures);
    gtk_stack_set_visible_child_name(self->stack, figures != NULL ? "board" : "empty");
}

/* Goes to the rows behind a figure; one page at a time, from which the way back leads to the figures. @rows:
 * (element-type CareInsightsRow). */
void
care_insights_page_show_rows(CareInsightsPage *self, const char *title, const char *subtitle,
                             GListModel *rows)
{
    AdwNavigationView *navigation;
    CareRowsPage *page;

    g_return_if_fail(CARE_IS_INSIGHTS_PAGE(self));
    /* Not a bound child: disposing the template would take it from under AdwBin. */
    navigation = ADW_NAVIGATION_VIEW(adw_bin_get_child(ADW_BIN(self)));
    page = care_rows_page_new(title, subtitle, rows);
    adw_navigation_view_pop_to_tag(navigation, "figures");
    adw_navigation_view_push(navigation, ADW_NAVIGATION_PAGE(page));
}
