/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-mapping.h"

#include <string.h>

/* Finds out what the columns of a file hold: by the words of its first row, and where those say nothing, by what
 * the cells look like. */

#define COLUMNS_MAX 2000
#define SAMPLE_ROWS 200

typedef struct {
    guint filled;
    guint at_signs;
    guint phones;
    guint spaced;      /* more than one word */
    guint day_first;   /* dates that can only be read with the day first */
    guint month_first; /* … with the month first */
} Looks;

static void
column_free(gpointer data)
{
    CareCsvColumn *column = data;

    g_free(column->header);
    g_free(column->label);
    g_free(column->group);
    g_free(column);
}

void
care_csv_mapping_free(CareCsvMapping *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref(self->columns);
    g_free(self);
}

/**
 * care_csv_mapping_get_column:
 *
 * Returns: (transfer none): the column, whose field and label may be changed
 */
CareCsvColumn *
care_csv_mapping_get_column(CareCsvMapping *self, guint index)
{
    return index < self->columns->len ? self->columns->pdata[index] : NULL;
}

/**
 * care_csv_mapping_set_field:
 * @label: (nullable): "mobile", "home", …
 *
 * What the owner chose for a column in the preview.
 */
void
care_csv_mapping_set_field(CareCsvMapping *self, guint index, CareContactField field, const char *label)
{
    CareCsvColumn *column = care_csv_mapping_get_column(self, index);

    g_return_if_fail(column != NULL);
    column->field = field;
    g_set_str(&column->label, label);
}

gboolean
care_csv_mapping_has(CareCsvMapping *self, CareContactField field)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (care_csv_mapping_get_column(self, i)->field == field)
            return TRUE;
    return FALSE;
}

/**
 * care_csv_mapping_has_name:
 *
 * Returns: whether any column holds a name; without one every row would be refused
 */
gboolean
care_csv_mapping_has_name(CareCsvMapping *self)
{
    return care_csv_mapping_has(self, CARE_CONTACT_FIELD_NAME)
           || care_csv_mapping_has(self, CARE_CONTACT_FIELD_GIVEN)
           || care_csv_mapping_has(self, CARE_CONTACT_FIELD_FAMILY)
           || care_csv_mapping_has(self, CARE_CONTACT_FIELD_ORGANISATION);
}

static gboolean
looks_like_phone(const char *text)
{
    guint digits = 0;

    for (const char *p = text; *p != '\0'; p++)
        if (g_ascii_isdigit(*p))
            digits++;
        else if (strchr(" +-()/.", *p) == NULL)
            return FALSE;
    return digits >= 5;
}

static void
look_at_date(Looks *looks, const char *text)
{
    guint64 first = 0, second = 0;
    char *end = NULL;

    if (!g_ascii_isdigit(*text))
        return;
    first = g_ascii_strtoull(text, &end, 10);
    if (*end != '/' && *end != '-' && *end != '.')
        return;
    second = g_ascii_strtoull(end + 1, NULL, 10);
    looks->day_first += first > 12 && first <= 31 && second >= 1 && second <= 12;
    looks->month_first += second > 12 && second <= 31 && first >= 1 && first <= 12;
}

static void
look_at_row(CareCsvReader *reader, Looks *looks, guint columns)
{
    for (guint i = 0; i < columns; i++) {
        const char *text = care_csv_reader_get_field(reader, i);
        if (*text == '\0')
            continue;
        looks[i].filled++;
        looks[i].at_signs += strchr(text, '@') != NULL;
        looks[i].phones += looks_like_phone(text);
        looks[i].spaced += strchr(text, ' ') != NULL;
        look_at_date(&looks[i], text);
    }
}

static CareCsvColumn *
map_header(const char *header, guint index, gboolean *own_name)
{
    CareCsvColumn *column = g_new0(CareCsvColumn, 1);
    int number = -1;

    column->index = index;
    column->header = g_strdup(header);
    g_strstrip(column->header);
    column->field = care_csv_header_find(column->header, &column->label, &number, own_name);
    column->group = g_strdup_printf("%s#%d", column->label != NULL ? column->label : "", number);
    if (*column->header == '\0') {
        g_free(column->header);
        column->header = g_strdup_printf("column %u", index + 1);
    }
    return column;
}

