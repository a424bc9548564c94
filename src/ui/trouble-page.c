/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/trouble-page.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "ui/kit/banner.h"
#include "ui/kit/secret-row.h"
#include "ui/kit/template.h"

struct _CareTroublePage {
    AdwBin parent_instance;

    CareBanner *error_banner;
    AdwStatusPage *status;
    GtkLabel *folder;
    GtkWidget *retry;
    GtkWidget *restoring;
    GtkEditable *password;
};

G_DEFINE_FINAL_TYPE(CareTroublePage, care_trouble_page, ADW_TYPE_BIN)

static void
on_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareTroublePage) self = data;
    g_autoptr(GFile) file = gtk_file_dialog_open_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autofree char *path = file ? g_file_get_path(file) : NULL;

    if (!path || !gtk_widget_get_root(GTK_WIDGET(self)))
        return;
    care_banner_show_error(self->error_banner, NULL);
    gtk_widget_activate_action(GTK_WIDGET(self), "app.restore", "(ss)", path,
                               gtk_editable_get_text(self->password));
}

/* What is there is kept beside it, as everywhere. */
static void
on_restore(CareTroublePage *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();

    gtk_file_dialog_set_title(dialog, _("Choose a Backup"));
    gtk_file_dialog_open(dialog, GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self))), NULL, on_chosen,
                         g_object_ref(self));
}

static void
care_trouble_page_class_init(CareTroublePageClass *klass)
{
    CARE_TEMPLATE_NEEDS(CARE_TYPE_SECRET_ROW);
    CARE_TEMPLATE(klass, "trouble-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTroublePage, error_banner, status, folder, retry, restoring, password);
    CARE_TEMPLATE_CALLBACKS(klass, on_restore);
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

static CareTroublePage *
make(const char *title, const char *sentence, const char *data_dir)
{
    CareTroublePage *self = g_object_new(CARE_TYPE_TROUBLE_PAGE, NULL);
    g_autofree char *escaped = g_markup_escape_text(sentence, -1);
    g_autofree char *name = g_filename_display_name(data_dir);
    /* Translators: %s is a folder */
    g_autofree char *folder = g_strdup_printf(_("The shop’s folder: %s"), name);

    adw_status_page_set_title(self->status, title);
    adw_status_page_set_description(self->status, escaped);
    gtk_label_set_text(self->folder, folder);
    return self;
}

/* The error's sentence already says what was kept and what to do. */
GtkWidget *
care_trouble_page_new(const GError *error, const char *data_dir)
{
    CareTroublePage *self = make(title_for(error), error->message, data_dir);

    gtk_widget_set_visible(self->restoring, g_error_matches(error, CARE_ERROR, CARE_ERROR_CORRUPT));
    return GTK_WIDGET(self);
}

GtkWidget *
care_trouble_page_new_replaced(const char *data_dir)
{
    CareTroublePage *self
        = make(_("Another Shop Is in Its Place"),
               _("The data that this window shows was put away, as when another window restores a backup. "
                 "It is kept where it was put; nothing can be written into it here any more."),
               data_dir);

    gtk_button_set_label(GTK_BUTTON(self->retry), _("Open the Shop Again"));
    return GTK_WIDGET(self);
}

void
care_trouble_page_tell(CareTroublePage *self, const GError *error)
{
    g_return_if_fail(CARE_IS_TROUBLE_PAGE(self));
    care_banner_show_error(self->error_banner, error);
}
