/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-fields.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/email.h"
#include "exchange/import/contact-own.h"
#include "exchange/import/contact-value.h"
#include "exchange/import/csv-date.h"
#include "exchange/import/vcard-value.h"

/* The group's own label: "Holiday flat", or Apple's _$!<Mobile>!$_ */
static char *
group_label(CareVcardReading *reading, const CareVcardProperty *property)
{
    const char *label
        = property->group != NULL ? g_hash_table_lookup(reading->labels, property->group) : NULL;
    g_autofree char *text = label != NULL ? care_vcard_unescape(label) : NULL;

    if (text == NULL)
        return NULL;
    if (g_str_has_prefix(label, "_$!<") && g_str_has_suffix(text, ">!$_") && strlen(text) > 8) {
        g_autofree char *inner = g_strndup(text + 4, strlen(text) - 8);
        return g_utf8_strdown(inner, -1);
    }
    return care_contact_clean(text);
}

/* Apple's spelled-out labels, as our own. */
static char *
phone_label(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = group_label(reading, property);
    g_auto(GStrv) types = NULL;

    if (g_strcmp0(label, "homefax") == 0 || g_strcmp0(label, "workfax") == 0)
        return g_strdup(*label == 'h' ? "home fax" : "work fax");
    if (label != NULL)
        return g_steal_pointer(&label);
    types = care_vcard_property_get_types(property);
    return care_vcard_phone_label((const char *const *)types);
}

char *
care_vcard_place_label_of(CareVcardReading *reading, const CareVcardProperty *property)
{
    char *label = group_label(reading, property);
    g_auto(GStrv) types = NULL;

    if (label != NULL)
        return label;
    types = care_vcard_property_get_types(property);
    return care_vcard_place_label((const char *const *)types);
}

/* Takes a text that a draft can hold once: the first one stays, another that differs is named as dropped. */
static void
set_once(CareContactDraft *draft, char **field, const char *text, const char *name)
{
    g_autofree char *clean = care_contact_clean(text);

    if (clean == NULL)
        return;
    if (*field == NULL)
        *field = g_steal_pointer(&clean);
    else if (strcmp(*field, clean) != 0)
        care_contact_draft_drop(draft, name);
}

static void
read_full_name(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->name, text, "FN");
}

/* part: a CareContactPart in the order of N from the third on; below 0: the given and the family name. */
static void
take_part(CareContactDraft *draft, char **field, int part, const char *text)
{
    static const struct {
        CareContactPart part;
        const char *name;
    } parts[] = {
        { CARE_CONTACT_PART_ADDITIONAL, "N (middle name)" },
        { CARE_CONTACT_PART_PREFIX, "N (title)" },
        { CARE_CONTACT_PART_SUFFIX, "N (suffix)" },
    };

    care_contact_draft_set(field, text);
    if (part >= 0)
        g_set_str(&draft->told_by[parts[part].part], parts[part].name);
}

static void
read_name(CareVcardReading *reading, const CareVcardProperty *property)
{
    CareContactDraft *draft = reading->draft;
    g_auto(GStrv) parts = care_vcard_split(property->value, ';');
    char **fields[] = { &draft->family, &draft->given, &draft->additional, &draft->prefix, &draft->suffix };
    gboolean first = draft->family == NULL && draft->given == NULL && draft->additional == NULL
                     && draft->prefix == NULL && draft->suffix == NULL;

    for (guint i = 0; parts[i] != NULL && i < G_N_ELEMENTS(fields); i++) {
        g_autofree char *text = care_vcard_list_to_text(parts[i], i == 4 ? ", " : " ");
        g_autofree char *clean = care_contact_clean(text);
        if (first)
            take_part(draft, fields[i], (int)i - 2, clean);
        else if (clean != NULL && g_strcmp0(*fields[i], clean) != 0)
            care_contact_draft_drop(draft, "N");
    }
}

static void
read_nickname(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);
    g_autofree char *clean = care_contact_clean(text);

    if (clean == NULL)
        return;
    if (reading->nickname == NULL)
        reading->nickname = g_steal_pointer(&clean);
    care_contact_draft_drop(reading->draft, "NICKNAME");
}

static void
read_organisation(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ';');

    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *text = care_vcard_unescape(parts[i]);
        g_autofree char *clean = care_contact_clean(text);
        if (i == 0)
            set_once(reading->draft, &reading->draft->organisation, text, "ORG");
        else if (clean != NULL)
            care_contact_draft_drop(reading->draft, "ORG (department)");
    }
}

static void
read_phone(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = phone_label(reading, property);
    g_autofree char *number = care_vcard_parse_phone(property->value);

    if (care_contact_is_number(number))
        care_contact_draft_add_phone(reading->draft, label, number);
    else if (*g_strstrip(number) != '\0')
        care_contact_draft_drop(reading->draft, "TEL");
}

