/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-card.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/vcard-value.h"

/* The properties of one card, and what they mean for a contact. They are collected first, because a label stands in
 * a property of its own (item1.X-ABLabel) that may come before or after, and because the preferred phone goes first.
 * Whatever has no place in a draft is named in its list of dropped things. */
struct _CareVcardCard {
    GPtrArray *properties; /* of CareVcardProperty */
    GHashTable *labels;    /* group → label, borrowed from the properties */
};

typedef struct {
    CareContactDraft *draft;
    CareContactKind kind;
    char *nickname;
    GHashTable *alternatives;  /* name + ALTID seen */
    GPtrArray *address_labels; /* of CareVcardProperty, borrowed: LABEL waits for the addresses */
} Reading;

CareVcardCard *
care_vcard_card_new(void)
{
    CareVcardCard *self = g_new0(CareVcardCard, 1);

    self->properties = g_ptr_array_new_with_free_func((GDestroyNotify)care_vcard_property_free);
    self->labels = g_hash_table_new(g_str_hash, g_str_equal);
    return self;
}

void
care_vcard_card_free(CareVcardCard *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref(self->labels);
    g_ptr_array_unref(self->properties);
    g_free(self);
}

/**
 * care_vcard_card_take:
 * @property: (transfer full)
 */
void
care_vcard_card_take(CareVcardCard *self, CareVcardProperty *property)
{
    g_ptr_array_add(self->properties, property);
    if (property->group != NULL && strcmp(property->name, "X-ABLABEL") == 0)
        g_hash_table_insert(self->labels, property->group, property->value);
}

/* The group's own label: "Holiday flat", or Apple's _$!<Mobile>!$_ */
static char *
group_label(CareVcardCard *self, const CareVcardProperty *property)
{
    const char *label = property->group != NULL ? g_hash_table_lookup(self->labels, property->group) : NULL;
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
phone_label(CareVcardCard *self, const CareVcardProperty *property)
{
    g_autofree char *label = group_label(self, property);
    g_auto(GStrv) types = NULL;

    if (g_strcmp0(label, "homefax") == 0 || g_strcmp0(label, "workfax") == 0)
        return g_strdup(*label == 'h' ? "home fax" : "work fax");
    if (label != NULL)
        return g_steal_pointer(&label);
    types = care_vcard_property_get_types(property);
    return care_vcard_phone_label((const char *const *)types);
}

static char *
place_label(CareVcardCard *self, const CareVcardProperty *property)
{
    char *label = group_label(self, property);
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
read_full_name(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->name, text, "FN");
}

static void
read_name(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
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
            care_contact_draft_set(fields[i], clean);
        else if (clean != NULL && g_strcmp0(*fields[i], clean) != 0)
            care_contact_draft_drop(draft, "N");
    }
}

static void
read_nickname(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
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
read_organisation(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
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
read_phone(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = phone_label(self, property);
    g_autofree char *number = care_vcard_parse_phone(property->value);

    care_contact_draft_add_phone(reading->draft, label, number);
}

static void
read_email(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = place_label(self, property);
    g_autofree char *address = care_vcard_unescape(property->value);

    care_contact_draft_add_email(reading->draft, label,
                                 g_ascii_strncasecmp(property->value, "mailto:", 7) == 0 ? address + 7
                                                                                         : address);
}

static void
read_address(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ';');
    g_autofree char *label = place_label(self, property);
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
read_address_label(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_ptr_array_add(reading->address_labels, (gpointer)property);
}

static void
read_birthday(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    CareDate date;

    if (*property->value == '\0')
        return;
    if (!care_date_is_set(reading->draft->birthday) && care_vcard_property_parse_date(property, &date))
        reading->draft->birthday = date;
    else
        care_contact_draft_drop(reading->draft, "BDAY");
}

static void
read_anniversary(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    CareDate date;

    if (*property->value == '\0')
        return;
    if (!care_date_is_set(reading->draft->anniversary) && care_vcard_property_parse_date(property, &date))
        reading->draft->anniversary = date;
    else
        care_contact_draft_drop(reading->draft, property->name);
}

/* Apple and Google: a date whose meaning is its label. */
static void
read_labelled_date(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *label = group_label(self, property);

    if (label != NULL && g_ascii_strcasecmp(label, "anniversary") == 0)
        read_anniversary(self, reading, property);
    else if (*property->value != '\0')
        care_contact_draft_drop(reading->draft, property->name);
}

/* X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1975-03-01;1;;;  (1 = anniversary, 3 = birthday) */
static void
read_android(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
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
        read_nickname(self, reading, &nickname);
        return;
    }
    care_contact_draft_drop(reading->draft, "X-ANDROID-CUSTOM");
}

static void
read_categories(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_auto(GStrv) parts = care_vcard_split(property->value, ',');

    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *tag = care_vcard_unescape(parts[i]);
        care_contact_draft_add_tag(reading->draft, tag);
    }
}

static void
read_note(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    care_contact_draft_add_note(reading->draft, text);
}

static void
read_language(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->language, text, "LANG");
}

static void
read_url(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->url, text, "URL");
}

static void
read_uid(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->uid, text, "UID");
}

static void
read_vat_id(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    g_autofree char *text = care_vcard_unescape(property->value);

    set_once(reading->draft, &reading->draft->vat_id, text, "X-VAT-ID");
}

