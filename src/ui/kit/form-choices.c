/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/form-choices.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/choice-row.h"

/* Only for kinds that are few by nature: staff, plans, texts. */
#define MOST_RECORDS 500

static void
add_choice_words(GPtrArray *values, GtkStringList *labels, const CareField *field)
{
    for (int i = 0; i < field->choices->n; i++) {
        const char *word = field->choices->choices[i].word;

        g_ptr_array_add(values, g_strdup(word));
        gtk_string_list_append(labels, care_choice_label(field->choices, word));
    }
}

static void
add_record(GPtrArray *values, GtkStringList *labels, CareRecord *record)
{
    g_autofree char *title = care_record_title(record);

    g_ptr_array_add(values, care_id_to_string(care_record_id(record)));
    gtk_string_list_append(labels, title);
}

static void
add_records(GPtrArray *values, GtkStringList *labels, const CareField *field, CareStore *store)
{
    const CareKind *kind = care_kind_by_name(field->extra);
    g_autoptr(GPtrArray) records = store ? care_store_get_all(store, kind, MOST_RECORDS, NULL) : NULL;

    for (guint i = 0; records && i < records->len; i++)
        add_record(values, labels, records->pdata[i]);
}

GPtrArray *
care_form_choices_fill(AdwComboRow *row, const CareField *field, CareStore *store)
{
    gboolean required = (field->flags & CARE_FIELD_REQUIRED) != 0;
    g_autoptr(GtkStringList) labels = gtk_string_list_new(NULL);
    GPtrArray *values;

    if (care_choice_row_words(row))
        return NULL;
    values = g_ptr_array_new_with_free_func(g_free);
    if (!required) {
        g_ptr_array_add(values, g_strdup(""));
        /* Translators: the choice of nothing in a list of choices */
        gtk_string_list_append(labels, C_("choice", "None"));
    }
    if (field->kind == CARE_FIELD_CHOICE)
        add_choice_words(values, labels, field);
    else
        add_records(values, labels, field, store);
    if (!adw_combo_row_get_model(row))
        adw_combo_row_set_model(row, G_LIST_MODEL(labels));
    /* where nobody works but the owner, nothing asks who of the staff it is */
    if (field->kind == CARE_FIELD_REF && !required)
        gtk_widget_set_visible(GTK_WIDGET(row), values->len > 1);
    return values;
}

void
care_form_choices_offer(AdwComboRow *row, GPtrArray *values, const CareField *field, CareStore *store,
                        const char *text)
{
    GListModel *labels = adw_combo_row_get_model(row);
    g_autoptr(CareRecord) named = NULL;
    CareId id;

    if (field->kind != CARE_FIELD_REF || !store || !GTK_IS_STRING_LIST(labels) || !text
        || g_ptr_array_find_with_equal_func(values, text, g_str_equal, NULL) || !care_id_parse(text, &id))
        return;
    named = care_store_get(store, care_kind_by_name(field->extra), id, NULL);
    if (!named)
        return;
    add_record(values, GTK_STRING_LIST(labels), named);
    gtk_widget_set_visible(GTK_WIDGET(row), TRUE);
}