static void
read_email(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = care_vcard_place_label_of(reading, property);
    g_autofree char *text = care_vcard_unescape(property->value);
    g_autofree char *bare = care_email_bare(text);
    /* written so, a colon escaped is no scheme (vcard-writer.c) */
    const char *address = g_ascii_strncasecmp(property->value, "mailto\\:", 8) == 0 ? text : bare;

    if (care_email_is_address(address))
        care_contact_draft_add_email(reading->draft, label, address);
    else if (*address != '\0')
        care_contact_draft_drop(reading->draft, "EMAIL");
}

static void
read_address(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ';');
    g_autofree char *label = care_vcard_place_label_of(reading, property);
    g_autofree char *street = NULL;
    CareContactAddress *address = NULL;
    char *texts[7] = { NULL };

    for (guint i = 0; parts[i] != NULL && i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *text = care_vcard_list_to_text(parts[i], ", ");
        texts[i] = care_contact_clean(text);
    }
    address = care_contact_draft_add_address(reading->draft, label);
    /* post-office box and flat have no field of their own: further lines of the street */
    street = care_contact_join("\n", (const char *const[]){ texts[2], texts[1], texts[0], "" });
    address->street = g_steal_pointer(&street);
    address->locality = g_steal_pointer(&texts[3]);
    address->region = g_steal_pointer(&texts[4]);
    address->postcode = g_steal_pointer(&texts[5]);
    address->country = g_steal_pointer(&texts[6]);
    for (guint i = 0; i < 3; i++)
        g_free(texts[i]);
}

static void
read_address_label(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_ptr_array_add(reading->address_labels, (gpointer)property);
}

/* As people write them, 24.12.1968 and 1980-5-3; with slashes only where the order of day and month is sure. */
static gboolean
parse_typed_date(const char *text, CareDate *out)
{
    CareDate other;

    return care_csv_parse_date(text, CARE_CSV_DAY_FIRST, out) && out->year > 99
           && care_csv_parse_date(text, CARE_CSV_MONTH_FIRST, &other) && care_date_compare(*out, other) == 0;
}

/* Also drops the year that X-APPLE-OMIT-YEAR names. */
static gboolean
parse_date(const CareVcardProperty *property, CareDate *out)
{
    const char *omit = care_vcard_property_get_param(property, "X-APPLE-OMIT-YEAR");

    if (!care_vcard_parse_date(property->value, out) && !parse_typed_date(property->value, out))
        return FALSE;
    if (omit != NULL && g_ascii_strtoll(omit, NULL, 10) == out->year)
        out->year = 0;
    return TRUE;
}

static void
set_birthday(CareContactDraft *draft, const CareVcardProperty *property, CareDate date)
{
    draft->birthday = date;
    draft->birthday_short = care_csv_date_is_short(property->value);
}

static void
read_birthday(CareVcardReading *reading, const CareVcardProperty *property)
{
    CareDate date;

    if (*property->value == '\0')
        return;
    if (!care_date_is_set(reading->draft->birthday) && parse_date(property, &date))
        set_birthday(reading->draft, property, date);
    else
        care_contact_draft_drop(reading->draft, "BDAY");
}

static void
read_anniversary(CareVcardReading *reading, const CareVcardProperty *property)
{
    CareDate date;

    if (*property->value == '\0')
        return;
    if (!care_date_is_set(reading->draft->anniversary) && parse_date(property, &date))
        reading->draft->anniversary = date;
    else
        care_contact_draft_drop(reading->draft, property->name);
}

/* Apple and Google: a date whose meaning is its label. */
static void
read_labelled_date(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = group_label(reading, property);

    if (label != NULL && g_ascii_strcasecmp(label, "anniversary") == 0)
        read_anniversary(reading, property);
    else if (*property->value != '\0')
        care_contact_draft_drop(reading->draft, property->name);
}

/* X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1975-03-01;1;;;  (1 = anniversary, 3 = birthday) */
static void
read_android(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ';');
    CareDate date;

    if (g_strv_length(parts) >= 3 && g_str_has_suffix(parts[0], "/contact_event")
        && care_vcard_parse_date(parts[1], &date)) {
        CareDate *field = strcmp(parts[2], "1") == 0   ? &reading->draft->anniversary
                          : strcmp(parts[2], "3") == 0 ? &reading->draft->birthday
                                                       : NULL;
        if (field != NULL && !care_date_is_set(*field)) {
            *field = date;
            return;
        }
    }
    if (g_strv_length(parts) >= 2 && g_str_has_suffix(parts[0], "/nickname")) {
        CareVcardProperty nickname
            = { .name = property->name, .params = property->params, .value = parts[1] };
        read_nickname(reading, &nickname);
        return;
    }
    care_contact_draft_drop(reading->draft, "X-ANDROID-CUSTOM");
}

static void
read_categories(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ',');

    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *tag = care_vcard_unescape(parts[i]);
        care_contact_draft_add_tag(reading->draft, tag);
    }
}

static void
read_note(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    care_contact_draft_add_note(reading->draft, text);
}

