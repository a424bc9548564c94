/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Photos and files that are kept with a customer or a job. Pictures are turned upright, made no larger than 2048
 * pixels and lose what the camera wrote about the place; other files stay byte for byte. */

#define CARE_DOCUMENT_MAX_BYTES (20 * 1000 * 1000)

typedef struct {
    CareId customer; /* 0: the job's */
    CareId job;      /* 0: none */
} CareDocumentOwner;

/* Keeps a copy of a file. The bytes are on the disk before their row is. With neither customer nor job there is no row
 * yet: the record comes back unsaved, and who knows the owner saves it (see CareIntake). Fails with a sentence when the file
 * is too large, no file or cannot be read; nothing is kept then. Main thread; the work is done elsewhere. */
void care_document_attach_async(CareStore *store, CareDocumentOwner owner, GFile *file,
                                GAsyncReadyCallback callback, gpointer user_data);
/* The same for bytes that have no file: a picture that was pasted. */
void care_document_attach_bytes_async(CareStore *store, CareDocumentOwner owner, const char *name,
                                      GBytes *bytes, GAsyncReadyCallback callback, gpointer user_data);
CareRecord *care_document_attach_finish(CareStore *store, GAsyncResult *result, GError **error);

gboolean care_document_is_picture(CareRecord *document);
/* A small picture as PNG, made once and kept in the user's cache; NULL with an error for what is no picture. Any
 * thread. Transfer full. */
GBytes *care_document_thumbnail(const char *data_dir, const char *sha256, GError **error);
/* A copy under its own name, for programs that look at names; read-only, in the user's cache. Transfer full. */
GFile *care_document_file_to_open(const char *data_dir, CareRecord *document, GError **error);
/* Removes what the two above left in the cache of a file that is gone. Any thread. */
void care_document_forget_copies(const char *sha256);

G_END_DECLS
