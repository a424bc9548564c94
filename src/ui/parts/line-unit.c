/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-unit.h"

#include <glib/gi18n-lib.h>

#include "core/unit.h"
#include "model/line-choices.h"

#define HOUR "HUR"
#define CODES "care-units"

gboolean
care_line_unit_is_none(const char *unit)
{
    return *care_unit_label(unit) == '\0';
}

char *
care_line_quantity_words(const char *kind, const char *unit, CareDecimal quantity, const char *number)
{
    gboolean is_one = quantity == CARE_DECIMAL_ONE;

    if (!care_line_unit_is_none(unit))
        /* Translators: a quantity and its unit, "1.5 h" */
        return g_strdup_printf(C_("quantity", "%s %s"), number, care_unit_label(unit));
    if (care_line_kind_is(kind, CARE_LINE_LABOUR) || care_line_kind_is(kind, CARE_LINE_FEE))
        return is_one ? NULL : g_strdup(number);
    return is_one ? g_strdup(_("1 piece")) : g_strdup_printf(_("%s pieces"), number);
}

/* None, hours, and another that the line has. */
void
care_line_unit_fill(AdwComboRow *row, const char *unit)
{
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);
    g_autoptr(GStrvBuilder) codes = g_strv_builder_new();
    gboolean none = care_line_unit_is_none(unit), other = !none && !g_str_equal(unit, HOUR);

    g_strv_builder_add_many(codes, none && unit ? unit : "", HOUR, other ? unit : NULL, NULL);
    gtk_string_list_append(words, C_("unit", "Piece or Lump Sum"));
    gtk_string_list_append(words, C_("unit", "Hours"));
    if (other)
        gtk_string_list_append(words, care_unit_label(unit));
    g_object_set_data_full(G_OBJECT(row), CODES, g_strv_builder_end(codes), (GDestroyNotify)g_strfreev);
    adw_combo_row_set_model(row, G_LIST_MODEL(words));
    adw_combo_row_set_selected(row, none ? 0 : other ? 2 : 1);
}

const char *
care_line_unit_get(AdwComboRow *row)
{
    char **codes = g_object_get_data(G_OBJECT(row), CODES);
    guint selected = adw_combo_row_get_selected(row);

    return codes && selected < g_strv_length(codes) ? codes[selected] : "";
}
