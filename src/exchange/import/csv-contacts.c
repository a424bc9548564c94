/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-contacts.h"

#include <glib/gi18n-lib.h>

/* Turns the rows of a CSV file into drafts, one per call, by a mapping. Cells of columns that are not mapped are
 * named in the draft's list of dropped things, unless they are empty or say what Outlook says for nothing.
 *
 * Owns its reader and its mapping. One thread at a time. */
struct _CareCsvContacts {
    CareCsvReader *reader;
    CareCsvMapping *mapping;
    guint rows;
    gboolean started;
};

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

/**
 * care_csv_contacts_new:
 * @reader: (transfer full)
 * @mapping: (transfer full) (nullable): how to read the columns; %NULL finds it out
 */
CareCsvContacts *
care_csv_contacts_new(CareCsvReader *reader, CareCsvMapping *mapping)
{
    CareCsvContacts *self = g_new0(CareCsvContacts, 1);

    self->reader = reader;
    self->mapping = mapping != NULL ? mapping : care_csv_mapping_detect(reader);
    return self;
}

void
care_csv_contacts_free(CareCsvContacts *self)
{
    if (self == NULL)
        return;
    care_csv_reader_free(self->reader);
    care_csv_mapping_free(self->mapping);
    g_free(self);
}

/**
 * care_csv_contacts_get_mapping:
 *
 * Returns: (transfer none): the mapping, which may be changed before a row is read or after a rewind
 */
CareCsvMapping *
care_csv_contacts_get_mapping(CareCsvContacts *self)
{
    return self->mapping;
}

/**
 * care_csv_contacts_rewind:
 *
 * Starts again with the first contact: after a preview, with a changed mapping.
 */
void
care_csv_contacts_rewind(CareCsvContacts *self)
{
    care_csv_reader_rewind(self->reader);
    self->rows = 0;
    self->started = FALSE;
}

gsize
care_csv_contacts_get_offset(CareCsvContacts *self)
{
    return care_csv_reader_get_offset(self->reader);
}

/* Google: "* Home" for the preferred one; "Home Fax"; everyday synonyms. Another word is the owner's own. */
static char *
tidy_label(const char *text)
{
    static const struct {
        const char *from, *to;
    } known[] = {
        { "home", "home" },        { "private", "home" },      { "privat", "home" },
        { "work", "work" },        { "business", "work" },     { "mobile", "mobile" },
        { "cell", "mobile" },      { "mobil", "mobile" },      { "handy", "mobile" },
        { "main", "main" },        { "fax", "fax" },           { "home fax", "home fax" },
        { "homefax", "home fax" }, { "work fax", "work fax" }, { "workfax", "work fax" },
        { "pager", "pager" },      { "other", "other" },       { "car", "car" },
        { "iphone", "mobile" },    { "smtp", NULL },           { "ex", NULL },
    };
    g_autofree char *label = care_contact_clean(g_str_has_prefix(text, "* ") ? text + 2 : text);

    for (guint i = 0; label != NULL && i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(label, known[i].from) == 0)
            return g_strdup(known[i].to);
    return g_steal_pointer(&label);
}

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

    return cell != NULL ? tidy_label(cell) : g_strdup(column->label);
}

/* Google joins several values of one kind with " ::: ". */
static char **
split_cell(const char *cell)
{
    return g_strsplit(cell, " ::: ", -1);
}

static void
read_phones(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_auto(GStrv) values = split_cell(cell);
    g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_PHONE);

    for (guint i = 0; values[i] != NULL; i++)
        care_contact_draft_add_phone(row->draft, label, values[i]);
}

