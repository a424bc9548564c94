/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/trouble-page.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "ui/kit/template.h"

struct _CareTroublePage {
    AdwBin parent_instance;

    AdwStatusPage *status;
    GtkLabel *folder;
    GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE(CareTroublePage, care_trouble_page, ADW_TYPE_BIN)

static void
care_trouble_page_class_init(CareTroublePageClass *klass)
{
    CARE_TEMPLATE(klass, "trouble-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTroublePage, status, folder, retry);
}

static void
care_trouble_page_init(CareTroublePage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static const char *
title_for(const GError *error)
{
    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_CORRUPT))
        return _("This Shop Cannot Be Read");
    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY))
        return _("The Shop Is in Use");
    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_TOO_NEW))
        return _("Made by a Newer Aftercare");
    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_FULL))
        return _("The Shop Cannot Be Written");
    return _("The Shop Did Not Open");
}

/* The error's sentence already says what was kept and what to do. */
GtkWidget *
care_trouble_page_new(const GError *error, const char *data_dir)
{
    CareTroublePage *self = g_object_new(CARE_TYPE_TROUBLE_PAGE, NULL);
    g_autofree char *escaped = g_markup_escape_text(error->message, -1);
    g_autofree char *name = g_filename_display_name(data_dir);
    /* Translators: %s is a folder */
    g_autofree char *folder = g_strdup_printf(_("The shop's folder: %s"), name);

    adw_status_page_set_title(self->status, title_for(error));
    adw_status_page_set_description(self->status, escaped);
    gtk_label_set_text(self->folder, folder);
    return GTK_WIDGET(self);
}
