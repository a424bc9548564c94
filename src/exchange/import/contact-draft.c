/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-draft.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/contact-own.h"
#include "exchange/import/reader.h"

/* A hostile card may repeat a property a million times: only this many are looked at for doubles. */
#define DOUBLES_LOOKED_AT 64
#define DROPPED_MAX 64

static void
contact_value_free(gpointer data)
{
    CareContactValue *value = data;

    g_free(value->label);
    g_free(value->value);
    g_free(value);
}

static void
contact_address_free(gpointer data)
{
    CareContactAddress *address = data;

    g_free(address->label);
    g_free(address->street);
    g_free(address->locality);
    g_free(address->region);
    g_free(address->postcode);
    g_free(address->country);
    g_free(address);
}

/**
 * care_contact_draft_new:
 * @row: 1 for the first contact of a file
 * @line: the line of the file it begins on
 *
 * Returns: (transfer full): an empty draft
 */
CareContactDraft *
care_contact_draft_new(guint row, guint line)
{
    CareContactDraft *draft = g_new0(CareContactDraft, 1);

    draft->row = row;
    draft->line = line;
    draft->phones = g_ptr_array_new_with_free_func(contact_value_free);
    draft->emails = g_ptr_array_new_with_free_func(contact_value_free);
    draft->addresses = g_ptr_array_new_with_free_func(contact_address_free);
    draft->tags = g_ptr_array_new_with_free_func(g_free);
    draft->own = g_new0(char *, care_contact_n_own() + 1);
    draft->dropped = g_ptr_array_new_with_free_func(g_free);
    return draft;
}

static void
own_free(char **own)
{
    for (guint i = 0; i < care_contact_n_own(); i++)
        g_free(own[i]);
    g_free(own);
}

void
care_contact_draft_free(CareContactDraft *draft)
{
    if (draft == NULL)
        return;
    g_free(draft->name);
    g_free(draft->prefix);
    g_free(draft->given);
    g_free(draft->additional);
    g_free(draft->family);
    g_free(draft->suffix);
    g_free(draft->organisation);
    g_ptr_array_unref(draft->phones);
    g_ptr_array_unref(draft->emails);
    g_ptr_array_unref(draft->addresses);
    g_ptr_array_unref(draft->tags);
    g_free(draft->note);
    g_free(draft->language);
    g_free(draft->url);
    g_free(draft->vat_id);
    own_free(draft->own);
    g_free(draft->uid);
    for (guint i = 0; i < CARE_N_CONTACT_PARTS; i++)
        g_free(draft->told_by[i]);
    g_ptr_array_unref(draft->dropped);
    g_free(draft->error);
    g_free(draft);
}

/**
 * care_contact_clean:
 *
 * Returns: (transfer full) (nullable): the text without blanks around it and with "\n" for every kind of line
 *   break; %NULL if nothing is left
 */
char *
care_contact_clean(const char *text)
{
    g_autoptr(GString) clean = NULL;

    if (text == NULL)
        return NULL;
    clean = g_string_sized_new(strlen(text));
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '\r') {
            if (p[1] != '\n')
                g_string_append_c(clean, '\n');
            continue;
        }
        g_string_append_c(clean, *p);
    }
    g_strstrip(clean->str);
    if (*clean->str == '\0')
        return NULL;
    return g_strdup(clean->str);
}

/**
 * care_contact_join:
 * @parts: (array zero-terminated=0): five parts, each may be %NULL
 *
 * Returns: (transfer full) (nullable): the parts that are there, joined; %NULL if there is none. The array ends
 *   with an empty string, since %NULL stands for an absent part.
 */
char *
care_contact_join(const char *separator, const char *const *parts)
{
    g_autoptr(GString) joined = g_string_new(NULL);

    for (; parts[0] == NULL || *parts[0] != '\0'; parts++) {
        if (parts[0] == NULL)
            continue;
        if (joined->len > 0)
            g_string_append(joined, separator);
        g_string_append(joined, parts[0]);
    }
    return joined->len > 0 ? g_strdup(joined->str) : NULL;
}

/**
 * care_contact_draft_set:
 *
 * Sets a text field of a draft to the cleaned text.
 */
