/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-board.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"
#include "model/metrics/xmr.h"
#include "ui/kit/columns.h"
#include "ui/kit/template.h"
#include "ui/insights/chart-card.h"
#include "ui/insights/figure-tile.h"

typedef enum {
    CARD_NPS,
    CARD_FRT,
    CARD_REVENUE,
    CARD_RHYTHM,
    CARD_RETENTION,
    N_CARDS,
} Card;

struct _CareInsightsBoard {
    AdwBin parent_instance;

    CareColumns *tiles;
    CareColumns *cards;
    CareChartCard *card[N_CARDS]; /* kept over fresh figures: a table stays a table, the focus where it is */
};

enum {
    ROWS_REQUESTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInsightsBoard, care_insights_board, ADW_TYPE_BIN)

static void
request_rows(CareInsightsBoard *self, const char *key)
{
    if (key != NULL)
        g_signal_emit(self, signals[ROWS_REQUESTED], 0, key);
}

static void
on_tile_clicked(CareInsightsBoard *self, CareFigureTile *tile)
{
    request_rows(self, care_figure_tile_get_key(tile));
}

static void
care_insights_board_class_init(CareInsightsBoardClass *klass)
{
    /**
     * CareInsightsBoard::rows-requested:
     * @key: names the rows to open, as chart/insights.h lists them
     */
    signals[ROWS_REQUESTED] = g_signal_new("rows-requested", CARE_TYPE_INSIGHTS_BOARD, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

    CARE_TEMPLATE_NEEDS(CARE_TYPE_COLUMNS);
    CARE_TEMPLATE(klass, "insights/insights-board.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInsightsBoard, tiles, cards);
}

static void
care_insights_board_init(CareInsightsBoard *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* Owns @chart. */
static void
add_tile(CareInsightsBoard *self, CareChart *chart, int position)
{
    GtkWidget *tile = care_figure_tile_new(chart);

    g_signal_connect_swapped(tile, "clicked", G_CALLBACK(on_tile_clicked), self);
    care_columns_append(self->tiles, tile, position);
    g_object_unref(chart);
}

/* Owns @chart. */
static void
set_card(CareInsightsBoard *self, Card which, CareChart *chart, const char *definition)
{
    if (self->card[which] == NULL) {
        self->card[which] = CARE_CHART_CARD(care_chart_card_new(chart, definition));
        g_signal_connect_swapped(self->card[which], "mark-activated", G_CALLBACK(request_rows), self);
        care_columns_append(self->cards, GTK_WIDGET(self->card[which]), which);
    } else {
        care_chart_card_set_chart(self->card[which], chart);
    }
    g_object_unref(chart);
}

static void
set_tiles(CareInsightsBoard *self, const CareInsightsFigures *f)
{
    gsize n = f->n_spark_months;

    care_columns_clear(self->tiles);
    add_tile(self, care_nps_tile_new(&f->nps, f->nps_months, f->nps_months != NULL ? n : 0), 0);
    add_tile(self, care_frt_tile_new(&f->frt, f->frt_months, f->frt_months != NULL ? n : 0), 1);
    add_tile(self, care_repeat_tile_new(&f->repeat, f->repeat_months, f->repeat_months != NULL ? n : 0), 2);
    add_tile(self, care_billing_tile_new(&f->billing, f->billing_months, f->billing_months != NULL ? n : 0),
             3);
}

static void
set_late_action(CareInsightsBoard *self, guint late)
{
    g_autofree char *label = g_strdup_printf(ngettext("Show the %u", "Show the %u", late), late);

    care_chart_card_set_action(self->card[CARD_RHYTHM], late > 0 ? label : NULL, "rhythm:late");
}

/* Shows fresh figures in place of the old ones. Nothing of @figures is kept. */
static char *
other_sentence(const CareOwed *owed)
{
    g_autofree char *open = care_money_format(owed->outstanding, owed->currency);
    g_autofree char *back = care_money_format(owed->owed_back, owed->currency);

    if (owed->outstanding > 0 && owed->owed_back > 0)
        /* Translators: two amounts */
        return g_strdup_printf(_("Besides, %s is open, and you owe %s to customers."), open, back);
    return owed->outstanding > 0 ? g_strdup_printf(_("%s is open besides."), open)
                                 : g_strdup_printf(_("You owe %s to customers besides."), back);
}

/* What the columns cannot show, since they are of one currency, stands in words below them. */
static CareChart *
with_others(CareChart *chart, GPtrArray *others)
{
    g_autofree char *words = g_strdup(care_chart_get_reading(chart));

    for (guint i = 0; others != NULL && i < others->len; i++) {
        const CareOwed *owed = others->pdata[i];
        g_autofree char *sentence
            = owed->outstanding > 0 || owed->owed_back > 0 ? other_sentence(owed) : NULL;

        care_sentences_add(&words, sentence);
    }
    if (words != NULL && *words != '\0')
        care_chart_set_reading(chart, words);
    return chart;
}

void
care_insights_board_set_figures(CareInsightsBoard *self, const CareInsightsFigures *figures)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autofree char *frt = g_strdup_printf("%s\n\n%s", care_frt_definition(), care_xmr_definition());

    g_return_if_fail(CARE_IS_INSIGHTS_BOARD(self));
    set_tiles(self, figures);
    set_card(self, CARD_NPS, care_nps_chart_new(figures->quarters, figures->n_quarters, figures->today),
             care_nps_definition());
    set_card(self, CARD_FRT, care_frt_chart_new(figures->weeks, figures->n_weeks, figures->today), frt);
    set_card(self, CARD_REVENUE,
             with_others(care_revenue_chart_new(figures->months, figures->n_months, figures->currency),
                         figures->others),
             care_revenue_definition());
    set_card(self, CARD_RHYTHM, care_rhythm_chart_new(figures->rhythm), care_rhythm_definition());
    set_late_action(self, figures->rhythm[CARE_RHYTHM_LATE]);
    set_card(self, CARD_RETENTION,
             care_retention_chart_new(figures->cohorts != NULL ? figures->cohorts : none),
             care_retention_definition());
}
