/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>

G_DEFINE_FINAL_TYPE(CareChart, care_chart, G_TYPE_OBJECT)

static void
cell_clear(gpointer data)
{
    CareCell *cell = data;

    g_free(cell->text);
    g_free(cell->spoken);
    g_free(cell->key);
}

static void
category_free(gpointer data)
{
    CareCategory *category = data;

    g_free(category->label);
    g_free(category->spoken);
    g_free(category->sublabel);
    g_free(category->note);
    g_free(category->score_spoken);
    g_free(category->score_key);
    g_free(category->too_few);
    g_array_unref(category->cells);
    g_free(category);
}

static void
series_clear(gpointer data)
{
    g_free(((CareSeries *)data)->label);
}

static void
care_chart_finalize(GObject *object)
{
    CareChart *self = CARE_CHART(object);

    g_free(self->title);
    g_free(self->reading);
    g_free(self->empty);
    g_free(self->currency);
    g_free(self->heading);
    g_free(self->heading_short);
    g_free(self->figure);
    g_free(self->range);
    g_free(self->key);
    g_free(self->mean_label);
    g_free(self->upper_label);
    g_ptr_array_unref(self->categories);
    g_array_unref(self->series);
    g_strfreev(self->table.columns);
    g_ptr_array_unref(self->table.rows);
    G_OBJECT_CLASS(care_chart_parent_class)->finalize(object);
}

static void
care_chart_class_init(CareChartClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_chart_finalize;
}

static void
care_chart_init(CareChart *self)
{
    self->categories = g_ptr_array_new_with_free_func(category_free);
    self->series = g_array_new(FALSE, TRUE, sizeof(CareSeries));
    g_array_set_clear_func(self->series, series_clear);
    self->table.columns = g_new0(char *, 1);
    self->table.rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
}

CareChart *
care_chart_new(CareChartKind kind, const char *title)
{
    CareChart *self = g_object_new(CARE_TYPE_CHART, NULL);

    self->kind = kind;
    self->title = g_strdup(title);
    return self;
}

/* The small line of a tile alone, for a widget that writes the tile's words itself. Transfer full. */
CareChart *
care_chart_new_spark(CareChart *tile)
{
    CareChart *self = care_chart_new(CARE_CHART_SPARK, tile->title);

    care_chart_set_unit(self, tile->unit, tile->currency);
    care_chart_add_series(self, "", CARE_ROLE_GOOD);
    for (guint i = 0; i < tile->categories->len; i++) {
        CareCategory *category = care_chart_category(tile, i);
        CareCell *cell = care_chart_cell(tile, i, 0);

        care_chart_add_category(self, category->label, category->spoken, category->partial);
        if (!isnan(cell->value))
            care_chart_set_value(self, i, 0, cell->value, cell->text, cell->key);
    }
    return self;
}

/* One sentence that reads the chart and never claims more than its range. */
void
care_chart_set_reading(CareChart *self, const char *sentence)
{
    g_set_str(&self->reading, sentence);
}

/* What stands in the place of a chart that has nothing to show. */
void
care_chart_set_empty(CareChart *self, const char *sentence)
{
    g_set_str(&self->empty, sentence);
}

void
care_chart_set_unit(CareChart *self, CareUnit unit, const char *currency)
{
    self->unit = unit;
    g_set_str(&self->currency, currency);
}

/* What the scores beside the bars are, or what the columns of a grid count. */
void
care_chart_set_heading(CareChart *self, const char *heading, const char *heading_short)
{
    g_set_str(&self->heading, heading);
    g_set_str(&self->heading_short, heading_short);
}

/* The headline of a tile, its range and n, and what opens the rows behind it. */
void
care_chart_set_figure(CareChart *self, const char *figure, const char *range, const char *key)
{
    g_set_str(&self->figure, figure);
    g_set_str(&self->range, range);
    g_set_str(&self->key, key);
}

void
care_chart_set_limits(CareChart *self, double lower, double mean, double upper, const char *mean_label,
                      const char *upper_label)
{
    self->has_limits = TRUE;
    self->lower = lower;
    self->mean = mean;
    self->upper = upper;
    g_set_str(&self->mean_label, mean_label);
    g_set_str(&self->upper_label, upper_label);
}

