/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* CareFolderLock: a shop's folder, held while its database is opened and while another shop is put in its place, so that
 * nobody opens the database of one with the log of the other. Between programs and threads alike, and gone with the
 * program that has it. It is on the folder itself: no file lies about, and one that cannot be written can be held. Where
 * the disk knows no locks, nobody is kept out. Any thread. */
typedef struct _CareFolderLock CareFolderLock;

typedef enum {
    CARE_FOLDER_BESIDE_OTHERS, /* to open */
    CARE_FOLDER_ALONE,         /* to put another shop there */
} CareFolderUse;

/* Waits for others as long as a statement does: CARE_ERROR_BUSY then. Who has it must not ask again. */
CareFolderLock *care_folder_lock(const char *data_dir, CareFolderUse use, GError **error);
/* The same without waiting. */
CareFolderLock *care_folder_try(const char *data_dir, CareFolderUse use, GError **error);
void care_folder_unlock(CareFolderLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareFolderLock, care_folder_unlock)

/* The shop's database, opened and looked into while nobody puts another in its place. Transfer full. */
CareConnection *care_folder_open(const char *data_dir, CareConnectionMode mode, GError **error);
/* Which file its database is; 0: there is none. */
guint64 care_folder_place(const char *data_dir);
/* The same, to read of that very file beside other connections: nobody reads of two shops. CARE_ERROR_BUSY where it was put
 * away. Transfer full. */
CareConnection *care_folder_open_again(const char *data_dir, guint64 place, GError **error);

G_END_DECLS
