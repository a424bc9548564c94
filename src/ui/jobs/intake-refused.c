/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-refused.h"

#include "ui/kit/conflict-dialog.h"

static void
on_answered(gboolean save, gpointer data)
{
    g_autoptr(GtkWidget) intake = data;

    if (save)
        gtk_widget_activate_action(intake, "intake.save", NULL);
}

void
care_intake_refused(AdwDialog *intake, CareStore *store, CareRecord *job, CareBanner *banner,
                    const GError *error)
{
    if (care_conflict_concerns(store, job, job, error))
        care_conflict_ask(GTK_WIDGET(intake), store, job, job, on_answered, g_object_ref(intake));
    else
        care_banner_show_error(banner, error);
}