void
care_contact_draft_set(char **field, const char *text)
{
    g_free(*field);
    *field = care_contact_clean(text);
}

static void
add_value(GPtrArray *values, const char *label, const char *text)
{
    g_autofree char *value = care_contact_clean(text);
    CareContactValue *added = NULL;

    if (value == NULL)
        return;
    for (guint i = 0; i < MIN(values->len, DOUBLES_LOOKED_AT); i++) {
        CareContactValue *old = values->pdata[i];
        g_autofree char *clean = NULL;
        if (strcmp(old->value, value) != 0)
            continue;
        clean = care_contact_clean(label);
        if (clean == NULL || g_strcmp0(old->label, clean) == 0)
            return;
    }
    added = g_new0(CareContactValue, 1);
    added->label = care_contact_clean(label);
    added->value = g_steal_pointer(&value);
    g_ptr_array_add(values, added);
}

/**
 * care_contact_draft_add_phone:
 *
 * An empty number, or one that is there already with this label, adds nothing.
 */
void
care_contact_draft_add_phone(CareContactDraft *draft, const char *label, const char *number)
{
    add_value(draft->phones, label, number);
}

void
care_contact_draft_add_email(CareContactDraft *draft, const char *label, const char *address)
{
    add_value(draft->emails, label, address);
}

/**
 * care_contact_draft_add_address:
 *
 * Returns: (transfer none): an empty address of the draft, to be filled; an address left empty is removed by
 *   care_contact_draft_finish()
 */
CareContactAddress *
care_contact_draft_add_address(CareContactDraft *draft, const char *label)
{
    CareContactAddress *address = g_new0(CareContactAddress, 1);

    address->label = care_contact_clean(label);
    g_ptr_array_add(draft->addresses, address);
    return address;
}

void
care_contact_draft_add_tag(CareContactDraft *draft, const char *tag)
{
    g_autofree char *clean = care_contact_clean(tag);

    if (clean == NULL)
        return;
    for (guint i = 0; i < MIN(draft->tags->len, DOUBLES_LOOKED_AT); i++)
        if (strcmp(draft->tags->pdata[i], clean) == 0)
            return;
    g_ptr_array_add(draft->tags, g_steal_pointer(&clean));
}

/**
 * care_contact_draft_add_note:
 *
 * Appends a paragraph to the note, unless the note is that text already.
 */
void
care_contact_draft_add_note(CareContactDraft *draft, const char *text)
{
    g_autofree char *clean = care_contact_clean(text);

    if (clean == NULL || g_strcmp0(draft->note, clean) == 0)
        return;
    if (draft->note == NULL) {
        draft->note = g_steal_pointer(&clean);
    } else {
        g_autofree char *old = draft->note;
        draft->note = g_strconcat(old, "\n", clean, NULL);
    }
}

/**
 * care_contact_draft_drop:
 * @what: the property or column that cannot be kept
 *
 * Remembers for the report that something of the source is not in the draft.
 */
void
care_contact_draft_drop(CareContactDraft *draft, const char *what)
{
    for (guint i = 0; i < draft->dropped->len; i++)
        if (strcmp(draft->dropped->pdata[i], what) == 0)
            return;
    if (draft->dropped->len < DROPPED_MAX)
        g_ptr_array_add(draft->dropped, g_strdup(what));
}

/**
 * care_contact_draft_told_by:
 *
 * Returns: (transfer none): what the source calls a part of the contact, to name it as dropped
 */
const char *
care_contact_draft_told_by(const CareContactDraft *draft, CareContactPart part)
{
    static const char *const ours[] = { "title", "middle name", "suffix", "URL" };

    return draft->told_by[part] != NULL ? draft->told_by[part] : ours[part];
}

/**
 * care_contact_draft_refuse:
 *
 * The first reason counts.
 */
void
care_contact_draft_refuse(CareContactDraft *draft, const char *sentence)
{
    if (draft->error == NULL)
        draft->error = g_strdup(sentence);
}

gboolean
care_contact_address_is_empty(const CareContactAddress *address)
{
    return address->street == NULL && address->locality == NULL && address->region == NULL
           && address->postcode == NULL && address->country == NULL;
}