static gboolean
header_is(const CareCsvColumn *column, const char *const *words)
{
    g_autofree char *normal = care_csv_header_normalise(column->header);

    return g_strv_contains(words, normal);
}

/* "Name" beside "Vorname" is the family name; "Nombre" beside "Apellidos" is the given one. */
static void
settle_names(CareCsvMapping *self, guint ambiguous)
{
    CareCsvColumn *column = care_csv_mapping_get_column(self, ambiguous);
    gboolean given = care_csv_mapping_has(self, CARE_CONTACT_FIELD_GIVEN);
    gboolean family = care_csv_mapping_has(self, CARE_CONTACT_FIELD_FAMILY);

    if (column->field == CARE_CONTACT_FIELD_NAME && given != family)
        column->field = given ? CARE_CONTACT_FIELD_FAMILY : CARE_CONTACT_FIELD_GIVEN;
}

/* Outlook's "Title" is Dr or Mrs, but in most other lists it is a position. */
static void
settle_title(CareCsvMapping *self)
{
    static const char *const title[] = { "title", "titel", "anrede titel", NULL };
    static const char *const witnesses[] = { "suffix", "job title", "middle name", "weitere vornamen", NULL };
    CareCsvColumn *found = NULL;
    gboolean sure = FALSE;

    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (header_is(column, title))
            found = column;
        sure |= header_is(column, witnesses);
    }
    if (found != NULL && sure && found->field == CARE_CONTACT_FIELD_NONE)
        found->field = CARE_CONTACT_FIELD_PREFIX;
}

/* Thunderbird in German calls the day of birth "Geburtstag", the word for birthday. */
static void
settle_birthday(CareCsvMapping *self)
{
    if (!care_csv_mapping_has(self, CARE_CONTACT_FIELD_BIRTH_YEAR)
        || !care_csv_mapping_has(self, CARE_CONTACT_FIELD_BIRTH_MONTH)
        || care_csv_mapping_has(self, CARE_CONTACT_FIELD_BIRTH_DAY))
        return;
    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (column->field == CARE_CONTACT_FIELD_BIRTHDAY)
            column->field = CARE_CONTACT_FIELD_BIRTH_DAY;
    }
}

/* Whole names have a blank; two columns of single words before them are their parts. */
static void
map_names_by_looks(CareCsvMapping *self, const Looks *looks, const guint *texts, guint n_texts)
{
    guint parts = 0;

    for (guint i = 0; i < n_texts && i < 3; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, texts[i]);
        if (looks[texts[i]].spaced * 2 > looks[texts[i]].filled) {
            column->field = CARE_CONTACT_FIELD_NAME;
            return;
        }
        if (n_texts == 1)
            column->field = CARE_CONTACT_FIELD_NAME;
        else if (parts < 2)
            column->field = parts++ == 0 ? CARE_CONTACT_FIELD_GIVEN : CARE_CONTACT_FIELD_FAMILY;
    }
}

/* Columns that no word explains, by their cells. */
static void
map_by_looks(CareCsvMapping *self, const Looks *looks)
{
    g_autofree guint *texts = g_new0(guint, self->columns->len + 1);
    guint n_texts = 0;

    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (column->field != CARE_CONTACT_FIELD_NONE || looks[i].filled == 0)
            continue;
        if (looks[i].at_signs * 2 > looks[i].filled)
            column->field = CARE_CONTACT_FIELD_EMAIL;
        else if (looks[i].phones * 3 > looks[i].filled * 2)
            column->field = CARE_CONTACT_FIELD_PHONE;
        else
            texts[n_texts++] = i;
    }
    map_names_by_looks(self, looks, texts, n_texts);
}

