/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What an export of ours says of itself, wherever in the file it says so: the order of members means nothing in JSON, and
 * how a record is to be read must be known before the first one. */
typedef struct {
    int schema;           /* that its records were written by; one that does not say is of schema 1 */
    int began;            /* the oldest by whose rules they are to be asked; where nobody says, 1 */
    JsonObject *settings; /* nullable: an export of one kind has none */
    GHashTable *counters; /* series → gint64*: the last number that was given out */
} CareArchiveHead;

/* Whether the member is one of these, or belongs to the file's own shape. */
gboolean care_archive_head_has(const char *member);

/* Reads the whole file from where it stands. NULL with CARE_ERROR_INPUT, or _TOO_NEW, and a sentence: it is no export, or
 * one of a newer program, or contradicts itself. Transfer full. Any thread. */
CareArchiveHead *care_archive_head_read(GInputStream *in, GError **error);
void care_archive_head_free(CareArchiveHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareArchiveHead, care_archive_head_free)

G_END_DECLS
