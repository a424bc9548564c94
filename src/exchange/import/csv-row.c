/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/email.h"
#include "exchange/import/contact-name.h"
#include "exchange/import/contact-value.h"
#include "exchange/import/csv-cell.h"
#include "exchange/import/csv-date.h"
#include "exchange/import/vcard-value.h"

/* What one row has told so far. */
typedef struct {
    CareContactDraft *draft;
    CareCsvMapping *mapping;
    CareCsvReader *reader;
    CareContactKind kind;
    GHashTable *labels;    /* "field group" → cell of a label column, borrowed */
    GHashTable *addresses; /* group → CareContactAddress, borrowed */
    GHashTable *texts;     /* group → cell with a whole address, borrowed */
    const char *nickname;
    const char *nickname_header;
    int birth[3]; /* year, month, day */
} Row;

static CareContactField
field_of_label(CareContactField label)
{
    switch (label) {
    case CARE_CONTACT_FIELD_PHONE_LABEL:
        return CARE_CONTACT_FIELD_PHONE;
    case CARE_CONTACT_FIELD_EMAIL_LABEL:
        return CARE_CONTACT_FIELD_EMAIL;
    case CARE_CONTACT_FIELD_ADDRESS_LABEL:
        return CARE_CONTACT_FIELD_STREET;
    case CARE_CONTACT_FIELD_EVENT_LABEL:
        return CARE_CONTACT_FIELD_EVENT;
    case CARE_CONTACT_FIELD_URL_LABEL:
        return CARE_CONTACT_FIELD_URL;
    default:
        return CARE_CONTACT_FIELD_NONE;
    }
}

static char *
find_label(Row *row, const CareCsvColumn *column, CareContactField field)
{
    g_autofree char *key = g_strdup_printf("%d%s", (int)field, column->group);
    const char *cell = g_hash_table_lookup(row->labels, key);

    if (cell == NULL)
        return g_strdup(column->label);
    return row->mapping->own ? care_contact_clean(cell) : care_csv_cell_tidy_label(cell);
}

/* Google joins several values of one kind with " ::: ". */
static char **
split_cell(const char *cell)
{
    return g_strsplit(cell, " ::: ", -1);
}

static void
read_phone(Row *row, const CareCsvColumn *column, const char *text)
{
    g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_PHONE);
    const char *value = care_contact_past_apostrophe(text);
    g_autofree char *number
        = care_vcard_parse_phone(row->mapping->own ? value : care_csv_cell_past_word(value, &label));

    if (care_contact_is_number(number))
        care_contact_draft_add_phone(row->draft, label, number);
    else if (*number != '\0')
        care_contact_draft_drop(row->draft, column->header);
}

static void
read_phones(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_auto(GStrv) values = split_cell(cell);

    for (guint i = 0; values[i] != NULL; i++)
        read_phone(row, column, g_strstrip(values[i]));
}

static void
read_emails(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_EMAIL);
    const char *at = strchr(cell, '@');
    /* several in one cell only if there are several at signs: a quoted local part may hold a comma */
    gboolean several = at != NULL && strchr(at + 1, '@') != NULL;
    g_auto(GStrv) values = several ? g_strsplit_set(cell, ";,:\n ", -1) : split_cell(cell);

    for (guint i = 0; values[i] != NULL; i++) {
        g_autofree char *address = care_email_bare(values[i]);

        if (care_email_is_address(address))
            care_contact_draft_add_email(row->draft, label, address);
        else if (*address != '\0' && (!several || strchr(address, '@') != NULL))
            care_contact_draft_drop(row->draft, column->header);
    }
}

static CareContactAddress *
find_address(Row *row, const CareCsvColumn *column)
{
    CareContactAddress *address = g_hash_table_lookup(row->addresses, column->group);

    if (address == NULL) {
        g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_STREET);
        address = care_contact_draft_add_address(row->draft, label);
        g_hash_table_insert(row->addresses, column->group, address);
    }
    return address;
}

static void
append_line(char **field, const char *cell)
{
    g_autofree char *clean = care_contact_clean(cell);
    g_autofree char *old = *field;

    *field = care_contact_join("\n", (const char *const[]){ old, clean, "" });
}

