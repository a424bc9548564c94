/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-reader.h"

#include <string.h>

/* RFC 4180 and what is found in real life: comma, semicolon, tab or bar; any line end; line breaks and doubled quotes
 * inside quotes; a quote in the middle of a plain field; text after a closing quote; a "sep=;" line; ragged rows.
 *
 * A quote that is never closed would swallow the rest of the file. Then only the row it stands in is marked broken,
 * and from there on quoted fields end with their line.
 *
 * Fields live in one buffer that the next row reuses. The bytes are kept alive. One thread at a time. */
struct _CareCsvReader {
    GBytes *bytes;
    const char *data;  /* of bytes */
    const char *start; /* after a "sep=" line */
    const char *end;
    const char *pos;
    guint start_line;
    guint next_line;
    char delimiter;
    gboolean one_line_quotes; /* an unclosed quote was met */

    GString *text;   /* the row's fields, each ended by a zero */
    GArray *offsets; /* of gsize */
    guint line;
    gboolean broken;
};

static const char delimiters[] = { ',', ';', '\t', '|' };

#define SAMPLE_BYTES (64 * 1024)
#define SAMPLE_ROWS 40

/* Excel's own way to name the delimiter. */
static void
read_sep_line(CareCsvReader *self)
{
    const char *p = self->start;

    if (self->end - p < 5 || g_ascii_strncasecmp(p, "sep=", 4) != 0)
        return;
    if (p + 5 < self->end && p[5] != '\n' && p[5] != '\r')
        return;
    if (self->delimiter == '\0')
        self->delimiter = p[4];
    p += 5;
    if (p < self->end)
        p += *p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1;
    self->start = p;
    self->start_line = 2;
}

static CareCsvReader *
new_plain(GBytes *bytes, const char *start, const char *end, char delimiter)
{
    CareCsvReader *self = g_new0(CareCsvReader, 1);

    self->data = start;
    self->bytes = g_bytes_ref(bytes);
    self->start = start;
    self->end = end;
    self->start_line = 1;
    self->delimiter = delimiter;
    self->text = g_string_new(NULL);
    self->offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
    return self;
}

/* How often the most frequent number of columns occurs. */
static guint
most_frequent(const guint *columns, guint rows, guint *n)
{
    guint most = 0;

    *n = 0;
    for (guint i = 0; i < rows; i++) {
        guint same = 0;

        for (guint k = 0; k < rows; k++)
            same += columns[k] == columns[i];
        if (columns[i] >= 2 && (same > most || (same == most && columns[i] > *n))) {
            most = same;
            *n = columns[i];
        }
    }
    return most;
}

/* How well a delimiter fits: many columns, and the same number in nearly all rows; not in all, since titles may stand
 * above and sums below. */
static double
rate_delimiter(CareCsvReader *like, char delimiter)
{
    const char *end = like->end - like->start > SAMPLE_BYTES ? like->start + SAMPLE_BYTES : like->end;
    g_autoptr(CareCsvReader) trial = new_plain(like->bytes, like->start, end, delimiter);
    guint columns[SAMPLE_ROWS];
    guint rows = 0, n = 0, same;

    care_csv_reader_rewind(trial);
    while (rows < SAMPLE_ROWS && care_csv_reader_next(trial))
        columns[rows++] = care_csv_reader_get_n_fields(trial);
    same = most_frequent(columns, rows, &n);
    if (same == 0)
        return 0;
    return MIN(n, 20) * (1.0 + (rows > 1 ? 2.0 * (same - 1) / (rows - 1) : 0));
}

static char
detect_delimiter(CareCsvReader *self)
{
    char best = ',';
    double best_rate = 0;

    for (guint i = 0; i < G_N_ELEMENTS(delimiters); i++) {
        double rate = rate_delimiter(self, delimiters[i]);
        if (rate > best_rate) {
            best_rate = rate;
            best = delimiters[i];
        }
    }
    return best;
}

/**
 * care_csv_reader_new:
 * @utf8: valid UTF-8 without byte order mark
 * @delimiter: the character between fields, or 0 to find it out
 */
CareCsvReader *
care_csv_reader_new(GBytes *utf8, char delimiter)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(utf8, &length);
    CareCsvReader *self = NULL;

    data = data != NULL ? data : ""; /* an empty file may come without a place */
    self = new_plain(utf8, data, data + length, delimiter);
    read_sep_line(self);
    if (self->delimiter == '\0')
        self->delimiter = detect_delimiter(self);
    care_csv_reader_rewind(self);
    return self;
}

void
care_csv_reader_free(CareCsvReader *self)
{
    if (self == NULL)
        return;
    g_bytes_unref(self->bytes);
    g_string_free(self->text, TRUE);
    g_array_unref(self->offsets);
    g_free(self);
}

/**
 * care_csv_reader_rewind:
 *
 * Goes back to before the first row.
 */
