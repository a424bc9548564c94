/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-more.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/expander-row.h"
#include "ui/kit/facts.h"

#define SECRET_KEY "care-intake-secret"

static void
on_changed(AdwExpanderRow *row, GtkEditable *entry)
{
    GtkEditable *secret = g_object_get_data(G_OBJECT(row), SECRET_KEY);
    GtkEditable *plain = g_object_get_data(G_OBJECT(row), "care-intake-entry");
    const char *left = gtk_editable_get_text(plain);
    gboolean has_code = *gtk_editable_get_text(secret) != '\0';
    g_autoptr(GString) facts = g_string_new(NULL);

    if (*left || has_code)
        adw_expander_row_set_expanded(row, TRUE);
    care_facts_add(facts, left);
    care_facts_add(facts, has_code ? _("Unlock code") : NULL);
    adw_expander_row_set_subtitle(row, facts->str);
}

void
care_intake_more_follow(AdwExpanderRow *row, GtkEditable *entry, GtkEditable *secret)
{
    g_object_set_data(G_OBJECT(row), SECRET_KEY, secret);
    g_object_set_data(G_OBJECT(row), "care-intake-entry", entry);
    care_expander_row_name(row);
    g_signal_connect_object(entry, "changed", G_CALLBACK(on_changed), row, G_CONNECT_SWAPPED);
    g_signal_connect_object(secret, "changed", G_CALLBACK(on_changed), row, G_CONNECT_SWAPPED);
    on_changed(row, entry);
}