static void
category_grow(CareCategory *category, guint n_series)
{
    while (category->cells->len < n_series) {
        CareCell cell = { .value = NAN };

        g_array_append_val(category->cells, cell);
    }
}

/**
 * care_chart_add_category:
 * @label: (nullable): at the axis; NULL where the axis names none
 * @spoken: the same in full, "October 2026"
 * @partial: the running period, which is hatched
 */
guint
care_chart_add_category(CareChart *self, const char *label, const char *spoken, gboolean partial)
{
    CareCategory *category = g_new0(CareCategory, 1);

    category->label = g_strdup(label);
    category->spoken = g_strdup(spoken);
    category->partial = partial;
    category->cells = g_array_new(FALSE, TRUE, sizeof(CareCell));
    g_array_set_clear_func(category->cells, cell_clear);
    category_grow(category, self->series->len);
    g_ptr_array_add(self->categories, category);
    return self->categories->len - 1;
}

CareCategory *
care_chart_category(CareChart *self, guint category)
{
    g_assert(category < self->categories->len);
    return g_ptr_array_index(self->categories, category);
}

CareCell *
care_chart_cell(CareChart *self, guint category, guint series)
{
    CareCategory *row = care_chart_category(self, category);

    g_assert(series < row->cells->len);
    return &g_array_index(row->cells, CareCell, series);
}

void
care_chart_set_category_note(CareChart *self, guint category, const char *sublabel, const char *note)
{
    CareCategory *row = care_chart_category(self, category);

    g_set_str(&row->sublabel, sublabel);
    g_set_str(&row->note, note);
}

guint
care_chart_add_series(CareChart *self, const char *label, CareRole role)
{
    CareSeries series = { .label = g_strdup(label), .role = role };

    g_array_append_val(self->series, series);
    for (guint i = 0; i < self->categories->len; i++)
        category_grow(care_chart_category(self, i), self->series->len);
    return self->series->len - 1;
}

/* A period as labels and tables name it: "October 2026", "November 2026 so far". Transfer full. */
char *
care_chart_period_name(const char *period, gboolean running)
{
    return running ? g_strdup_printf(_("%s so far"), period) : g_strdup(period);
}

/* "October 2026 so far, Invoiced €4,210.00": what a screen reader says and a tooltip shows. */
static char *
spoken_label(CareChart *self, CareCategory *category, guint series, const char *text, const char *remark)
{
    const char *name = g_array_index(self->series, CareSeries, series).label;
    g_autofree char *period = care_chart_period_name(category->spoken, category->partial);
    g_autoptr(GString) label = g_string_new(period);

    g_string_append(label, ", ");
    if (name != NULL && *name != '\0') {
        g_string_append(label, name);
        g_string_append_c(label, ' ');
    }
    g_string_append(label, text);
    if (remark != NULL) {
        g_string_append(label, ", ");
        g_string_append(label, remark);
    }
    return g_string_free(g_steal_pointer(&label), FALSE);
}

/**
 * care_chart_set_value:
 * @text: (nullable): the value for people; NULL: as the chart's unit says it
 * @key: (nullable): names the rows behind the value
 */
void
care_chart_set_value(CareChart *self, guint category, guint series, double value, const char *text,
                     const char *key)
{
    CareCell *cell = care_chart_cell(self, category, series);

    cell->value = value;
    g_free(cell->text);
    cell->text = text != NULL ? g_strdup(text) : care_unit_format(self->unit, self->currency, value);
    g_set_str(&cell->key, key);
    g_free(cell->spoken);
    cell->spoken = spoken_label(self, care_chart_category(self, category), series, cell->text, NULL);
}

/* A value that stands out, or has a colour of its own; the remark is spoken after it. */
void
care_chart_mark_value(CareChart *self, guint category, guint series, CareCellFlags flags, CareRole role,
                      const char *remark)
{
    CareCell *cell = care_chart_cell(self, category, series);

    cell->flags = flags;
    cell->role = role;
    cell->own_role = TRUE;
    g_free(cell->spoken);
    cell->spoken = spoken_label(self, care_chart_category(self, category), series, cell->text, remark);
}

