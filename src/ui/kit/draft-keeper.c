/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/draft-keeper.h"

#include <string.h>

#include "core/currency.h"
#include "exchange/json/record-json.h"
#include "store/draft.h"
#include "ui/kit/pause.h"
#include "ui/kit/typed-text.h"

/* Long enough to gather a word, short enough that nobody misses it. */
#define DELAY_MS 400

struct _CareDraftKeeper {
    GObject parent_instance;

    CareStore *store;
    char *key;
    CareRecord *record;
    CareRecord *base; /* nullable */
    gboolean kept;    /* there is, or is to be, a draft */
    gboolean saving;
    char *cursor;    /* nullable: the field that is typed in */
    char *aside;     /* the row of another draft that is kept beside; NULL: there is none */
    char *earlier;   /* and what that says */
    CarePause pause; /* until it is written */
};

enum { FLUSHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDraftKeeper, care_draft_keeper, G_TYPE_OBJECT)

static void
care_draft_keeper_finalize(GObject *object)
{
    CareDraftKeeper *self = CARE_DRAFT_KEEPER(object);

    care_pause_clear(&self->pause);
    g_clear_object(&self->store);
    g_clear_object(&self->record);
    g_clear_object(&self->base);
    g_free(self->key);
    g_free(self->aside);
    g_free(self->earlier);
    g_free(self->cursor);
    G_OBJECT_CLASS(care_draft_keeper_parent_class)->finalize(object);
}

static void
care_draft_keeper_class_init(CareDraftKeeperClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_draft_keeper_finalize;
    signals[FLUSHED] = g_signal_new("flushed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void write_draft(gpointer data);

static void
care_draft_keeper_init(CareDraftKeeper *self)
{
    care_pause_init(&self->pause, DELAY_MS, write_draft, self);
}

/* base: the record as the editor was given it; NULL for a new one. Watches nothing by itself: see touch(). */
CareDraftKeeper *
care_draft_keeper_new(CareStore *store, const char *key, CareRecord *record, CareRecord *base)
{
    CareDraftKeeper *self = g_object_new(CARE_TYPE_DRAFT_KEEPER, NULL);
    g_autofree char *stored = care_draft_read(store, key);

    self->kept = stored != NULL;
    self->store = g_object_ref(store);
    self->key = g_strdup(key);
    self->record = g_object_ref(record);
    g_set_object(&self->base, base);
    return self;
}

static JsonNode *
fields_of(CareRecord *record)
{
    return care_record_to_json(record, CARE_CURRENCY_DEFAULT, CARE_RECORD_JSON_DRAFT);
}

/* A row of a list is told from the others by its id, too. */
static JsonNode *
base_fields(CareRecord *base)
{
    JsonNode *node = fields_of(base);

    if (care_record_kind(base)->child && care_record_id(base) != 0) {
        g_autofree char *id = care_id_to_string(care_record_id(base));

        json_object_set_string_member(json_node_get_object(node), "id", id);
    }
    return node;
}

#define ROW "row"
#define BEGUN_AT "care-draft-begun-at"

/* One more than the row, so that none is none. */
void
care_draft_begin_at(CareRecord *base, guint row)
{
    g_object_set_data(G_OBJECT(base), BEGUN_AT, GUINT_TO_POINTER(row + 1));
}

guint
care_draft_row(const char *text)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, -1, NULL);
    gint64 row = node ? json_object_get_int_member_with_default(json_node_get_object(node), ROW, -1) : -1;

    return row >= 0 && row < G_MAXUINT ? (guint)row : G_MAXUINT;
}

static void
add_row(JsonObject *object, CareRecord *base)
{
    guint behind = GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(base), BEGUN_AT));

    if (behind > 0)
        json_object_set_int_member(object, ROW, behind - 1);
}

static char *
text_of(CareRecord *record, CareRecord *base, const char *cursor)
{
    g_autoptr(JsonNode) node = fields_of(record);
    JsonObject *object = json_node_get_object(node);

    if (base) {
        json_object_set_member(object, "base", base_fields(base));
        add_row(object, base);
    }
    if (cursor)
        json_object_set_string_member(object, "cursor", cursor);
    if (care_typed_text_any(record))
        json_object_set_member(object, "typed", care_typed_text_to_json(record));
    return care_json_to_line(node);
}