void
care_csv_reader_rewind(CareCsvReader *self)
{
    self->pos = self->start;
    self->next_line = self->start_line;
    self->one_line_quotes = FALSE;
    g_array_set_size(self->offsets, 0);
}

static gboolean
at_line_end(const CareCsvReader *self, const char *p)
{
    return p >= self->end || *p == '\n' || *p == '\r';
}

static const char *
skip_line_end(CareCsvReader *self, const char *p)
{
    if (p >= self->end)
        return p;
    self->next_line++;
    return p + (*p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1);
}

/* From after the opening quote to after the closing one; NULL if there is none. */
static const char *
read_quoted(CareCsvReader *self, const char *p)
{
    while (p < self->end) {
        const char *run = p;
        while (p < self->end && *p != '"' && *p != '\n' && *p != '\r')
            p++;
        g_string_append_len(self->text, run, p - run);
        if (p >= self->end)
            return NULL;
        if (*p == '"') {
            if (p + 1 >= self->end || p[1] != '"')
                return p + 1;
            g_string_append_c(self->text, '"');
            p += 2;
        } else if (self->one_line_quotes) {
            return NULL;
        } else {
            p = skip_line_end(self, p);
            g_string_append_c(self->text, '\n');
        }
    }
    return NULL;
}

static const char *
read_plain(CareCsvReader *self, const char *p)
{
    const char *run = p;

    while (p < self->end && *p != self->delimiter && *p != '\n' && *p != '\r')
        p++;
    g_string_append_len(self->text, run, p - run);
    return p;
}

/* One row from pos; FALSE if a quote in it is not closed. */
static gboolean
read_row(CareCsvReader *self)
{
    const char *p = self->pos;

    g_string_truncate(self->text, 0);
    g_array_set_size(self->offsets, 0);
    for (;;) {
        gsize offset = self->text->len;
        const char *blank = p;
        g_array_append_val(self->offsets, offset);
        while (blank < self->end && *blank == ' ')
            blank++;
        if (blank < self->end && *blank == '"') {
            p = read_quoted(self, blank + 1);
            if (p == NULL)
                return FALSE;
        }
        p = read_plain(self, p); /* also what follows a closing quote */
        g_string_append_c(self->text, '\0');
        if (at_line_end(self, p))
            break;
        p++;
    }
    self->pos = skip_line_end(self, p);
    return TRUE;
}

/* The row again, with quotes as plain characters and without line breaks in fields. */
static void
read_row_plainly(CareCsvReader *self)
{
    const char *p = self->pos;

    g_string_truncate(self->text, 0);
    g_array_set_size(self->offsets, 0);
    for (;;) {
        gsize offset = self->text->len;
        g_array_append_val(self->offsets, offset);
        p = read_plain(self, p);
        g_string_append_c(self->text, '\0');
        if (at_line_end(self, p))
            break;
        p++;
    }
    self->pos = skip_line_end(self, p);
}

/**
 * care_csv_reader_next:
 *
 * Reads the next row; empty lines are passed over.
 *
 * Returns: whether there was one
 */
gboolean
care_csv_reader_next(CareCsvReader *self)
{
    while (self->pos < self->end && (*self->pos == '\n' || *self->pos == '\r'))
        self->pos = skip_line_end(self, self->pos);
    if (self->pos >= self->end)
        return FALSE;
    self->line = self->next_line;
    self->broken = FALSE;
    if (read_row(self))
        return TRUE;
    self->one_line_quotes = TRUE;
    self->broken = TRUE;
    self->next_line = self->line;
    read_row_plainly(self);
    return TRUE;
}

guint
care_csv_reader_get_n_fields(CareCsvReader *self)
{
    return self->offsets->len;
}

/**
 * care_csv_reader_get_field:
 *
 * Returns: (transfer none): the field, valid until the next row is read; "" beyond the end of a short row
 */
const char *
care_csv_reader_get_field(CareCsvReader *self, guint i)
{
    return i < self->offsets->len ? self->text->str + g_array_index(self->offsets, gsize, i) : "";
}

/**
 * care_csv_reader_get_line:
 *
 * Returns: the 1-based line on which the row begins
 */
guint
care_csv_reader_get_line(CareCsvReader *self)
{
    return self->line;
}

/**
 * care_csv_reader_get_broken:
 *
 * Returns: whether a quote in the row is never closed, so that its columns may be wrong
 */
gboolean
care_csv_reader_get_broken(CareCsvReader *self)
{
    return self->broken;
}

/**
 * care_csv_reader_get_empty:
 *
 * Returns: whether the row has only delimiters and blanks, as spreadsheets write below their table
 */
gboolean
care_csv_reader_get_empty(CareCsvReader *self)
{
    for (gsize i = 0; i < self->text->len; i++)
        if (self->text->str[i] != '\0' && !g_ascii_isspace(self->text->str[i]))
            return FALSE;
    return TRUE;
}

gsize
care_csv_reader_get_offset(CareCsvReader *self)
{
    return (gsize)(self->pos - self->data);
}
