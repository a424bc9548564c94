/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/contacts-csv.h"

#include "exchange/export/csv-writer.h"
#include "exchange/import/contact-own.h"

/* Our own list of contacts: one column per value, numbered as often as the fullest contact needs, so that reading
 * it again gives the very same contacts. */

static const char *const names[]
    = { "uid",          "type",     "name",        "prefix",   "given", "additional", "family", "suffix",
        "organisation", "birthday", "anniversary", "language", "url",   "vat_id",     "note" };

typedef struct {
    guint phones;
    guint emails;
    guint addresses;
    guint tags;
} Widths;

static Widths
measure(GPtrArray *drafts)
{
    Widths widths = { 1, 1, 1, 1 };

    for (guint i = 0; i < drafts->len; i++) {
        const CareContactDraft *draft = drafts->pdata[i];
        widths.phones = MAX(widths.phones, draft->phones->len);
        widths.emails = MAX(widths.emails, draft->emails->len);
        widths.addresses = MAX(widths.addresses, draft->addresses->len);
        widths.tags = MAX(widths.tags, draft->tags->len);
    }
    return widths;
}

static void
append_row(GString *out, GPtrArray *cells)
{
    care_csv_append_row(out, (const char *const *)cells->pdata, cells->len);
}

static void
append_header(GString *out, const Widths *widths)
{
    static const char *const parts[] = { "label", "street", "locality", "region", "postcode", "country" };
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_ptr_array_add(cells, g_strdup(names[i]));
    for (guint i = 0; i < care_contact_n_own(); i++)
        g_ptr_array_add(cells, g_strdup(care_contact_own_name(i)));
    for (guint i = 1; i <= widths->phones; i++) {
        g_ptr_array_add(cells, g_strdup_printf("phone_%u_label", i));
        g_ptr_array_add(cells, g_strdup_printf("phone_%u", i));
    }
    for (guint i = 1; i <= widths->emails; i++) {
        g_ptr_array_add(cells, g_strdup_printf("email_%u_label", i));
        g_ptr_array_add(cells, g_strdup_printf("email_%u", i));
    }
    for (guint i = 1; i <= widths->addresses; i++)
        for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
            g_ptr_array_add(cells, g_strdup_printf("address_%u_%s", i, parts[k]));
    for (guint i = 1; i <= widths->tags; i++)
        g_ptr_array_add(cells, g_strdup_printf("tag_%u", i));
    append_row(out, cells);
}

static void
add_values(GPtrArray *cells, GPtrArray *values, guint width)
{
    for (guint i = 0; i < width; i++) {
        const CareContactValue *value = i < values->len ? values->pdata[i] : NULL;
        g_ptr_array_add(cells, value != NULL ? value->label : NULL);
        g_ptr_array_add(cells, value != NULL ? value->value : NULL);
    }
}

static void
add_addresses(GPtrArray *cells, const CareContactDraft *draft, guint width)
{
    static const CareContactAddress none = { NULL };

    for (guint i = 0; i < width; i++) {
        const CareContactAddress *a
            = i < draft->addresses->len ? care_contact_draft_address(draft, i) : &none;
        char *parts[] = { a->label, a->street, a->locality, a->region, a->postcode, a->country };
        for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
            g_ptr_array_add(cells, parts[k]);
    }
}

static void
append_contact(GString *out, const CareContactDraft *draft, const Widths *widths)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new(); /* borrowed texts */
    g_autofree char *birthday
        = care_date_is_set(draft->birthday) ? care_date_to_string(draft->birthday) : NULL;
    g_autofree char *anniversary
        = care_date_is_set(draft->anniversary) ? care_date_to_string(draft->anniversary) : NULL;
    const char *texts[] = { draft->uid,          draft->is_company ? "company" : "person",
                            draft->name,         draft->prefix,
                            draft->given,        draft->additional,
                            draft->family,       draft->suffix,
                            draft->organisation, birthday,
                            anniversary,         draft->language,
                            draft->url,          draft->vat_id,
                            draft->note };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_ptr_array_add(cells, (gpointer)texts[i]);
    for (guint i = 0; i < care_contact_n_own(); i++)
        g_ptr_array_add(cells, draft->own[i]);
    add_values(cells, draft->phones, widths->phones);
    add_values(cells, draft->emails, widths->emails);
    add_addresses(cells, draft, widths->addresses);
    for (guint i = 0; i < widths->tags; i++)
        g_ptr_array_add(cells, i < draft->tags->len ? draft->tags->pdata[i] : NULL);
    append_row(out, cells);
}

/**
 * care_contacts_to_csv:
 * @drafts: (element-type CareContactDraft): all of them, since the widest decides the columns
 *
 * Returns: (transfer full): a CSV file in UTF-8 that care_contact_reader_new() reads as the same contacts
 */
GString *
care_contacts_to_csv(GPtrArray *drafts)
{
    GString *out = g_string_new(NULL);
    Widths widths = measure(drafts);

    append_header(out, &widths);
    for (guint i = 0; i < drafts->len; i++)
        append_contact(out, drafts->pdata[i], &widths);
    return out;
}