/* What is taken as it stands. */
static void
read_text(CareVcardReading *reading, const CareVcardProperty *property)
{
    CareContactDraft *draft = reading->draft;
    const struct {
        const char *name;
        char **field;
    } texts[] = { { "LANG", &draft->language },
                  { "URL", &draft->url },
                  { "UID", &draft->uid },
                  { "X-VAT-ID", &draft->vat_id } };
    g_autofree char *text = care_vcard_unescape(property->value);

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        if (strcmp(texts[i].name, property->name) == 0)
            set_once(draft, texts[i].field, text, property->name);
}

static void
read_photo(CareVcardReading *reading, const CareVcardProperty *property)
{
    if (*property->value == '\0')
        return;
    reading->draft->has_photo = TRUE;
    care_contact_draft_drop(reading->draft, property->name);
}

static void
read_kind(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *kind = g_ascii_strdown(property->value, -1);

    g_strstrip(kind);
    if (strcmp(kind, "individual") == 0)
        reading->kind = CARE_CONTACT_KIND_PERSON;
    else if (strcmp(kind, "org") == 0 || strcmp(kind, "organization") == 0 || strcmp(kind, "company") == 0)
        reading->kind = CARE_CONTACT_KIND_COMPANY;
    else if (strcmp(kind, "group") == 0)
        care_contact_draft_refuse(reading->draft,
                                  _("This is a list of contacts, not a contact. Its members are "
                                    "imported as contacts of their own."));
}

/* Somebody else's card; in 2.1 it stands on the lines after, and the parser has passed over it. */
static void
read_agent(CareVcardReading *reading, const CareVcardProperty *property)
{
    care_contact_draft_drop(reading->draft, "AGENT");
}

/* What says nothing about the contact, or was read elsewhere. */
static void
read_nothing(CareVcardReading *reading, const CareVcardProperty *property)
{
}

typedef void (*Reader)(CareVcardReading *reading, const CareVcardProperty *property);

static const struct {
    const char *name;
    Reader read;
    gboolean sorted; /* the preferred one first */
} readers[] = {
    { "FN", read_full_name, TRUE },
    { "N", read_name, TRUE },
    { "NICKNAME", read_nickname, FALSE },
    { "ORG", read_organisation, TRUE },
    { "TEL", read_phone, TRUE },
    { "EMAIL", read_email, TRUE },
    { "ADR", read_address, TRUE },
    { "LABEL", read_address_label, FALSE },
    { "BDAY", read_birthday, FALSE },
    { "ANNIVERSARY", read_anniversary, FALSE },
    { "X-ANNIVERSARY", read_anniversary, FALSE },
    { "X-EVOLUTION-ANNIVERSARY", read_anniversary, FALSE },
    { "X-KADDRESSBOOK-X-ANNIVERSARY", read_anniversary, FALSE },
    { "X-MS-ANNIVERSARY", read_anniversary, FALSE },
    { "X-ABDATE", read_labelled_date, FALSE },
    { "X-ANDROID-CUSTOM", read_android, FALSE },
    { "CATEGORIES", read_categories, FALSE },
    { "NOTE", read_note, FALSE },
    { "LANG", read_text, TRUE },
    { "URL", read_text, TRUE },
    { "UID", read_text, FALSE },
    { "PHOTO", read_photo, FALSE },
    { "KIND", read_kind, FALSE },
    { "X-KIND", read_kind, FALSE },
    { "X-ABSHOWAS", read_kind, FALSE },
    { "X-ADDRESSBOOKSERVER-KIND", read_kind, FALSE },
    { "X-VAT-ID", read_text, FALSE },
    { "AGENT", read_agent, FALSE },
    { "VERSION", read_nothing, FALSE },
    { "PROFILE", read_nothing, FALSE },
    { "X-ABLABEL", read_nothing, FALSE },
    { "X-ABADR", read_nothing, FALSE },
};

int
care_vcard_field_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(readers); i++)
        if (strcmp(readers[i].name, name) == 0)
            return (int)i;
    return -1;
}

gboolean
care_vcard_field_is_sorted(int field)
{
    return readers[field].sorted;
}

void
care_vcard_field_read(int field, CareVcardReading *reading, const CareVcardProperty *property)
{
    readers[field].read(reading, property);
}

gboolean
care_vcard_field_read_own(CareVcardReading *reading, const CareVcardProperty *property)
{
    g_autofree char *name = NULL;
    g_autofree char *text = NULL;
    int own;

    if (!g_str_has_prefix(property->name, CARE_CONTACT_OWN_PREFIX))
        return FALSE;
    name = g_ascii_strdown(property->name + strlen(CARE_CONTACT_OWN_PREFIX), -1);
    own = care_contact_own_find(g_strdelimit(name, "-", '_'));
    if (own < 0)
        return FALSE;
    text = care_vcard_unescape(property->value);
    set_once(reading->draft, &reading->draft->own[own], text, property->name);
    return TRUE;
}