static void
read_address(Row *row, const CareCsvColumn *column, const char *cell)
{
    CareContactAddress *address = NULL;

    if (column->field == CARE_CONTACT_FIELD_ADDRESS_TEXT) {
        g_hash_table_insert(row->texts, column->group, (gpointer)cell);
        return;
    }
    address = find_address(row, column);
    switch (column->field) {
    case CARE_CONTACT_FIELD_STREET:
    case CARE_CONTACT_FIELD_STREET_MORE:
        append_line(&address->street, cell);
        break;
    case CARE_CONTACT_FIELD_LOCALITY:
        append_line(&address->locality, cell);
        break;
    case CARE_CONTACT_FIELD_REGION:
        append_line(&address->region, cell);
        break;
    case CARE_CONTACT_FIELD_POSTCODE:
        append_line(&address->postcode, cell);
        break;
    default:
        append_line(&address->country, cell);
        break;
    }
}

static void
read_date(Row *row, const CareCsvColumn *column, const char *cell, CareDate *date)
{
    if (care_csv_cell_is_no_date(cell))
        return;
    if (care_date_is_set(*date) || !care_csv_parse_date(cell, row->mapping->date_order, date))
        care_contact_draft_drop(row->draft, column->header);
    else if (date == &row->draft->birthday)
        row->draft->birthday_short = care_csv_date_is_short(cell);
    else
        row->draft->anniversary_short = care_csv_date_is_short(cell);
}

static void
read_event(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_EVENT);

    if (label != NULL && g_ascii_strcasecmp(label, "anniversary") == 0)
        read_date(row, column, cell, &row->draft->anniversary);
    else if (label != NULL && g_ascii_strcasecmp(label, "birthday") == 0)
        read_date(row, column, cell, &row->draft->birthday);
    else
        care_contact_draft_drop(row->draft, column->header);
}

static void
read_birth_part(Row *row, const CareCsvColumn *column, const char *cell)
{
    gint64 number = 0;

    if (g_ascii_string_to_signed(cell, 10, 0, 9999, &number, NULL))
        row->birth[column->field - CARE_CONTACT_FIELD_BIRTH_YEAR] = (int)number;
    else
        care_contact_draft_drop(row->draft, column->header);
}

static void
read_tags(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_auto(GStrv) tags = strstr(cell, ":::") != NULL ? g_strsplit(cell, ":::", -1)
                         : strchr(cell, ';') != NULL ? g_strsplit(cell, ";", -1)
                                                     : g_strsplit(cell, ",", -1);

    for (guint i = 0; tags[i] != NULL; i++) {
        const char *tag = g_strstrip(g_strdelimit(tags[i], "\"", ' '));
        care_contact_draft_add_tag(row->draft, g_str_has_prefix(tag, "* ") ? tag + 2 : tag);
    }
}

static void
read_type(Row *row, const CareCsvColumn *column, const char *cell)
{
    static const char *const companies[]
        = { "company", "business", "organization", "organisation", "org", "firma", NULL };
    static const char *const people[] = { "person", "individual", "private", NULL };
    g_autofree char *lower = g_ascii_strdown(cell, -1);

    if (g_strv_contains(companies, lower))
        row->kind = CARE_CONTACT_KIND_COMPANY;
    else if (g_strv_contains(people, lower))
        row->kind = CARE_CONTACT_KIND_PERSON;
    else
        care_contact_draft_drop(row->draft, column->header);
}

/* What becomes of a part of the name is known when the customer is. */
static void
note_part(Row *row, const CareCsvColumn *column)
{
    static const CareContactField fields[CARE_N_CONTACT_PARTS] = {
        [CARE_CONTACT_PART_PREFIX] = CARE_CONTACT_FIELD_PREFIX,
        [CARE_CONTACT_PART_ADDITIONAL] = CARE_CONTACT_FIELD_ADDITIONAL,
        [CARE_CONTACT_PART_SUFFIX] = CARE_CONTACT_FIELD_SUFFIX,
        [CARE_CONTACT_PART_URL] = CARE_CONTACT_FIELD_URL,
    };

    for (guint i = 0; i < CARE_N_CONTACT_PARTS; i++)
        if (fields[i] == column->field && row->draft->told_by[i] == NULL)
            row->draft->told_by[i] = g_strdup(column->header);
}

static void
read_once(Row *row, const CareCsvColumn *column, const char *cell, char **field)
{
    g_autofree char *clean = care_contact_clean(cell);

    note_part(row, column);
    if (*field == NULL)
        *field = g_steal_pointer(&clean);
    else if (strcmp(*field, clean) != 0)
        care_contact_draft_drop(row->draft, column->header);
}

