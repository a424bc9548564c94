/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-headers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/import/contact-own.h"
#include "exchange/import/csv-phrases.h"
#include "exchange/import/word-list.h"
#include "model/customer.h"

/* What the first row's words mean, in the programs and languages that shops export from: Thunderbird, Outlook,
 * Google (both generations), Invoice Ninja, RepairShopr, our own, and plain words anybody would write.
 *
 * A header is folded ("Privat: Adresse 2" → "privat adresse 2"), numbers and words of place (home, work) and of
 * no meaning are taken out, and what is left is looked up. So one row of the table serves every combination. */

static const struct {
    CareContactField field;
    const char *title;
} titles[] = {
    { CARE_CONTACT_FIELD_NONE, N_("Do Not Import") },
    { CARE_CONTACT_FIELD_NAME, N_("Name") },
    { CARE_CONTACT_FIELD_PREFIX, N_("Title Before the Name") },
    { CARE_CONTACT_FIELD_GIVEN, N_("Given Name") },
    { CARE_CONTACT_FIELD_ADDITIONAL, N_("Middle Name") },
    { CARE_CONTACT_FIELD_FAMILY, N_("Family Name") },
    { CARE_CONTACT_FIELD_SUFFIX, N_("Suffix After the Name") },
    { CARE_CONTACT_FIELD_NICKNAME, N_("Nickname") },
    { CARE_CONTACT_FIELD_ORGANISATION, N_("Company") },
    { CARE_CONTACT_FIELD_TYPE, N_("Person or Company") },
    { CARE_CONTACT_FIELD_PHONE, N_("Phone") },
    { CARE_CONTACT_FIELD_PHONE_LABEL, N_("Kind of Phone") },
    { CARE_CONTACT_FIELD_EMAIL, N_("E-Mail") },
    { CARE_CONTACT_FIELD_EMAIL_LABEL, N_("Kind of E-Mail") },
    { CARE_CONTACT_FIELD_STREET, N_("Street") },
    { CARE_CONTACT_FIELD_STREET_MORE, N_("Second Line of the Street") },
    { CARE_CONTACT_FIELD_LOCALITY, N_("Town") },
    { CARE_CONTACT_FIELD_REGION, N_("Region") },
    { CARE_CONTACT_FIELD_POSTCODE, N_("Postcode") },
    { CARE_CONTACT_FIELD_COUNTRY, N_("Country") },
    { CARE_CONTACT_FIELD_ADDRESS_TEXT, N_("Whole Address") },
    { CARE_CONTACT_FIELD_ADDRESS_LABEL, N_("Kind of Address") },
    { CARE_CONTACT_FIELD_BIRTHDAY, N_("Birthday") },
    { CARE_CONTACT_FIELD_BIRTH_YEAR, N_("Year of Birth") },
    { CARE_CONTACT_FIELD_BIRTH_MONTH, N_("Month of Birth") },
    { CARE_CONTACT_FIELD_BIRTH_DAY, N_("Day of Birth") },
    { CARE_CONTACT_FIELD_ANNIVERSARY, N_("Anniversary") },
    { CARE_CONTACT_FIELD_EVENT, N_("Date") },
    { CARE_CONTACT_FIELD_EVENT_LABEL, N_("Kind of Date") },
    { CARE_CONTACT_FIELD_TAGS, N_("Tags") },
    { CARE_CONTACT_FIELD_TAG, N_("Tag") },
    { CARE_CONTACT_FIELD_NOTE, N_("Note") },
    { CARE_CONTACT_FIELD_LANGUAGE, N_("Language") },
    { CARE_CONTACT_FIELD_URL, N_("Website") },
    { CARE_CONTACT_FIELD_URL_LABEL, N_("Kind of Website") },
    { CARE_CONTACT_FIELD_VAT_ID, N_("VAT Number") },
    { CARE_CONTACT_FIELD_UID, N_("Identifier") },
    { CARE_CONTACT_FIELD_PHOTO, N_("Photo") },
};

guint
care_contact_field_count(void)
{
    return CARE_N_CONTACT_FIELDS + care_contact_n_own();
}

/**
 * care_contact_field_get_title:
 *
 * Returns: (transfer none): what to call the field in a chooser, translated
 */
