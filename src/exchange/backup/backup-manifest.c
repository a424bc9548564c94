/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/backup/backup-private.h"
#include "exchange/json/record-json.h"

void
care_backup_info_free(CareBackupInfo *info)
{
    g_free(info->taken);
    g_free(info->path);
    g_free(info);
}

const char *
care_backup_info_fault(const CareBackupInfo *info)
{
    if (info->ok)
        return NULL;
    if (info->ruled)
        return _(
            "Another program wrote rules into the shop’s data, and with them this backup cannot be restored. "
            "Export everything, import it into an empty folder, and back up there.");
    return info->miscounted
               ? _("The backup holds another number of customers or invoices than it says; look whether "
                   "somebody is missing.")
               : _("The shop’s data has faults; “verify” names them.");
}

void
care_backup_manifest_free(CareBackupManifest *manifest)
{
    g_clear_pointer(&manifest->info, care_backup_info_free);
    g_free(manifest->sha256);
    g_free(manifest->head);
    g_free(manifest);
}

char *
care_backup_manifest_to_text(const CareBackupManifest *manifest)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    JsonObject *object = json_object_new();

    json_object_set_int_member(object, "aftercare-backup", CARE_BACKUP_FORMAT);
    json_object_set_string_member(object, "taken", manifest->info->taken);
    json_object_set_int_member(object, "customers", manifest->info->customers);
    json_object_set_int_member(object, "invoices", manifest->info->invoices);
    json_object_set_int_member(object, "entries", manifest->entries);
    json_object_set_int_member(object, "bytes", manifest->bytes);
    json_object_set_string_member(object, "sha256", manifest->sha256);
    if (manifest->head != NULL)
        json_object_set_string_member(object, "head", manifest->head);
    json_node_take_object(node, object);
    return care_json_to_line(node);
}

static gboolean
is_int(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);

    return node != NULL && json_node_get_value_type(node) == G_TYPE_INT64 && json_node_get_int(node) >= 0;
}

static const char *
text_of(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);

    return node != NULL && json_node_get_value_type(node) == G_TYPE_STRING ? json_node_get_string(node)
                                                                           : NULL;
}

static gboolean
is_complete(JsonObject *object)
{
    CareInstant taken;

    return is_int(object, "customers") && is_int(object, "invoices") && is_int(object, "entries")
           && is_int(object, "bytes") && text_of(object, "sha256") != NULL && text_of(object, "taken") != NULL
           && care_instant_parse(text_of(object, "taken"), &taken);
}

CareBackupManifest *
care_backup_manifest_parse(const char *text, gssize length, GError **error)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, length, NULL);
    JsonObject *object = node != NULL ? json_node_get_object(node) : NULL;
    CareBackupManifest *manifest;

    if (object != NULL && is_int(object, "aftercare-backup")
        && json_object_get_int_member(object, "aftercare-backup") > CARE_BACKUP_FORMAT) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_TOO_NEW,
            _("This backup was written by a newer Aftercare. Nothing was changed; please update this "
              "one."));
        return NULL;
    }
    if (object == NULL || !is_int(object, "aftercare-backup") || !is_complete(object)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("This file is no backup of Aftercare. Nothing was changed."));
        return NULL;
    }
    manifest = g_new0(CareBackupManifest, 1);
    manifest->info = g_new0(CareBackupInfo, 1);
    manifest->info->taken = g_strdup(text_of(object, "taken"));
    manifest->info->customers = (guint)json_object_get_int_member(object, "customers");
    manifest->info->invoices = (guint)json_object_get_int_member(object, "invoices");
    manifest->entries = json_object_get_int_member(object, "entries");
    manifest->bytes = json_object_get_int_member(object, "bytes");
    manifest->sha256 = g_strdup(text_of(object, "sha256"));
    manifest->head = g_strdup(text_of(object, "head"));
    return manifest;
}