/* Transfer full. base is nullable. */
char *
care_draft_text(CareRecord *record, CareRecord *base)
{
    return text_of(record, base, NULL);
}

char *
care_draft_text_on(CareRecord *record, CareRecord *base, const char *earlier)
{
    g_autofree char *cursor = care_draft_cursor(earlier);

    return text_of(record, base, cursor);
}

char *
care_draft_cursor(const char *text)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, -1, NULL);

    return node ? g_strdup(
                      json_object_get_string_member_with_default(json_node_get_object(node), "cursor", NULL))
                : NULL;
}

gboolean
care_draft_has_base(const char *text)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, -1, NULL);
    JsonNode *base = node ? json_object_get_member(json_node_get_object(node), "base") : NULL;

    return base && JSON_NODE_HOLDS_OBJECT(base);
}

/* One of a draft's two records as it was left, with the stamp of the record that it is of. Transfer full. */
static CareRecord *
read_record(CareRecord *of, JsonObject *object)
{
    g_autoptr(CareRecord) draft = care_record_new(care_record_kind(of));

    if (!care_record_from_json(draft, object, CARE_CURRENCY_DEFAULT, CARE_RECORD_JSON_TAKE, NULL))
        return NULL;
    care_record_set_stamp(draft, care_record_stamp(of));
    return g_steal_pointer(&draft);
}

/* A draft that does not say what it was begun with leaves base alone; one that does not fit leaves both. */
gboolean
care_draft_take(CareRecord *record, CareRecord *base, const char *text)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, -1, NULL);
    JsonObject *object = node ? json_node_get_object(node) : NULL;
    g_autoptr(JsonNode) begun = object ? json_object_dup_member(object, "base") : NULL;
    g_autoptr(JsonNode) nonsense = object ? json_object_dup_member(object, "typed") : NULL;
    g_autoptr(CareRecord) left = NULL;
    g_autoptr(CareRecord) first = NULL;

    if (!object || (begun && !JSON_NODE_HOLDS_OBJECT(begun)))
        return FALSE;
    json_object_remove_member(object, "base");
    json_object_remove_member(object, "cursor");
    json_object_remove_member(object, ROW);
    json_object_remove_member(object, "typed");
    left = read_record(record, object);
    first = base && begun ? read_record(base, json_node_get_object(begun)) : NULL;
    if (!left || (base && begun && !first))
        return FALSE;
    care_record_assign(record, left);
    care_typed_text_take(record, nonsense);
    if (first)
        care_record_assign(base, first);
    if (first && care_record_kind(base)->child)
        care_record_set_id(base, care_record_id(first));
    return TRUE;
}

/* Of a draft, as it is stored. Whoever wrote in it did so before it was deleted: that is said when it is saved. */
static CareRecord *
get_as_begun(CareStore *store, const CareKind *kind, CareId id)
{
    CareRecord *record = care_store_get(store, kind, id, NULL);
    CareRecordStamp stamp;

    if (!record)
        return NULL;
    stamp = care_record_stamp(record);
    stamp.deleted = 0;
    care_record_set_stamp(record, stamp);
    return record;
}

/* A draft that was continued already is what the record holds: it differs by all of it from what it was begun with. */
static gboolean
is_continued(CareStore *store, CareRecord *record, CareRecord *before, const char *draft)
{
    const CareKind *kind = care_record_kind(record);
    CareId id = care_record_id(record);
    g_autoptr(CareRecord) typed = care_record_copy(record);
    /* a child is read with its owner, and its draft says what it was */
    g_autoptr(CareRecord) begun = id && !kind->child ? get_as_begun(store, kind, id) : care_record_new(kind);

    if (!begun || !care_draft_take(typed, begun, draft) || !care_record_equal(typed, record)
        || !care_typed_text_equal(typed, record))
        return FALSE;
    care_record_assign(before, begun);
    return TRUE;
}

