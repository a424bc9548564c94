/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-pile.h"

#include <string.h>

#include "exchange/import/contact-name.h"

#define PILE 20000

typedef struct {
    CareContactDraft *draft;
    guint weight;
    char *text; /* what it tells, to have one order of those that tell as much; made when needed */
} Entry;

struct _CareContactPile {
    CareContactReader *reader;
    GArray *entries; /* Entry */
    guint next;      /* to hand out; meanwhile nothing is read */
    gboolean sorted;
    gboolean at_end;
    double begun; /* progress at the beginning of the pile */
};

static void
entry_clear(gpointer data)
{
    Entry *entry = data;

    care_contact_draft_free(entry->draft);
    g_free(entry->text);
}

CareContactPile *
care_contact_pile_new(CareContactReader *reader)
{
    CareContactPile *self = g_new0(CareContactPile, 1);

    self->reader = reader;
    self->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(self->entries, entry_clear);
    return self;
}

void
care_contact_pile_free(CareContactPile *self)
{
    if (self == NULL)
        return;
    g_array_unref(self->entries);
    g_free(self);
}

static void
append(GString *text, const char *word)
{
    g_string_append(text, word != NULL ? word : "");
    g_string_append_c(text, '\n');
}

static const char *
text_of(Entry *entry)
{
    const CareContactDraft *draft = entry->draft;
    g_autoptr(GString) text = NULL;
    g_autofree char *birthday = NULL;

    if (entry->text != NULL)
        return entry->text;
    text = g_string_new(NULL);
    birthday = care_date_to_string(draft->birthday);
    append(text, draft->name);
    append(text, draft->given);
    append(text, draft->family);
    append(text, birthday);
    for (guint i = 0; i < draft->emails->len; i++)
        append(text, care_contact_draft_email(draft, i)->value);
    for (guint i = 0; i < draft->phones->len; i++)
        append(text, care_contact_draft_phone(draft, i)->value);
    append(text, draft->organisation);
    append(text, draft->note);
    append(text, draft->uid);
    entry->text = g_strdup(text->str);
    return entry->text;
}

/* More first. */
static int
more(guint a, guint b)
{
    return a > b ? -1 : a < b;
}

static int
compare(gconstpointer x, gconstpointer y)
{
    Entry *a = (Entry *)x;
    Entry *b = (Entry *)y;
    int order = (a->draft->error != NULL) - (b->draft->error != NULL);

    if (order == 0)
        order = more(a->draft->is_company, b->draft->is_company);
    if (order == 0)
        order = more(a->weight, b->weight);
    if (order == 0)
        order = more(a->draft->birthday.month != 0, b->draft->birthday.month != 0);
    if (order == 0)
        order = more(a->draft->emails->len, b->draft->emails->len);
    if (order == 0)
        order = more(a->draft->phones->len, b->draft->phones->len);
    if (order == 0)
        order = strcmp(text_of(a), text_of(b));
    return order != 0 ? order : more(b->draft->row, a->draft->row);
}

static CareContactPileStep
grow(CareContactPile *self)
{
    Entry entry = { .draft = care_contact_reader_next(self->reader) };
    g_autoptr(CareContactName) name = NULL;

    if (entry.draft == NULL) {
        self->at_end = TRUE;
        return CARE_CONTACT_PILE_GROWS;
    }
    name = care_contact_name_of_draft(entry.draft);
    entry.weight = care_contact_name_weight(name);
    g_array_append_val(self->entries, entry);
    return CARE_CONTACT_PILE_GROWS;
}

static CareContactPileStep
hand_out(CareContactPile *self, CareContactDraft **draft)
{
    *draft = g_steal_pointer(&g_array_index(self->entries, Entry, self->next).draft);
    self->next++;
    if (self->next == self->entries->len) {
        g_array_set_size(self->entries, 0);
        self->next = 0;
        self->sorted = FALSE;
        self->begun = care_contact_reader_get_progress(self->reader);
    }
    return CARE_CONTACT_PILE_DRAFT;
}

CareContactPileStep
care_contact_pile_step(CareContactPile *self, CareContactDraft **draft)
{
    if (!self->sorted && !self->at_end && self->entries->len < PILE)
        return grow(self);
    if (self->entries->len == 0)
        return CARE_CONTACT_PILE_END;
    if (!self->sorted)
        g_array_sort(self->entries, compare);
    self->sorted = TRUE;
    return hand_out(self, draft);
}

double
care_contact_pile_progress(CareContactPile *self)
{
    double read = care_contact_reader_get_progress(self->reader);

    if (!self->sorted)
        return self->begun;
    return self->begun + (read - self->begun) * self->next / self->entries->len;
}
