/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/store.h"
#include "store/swap-note.h"

G_BEGIN_DECLS

/* Backups: one zip file with a consistent copy of the database, the added files and the issued papers. A zip opens
 * everywhere, and libarchive encrypts it (AES-256) when a password is given. Every backup is restored into a folder
 * of its own and looked at before it takes its name; one that was not is no backup. */
typedef struct {
    char *taken; /* RFC 3339 */
    char *path;  /* of its file, when it was written just now; else NULL */
    guint customers;
    guint invoices;
    gboolean ok;
    gboolean miscounted; /* not ok for this alone: it says other numbers of itself than it holds */
    gboolean ruled;      /* not ok for somebody else's rules in the shop, with which no restore takes it */
    gboolean encrypted;
} CareBackupInfo;

void care_backup_info_free(CareBackupInfo *info);
/* What is wrong with it, of the backup itself; NULL if it is ok. */
const char *care_backup_info_fault(const CareBackupInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareBackupInfo, care_backup_info_free)

/* Whether a backup can be locked with it: CARE_ERROR_INPUT for one that is empty or of blanks alone, for whoever gives a
 * password expects a locked file. NULL is none, and fine. */
gboolean care_backup_check_password(const char *password, GError **error);
/* Writes a backup of the shop in data_dir, which may be open and in use. The old file at path stays until the new one
 * is whole and checked. password is nullable. Any thread; long. CARE_ERROR_FULL, _INPUT, _REFUSED, _BUSY, _CORRUPT. */
CareBackupInfo *care_backup_write(const char *data_dir, const char *path, const char *password,
                                  CareInstant now, GCancellable *cancellable, GError **error);
/* Looks a backup through, whole, and leaves nothing behind. scratch: a folder with room for it. Any thread; long. A
 * sentence as CARE_ERROR_INPUT (no backup, cut off), _REFUSED (password), _TOO_NEW or _CORRUPT. */
CareBackupInfo *care_backup_check(const char *path, const char *scratch, const char *password,
                                  GCancellable *cancellable, GError **error);
/* Puts the backup's shop into data_dir, which must not be open, and where nothing is that it would push aside: CARE_ERROR_REFUSED,
 * also when a shop was begun there meanwhile. What is there all the same is kept in
 * backups/before-restore-TIME. Nothing is touched before the backup was looked through, and last (nullable), the number
 * that somebody says was the last one, fits it; to say so in the shop is for the caller (care_invoice_say_last()). */
CareBackupInfo *care_backup_restore(const char *path, const char *data_dir, const char *password,
                                    const char *last, CareClock *clock, GError **error);
/* The two halves of it. The first unpacks and looks, whatever is open meanwhile, and returns the name of a folder
 * below backups/ (transfer full; info is nullable); the second, with the shop closed, exchanges them at once. */
char *care_backup_stage(const char *path, const char *data_dir, const char *password,
                        GCancellable *cancellable, CareBackupInfo **info, GError **error);
gboolean care_backup_put(const char *data_dir, const char *staged, CareInstant now, GError **error);
/* What the owner is told of one that was taken back when the shop was opened: which, and why. day is that of note->taken, as it
 * is written there; nullable. Transfer full. */
char *care_backup_taken_back(const CareSwapNote *note, const char *day);
/* An error of opening what was restored a moment ago is none of the restore: it says that this was done. */
void care_backup_but_restored(GError **error);
/* What of the shop is a link to another place, "aftercare.db, issued": what a restore brings lies in the shop's own folder
 * instead, and what the link led to stays as it is. NULL: nothing. Transfer full. */
char *care_backup_links(const char *data_dir);
/* The sentence about them, once the backup is there. Transfer full. */
char *care_backup_links_sentence(const char *links);
/* Whether there is nothing in the folder that a restore would push aside. */
gboolean care_backup_is_empty(const char *data_dir);

/* The same for the window, on a thread of their own. Writing also remembers in the shop when it was, of one that
 * a restore takes. */
void care_backup_write_async(CareStore *store, const char *path, const char *password,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CareBackupInfo *care_backup_write_finish(CareStore *store, GAsyncResult *result, GError **error);
/* Why the newest of them, or of the daily ones, was not written, or what is wrong with it, until a good one is; NULL: it was, or none was tried since the shop
 * was opened. Transfer none. Main thread. */
const char *care_backup_failure(CareStore *store);
void care_backup_check_async(const char *path, const char *data_dir, const char *password,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CareBackupInfo *care_backup_check_finish(GAsyncResult *result, GError **error);
void care_backup_stage_async(const char *path, const char *data_dir, const char *password,
                             GAsyncReadyCallback callback, gpointer user_data);
char *care_backup_stage_finish(GAsyncResult *result, GError **error);
gboolean care_backup_remember(CareStore *store, const CareBackupInfo *info, GError **error);

/* The name of a day's backup: aftercare-2026-11-24.zip. Transfer full. */
char *care_backup_name(CareDate day);
/* Which of a folder's backups are not needed any more: all but the newest seven, and the newest of each of the four
 * weeks before those; as many of those with faults ("aftercare-2026-11-24-faults.zip"), and one that no restore takes
 * ("…-not-restorable.zip"). As of today: one of a day to come was made by a clock that was ahead, takes no other's place and is
 * left alone until its day has come. names and the answer: file names; transfer container, borrowed names. */
GPtrArray *care_backup_superfluous(GPtrArray *names, CareDate today);
/* Once a day, into the folder that the owner chose, with the password of the keyring if one was given; does nothing without
 * one, when today's is there, or for a day that is pretended (docs/decisions/0012). Waits for a backup that is under way.
 * FALSE from finish with an error only if it should have been written and was not, or is no good one. */
void care_backup_daily_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
/* That of today once more, if it is there, since it was written before its password was given; finish as of the other. */
void care_backup_daily_anew_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_backup_daily_finish(CareStore *store, GAsyncResult *result, GError **error);
/* At a start: removes what backups that were ended left in the shop's folder and in that of the daily ones. */
void care_backup_sweep_left(CareStore *store);

G_END_DECLS