static void
read_emails(Row *row, const CareCsvColumn *column, const char *cell)
{
    g_autofree char *label = find_label(row, column, CARE_CONTACT_FIELD_EMAIL);
    const char *at = strchr(cell, '@');
    /* several in one cell only if there are several at signs: a quoted local part may hold a comma */
    gboolean several = at != NULL && strchr(at + 1, '@') != NULL;
    g_auto(GStrv) values = several ? g_strsplit_set(cell, ";,:\n ", -1) : split_cell(cell);

    for (guint i = 0; values[i] != NULL; i++)
        care_contact_draft_add_email(row->draft, label, values[i]);
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

/* Outlook writes 0/0/00 where it has no date. */
static gboolean
is_no_date(const char *cell)
{
    return cell[strspn(cell, "0/.- ")] == '\0';
}

static void
read_date(Row *row, const CareCsvColumn *column, const char *cell, CareDate *date)
{
    if (is_no_date(cell))
        return;
    if (care_date_is_set(*date) || !care_csv_parse_date(cell, row->mapping->date_order, date))
        care_contact_draft_drop(row->draft, column->header);
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
read_tags(Row *row, const char *cell)
{
    g_auto(GStrv) tags = strstr(cell, ":::") != NULL ? g_strsplit(cell, ":::", -1)
                         : strchr(cell, ';') != NULL ? g_strsplit(cell, ";", -1)
                                                     : g_strsplit(cell, ",", -1);

    for (guint i = 0; tags[i] != NULL; i++) {
        const char *tag = g_strchug(tags[i]);
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

static void
read_once(Row *row, const CareCsvColumn *column, const char *cell, char **field)
{
    g_autofree char *clean = care_contact_clean(cell);

    if (*field == NULL)
        *field = g_steal_pointer(&clean);
    else if (strcmp(*field, clean) != 0)
        care_contact_draft_drop(row->draft, column->header);
}

static char **
text_field(CareContactDraft *draft, CareContactField field)
{
    switch (field) {
    case CARE_CONTACT_FIELD_NAME:
        return &draft->name;
    case CARE_CONTACT_FIELD_PREFIX:
        return &draft->prefix;
    case CARE_CONTACT_FIELD_GIVEN:
        return &draft->given;
    case CARE_CONTACT_FIELD_ADDITIONAL:
        return &draft->additional;
    case CARE_CONTACT_FIELD_FAMILY:
        return &draft->family;
    case CARE_CONTACT_FIELD_SUFFIX:
        return &draft->suffix;
    case CARE_CONTACT_FIELD_ORGANISATION:
        return &draft->organisation;
    case CARE_CONTACT_FIELD_LANGUAGE:
        return &draft->language;
    case CARE_CONTACT_FIELD_URL:
        return &draft->url;
    case CARE_CONTACT_FIELD_VAT_ID:
        return &draft->vat_id;
    case CARE_CONTACT_FIELD_UID:
        return &draft->uid;
    default:
        return NULL;
    }
}

/* What Outlook writes into columns nobody ever filled. */
static gboolean
says_nothing(const char *cell)
{
    static const char *const defaults[] = { "normal", "false", "unspecified", "smtp", NULL };
    g_autofree char *lower = g_ascii_strdown(cell, -1);

    return g_strv_contains(defaults, lower) || is_no_date(cell);
}

static void
read_cell(Row *row, const CareCsvColumn *column, const char *cell)
{
    char **field = text_field(row->draft, column->field);

    if (column->field >= CARE_N_CONTACT_FIELDS)
        field = &row->draft->own[column->field - CARE_N_CONTACT_FIELDS];
    if (field != NULL) {
        read_once(row, column, cell, field);
        return;
    }
    switch (column->field) {
    case CARE_CONTACT_FIELD_NICKNAME:
        row->nickname = cell;
        row->nickname_header = column->header;
        break;
    case CARE_CONTACT_FIELD_TYPE:
        read_type(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_PHONE:
        read_phones(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_EMAIL:
        read_emails(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_STREET:
    case CARE_CONTACT_FIELD_STREET_MORE:
    case CARE_CONTACT_FIELD_LOCALITY:
    case CARE_CONTACT_FIELD_REGION:
    case CARE_CONTACT_FIELD_POSTCODE:
    case CARE_CONTACT_FIELD_COUNTRY:
    case CARE_CONTACT_FIELD_ADDRESS_TEXT:
        read_address(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_BIRTHDAY:
        read_date(row, column, cell, &row->draft->birthday);
        break;
    case CARE_CONTACT_FIELD_ANNIVERSARY:
        read_date(row, column, cell, &row->draft->anniversary);
        break;
    case CARE_CONTACT_FIELD_EVENT:
        read_event(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_BIRTH_YEAR:
    case CARE_CONTACT_FIELD_BIRTH_MONTH:
    case CARE_CONTACT_FIELD_BIRTH_DAY:
        read_birth_part(row, column, cell);
        break;
    case CARE_CONTACT_FIELD_TAGS:
        read_tags(row, cell);
        break;
    case CARE_CONTACT_FIELD_TAG:
        care_contact_draft_add_tag(row->draft, cell);
        break;
    case CARE_CONTACT_FIELD_NOTE:
        care_contact_draft_add_note(row->draft, cell);
        break;
    case CARE_CONTACT_FIELD_PHOTO:
        row->draft->has_photo = TRUE;
        care_contact_draft_drop(row->draft, column->header);
        break;
    default:
        if (field_of_label(column->field) == CARE_CONTACT_FIELD_NONE && !says_nothing(cell))
            care_contact_draft_drop(row->draft, column->header);
        break;
    }
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
use_birth_parts(Row *row)
{
    CareDate date = { row->birth[0], row->birth[1], row->birth[2] };

    if (date.month == 0 && date.day == 0 && date.year == 0)
        return;
    if (!care_date_is_set(row->draft->birthday) && date.month >= 1 && date.month <= 12 && date.day >= 1
        && date.day <= care_date_days_in_month(date.year == 0 ? 2000 : date.year, date.month))
        row->draft->birthday = date;
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
}

static gboolean
next_row(CareCsvContacts *self)
{
    if (!self->started) {
        self->started = TRUE;
        if (self->mapping->has_header && !care_csv_reader_next(self->reader))
            return FALSE;
    }
    while (care_csv_reader_next(self->reader))
        if (!care_csv_reader_get_empty(self->reader))
            return TRUE;
    return FALSE;
}

/**
 * care_csv_contacts_next:
 *
 * Returns: (transfer full) (nullable): the next contact, or one with an error set; %NULL after the last
 */
CareContactDraft *
care_csv_contacts_next(CareCsvContacts *self)
{
    Row row = { .mapping = self->mapping, .reader = self->reader };

    if (!next_row(self))
        return NULL;
    row.draft = care_contact_draft_new(++self->rows, care_csv_reader_get_line(self->reader));
    row.labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    row.addresses = g_hash_table_new(g_str_hash, g_str_equal);
    row.texts = g_hash_table_new(g_str_hash, g_str_equal);
    if (care_csv_reader_get_broken(self->reader))
        care_contact_draft_refuse(
            row.draft, _("A quotation mark in this row is never closed, so its columns cannot be told "
                         "apart. Correct the row and import it again."));
    read_row(&row);
    care_contact_draft_finish(row.draft, row.kind);
    g_hash_table_unref(row.labels);
    g_hash_table_unref(row.addresses);
    g_hash_table_unref(row.texts);
    return row.draft;
}
