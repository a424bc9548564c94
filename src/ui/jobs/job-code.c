/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-code.h"

#include <glib/gi18n-lib.h>

#include "service/jobs/unlock-code.h"
#include "service/keyring.h"
#include "ui/kit/toast.h"

static void
on_code(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) row = data;
    g_autoptr(GError) error = NULL;
    char *code = care_unlock_code_lookup_finish(CARE_STORE(source), result, &error);

    if (error)
        care_toast_error(row, error);
    else
        adw_action_row_set_subtitle(ADW_ACTION_ROW(row),
                                    code ? code : _("The keyring has no code for this job."));
    if (code)
        care_secret_free(code);
}

void
care_job_code_show(CareStore *store, CareId job, AdwActionRow *row)
{
    care_unlock_code_lookup_async(store, job, on_code, g_object_ref(row));
}