const char *
care_contact_field_get_title(CareContactField field)
{
    if (field >= CARE_N_CONTACT_FIELDS)
        return care_field_label(
            &care_customer_kind.fields[care_contact_own_field(field - CARE_N_CONTACT_FIELDS)]);
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
        if (titles[i].field == field)
            return _(titles[i].title);
    return NULL;
}

/**
 * care_csv_header_normalise:
 *
 * Returns: (transfer full): the header's words in lower case, without accents, separated by one blank. A change
 *   from small to capital letter or from letter to digit starts a word: "firstName", "address1".
 */
char *
care_csv_header_normalise(const char *header)
{
    g_autofree char *plain = g_utf8_normalize(header, -1, G_NORMALIZE_ALL);
    g_autoptr(GString) words = g_string_new(NULL);
    GUnicodeType before = G_UNICODE_SPACE_SEPARATOR;

    for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        if (g_unichar_ismark(c))
            continue;
        if (!g_unichar_isalnum(c)) {
            before = G_UNICODE_SPACE_SEPARATOR;
            continue;
        }
        if (words->len > 0
            && (before == G_UNICODE_SPACE_SEPARATOR
                || (before == G_UNICODE_LOWERCASE_LETTER && type == G_UNICODE_UPPERCASE_LETTER)
                || (before == G_UNICODE_DECIMAL_NUMBER) != (type == G_UNICODE_DECIMAL_NUMBER)))
            g_string_append_c(words, ' ');
        if (c == 0xDF)
            g_string_append(words, "ss");
        else if (c == 0x142 || c == 0x141)
            g_string_append_c(words, 'l');
        else if (c == 0xF8 || c == 0xD8)
            g_string_append_c(words, 'o');
        else if (c == 0x131)
            g_string_append_c(words, 'i');
        else
            g_string_append_unichar(words, g_unichar_tolower(c));
        before = type;
    }
    return g_strdup(words->str);
}

/* Every phrase, folded like a header, with the row it stands in; made once and never changed. */
static GHashTable *
phrase_index(void)
{
    static GHashTable *index = NULL;

    if (g_once_init_enter_pointer(&index)) {
        GHashTable *made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = care_csv_n_phrases; i > 0; i--) {
            g_auto(GStrv) list = g_strsplit(care_csv_phrases[i - 1].phrases, "|", -1);
            for (guint k = 0; list[k] != NULL; k++)
                g_hash_table_insert(made, care_csv_header_normalise(list[k]), GUINT_TO_POINTER(i));
        }
        g_once_init_leave_pointer(&index, made);
    }
    return index;
}

static gboolean
find_phrase(const char *phrase, CareContactField *field, const char **label)
{
    guint row = GPOINTER_TO_UINT(g_hash_table_lookup(phrase_index(), phrase));

    if (row == 0)
        return FALSE;
    *field = care_csv_phrases[row - 1].field;
    *label = care_csv_phrases[row - 1].label;
    return TRUE;
}

/* Every word of place, folded like a header, with its row; made once and never changed. */
static GHashTable *
place_index(void)
{
    static GHashTable *index = NULL;

    if (g_once_init_enter_pointer(&index)) {
        GHashTable *made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = care_csv_n_places; i > 0; i--) {
            g_auto(GStrv) list = g_strsplit(care_csv_places[i - 1].words, "|", -1);
            for (guint k = 0; list[k] != NULL; k++)
                g_hash_table_insert(made, care_csv_header_normalise(list[k]), GUINT_TO_POINTER(i));
        }
        g_once_init_leave_pointer(&index, made);
    }
    return index;
}

static const char *
find_place(const char *word)
{
    guint row = GPOINTER_TO_UINT(g_hash_table_lookup(place_index(), word));

    return row != 0 ? care_csv_places[row - 1].label : NULL;
}

static gboolean
is_number(const char *word)
{
    return *word != '\0' && word[strspn(word, "0123456789")] == '\0';
}

typedef struct {
    const char *place;
    int number; /* the last one; -1 if none */
    gboolean number_last;
    GString *without_numbers;
    GString *without_places; /* and numbers */
    GString *core;           /* and fillers */
} Words;

