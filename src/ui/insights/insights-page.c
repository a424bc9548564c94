/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-page.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/template.h"
#include "ui/insights/insights-board.h"
#include "ui/insights/insights-figures.h"
#include "ui/insights/insights-rows.h"
#include "ui/insights/rows-page.h"

struct _CareInsightsPage {
    CarePlace parent_instance;

    GtkStack *stack;
    CareInsightsBoard *board;
    AdwStatusPage *trouble;
    CareInsights *insights; /* what is shown; NULL until it is computed */
    GCancellable *computing;
};

G_DEFINE_FINAL_TYPE(CareInsightsPage, care_insights_page, CARE_TYPE_PLACE)

static void
on_rows_requested(CareInsightsPage *self, const char *key)
{
    CareContext *context = care_place_get_context(CARE_PLACE(self));
    g_autoptr(GListModel) rows = NULL;
    g_autofree char *count = NULL;

    if (self->insights == NULL)
        return;
    rows = care_insights_rows(care_context_get_store(context), self->insights, key, &count);
    if (rows != NULL)
        care_insights_page_show_rows(self, care_insights_rows_title(key), count, rows);
}

static gpointer
compute(CareConnection *connection, gpointer clock, GError **error)
{
    CareDate from, to;

    care_insights_default_period(care_clock_today(clock), &from, &to);
    return care_insights_compute(connection, clock, from, to, error);
}

static void
insights_free(gpointer insights)
{
    care_insights_free(insights);
}

/* Figures of before are not shown as those of now. */
static void
show_trouble(CareInsightsPage *self, const GError *error)
{
    g_autofree char *escaped = g_markup_escape_text(error->message, -1);

    adw_status_page_set_description(self->trouble, escaped);
    gtk_stack_set_visible_child_name(self->stack, "trouble");
}

static void
on_computed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareInsightsPage) self = data;
    g_autoptr(GError) error = NULL;
    CareClock *clock = care_store_clock(CARE_STORE(source));
    CareInsights *insights = care_store_read_finish(CARE_STORE(source), result, &error);

    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    g_clear_object(&self->computing);
    if (insights == NULL) {
        show_trouble(self, error);
        return;
    }
    g_clear_pointer(&self->insights, care_insights_free);
    self->insights = insights;
    if (!care_insights_is_empty(insights))
        care_insights_board_show(self->board, insights, care_clock_today(clock), care_clock_zone(clock));
    gtk_stack_set_visible_child_name(self->stack, care_insights_is_empty(insights) ? "empty" : "board");
}

/* Computed on the reading thread; what was under way is given up. */
static void
refresh(CareInsightsPage *self)
{
    CareContext *context = care_place_get_context(CARE_PLACE(self));
    CareStore *store = context != NULL ? care_context_get_store(context) : NULL;

    if (store == NULL)
        return;
    g_cancellable_cancel(self->computing);
    g_clear_object(&self->computing);
    self->computing = g_cancellable_new();
    care_store_read_async(store, compute, g_object_ref(care_store_clock(store)), g_object_unref,
                          insights_free, self->computing, on_computed, g_object_ref(self));
}

/* No figure is made of a note, and none of what somebody is called and reached by. */
static guint64
counted_fields(const CareKind *kind)
{
    gboolean is_named = care_kind_sort_field(kind) >= 0;
    guint64 fields = 0;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        gboolean names = field->kind == CARE_FIELD_TEXT || field->kind == CARE_FIELD_LIST;

        if (!(field->flags & CARE_FIELD_LONG) && !(is_named && names))
            fields |= CARE_FIELD_BIT(i);
    }
    return fields;
}

/* The currency of the sums, and the hours in which an answer was awaited, are settings. */
static void
on_store_changed(CareStore *store, CareChangeSet *changes, CareInsightsPage *self)
{
    if (care_change_set_has_kind(changes, "setting")) {
        refresh(self);
        return;
    }
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        if ((*kind)->flags & CARE_KIND_COUNTED
            && care_change_set_has_fields(changes, (*kind)->name, counted_fields(*kind))) {
            refresh(self);
            return;
        }
    }
}

static void
care_insights_page_constructed(GObject *object)
{
    CareInsightsPage *self = CARE_INSIGHTS_PAGE(object);
    CareContext *context = care_place_get_context(CARE_PLACE(self));
    CareStore *store = context != NULL ? care_context_get_store(context) : NULL;

    G_OBJECT_CLASS(care_insights_page_parent_class)->constructed(object);
    if (store != NULL)
        g_signal_connect_object(store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_DEFAULT);
    refresh(self);
}

static void
care_insights_page_dispose(GObject *object)
{
    CareInsightsPage *self = CARE_INSIGHTS_PAGE(object);

    g_cancellable_cancel(self->computing);
    g_clear_object(&self->computing);
    g_clear_pointer(&self->insights, care_insights_free);
    G_OBJECT_CLASS(care_insights_page_parent_class)->dispose(object);
}

static void
care_insights_page_class_init(CareInsightsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->constructed = care_insights_page_constructed;
    object_class->dispose = care_insights_page_dispose;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_INSIGHTS_BOARD);
    CARE_TEMPLATE(klass, "insights/insights-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInsightsPage, stack, board, trouble);
    CARE_TEMPLATE_CALLBACKS(klass, on_rows_requested, refresh);
}

static void
care_insights_page_init(CareInsightsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
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
