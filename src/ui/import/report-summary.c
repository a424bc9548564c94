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

char *
care_report_summary(CareCustomerImport *import)
{
    CareImportCounts counts = care_customer_import_counts(import);
    guint failed = count_failed(import);
    char *words = g_strdup_printf(
        _("New: %u. Merged with customers who were here already: %u. New, but doubtful: %u. Refused: %u."),
        counts.new, counts.merged, counts.doubtful, counts.refused);
    g_autofree char *files = g_strdup_printf(
        ngettext("%u file was not taken over.", "%u files were not taken over.", failed), failed);

    care_sentences_add(&words, failed > 0 ? files : NULL);
    return words;
}