static void
append_word(GString *phrase, const char *word)
{
    if (phrase->len > 0)
        g_string_append_c(phrase, ' ');
    g_string_append(phrase, word);
}

static void
sort_words(const char *normal, Words *words)
{
    g_auto(GStrv) list = g_strsplit(normal, " ", -1);

    for (guint i = 0; list[i] != NULL; i++) {
        const char *place = find_place(list[i]);
        if (is_number(list[i])) {
            words->number = (int)MIN(g_ascii_strtoull(list[i], NULL, 10), 100000);
            words->number_last = list[i + 1] == NULL;
            continue;
        }
        append_word(words->without_numbers, list[i]);
        if (place != NULL) {
            words->place = place;
            continue;
        }
        append_word(words->without_places, list[i]);
        if (!care_word_list_has(care_csv_fillers, list[i]))
            append_word(words->core, list[i]);
    }
}

/* "home fax" rather than "fax"; a mobile is a mobile wherever it is carried. */
static char *
join_label(CareContactField field, const char *place, const char *label)
{
    if (field != CARE_CONTACT_FIELD_PHONE || label == NULL || place == NULL)
        return g_strdup(label != NULL ? label : place);
    if (strcmp(label, "fax") == 0 && strcmp(place, "other") != 0)
        return g_strconcat(place, " fax", NULL);
    return g_strdup(label);
}

static gboolean
is_place_field(CareContactField field)
{
    return (field >= CARE_CONTACT_FIELD_PHONE && field <= CARE_CONTACT_FIELD_ADDRESS_LABEL)
           || field == CARE_CONTACT_FIELD_URL;
}

static gboolean
is_bare_name(const char *word)
{
    g_autofree char *korean = care_csv_header_normalise("이름"); /* comes apart into its letters */

    return care_word_list_has("name|nom|nombre|nome|naam|jmeno|namn|navn|nimi", word)
           || strcmp(word, korean) == 0;
}

/**
 * care_csv_header_find:
 * @label: (out) (transfer full) (nullable): what the header says about the value: "home", "mobile", "work fax"
 * @number: (out): the header's number ("Phone 2 - Value"), or -1
 * @own_name: (out): whether the bare word may be a whole name or a part of one, by what stands beside it
 *   ("Nom", "Nombre", "Name")
 *
 * Returns: what a column with this header holds; %CARE_CONTACT_FIELD_NONE if unknown
 */
CareContactField
care_csv_header_find(const char *header, char **label, int *number, gboolean *own_name)
{
    g_autofree char *normal = care_csv_header_normalise(header);
    g_autoptr(GString) without_numbers = g_string_new(NULL);
    g_autoptr(GString) without_places = g_string_new(NULL);
    g_autoptr(GString) core = g_string_new(NULL);
    Words words = { NULL, -1, FALSE, without_numbers, without_places, core };
    CareContactField field = CARE_CONTACT_FIELD_NONE;
    const char *own_label = NULL;
    int own = care_contact_own_find(header);

    *label = NULL;
    *number = -1;
    *own_name = FALSE;
    if (own >= 0) /* as our own export writes it */
        return (CareContactField)(CARE_N_CONTACT_FIELDS + own);
    if (strlen(normal) > 100) /* no header is a paragraph */
        return CARE_CONTACT_FIELD_NONE;
    sort_words(normal, &words);
    *own_name = is_bare_name(core->str);
    if (find_phrase(without_numbers->str, &field, &own_label))
        words.place = is_place_field(field) && own_label == NULL ? words.place : NULL;
    else if (!find_phrase(without_places->str, &field, &own_label)
             && !find_phrase(core->str, &field, &own_label))
        return CARE_CONTACT_FIELD_NONE;
    else if (words.place != NULL && !is_place_field(field))
        words.place = NULL;
    *number = words.number;
    /* "Address 2" is the second line of the address, "Address 2 - Street" belongs to the second address */
    if (field == CARE_CONTACT_FIELD_STREET && words.number_last) {
        field = words.number > 1 ? CARE_CONTACT_FIELD_STREET_MORE : field;
        *number = -1;
    }
    *label = join_label(field, words.place, own_label);
    return field;
}
