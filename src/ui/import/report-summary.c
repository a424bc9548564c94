/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/report-summary.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"

/* Files that are no list of customers, or could not be read. */
static guint
count_failed(CareCustomerImport *import)
{
    guint n = 0;

    for (guint i = 0; i < care_customer_import_n_files(import); i++)
        n += care_customer_import_file(import, i)->error != NULL;
    return n;
}

char *
care_report_title(CareCustomerImport *import)
{
    CareImportCounts counts = care_customer_import_counts(import);
    guint n = care_import_counts_read(&counts);

    return g_strdup_printf(ngettext("%u Contact Was Read", "%u Contacts Were Read", n), n);
}

/* Takes the sentence. What became of none of them needs none. */
static void
add_count(char **words, guint n, char *sentence)
{
    g_autofree char *taken = sentence;

    care_sentences_add(words, n > 0 ? taken : NULL);
}

char *
care_report_summary(CareCustomerImport *import)
{
    CareImportCounts n = care_customer_import_counts(import);
    guint failed = count_failed(import);
    guint known = n.merged - n.twice;
    char *words = NULL;

    add_count(&words, n.new, g_strdup_printf(ngettext("%u is new.", "%u are new.", n.new), n.new));
    add_count(&words, known,
              g_strdup_printf(ngettext("%u was merged with a customer who was here already.",
                                       "%u were merged with customers who were here already.", known),
                              known));
    add_count(&words, n.twice,
              g_strdup_printf(ngettext("%u was merged with another of this import.",
                                       "%u were merged with others of this import.", n.twice),
                              n.twice));
    add_count(&words, n.doubtful,
              g_strdup_printf(ngettext("%u is new, but doubtful.", "%u are new, but doubtful.", n.doubtful),
                              n.doubtful));
    add_count(&words, n.refused,
              g_strdup_printf(ngettext("%u was refused.", "%u were refused.", n.refused), n.refused));
    add_count(&words, failed,
              g_strdup_printf(
                  ngettext("%u file was not taken over.", "%u files were not taken over.", failed), failed));
    return words;
}
