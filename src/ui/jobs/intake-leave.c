/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "ui/jobs/intake-code.h"
#include "ui/kit/dialog-hold.h"

static void
take_up(GtkWidget *window, CareContext *context, const CareIntakeAside *aside)
{
    CareIntakeDialog *self
        = care_intake_dialog_continue(window, context, aside->key, aside->done, aside->user_data);

    gtk_editable_set_text(self->code, aside->code);
}

static void
put_aside(CareIntakeDialog *self)
{
    g_autofree char *name = care_intake_name(care_intake_whose_get_name(self->whose),
                                             care_record_text(self->job, CARE_JOB_FAULT));
    const CareIntakeAside aside = { .key = self->draft->keys[CARE_INTAKE_JOB],
                                    .code = gtk_editable_get_text(self->code),
                                    .name = name ? name : _("A job without a name"),
                                    .done = self->done,
                                    .user_data = self->user_data,
                                    .take_up = take_up };

    care_intake_aside_say(self->window, self->context, &aside);
}

/* What was typed and taken away again is nothing. */
static gboolean
holds_anything(CareIntakeDialog *self)
{
    return care_intake_draft_differs(self->job, self->begun) || care_intake_whose_is_typed(self->whose)
           || care_intake_plan_get_adapted(self->plan_part)
           || care_condition_photos_get(self->photos)->len > 0 || *gtk_editable_get_text(self->code);
}

void
care_intake_dialog_left(AdwDialog *dialog)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(dialog);

    if (self->taken_in || care_dialog_is_held(ADW_DIALOG(self)) || !self->edited || !self->keeper)
        return;
    if (!holds_anything(self)) {
        care_intake_code_flush(self->code); /* an erased one is erased in the keyring, too */
        care_draft_keeper_forget(self->keeper);
        care_intake_draft_write(self->store, self->draft, NULL);
        return;
    }
    care_draft_keeper_flush(self->keeper);
    if (self->window && !self->swapped)
        put_aside(self);
}