static gboolean
family_name_goes_first(const char *family, const char *given)
{
    GUnicodeScript scripts[2];

    if (family == NULL || given == NULL)
        return FALSE;
    scripts[0] = g_unichar_get_script(g_utf8_get_char(family));
    scripts[1] = g_unichar_get_script(g_utf8_get_char(given));
    for (guint i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (scripts[i] != G_UNICODE_SCRIPT_HAN && scripts[i] != G_UNICODE_SCRIPT_HANGUL
            && scripts[i] != G_UNICODE_SCRIPT_HIRAGANA && scripts[i] != G_UNICODE_SCRIPT_KATAKANA)
            return FALSE;
    return TRUE;
}

static char *
compose_name(const CareContactDraft *draft)
{
    if (family_name_goes_first(draft->family, draft->given)) {
        const char *parts[] = { draft->family, draft->given, draft->additional, "" };
        return care_contact_join(
            g_unichar_get_script(g_utf8_get_char(draft->family)) == G_UNICODE_SCRIPT_KATAKANA ? " " : "",
            parts);
    } else {
        const char *parts[]
            = { draft->prefix, draft->given, draft->additional, draft->family, draft->suffix, "" };
        return care_contact_join(" ", parts);
    }
}

static void
refuse_nameless(CareContactDraft *draft)
{
    const CareContactValue *known = draft->emails->len > 0   ? care_contact_draft_email(draft, 0)
                                    : draft->phones->len > 0 ? care_contact_draft_phone(draft, 0)
                                                             : NULL;
    g_autofree char *begin = known != NULL ? care_reader_begin(known->value, -1) : NULL;
    g_autofree char *sentence = NULL;

    if (draft->emails->len > 0)
        sentence = g_strdup_printf(_("This contact has no name, only the e-mail address %s. "
                                     "Give it a name and import it again."),
                                   begin);
    else if (draft->phones->len > 0)
        sentence = g_strdup_printf(_("This contact has no name, only the phone number %s. "
                                     "Give it a name and import it again."),
                                   begin);
    else
        sentence = g_strdup(_("This contact has no name. Give it a name and import it again."));
    care_contact_draft_refuse(draft, sentence);
}

/* A name is one line, whatever its source made of it. */
static void
put_on_one_line(char *text)
{
    if (text != NULL)
        g_strdelimit(text, "\n\t", ' ');
}

/**
 * care_contact_draft_finish:
 * @kind: what the source said it is
 *
 * To be called once all fields are set: removes empty addresses, finds the name to show, decides between person
 * and company, and refuses a contact without any name.
 */
void
care_contact_draft_finish(CareContactDraft *draft, CareContactKind kind)
{
    gboolean has_person = draft->given != NULL || draft->family != NULL;
    char *lines[] = { draft->name,   draft->prefix, draft->given,       draft->additional,
                      draft->family, draft->suffix, draft->organisation };

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        put_on_one_line(lines[i]);
    for (guint i = draft->addresses->len; i > 0; i--)
        if (care_contact_address_is_empty(draft->addresses->pdata[i - 1]))
            g_ptr_array_remove_index(draft->addresses, i - 1);
    if (kind == CARE_CONTACT_KIND_UNKNOWN)
        draft->is_company
            = draft->organisation != NULL
              && (draft->name != NULL ? strcmp(draft->name, draft->organisation) == 0 : !has_person);
    else
        draft->is_company = kind == CARE_CONTACT_KIND_COMPANY;
    if (draft->name == NULL && (has_person || draft->organisation == NULL))
        draft->name = compose_name(draft);
    if (draft->name == NULL)
        draft->name = g_strdup(draft->organisation);
    if (draft->name == NULL)
        refuse_nameless(draft);
}

const CareContactValue *
care_contact_draft_phone(const CareContactDraft *draft, guint i)
{
    return g_ptr_array_index(draft->phones, i);
}

const CareContactValue *
care_contact_draft_email(const CareContactDraft *draft, guint i)
{
    return g_ptr_array_index(draft->emails, i);
}

const CareContactAddress *
care_contact_draft_address(const CareContactDraft *draft, guint i)
{
    return g_ptr_array_index(draft->addresses, i);
}

const char *
care_contact_draft_tag(const CareContactDraft *draft, guint i)
{
    return g_ptr_array_index(draft->tags, i);
}
