/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/record-choice.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/choice-row.h"

static void
add(GPtrArray *words, GtkStringList *names, CareRecord *record)
{
    g_autofree char *name = care_record_title(record);

    g_ptr_array_add(words, care_id_to_string(care_record_id(record)));
    gtk_string_list_append(names, name);
}

void
care_record_choice_fill(AdwComboRow *row, CareStore *store, const CareKind *kind, GPtrArray *records,
                        CareId chosen)
{
    g_autofree char *wanted = chosen != 0 ? care_id_to_string(chosen) : g_strdup("");
    g_autoptr(GtkStringList) names = gtk_string_list_new(NULL);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(words, g_strdup(""));
    gtk_string_list_append(names, C_("choice", "None"));
    for (guint i = 0; records && i < records->len; i++)
        add(words, names, records->pdata[i]);
    if (!g_ptr_array_find_with_equal_func(words, wanted, g_str_equal, NULL)) {
        g_autoptr(CareRecord) other = care_store_get(store, kind, chosen, NULL);

        if (other)
            add(words, names, other);
    }
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    care_choice_row_fill_with(row, words, names);
    care_choice_row_set(row, wanted);
}

CareId
care_record_choice_get(AdwComboRow *row)
{
    CareId id;

    return care_id_parse(care_choice_row_get(row), &id) ? id : 0;
}
