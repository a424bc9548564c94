/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-card.h"

#include <string.h>

#include "exchange/import/vcard-fields.h"
#include "exchange/import/vcard-value.h"

/* The properties of one card, and what they mean for a contact. They are collected first, because a label stands in
 * a property of its own (item1.X-ABLabel) that may come before or after, and because the preferred phone goes first.
 * Whatever has no place in a draft is named in its list of dropped things. */
struct _CareVcardCard {
    GPtrArray *properties; /* of CareVcardProperty */
    GHashTable *labels;    /* group → label, borrowed from the properties */
};

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
is_alternative(CareVcardReading *reading, const CareVcardProperty *property)
{
    const char *altid = care_vcard_property_get_param(property, "ALTID");

    if (altid == NULL)
        return FALSE;
    return !g_hash_table_add(reading->alternatives, g_strconcat(property->name, "=", altid, NULL));
}

static void
read_property(CareVcardReading *reading, int reader, const CareVcardProperty *property)
{
    if (reader < 0 && care_vcard_field_read_own(reading, property))
        return;
    if (reader >= 0 && !is_alternative(reading, property)) {
        care_vcard_field_read(reader, reading, property);
    } else if (reader >= 0 || *property->value != '\0') {
        g_autofree char *semicolons = g_strdup(property->value);
        /* "SOUND;X-IRMC-N:;;;;" holds nothing that could be lost */
        if (*g_strstrip(g_strdelimit(semicolons, ";", ' ')) != '\0')
            care_contact_draft_drop(reading->draft, property->name);
    }
}

/* A written-out address is only worth something where the address itself is missing. */
static void
use_address_labels(CareVcardReading *reading)
{
    CareContactDraft *draft = reading->draft;
    gboolean missing = TRUE;

    for (guint i = 0; i < draft->addresses->len; i++)
        missing &= care_contact_address_is_empty(care_contact_draft_address(draft, i));
    for (guint i = 0; i < reading->address_labels->len; i++) {
        const CareVcardProperty *property = reading->address_labels->pdata[i];
        g_autofree char *text = care_vcard_unescape(property->value);
        if (missing) {
            g_autofree char *label = care_vcard_place_label_of(reading, property);
            care_contact_draft_set(&care_contact_draft_add_address(draft, label)->street, text);
        } else if (*text != '\0') {
            care_contact_draft_drop(draft, "LABEL");
        }
    }
}

static void
read_all(CareVcardCard *self, CareVcardReading *reading)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();

    for (guint i = 0; i < self->properties->len; i++) {
        CareVcardProperty *property = self->properties->pdata[i];
        int reader = care_vcard_field_find(property->name);
        if (reader >= 0 && care_vcard_field_is_sorted(reader))
            g_ptr_array_add(sorted, property);
        else
            read_property(reading, reader, property);
    }
    g_ptr_array_sort(sorted, compare_preference);
    for (guint i = 0; i < sorted->len; i++) {
        CareVcardProperty *property = sorted->pdata[i];
        read_property(reading, care_vcard_field_find(property->name), property);
    }
}

/* A nickname is no field of a customer, but better than no name. */
static void
use_nickname(CareVcardReading *reading)
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
    CareVcardReading reading = { .draft = draft, .kind = CARE_CONTACT_KIND_UNKNOWN, .labels = self->labels };

    reading.alternatives = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reading.address_labels = g_ptr_array_new();
    read_all(self, &reading);
    use_address_labels(&reading);
    use_nickname(&reading);
    care_contact_draft_finish(draft, reading.kind);
    g_ptr_array_unref(reading.address_labels);
    g_hash_table_unref(reading.alternatives);
    g_free(reading.nickname);
}
