/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* CareTable: rows of cells over a CareFlow. A cell is a stack of text parts (a name, under it a note). Borrowed
 * flow, columns copied; use it in the flow's thread and free it before the flow is finished. */
#include "document/table.h"

#define ROW_PADDING 5.0
#define HEADER_PADDING 3.0
#define HEADER_SPACE 18.0
#define ROW_SHARE 0.4 /* of a page: a higher row goes on in the next one */

typedef struct {
    char *text;
    CareTextStyle style;
} Part;

struct _CareTable {
    CareFlow *flow;
    CareColumn *columns;
    guint n_columns;
    GPtrArray **pending; /* per column, of Part */
};

static void
part_free(Part *part)
{
    g_free(part->text);
    g_free(part);
}

static void
add_titles(CareTable *self, gboolean spared)
{
    for (guint i = 0; i < self->n_columns; i++) {
        const CareColumn *column = &self->columns[i];
        CareTextStyle style = { 8.5, 400, CARE_INK_DIM, column->align, column->align == CARE_ALIGN_END };

        if (column->spared == spared)
            care_flow_text(self->flow, column->x, 0, column->width, column->title, &style);
    }
}

static void
add_header(CareTable *self)
{
    double height;

    care_flow_begin_block(self->flow, HEADER_SPACE);
    add_titles(self, FALSE);
    care_flow_begin_spare(self->flow);
    add_titles(self, TRUE);
    care_flow_end_spare(self->flow);
    height = care_flow_get_open_height(self->flow);
    care_flow_rule(self->flow, 0, height + HEADER_PADDING, care_flow_get_width(self->flow), 0.75,
                   CARE_INK_STRONG_RULE);
    care_flow_end_block(self->flow, CARE_BLOCK_TABLE_HEADER | CARE_BLOCK_KEEP_WITH_NEXT);
}

/* Writes the header at once. Free with care_table_free(). */
CareTable *
care_table_new(CareFlow *flow, const CareColumn *columns, guint n_columns)
{
    CareTable *self = g_new0(CareTable, 1);

    self->flow = flow;
    self->columns = g_memdup2(columns, sizeof *columns * n_columns);
    self->n_columns = n_columns;
    self->pending = g_new0(GPtrArray *, n_columns);
    for (guint i = 0; i < n_columns; i++)
        self->pending[i] = g_ptr_array_new_with_free_func((GDestroyNotify)part_free);
    add_header(self);

    return self;
}

void
care_table_free(CareTable *self)
{
    for (guint i = 0; i < self->n_columns; i++)
        g_ptr_array_unref(self->pending[i]);
    g_free(self->pending);
    g_free(self->columns);
    g_free(self);
}

/* Adds a part under what the cell of the open row already holds. The column's alignment wins. NULL and "" add
 * nothing. */
void
care_table_cell(CareTable *self, guint column, const char *text, const CareTextStyle *style)
{
    Part *part;

    g_return_if_fail(column < self->n_columns);
    if (text == NULL || *text == '\0')
        return;

    part = g_new0(Part, 1);
    part->text = g_utf8_make_valid(text, -1);
    part->style = *style;
    part->style.align = self->columns[column].align;
    g_ptr_array_add(self->pending[column], part);
}

/* Writes as much of the part as fits above @limit. TRUE when nothing of it is left. */
static gboolean
write_part(CareTable *self, const CareColumn *column, Part *part, double *y, double limit)
{
    PangoContext *context = care_flow_get_context(self->flow);
    gsize fits = care_text_fit(context, part->text, &part->style, column->width, limit - *y);
    g_autofree char *piece = g_strndup(part->text, fits);
    g_autofree char *rest = g_strdup(part->text + fits);

    *y += care_flow_text(self->flow, column->x, *y, column->width, g_strchomp(piece), &part->style);
    g_set_str(&part->text, rest);

    return *rest == '\0';
}

static double
first_baseline(CareTable *self, guint column)
{
    const Part *part;

    if (self->pending[column]->len == 0)
        return 0;
    part = g_ptr_array_index(self->pending[column], 0);

    return care_text_baseline(&part->style);
}

/* All cells begin on the baseline of the one that needs most room above it. */
static gboolean
write_cell(CareTable *self, guint column, double baseline, double limit)
{
    GPtrArray *parts = self->pending[column];
    double y = ROW_PADDING + baseline - first_baseline(self, column);

    while (parts->len > 0) {
        if (y > limit || !write_part(self, &self->columns[column], g_ptr_array_index(parts, 0), &y, limit))
            return FALSE;
        g_ptr_array_remove_index(parts, 0);
    }

    return TRUE;
}

/* As much of the row as a block may hold; the rest of a very high one goes into the next. */
static gboolean
write_row(CareTable *self)
{
    double limit = care_flow_get_body_height(self->flow) * ROW_SHARE;
    gboolean complete = TRUE;
    double baseline = 0;
    double height;

    for (guint i = 0; i < self->n_columns; i++)
        baseline = MAX(baseline, first_baseline(self, i));
    care_flow_begin_block(self->flow, 0);
    for (guint i = 0; i < self->n_columns; i++)
        complete = write_cell(self, i, baseline, limit) && complete;
    height = care_flow_get_open_height(self->flow);
    care_flow_rule(self->flow, 0, height + ROW_PADDING - 0.4, care_flow_get_width(self->flow), 0.4,
                   CARE_INK_RULE);

    return complete;
}

static void
end_row(CareTable *self, CareBlockFlags flags, const gint64 *sum)
{
    while (!write_row(self))
        care_flow_end_row(self->flow, CARE_BLOCK_DEFAULT, sum);
    care_flow_end_row(self->flow, flags, sum);
}

/* Ends the open row. CARE_BLOCK_KEEP_WITH_NEXT on the last one ties it to the totals. */
void
care_table_end_row(CareTable *self, CareBlockFlags flags)
{
    end_row(self, flags, NULL);
}

/* The same of a row with which the table has come to @sum, which is carried over where a page ends. */
void
care_table_end_row_at(CareTable *self, CareBlockFlags flags, gint64 sum)
{
    end_row(self, flags, &sum);
}