char *
care_draft_waiting(CareStore *store, const char *key, CareRecord *record, CareRecord *before)
{
    g_autofree char *draft = care_draft_read(store, key);

    return draft && !is_continued(store, record, before, draft) ? g_steal_pointer(&draft) : NULL;
}

static void
write_draft(gpointer data)
{
    CareDraftKeeper *self = data;
    g_autofree char *text = text_of(self->record, self->base, self->cursor);

    if (self->aside)
        care_draft_write_beside(self->store, self->key, text, self->aside, self->earlier);
    else
        care_draft_write(self->store, self->key, text);
}

/* Something was edited. */
void
care_draft_keeper_touch(CareDraftKeeper *self)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    self->kept = TRUE;
    if (!self->saving)
        care_pause_begin(&self->pause);
}

/* What was kept under the key, earlier, is another thing than what is typed now: nobody has said that it may go. */
void
care_draft_keeper_set_aside(CareDraftKeeper *self, const char *earlier)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self) && self->aside == NULL);
    self->aside = care_draft_aside(self->key);
    self->earlier = g_strdup(earlier);
    self->kept = TRUE;
    care_pause_clear(&self->pause);
    write_draft(self);
}

/* It is gone on with after all, and what was typed meanwhile is kept beside. */
void
care_draft_keeper_swap(CareDraftKeeper *self)
{
    g_autofree char *typed = NULL;
    g_autofree char *next = NULL;

    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self) && self->aside != NULL);
    typed = text_of(self->record, self->base, self->cursor);
    next = care_draft_aside(self->key);
    care_pause_clear(&self->pause);
    care_draft_swap(self->store, self->key, typed, self->aside, self->earlier, next);
    g_set_str(&self->aside, next);
    g_set_str(&self->earlier, typed);
}

/* In which field somebody is typing, for who goes on with it; NULL: in none that is known. */
void
care_draft_keeper_set_cursor(CareDraftKeeper *self, const char *field)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    g_set_str(&self->cursor, field);
}

/* The key, for a save that forgets the draft with it; nothing is written until care_draft_keeper_saved(). */
const char *
care_draft_keeper_begin_save(CareDraftKeeper *self)
{
    g_return_val_if_fail(CARE_IS_DRAFT_KEEPER(self), NULL);
    care_pause_clear(&self->pause);
    self->saving = TRUE;
    return self->key;
}

void
care_draft_keeper_saved(CareDraftKeeper *self, gboolean done)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    self->saving = FALSE;
    if (done)
        self->kept = FALSE;
    else if (self->kept)
        care_draft_keeper_touch(self);
}

/* The editor goes and the draft stays: the last letters are written now. */
void
care_draft_keeper_flush(CareDraftKeeper *self)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    g_signal_emit(self, signals[FLUSHED], 0);
    care_pause_end(&self->pause);
}

/* It was thrown away. */
void
care_draft_keeper_forget(CareDraftKeeper *self)
{
    g_return_if_fail(CARE_IS_DRAFT_KEEPER(self));
    if (!self->kept)
        return;
    care_pause_clear(&self->pause);
    self->kept = FALSE;
    care_draft_write(self->store, self->key, NULL);
}

#define LEFT_UNDER "care-draft-left-under"

void
care_draft_go_on_under(CareRecord *record, const char *key)
{
    g_object_set_data_full(G_OBJECT(record), LEFT_UNDER, g_strdup(key), g_free);
}

const char *
care_draft_goes_on_under(CareRecord *record)
{
    return g_object_get_data(G_OBJECT(record), LEFT_UNDER);
}

CareRecord *
care_draft_resume(CareStore *store, const char *key, const CareKind *kind)
{
    g_autofree char *text = care_draft_read(store, key);
    const char *which = strchr(key, ':');
    g_autoptr(CareRecord) record = NULL;
    CareId id;

    if (which && care_id_parse(which + 1, &id))
        record = get_as_begun(store, kind, id);
    else
        record = care_record_new(kind);
    if (record && text && care_draft_take(record, NULL, text)) {
        if (care_record_id(record) == 0)
            care_draft_go_on_under(record, key);
        return g_steal_pointer(&record);
    }
    care_draft_write(store, key, NULL);
    return NULL;
}
