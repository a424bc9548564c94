/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Handing a message to the program that sends it. Aftercare itself sends nothing. */

/* A mail program by the e-mail portal, or where there is none and we are not in a sandbox by a mailto: link. parent
 * is the portal's name of the window ("" for none). Fails with a sentence: nothing was handed over. */
void care_message_mail_async(const char *parent, const char *address, const char *subject, const char *body,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_message_mail_finish(GAsyncResult *result, GError **error);

/* A program for a link (tel:, sms:). In a sandbox only after asking whether the portal is there: GLib 2.84 aborts the
 * program when a link is opened and it is missing. */
void care_message_link_async(const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean care_message_link_finish(GAsyncResult *result, GError **error);

char *care_message_mail_uri(const char *address, const char *subject, const char *body); /* RFC 6068 */
char *care_message_phone_uri(const char *number);                                        /* RFC 3966 */
char *care_message_sms_uri(const char *number, const char *body);                        /* RFC 5724 */

G_END_DECLS
