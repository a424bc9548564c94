/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-cell.h"

#include <string.h>

#include "exchange/import/contact-draft.h"
#include "exchange/import/contact-value.h"
#include "exchange/import/csv-looks.h"

/* Google: "* Home" for the preferred one; "Home Fax"; everyday synonyms. Another word is the owner's own. */
char *
care_csv_cell_tidy_label(const char *text)
{
    static const struct {
        const char *from, *to;
    } known[] = {
        { "home", "home" },        { "private", "home" },      { "privat", "home" },
        { "work", "work" },        { "business", "work" },     { "mobile", "mobile" },
        { "cell", "mobile" },      { "mobil", "mobile" },      { "handy", "mobile" },
        { "main", "main" },        { "fax", "fax" },           { "home fax", "home fax" },
        { "homefax", "home fax" }, { "work fax", "work fax" }, { "workfax", "work fax" },
        { "pager", "pager" },      { "other", "other" },       { "car", "car" },
        { "iphone", "mobile" },    { "smtp", NULL },           { "ex", NULL },
    };
    g_autofree char *label = care_contact_clean(g_str_has_prefix(text, "* ") ? text + 2 : text);

    for (guint i = 0; label != NULL && i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(label, known[i].from) == 0)
            return g_strdup(known[i].to);
    return g_steal_pointer(&label);
}

/* Outlook writes 0/0/00 where it has no date. "0.00" is a sum. */
gboolean
care_csv_cell_is_no_date(const char *cell)
{
    const char *separator = strpbrk(cell, "/.-");

    return cell[strspn(cell, "0/.- ")] == '\0'
           && (separator == NULL || strchr(separator + 1, *separator) != NULL);
}

/* What Outlook writes into columns nobody ever filled. */
gboolean
care_csv_cell_says_nothing(const CareCsvColumn *column, const char *cell)
{
    static const char *const columns[]
        = { "priority",   "private",   "sensitivity", "gender",          "e mail type",
            "email type", "privat",    "prioritat",   "vertraulichkeit", "geschlecht",
            "prive",      "privado",   "privato",     "prywatne",        "sensibilite",
            "priorite",   "prioridad", "priorita",    "priorytet",       NULL };
    static const char *const defaults[]
        = { "normal", "normale", "false", "falsch", "faux", "falso", "fałsz", "unspecified", "smtp", NULL };
    g_autofree char *lower = g_utf8_strdown(cell, -1);
    g_autofree char *header
        = g_strv_contains(defaults, lower) ? care_csv_header_normalise(column->header) : NULL;

    return care_csv_cell_is_no_date(cell) || (header != NULL && g_strv_contains(columns, header));
}

/* An answer or a status where a value should be: other programs' columns are sometimes called as ours. */
gboolean
care_csv_cell_is_no_value(const CareCsvColumn *column, const char *cell)
{
    if (column->field == CARE_CONTACT_FIELD_REGION && care_contact_is_status(cell))
        return TRUE;
    return column->field >= CARE_CONTACT_FIELD_PHONE && column->field <= CARE_CONTACT_FIELD_ADDRESS_TEXT
           && column->field != CARE_CONTACT_FIELD_PHONE_LABEL
           && column->field != CARE_CONTACT_FIELD_EMAIL_LABEL && care_csv_is_boolean(cell);
}

const char *
care_csv_cell_past_word(const char *value, char **label)
{
    const char *colon = strchr(value, ':');
    g_autofree char *word = colon != NULL ? g_strndup(value, (gsize)(colon - value)) : NULL;

    if (word == NULL || *word == '\0' || g_ascii_strcasecmp(word, "tel") == 0)
        return value;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p))
        if (!g_unichar_isalpha(g_utf8_get_char(p)))
            return value;
    if (*label == NULL && g_ascii_strcasecmp(word, "phone") != 0)
        *label = care_csv_cell_tidy_label(word);
    return colon + 1;
}
