/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-mapping.h"

#include <string.h>

#include "exchange/import/csv-looks.h"
#include "exchange/import/csv-table-kind.h"

/* Finds out what the columns of a file hold: by the words of its header, which may stand below a title, and where there
 * are none, by what the cells look like. A column whose header is not known is never guessed to be a phone. */

#define COLUMNS_MAX 2000
#define SAMPLE_ROWS 200
#define TITLES_MAX 20

typedef CareCsvLooks Looks;

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
    g_free(self->title);
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

static void
look_at_row(CareCsvReader *reader, Looks *looks, guint columns)
{
    for (guint i = 0; i < columns; i++)
        care_csv_looks_add(&looks[i], care_csv_reader_get_field(reader, i));
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

/* Two columns of which one is headed vaguely ("Customer" beside "Customer Name") are not both names. */
static void
settle_vague_names(CareCsvMapping *self)
{
    static const char *const vague[] = { "customer", "client", "who", "member", "patient", "klient", NULL };
    guint names = 0;

    for (guint i = 0; i < self->columns->len; i++)
        names += care_csv_mapping_get_column(self, i)->field == CARE_CONTACT_FIELD_NAME;
    for (guint i = 0; i < self->columns->len && names > 1; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (column->field == CARE_CONTACT_FIELD_NAME && header_is(column, vague))
            column->field = CARE_CONTACT_FIELD_NONE;
    }
}

/* A name beside a given and a family name is, where programs bill by it, that of the company. */
static void
find_company(CareCsvMapping *self)
{
    static const char *const words[]
        = { "name",       "client name",   "customer name",      "client", "customer", "kunde",
            "kundenname", "nom du client", "nombre del cliente", NULL };

    self->company_column = -1;
    if (!care_csv_mapping_has(self, CARE_CONTACT_FIELD_GIVEN)
        || !care_csv_mapping_has(self, CARE_CONTACT_FIELD_FAMILY)
        || care_csv_mapping_has(self, CARE_CONTACT_FIELD_ORGANISATION))
        return;
    for (guint i = 0; i < self->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(self, i);
        if (column->field == CARE_CONTACT_FIELD_NAME && header_is(column, words))
            self->company_column = (int)i;
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

/* Under a header that is not known, single words may be anything: a plan, a source, a status. */
static gboolean
may_be_names(const Looks *looks, gboolean has_header)
{
    if (looks->names * 4 <= looks->filled * 3 || (!looks->varied && looks->filled >= (has_header ? 2 : 3)))
        return FALSE;
    return !has_header || looks->spaced * 4 > looks->filled * 3;
}

/* Columns that no word explains, by their cells. Under a header that is not known only what is sure by itself is taken:
 * addresses with an at sign, and beside those, or beside phones, names. */
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
        else if (!self->has_header && looks[i].phones * 3 > looks[i].filled * 2)
            column->field = CARE_CONTACT_FIELD_PHONE;
        else if (may_be_names(&looks[i], self->has_header))
            texts[n_texts++] = i;
    }
    if (!self->has_header || care_csv_mapping_has(self, CARE_CONTACT_FIELD_PHONE)
        || care_csv_mapping_has(self, CARE_CONTACT_FIELD_EMAIL))
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

/* Headers of a list of something else are headers too. */
static gboolean
is_known(const CareCsvColumn *column)
{
    return column->field != CARE_CONTACT_FIELD_NONE || care_csv_table_knows(column->header);
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
        known += is_known(care_csv_mapping_get_column(self, i));
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

static guint
count_people(CareCsvMapping *self)
{
    gboolean address = care_csv_mapping_has(self, CARE_CONTACT_FIELD_STREET)
                       || care_csv_mapping_has(self, CARE_CONTACT_FIELD_LOCALITY)
                       || care_csv_mapping_has(self, CARE_CONTACT_FIELD_POSTCODE);

    return 2
           * ((guint)care_csv_mapping_has_name(self) + care_csv_mapping_has(self, CARE_CONTACT_FIELD_PHONE)
              + care_csv_mapping_has(self, CARE_CONTACT_FIELD_EMAIL) + address
              + care_csv_mapping_has(self, CARE_CONTACT_FIELD_BIRTHDAY)
              + care_csv_mapping_has(self, CARE_CONTACT_FIELD_FAMILY));
}

static gboolean
has_way_to_reach(CareCsvMapping *self)
{
    static const CareContactField ways[]
        = { CARE_CONTACT_FIELD_PHONE,    CARE_CONTACT_FIELD_EMAIL,    CARE_CONTACT_FIELD_STREET,
            CARE_CONTACT_FIELD_LOCALITY, CARE_CONTACT_FIELD_POSTCODE, CARE_CONTACT_FIELD_ADDRESS_TEXT,
            CARE_CONTACT_FIELD_URL,      CARE_CONTACT_FIELD_GIVEN,    CARE_CONTACT_FIELD_FAMILY };

    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
        if (care_csv_mapping_has(self, ways[i]))
            return TRUE;
    return FALSE;
}

/**
 * care_csv_mapping_table_kind:
 *
 * Returns: (nullable): a sentence that says what the table is a list of, if not of people
 */
const char *
care_csv_mapping_table_kind(CareCsvMapping *self)
{
    g_autoptr(GPtrArray) headers = g_ptr_array_new_null_terminated(self->columns->len, NULL, TRUE);

    if (!self->has_header)
        return NULL;
    for (guint i = 0; i < self->columns->len; i++)
        g_ptr_array_add(headers, care_csv_mapping_get_column(self, i)->header);
    if (!has_way_to_reach(self)) {
        const char *sentence = care_csv_table_ledger((const char *const *)headers->pdata);

        if (sentence != NULL)
            return sentence;
    }
    return care_csv_table_kind((const char *const *)headers->pdata, self->title, count_people(self));
}

/* How many cells of a row are headers that are known; 0 for a row that holds a value. */
static guint
count_known(CareCsvReader *reader, guint *filled)
{
    guint columns = MIN(care_csv_reader_get_n_fields(reader), COLUMNS_MAX);
    guint known = 0;

    *filled = 0;
    for (guint i = 0; i < columns; i++) {
        const char *cell = care_csv_reader_get_field(reader, i);
        g_autofree char *label = NULL;
        gboolean own_name;
        int number;

        if (strchr(cell, '@') != NULL || care_csv_looks_like_phone(cell))
            return 0;
        *filled += *cell != '\0';
        known += care_csv_header_find(cell, &label, &number, &own_name) != CARE_CONTACT_FIELD_NONE
                 || care_csv_table_knows(cell);
    }
    return known;
}

/* Programs of bookkeeping write a title, a period, an empty row above the header. */
static void
find_header(CareCsvMapping *self, CareCsvReader *reader)
{
    g_autofree char *title = NULL;

    care_csv_reader_rewind(reader);
    for (guint row = 0; row < TITLES_MAX && care_csv_reader_next(reader); row++) {
        guint filled = 0;
        guint known = count_known(reader, &filled);

        if (row == 0 ? known >= 2 || (known > 0 && known * 2 >= filled)
                     : known >= 3 || (known == 2 && filled <= 3)) {
            self->rows_above = row;
            self->title = g_steal_pointer(&title);
            return;
        }
        if (filled == 1)
            g_set_str(&title, care_csv_reader_get_field(reader, 0));
    }
}

/* To the header, or to the first row where there is none. */
static gboolean
go_to_header(CareCsvMapping *self, CareCsvReader *reader)
{
    care_csv_reader_rewind(reader);
    for (guint i = 0; i < self->rows_above; i++)
        if (!care_csv_reader_next(reader))
            return FALSE;
    return care_csv_reader_next(reader);
}

static gboolean
is_own(CareCsvMapping *self)
{
    static const char *const first[] = { "uid", "type", "name", "prefix", "given" };

    for (guint i = 0; i < G_N_ELEMENTS(first); i++)
        if (i >= self->columns->len || strcmp(care_csv_mapping_get_column(self, i)->header, first[i]) != 0)
            return FALSE;
    return TRUE;
}

static void
settle(CareCsvMapping *self, int ambiguous)
{
    if (!self->has_header)
        clear_headers(self);
    else if (ambiguous >= 0)
        settle_names(self, (guint)ambiguous);
    settle_title(self);
    settle_birthday(self);
    settle_vague_names(self);
    find_company(self);
    self->own = is_own(self);
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
    find_header(self, reader);
    if (go_to_header(self, reader))
        ambiguous = map_headers(self, reader);
    first = g_new0(Looks, self->columns->len + 1);
    rest = g_new0(Looks, self->columns->len + 1);
    look_at_row(reader, first, self->columns->len);
    for (guint i = 0; i < SAMPLE_ROWS && care_csv_reader_next(reader); i++)
        look_at_row(reader, rest, self->columns->len);
    care_csv_reader_rewind(reader);
    self->has_header = is_header(self, first, rest);
    settle(self, ambiguous);
    if (!care_csv_mapping_has_name(self))
        map_by_looks(self, rest->filled > 0 || self->has_header ? rest : first);
    self->date_order = guess_date_order(self, rest);
    return self;
}
