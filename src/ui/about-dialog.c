/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/about-dialog.h"

#include <glib/gi18n-lib.h>

AdwDialog *
care_about_dialog_new(void)
{
    AdwDialog *dialog = adw_about_dialog_new();
    AdwAboutDialog *about = ADW_ABOUT_DIALOG(dialog);

    adw_about_dialog_set_application_name(about, _("Aftercare"));
    adw_about_dialog_set_application_icon(about, CARE_APPLICATION_ID);
    adw_about_dialog_set_version(about, CARE_VERSION);
    adw_about_dialog_set_developer_name(about, _("The Aftercare authors"));
    adw_about_dialog_set_copyright(about, _("© 2026 The Aftercare authors"));
    adw_about_dialog_set_license_type(about, GTK_LICENSE_GPL_3_0);
    adw_about_dialog_set_comments(about,
                                  _("Keep the promises your shop makes after the sale. Everything stays on "
                                    "this computer; nothing is sent unless you send it."));
    adw_about_dialog_set_translator_credits(about, _("translator-credits"));
    return dialog;
}
