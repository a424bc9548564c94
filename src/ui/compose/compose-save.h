/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file and writes the text there. Fails with a sentence, or with G_IO_ERROR_CANCELLED when no file was
 * chosen. name: what the file is called unless the owner says otherwise, without ".txt". */
void care_compose_text_save_async(GtkWidget *parent, const char *name, const char *text,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean care_compose_text_save_finish(GAsyncResult *result, GError **error);

G_END_DECLS
