/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/draft-keeper.h"

#include <string.h>

#include "core/currency.h"
#include "exchange/json/record-json.h"
#include "store/draft.h"

/* Long enough to gather a word, short enough that nobody misses it. */
#define DELAY_MS 400

struct _CareDraftKeeper {
    GObject parent_instance;

    CareStore *store;
    char *key;
    CareRecord *record;
    gboolean kept; /* there is, or is to be, a draft */
    guint timeout;
};

G_DEFINE_FINAL_TYPE(CareDraftKeeper, care_draft_keeper, G_TYPE_OBJECT)

static void
care_draft_keeper_finalize(GObject *object)
{
    CareDraftKeeper *self = CARE_DRAFT_KEEPER(object);

    g_clear_handle_id(&self->timeout, g_source_remove);
    g_clear_object(&self->store);
    g_clear_object(&self->record);
    g_free(self->key);
    G_OBJECT_CLASS(care_draft_keeper_parent_class)->finalize(object);
}

static void
care_draft_keeper_class_init(CareDraftKeeperClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_draft_keeper_finalize;
}

static void
care_draft_keeper_init(CareDraftKeeper *self)
{
}

/* Watches nothing by itself: see touch(). */
CareDraftKeeper *
care_draft_keeper_new(CareStore *store, const char *key, CareRecord *record)
{
    CareDraftKeeper *self = g_object_new(CARE_TYPE_DRAFT_KEEPER, NULL);
    g_autofree char *stored = care_draft_read(store, key);

    self->kept = stored != NULL;
    self->store = g_object_ref(store);
    self->key = g_strdup(key);
    self->record = g_object_ref(record);
    return self;
}

/* Transfer full. */
char *
care_draft_text(CareRecord *record)
{
    static const char *const not_edited[] = { "id", "created", "changed", "changed_by", "deleted" };
    g_autoptr(JsonNode) node = care_record_to_json(record, CARE_CURRENCY_DEFAULT, CARE_RECORD_JSON_COMPLETE);

    for (guint i = 0; i < G_N_ELEMENTS(not_edited); i++)
        json_object_remove_member(json_node_get_object(node), not_edited[i]);
    return care_json_to_line(node);
}

gboolean
care_draft_take(CareRecord *record, const char *text)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, -1, NULL);
    g_autoptr(CareRecord) draft = care_record_new(care_record_kind(record));

    if (!node
        || !care_record_from_json(draft, json_node_get_object(node), CARE_CURRENCY_DEFAULT,
                                  CARE_RECORD_JSON_TAKE, NULL))
        return FALSE;
    care_record_assign(record, draft);
    return TRUE;
}

static gboolean
write_draft(gpointer data)
{
    CareDraftKeeper *self = data;
    g_autofree char *text = care_draft_text(self->record);

    self->timeout = 0;
    care_draft_write(self->store, self->key, text);
    return G_SOURCE_REMOVE;
}

/* Something was edited. */
void
care_draft_keeper_touch(CareDraftKeeper *self)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    self->kept = TRUE;
    if (self->timeout == 0)
        self->timeout = g_timeout_add(DELAY_MS, write_draft, self);
}

/* It was saved, or thrown away. */
void
care_draft_keeper_forget(CareDraftKeeper *self)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    if (!self->kept)
        return;
    g_clear_handle_id(&self->timeout, g_source_remove);
    self->kept = FALSE;
    care_draft_write(self->store, self->key, NULL);
}

CareRecord *
care_draft_resume(CareStore *store, const char *key, const CareKind *kind)
{
    g_autofree char *text = care_draft_read(store, key);
    const char *which = strchr(key, ':');
    g_autoptr(CareRecord) record = NULL;
    CareId id;

    if (which && care_id_parse(which + 1, &id))
        record = care_store_get(store, kind, id, NULL);
    else
        record = care_record_new(kind);
    if (record && text && care_draft_take(record, text))
        return g_steal_pointer(&record);
    care_draft_write(store, key, NULL);
    return NULL;
}