/* Where a field that is taken as it stands is kept; NULL for the others. */
static char **
text_field(CareContactDraft *draft, CareContactField field)
{
    char **const fields[CARE_N_CONTACT_FIELDS] = {
        [CARE_CONTACT_FIELD_NAME] = &draft->name,
        [CARE_CONTACT_FIELD_PREFIX] = &draft->prefix,
        [CARE_CONTACT_FIELD_GIVEN] = &draft->given,
        [CARE_CONTACT_FIELD_ADDITIONAL] = &draft->additional,
        [CARE_CONTACT_FIELD_FAMILY] = &draft->family,
        [CARE_CONTACT_FIELD_SUFFIX] = &draft->suffix,
        [CARE_CONTACT_FIELD_ORGANISATION] = &draft->organisation,
        [CARE_CONTACT_FIELD_LANGUAGE] = &draft->language,
        [CARE_CONTACT_FIELD_URL] = &draft->url,
        [CARE_CONTACT_FIELD_VAT_ID] = &draft->vat_id,
        [CARE_CONTACT_FIELD_UID] = &draft->uid,
    };

    if (field >= CARE_N_CONTACT_FIELDS)
        return &draft->own[field - CARE_N_CONTACT_FIELDS];
    return fields[field];
}

static void
read_nickname(Row *row, const CareCsvColumn *column, const char *cell)
{
    row->nickname = cell;
    row->nickname_header = column->header;
}

static void
read_birthday(Row *row, const CareCsvColumn *column, const char *cell)
{
    read_date(row, column, cell, &row->draft->birthday);
}

static void
read_anniversary(Row *row, const CareCsvColumn *column, const char *cell)
{
    read_date(row, column, cell, &row->draft->anniversary);
}

static void
read_tag(Row *row, const CareCsvColumn *column, const char *cell)
{
    care_contact_draft_add_tag(row->draft, cell);
}

static void
read_note(Row *row, const CareCsvColumn *column, const char *cell)
{
    care_contact_draft_add_note(row->draft, cell);
}

static void
read_photo(Row *row, const CareCsvColumn *column, const char *cell)
{
    row->draft->has_photo = TRUE;
    care_contact_draft_drop(row->draft, column->header);
}

static void (*const readers[CARE_N_CONTACT_FIELDS])(Row *row, const CareCsvColumn *column, const char *cell)
    = {
          [CARE_CONTACT_FIELD_NICKNAME] = read_nickname,
          [CARE_CONTACT_FIELD_TYPE] = read_type,
          [CARE_CONTACT_FIELD_PHONE] = read_phones,
          [CARE_CONTACT_FIELD_EMAIL] = read_emails,
          [CARE_CONTACT_FIELD_STREET] = read_address,
          [CARE_CONTACT_FIELD_STREET_MORE] = read_address,
          [CARE_CONTACT_FIELD_LOCALITY] = read_address,
          [CARE_CONTACT_FIELD_REGION] = read_address,
          [CARE_CONTACT_FIELD_POSTCODE] = read_address,
          [CARE_CONTACT_FIELD_COUNTRY] = read_address,
          [CARE_CONTACT_FIELD_ADDRESS_TEXT] = read_address,
          [CARE_CONTACT_FIELD_BIRTHDAY] = read_birthday,
          [CARE_CONTACT_FIELD_ANNIVERSARY] = read_anniversary,
          [CARE_CONTACT_FIELD_EVENT] = read_event,
          [CARE_CONTACT_FIELD_BIRTH_YEAR] = read_birth_part,
          [CARE_CONTACT_FIELD_BIRTH_MONTH] = read_birth_part,
          [CARE_CONTACT_FIELD_BIRTH_DAY] = read_birth_part,
          [CARE_CONTACT_FIELD_TAGS] = read_tags,
          [CARE_CONTACT_FIELD_TAG] = read_tag,
          [CARE_CONTACT_FIELD_NOTE] = read_note,
          [CARE_CONTACT_FIELD_PHOTO] = read_photo,
      };

static void
read_cell(Row *row, const CareCsvColumn *column, const char *cell)
{
    char **field = text_field(row->draft, column->field);

    if (!row->mapping->own) /* the shop's own list has none but what somebody wrote */
        cell = care_contact_past_apostrophe(cell);
    if (care_csv_cell_is_no_value(column, cell))
        care_contact_draft_drop(row->draft, column->header);
    else if (field != NULL)
        read_once(row, column, cell, field);
    else if (readers[column->field] != NULL)
        readers[column->field](row, column, cell);
    else if (field_of_label(column->field) == CARE_CONTACT_FIELD_NONE
             && !care_csv_cell_says_nothing(column, cell))
        care_contact_draft_drop(row->draft, column->header);
}

static gboolean
is_blank(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    return *text == '\0';
}