static void
read_photo(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    if (*property->value == '\0')
        return;
    reading->draft->has_photo = TRUE;
    care_contact_draft_drop(reading->draft, property->name);
}

static void
read_kind(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
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
read_agent(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
    care_contact_draft_drop(reading->draft, "AGENT");
}

/* What says nothing about the contact, or was read elsewhere. */
static void
read_nothing(CareVcardCard *self, Reading *reading, const CareVcardProperty *property)
{
}

typedef void (*Reader)(CareVcardCard *self, Reading *reading, const CareVcardProperty *property);

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
    { "LANG", read_language, TRUE },
    { "URL", read_url, TRUE },
    { "UID", read_uid, FALSE },
    { "PHOTO", read_photo, FALSE },
    { "KIND", read_kind, FALSE },
    { "X-KIND", read_kind, FALSE },
    { "X-ABSHOWAS", read_kind, FALSE },
    { "X-ADDRESSBOOKSERVER-KIND", read_kind, FALSE },
    { "X-VAT-ID", read_vat_id, FALSE },
    { "AGENT", read_agent, FALSE },
    { "VERSION", read_nothing, FALSE },
    { "PROFILE", read_nothing, FALSE },
    { "X-ABLABEL", read_nothing, FALSE },
    { "X-ABADR", read_nothing, FALSE },
};

static int
compare_preference(gconstpointer a, gconstpointer b)
{
    const CareVcardProperty *x = *(CareVcardProperty *const *)a;
    const CareVcardProperty *y = *(CareVcardProperty *const *)b;
    int order = care_vcard_property_get_preference(x) - care_vcard_property_get_preference(y);

    return order != 0 ? order : x->line < y->line ? -1 : x->line > y->line;
}

/* Whether another property with this ALTID, the same thing in another language, was read before. */
static gboolean
is_alternative(Reading *reading, const CareVcardProperty *property)
{
    const char *altid = care_vcard_property_get_param(property, "ALTID");

    if (altid == NULL)
        return FALSE;
    return !g_hash_table_add(reading->alternatives, g_strconcat(property->name, "=", altid, NULL));
}

static int
find_reader(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(readers); i++)
        if (strcmp(readers[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void
read_property(CareVcardCard *self, Reading *reading, int reader, const CareVcardProperty *property)
{
    if (reader >= 0 && !is_alternative(reading, property)) {
        readers[reader].read(self, reading, property);
    } else if (reader >= 0 || *property->value != '\0') {
        g_autofree char *semicolons = g_strdup(property->value);
        /* "SOUND;X-IRMC-N:;;;;" holds nothing that could be lost */
        if (*g_strstrip(g_strdelimit(semicolons, ";", ' ')) != '\0')
            care_contact_draft_drop(reading->draft, property->name);
    }
}

/* A written-out address is only worth something where the address itself is missing. */
static void
use_address_labels(CareVcardCard *self, Reading *reading)
{
    CareContactDraft *draft = reading->draft;
    gboolean missing = TRUE;

    for (guint i = 0; i < draft->addresses->len; i++)
        missing &= care_contact_address_is_empty(care_contact_draft_address(draft, i));
    for (guint i = 0; i < reading->address_labels->len; i++) {
        const CareVcardProperty *property = reading->address_labels->pdata[i];
        g_autofree char *text = care_vcard_unescape(property->value);
        if (missing) {
            g_autofree char *label = place_label(self, property);
            care_contact_draft_set(&care_contact_draft_add_address(draft, label)->street, text);
        } else if (*text != '\0') {
            care_contact_draft_drop(draft, "LABEL");
        }
    }
}

static void
read_all(CareVcardCard *self, Reading *reading)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();

    for (guint i = 0; i < self->properties->len; i++) {
        CareVcardProperty *property = self->properties->pdata[i];
        int reader = find_reader(property->name);
        if (reader >= 0 && readers[reader].sorted)
            g_ptr_array_add(sorted, property);
        else
            read_property(self, reading, reader, property);
    }
    g_ptr_array_sort(sorted, compare_preference);
    for (guint i = 0; i < sorted->len; i++) {
        CareVcardProperty *property = sorted->pdata[i];
        read_property(self, reading, find_reader(property->name), property);
    }
}

/* A nickname is no field of a customer, but better than no name. */
static void
use_nickname(Reading *reading)
{
    CareContactDraft *draft = reading->draft;

    if (reading->nickname == NULL || draft->name != NULL || draft->given != NULL || draft->family != NULL
        || draft->organisation != NULL)
        return;
    draft->name = g_strdup(reading->nickname);
    for (guint i = 0; i < draft->dropped->len; i++)
        if (strcmp(draft->dropped->pdata[i], "NICKNAME") == 0)
            g_ptr_array_remove_index(draft->dropped, i--);
}

/**
 * care_vcard_card_to_draft:
 *
 * Fills and finishes a draft from the card's properties.
 */
void
care_vcard_card_to_draft(CareVcardCard *self, CareContactDraft *draft)
{
    Reading reading = { .draft = draft, .kind = CARE_CONTACT_KIND_UNKNOWN };

    reading.alternatives = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reading.address_labels = g_ptr_array_new();
    read_all(self, &reading);
    use_address_labels(self, &reading);
    use_nickname(&reading);
    care_contact_draft_finish(draft, reading.kind);
    g_ptr_array_unref(reading.address_labels);
    g_hash_table_unref(reading.alternatives);
    g_free(reading.nickname);
}