static CareCsvDateOrder
guess_date_order(CareCsvMapping *self, const Looks *looks)
{
    static const char *const english[]
        = { "birthday", "birth date", "birthdate", "date of birth", "dob", "anniversary", NULL };
    guint day_first = 0, month_first = 0;
    gboolean is_english = FALSE;

    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (column->field != CARE_CONTACT_FIELD_BIRTHDAY && column->field != CARE_CONTACT_FIELD_ANNIVERSARY
            && column->field != CARE_CONTACT_FIELD_EVENT)
            continue;
        day_first += looks[i].day_first;
        month_first += looks[i].month_first;
        is_english |= header_is(column, english);
    }
    if (day_first != month_first)
        return day_first > month_first ? CARE_CSV_DAY_FIRST : CARE_CSV_MONTH_FIRST;
    return is_english ? CARE_CSV_MONTH_FIRST : CARE_CSV_DAY_FIRST;
}

/* Whether the first row holds words, not a contact. */
static gboolean
is_header(CareCsvMapping *self, const Looks *first, const Looks *rest)
{
    guint known = 0, filled = 0;
    gboolean rest_has_values = FALSE;

    for (guint i = 0; i < self->columns->len; i++) {
        if (first[i].at_signs > 0 || first[i].phones > 0)
            return FALSE;
        known += care_csv_mapping_get_column(self, i)->field != CARE_CONTACT_FIELD_NONE;
        filled += first[i].filled;
        rest_has_values |= rest[i].at_signs > 0 || rest[i].phones > 0;
    }
    return known >= 2 || known * 2 >= filled || rest_has_values || care_csv_mapping_has_name(self);
}

static void
clear_headers(CareCsvMapping *self)
{
    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        g_free(column->header);
        column->header = g_strdup_printf("column %u", i + 1);
        column->field = CARE_CONTACT_FIELD_NONE;
        g_clear_pointer(&column->label, g_free);
        g_free(column->group);
        column->group = g_strdup_printf("#%u", i);
    }
}

static int
map_headers(CareCsvMapping *self, CareCsvReader *reader)
{
    guint columns = MIN(care_csv_reader_get_n_fields(reader), COLUMNS_MAX);
    int ambiguous = -1;

    for (guint i = 0; i < columns; i++) {
        gboolean own_name = FALSE;
        g_ptr_array_add(self->columns, map_header(care_csv_reader_get_field(reader, i), i, &own_name));
        if (own_name && ambiguous < 0)
            ambiguous = (int)i;
    }
    return ambiguous;
}

/**
 * care_csv_mapping_detect:
 *
 * Reads the beginning of the file and goes back to before its first row.
 *
 * Returns: (transfer full): what the columns seem to hold
 */
CareCsvMapping *
care_csv_mapping_detect(CareCsvReader *reader)
{
    CareCsvMapping *self = g_new0(CareCsvMapping, 1);
    g_autofree Looks *first = NULL;
    g_autofree Looks *rest = NULL;
    int ambiguous = -1;

    self->columns = g_ptr_array_new_with_free_func(column_free);
    care_csv_reader_rewind(reader);
    if (care_csv_reader_next(reader))
        ambiguous = map_headers(self, reader);
    first = g_new0(Looks, self->columns->len + 1);
    rest = g_new0(Looks, self->columns->len + 1);
    look_at_row(reader, first, self->columns->len);
    for (guint i = 0; i < SAMPLE_ROWS && care_csv_reader_next(reader); i++)
        look_at_row(reader, rest, self->columns->len);
    care_csv_reader_rewind(reader);
    self->has_header = is_header(self, first, rest);
    if (!self->has_header)
        clear_headers(self);
    else if (ambiguous >= 0)
        settle_names(self, (guint)ambiguous);
    settle_title(self);
    settle_birthday(self);
    if (!care_csv_mapping_has_name(self))
        map_by_looks(self, rest->filled > 0 || self->has_header ? rest : first);
    self->date_order = guess_date_order(self, rest);
    return self;
}