/* In place of the label made of period, series and value, where that does not read well. */
void
care_chart_set_spoken(CareChart *self, guint category, guint series, const char *spoken)
{
    g_set_str(&care_chart_cell(self, category, series)->spoken, spoken);
}

void
care_chart_set_score(CareChart *self, guint category, double value, double low, double high,
                     const char *spoken, const char *key)
{
    CareCategory *row = care_chart_category(self, category);

    row->has_score = TRUE;
    row->score = value;
    row->low = low;
    row->high = high;
    g_set_str(&row->score_spoken, spoken);
    g_set_str(&row->score_key, key);
}

/* Single answers are drawn as dots, and this stands where the score would. */
void
care_chart_set_too_few(CareChart *self, guint category, const char *text)
{
    g_set_str(&care_chart_category(self, category)->too_few, text);
}

void
care_chart_set_columns(CareChart *self, const char *const *columns)
{
    g_strfreev(self->table.columns);
    self->table.columns = g_strdupv((char **)columns);
    self->table.n_columns = g_strv_length(self->table.columns);
}

/* As many strings as there are columns, then NULL; copied. */
void
care_chart_add_row(CareChart *self, ...)
{
    g_autoptr(GStrvBuilder) row = g_strv_builder_new();
    const char *cell;
    va_list cells;

    va_start(cells, self);
    while ((cell = va_arg(cells, const char *)) != NULL)
        g_strv_builder_add(row, cell);
    va_end(cells);
    g_ptr_array_add(self->table.rows, g_strv_builder_end(row));
}

CareChartKind
care_chart_get_kind(CareChart *self)
{
    return self->kind;
}

const char *
care_chart_get_title(CareChart *self)
{
    return self->title;
}

const char *
care_chart_get_reading(CareChart *self)
{
    return self->reading;
}

const char *
care_chart_get_figure(CareChart *self)
{
    return self->figure;
}

const char *
care_chart_get_range(CareChart *self)
{
    return self->range;
}

const char *
care_chart_get_key(CareChart *self)
{
    return self->key;
}

/* Nothing observed at all. Zeros are observations. */
gboolean
care_chart_is_empty(CareChart *self)
{
    for (guint i = 0; i < self->categories->len; i++)
        for (guint j = 0; j < self->series->len; j++)
            if (!isnan(care_chart_cell(self, i, j)->value))
                return FALSE;
    return TRUE;
}

/* Of all values, and 0. */
void
care_chart_value_range(CareChart *self, double *low, double *high)
{
    *low = *high = 0.0;
    for (guint i = 0; i < self->categories->len; i++) {
        for (guint j = 0; j < self->series->len; j++) {
            double value = care_chart_cell(self, i, j)->value;

            if (isnan(value))
                continue;
            *low = MIN(*low, value);
            *high = MAX(*high, value);
        }
    }
}

/**
 * care_chart_summary:
 *
 * What a screen reader says of the whole: its sentence, how much there is, how to get at it.
 */
char *
care_chart_summary(CareChart *self)
{
    g_autoptr(GString) summary = g_string_new(NULL);

    if (self->figure != NULL)
        g_string_append_printf(summary, "%s. ", self->figure);
    if (self->range != NULL)
        g_string_append_printf(summary, "%s. ", self->range);
    if (self->reading != NULL)
        g_string_append_printf(summary, "%s ", self->reading);
    if (care_chart_is_empty(self) && summary->len > 0 && self->kind == CARE_CHART_TILE)
        ; /* its figure has been said; only the line below it is missing */
    else if (care_chart_is_empty(self)) {
        g_string_append(summary, self->empty != NULL ? self->empty : _("Nothing to show yet."));
    } else if (self->kind != CARE_CHART_TILE) {
        guint n = self->categories->len;

        g_string_append_printf(summary,
                               ngettext("%u entry; the arrow keys read it.",
                                        "%u entries, from %s to %s; the arrow keys read them.", n),
                               n, care_chart_category(self, 0)->spoken,
                               care_chart_category(self, n - 1)->spoken);
    }
    return g_strchomp(g_string_free(g_steal_pointer(&summary), FALSE));
}

/* The same figures as columns and rows. */
const CareChartTable *
care_chart_table(CareChart *self)
{
    return &self->table;
}
