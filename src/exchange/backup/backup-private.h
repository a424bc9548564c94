/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup.h"

G_BEGIN_DECLS

#define CARE_BACKUP_FORMAT 1
#define CARE_BACKUP_MANIFEST "manifest.json"

/* The first entry of a backup. */
typedef struct {
    CareBackupInfo *info;
    gint64 entries; /* behind the manifest */
    gint64 bytes;   /* of them together */
    char *sha256;   /* of the database */
    char *head;     /* of the chain of issued documents, as text; NULL in backups of before */
} CareBackupManifest;

void care_backup_manifest_free(CareBackupManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareBackupManifest, care_backup_manifest_free)
char *care_backup_manifest_to_text(const CareBackupManifest *manifest);
CareBackupManifest *care_backup_manifest_parse(const char *text, gssize length, GError **error);

/* Unpacks into an empty folder, nothing but what a backup may hold. */
CareBackupManifest *care_backup_unpack(const char *path, const char *folder, const char *password,
                                       GCancellable *cancellable, GError **error);
/* That no rule of somebody else is in it that may never come to its end (store/schema-reckoned.h): before any row is read. What is no shop, or one of a
 * newer program, is for others to tell. CARE_ERROR_CORRUPT. */
gboolean care_backup_check_rules(CareConnection *connection, GError **error);
/* That nothing of somebody else is in it: a trigger would run at the first thing that is written. CARE_ERROR_CORRUPT. */
gboolean care_backup_check_objects(CareConnection *connection, GError **error);
/* Opens what was unpacked and looks at all of it. */
gboolean care_backup_examine(const char *folder, const CareBackupManifest *manifest, GError **error);
/* Of a backup that was written a moment ago: better than none, whatever is in the shop. Where somebody else's rules are,
 * nothing is looked at, and it is not ok. */
gboolean care_backup_examine_own(const char *folder, const CareBackupManifest *manifest, GError **error);
/* care_backup_check() of such a one. */
CareBackupInfo *care_backup_check_own(const char *path, const char *scratch, const char *password,
                                      GCancellable *cancellable, GError **error);

char *care_backup_sha256(const char *path);
/* database, files and issued, as paths below the folder in order. Transfer full. */
GPtrArray *care_backup_list(const char *data_dir);
/* Of a link the link. */
void care_backup_delete_tree(const char *path);
/* Why nothing can be made in that folder, by the system's code. */
void care_backup_cannot_make(const char *folder, int code, GError **error);
/* A fresh folder "NAMEXXXXXX" below DIR/backups. */
char *care_backup_make_folder(const char *data_dir, const char *prefix, GError **error);
/* Where a backup to that path is made and looked through: there. Where the shop cannot be written, beside the backup, as open
 * as what lies in it; for one with a password in the system's own folder for what is passing, for nothing that is locked
 * lies open beside it. */
#define CARE_BACKUP_WORK ".backup-"
char *care_backup_make_work(const char *data_dir, const char *path, const char *password, GError **error);
/* The same for a shop that could be written, but for want of room. */
char *care_backup_make_work_outside(const char *path, const char *password, GError **error);
/* Tells such a folder from one that was left. To be closed. */
int care_backup_hold_work(const char *work);
/* Those outside of the shop which nobody holds: beside a backup of that path, and where what is passing lies. */
void care_backup_sweep_work_outside(const char *folder);

/* Where a backup may be written, and what others that were ended left there (backup-place.c). The path, absolute, with
 * the links of its folder followed; NULL where none may be. Transfer full. */
char *care_backup_place(const char *data_dir, const char *path, GError **error);
/* Where a backup of that path is made before it takes its name, for g_mkstemp(). Transfer full. */
char *care_backup_part(const char *path);
/* Those of that path which nobody is writing. */
void care_backup_sweep_parts(const char *path);
/* Whether a file of this name is a daily backup ("aftercare-2026-11-24.zip"), and of which day. */
gboolean care_backup_day_of_name(const char *name, CareDate *day);
/* Daily ones (backup-kept.c). One that was just written under the name of its day is called what it is worth, where that is less
 * than a good one, and stands for all of that day; info says where. */
void care_backup_file_daily(CareBackupInfo *info);
/* Whether there is one of that day, whatever it is worth. */
gboolean care_backup_lies_there(const char *folder, CareDate day);
/* ok: the one just written is a good one. Without it none of a good one's name goes: what has the name may have faults. */
void care_backup_clear_out(const char *folder, CareDate today, gboolean ok);
/* The folders in DIR/backups in which backups were made; whoever calls has the lock of backups. */
void care_backup_sweep_work(const char *data_dir);
/* What was unpacked in DIR/backups and never put in place, a day ago or longer. */
void care_backup_sweep_folders(const char *data_dir);

G_END_DECLS