static void
collect_labels(Row *row)
{
    for (guint i = 0; i < row->mapping->columns->len; i++) {
        CareCsvColumn *column = row->mapping->columns->pdata[i];
        CareContactField field = field_of_label(column->field);
        const char *cell = care_csv_reader_get_field(row->reader, i);
        if (field != CARE_CONTACT_FIELD_NONE && !is_blank(cell))
            g_hash_table_insert(row->labels, g_strdup_printf("%d%s", (int)field, column->group),
                                (gpointer)cell);
    }
}

static void
use_birthday(CareContactDraft *draft, CareDate date)
{
    draft->birthday = date;
    draft->birthday_short = date.year > 0 && date.year < 100;
}

static void
use_birth_parts(Row *row)
{
    CareDate date = { row->birth[0], row->birth[1], row->birth[2] };

    if (date.month == 0 && date.day == 0 && date.year == 0)
        return;
    if (!care_date_is_set(row->draft->birthday) && date.month >= 1 && date.month <= 12 && date.day >= 1
        && date.day <= care_date_days_in_month(date.year == 0 ? 2000 : date.year, date.month))
        use_birthday(row->draft, date);
    else
        care_contact_draft_drop(row->draft, "birthday");
}

/* A written-out address only where its parts say nothing. */
static void
use_address_texts(Row *row)
{
    for (guint i = 0; i < row->mapping->columns->len && g_hash_table_size(row->texts) > 0; i++) {
        CareCsvColumn *column = row->mapping->columns->pdata[i];
        const char *text = g_hash_table_lookup(row->texts, column->group);
        if (column->field != CARE_CONTACT_FIELD_ADDRESS_TEXT || text == NULL
            || g_hash_table_contains(row->addresses, column->group))
            continue;
        care_contact_draft_set(&find_address(row, column)->street, text);
    }
}

static void
use_nickname(Row *row)
{
    CareContactDraft *draft = row->draft;

    if (row->nickname == NULL)
        return;
    if (draft->name == NULL && draft->given == NULL && draft->family == NULL && draft->organisation == NULL)
        care_contact_draft_set(&draft->name, row->nickname);
    else
        care_contact_draft_drop(draft, row->nickname_header);
}

/* The name is that of a company, and given and family name are whom to talk to there. */
static void
use_company(Row *row)
{
    CareContactDraft *draft = row->draft;

    if (row->mapping->company_column < 0 || row->kind != CARE_CONTACT_KIND_UNKNOWN || draft->name == NULL
        || (draft->given == NULL && draft->family == NULL)
        || care_contact_name_tells(draft->name, draft->family != NULL ? draft->family : draft->given))
        return;
    care_contact_draft_set(&draft->organisation, draft->name);
    row->kind = CARE_CONTACT_KIND_COMPANY;
}

static void
drop_extra_cells(Row *row)
{
    for (guint i = row->mapping->columns->len; i < care_csv_reader_get_n_fields(row->reader); i++)
        if (!is_blank(care_csv_reader_get_field(row->reader, i))) {
            g_autofree char *name = g_strdup_printf("column %u", i + 1);
            care_contact_draft_drop(row->draft, name);
        }
}

static void
read_row(Row *row)
{
    collect_labels(row);
    for (guint i = 0; i < row->mapping->columns->len; i++) {
        const char *cell = care_csv_reader_get_field(row->reader, i);
        if (!is_blank(cell))
            read_cell(row, row->mapping->columns->pdata[i], cell);
    }
    drop_extra_cells(row);
    use_birth_parts(row);
    use_address_texts(row);
    use_nickname(row);
    use_company(row);
}

static void
read_into(Row *row, CareContactDraft *draft)
{
    row->draft = draft;
    if (care_csv_reader_get_broken(row->reader))
        care_contact_draft_refuse(draft,
                                  _("A quotation mark in this row is never closed, so its columns cannot be "
                                    "told apart. Correct the row and import it again."));
    read_row(row);
    care_contact_draft_finish(draft, row->kind);
}

CareContactDraft *
care_csv_row_read(CareCsvMapping *mapping, CareCsvReader *reader, guint number)
{
    Row row = { .mapping = mapping, .reader = reader };
    CareContactDraft *draft = care_contact_draft_new(number, care_csv_reader_get_line(reader));

    row.labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    row.addresses = g_hash_table_new(g_str_hash, g_str_equal);
    row.texts = g_hash_table_new(g_str_hash, g_str_equal);
    read_into(&row, draft);
    g_hash_table_unref(row.labels);
    g_hash_table_unref(row.addresses);
    g_hash_table_unref(row.texts);
    return draft;
}
