/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/alert.h"

#include "ui/kit/dialog-fit.h"

AdwAlertDialog *
care_alert_new(const char *heading, const char *body)
{
    AdwAlertDialog *alert = ADW_ALERT_DIALOG(adw_alert_dialog_new(heading, body));

    care_alert_fit(alert);
    return alert;
}
