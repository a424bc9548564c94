/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/query-model.h"

#include "store/id-diff.h"

#define FIRST_ROWS 256
/* More than most screens show. A list view makes up to 200 rows whether they are seen or not, so of a new answer these
 * come at once, to be painted with the next frame, and the others behind it, a few at a time. */
#define SCREENFUL 24
#define GROW_ROWS 16
#define GROW_DELAY_MS 250
#define GROW_STEP_MS 40
#define ROWS_A_VIEW_MAKES 224
#define PAGE 64
#define PAGES_HELD 8

struct _CareQueryModel {
    GObject parent_instance;

    CareStore *store;
    const CareKind *kind;
    CareQuery *query;
    GArray *ids;
    GArray *coming; /* what ids grows to, or NULL */
    guint screenful;
    guint growing;    /* source */
    gboolean partial; /* coming is only the beginning of the answer */
    GHashTable *live; /* id → CareRecord that somebody holds (weakly known) */
    GQueue pages;     /* GPtrArray of records, the last used first */
    GCancellable *reading;
    gboolean again;
    gulong changed_handler;
};

static void care_query_model_list_model_init(GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CareQueryModel, care_query_model, G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(G_TYPE_LIST_MODEL, care_query_model_list_model_init))

static void
on_record_gone(gpointer data, GObject *record)
{
    CareQueryModel *self = data;
    CareId id = care_record_id((CareRecord *)record); /* still readable: it is only being disposed of */

    if (g_hash_table_lookup(self->live, &id) == (gpointer)record)
        g_hash_table_remove(self->live, &id);
}

static void
forget_live(CareQueryModel *self)
{
    GHashTableIter iter;
    gpointer record;

    g_hash_table_iter_init(&iter, self->live);
    while (g_hash_table_iter_next(&iter, NULL, &record)) {
        g_object_weak_unref(record, on_record_gone, self);
        g_hash_table_iter_remove(&iter);
    }
}

static void
remember(CareQueryModel *self, CareRecord *record)
{
    CareId id = care_record_id(record);

    g_hash_table_insert(self->live, g_memdup2(&id, sizeof id), record);
    g_object_weak_ref(G_OBJECT(record), on_record_gone, self);
}

static void
hold_page(CareQueryModel *self, GPtrArray *page)
{
    g_queue_push_head(&self->pages, page);
    if (g_queue_get_length(&self->pages) > PAGES_HELD)
        g_ptr_array_unref(g_queue_pop_tail(&self->pages));
}

/* Loads what is not alive of the page around a position; a row that vanished meanwhile becomes an empty record. */
static void
load_page(CareQueryModel *self, guint position)
{
    guint first = position / PAGE * PAGE;
    guint end = MIN(first + PAGE, self->ids->len);
    CareId missing[PAGE];
    guint n = 0;
    g_autoptr(GPtrArray) loaded = NULL;
    g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = first; i < end; i++)
        if (!g_hash_table_contains(self->live, &g_array_index(self->ids, CareId, i)))
            missing[n++] = g_array_index(self->ids, CareId, i);
    loaded = care_store_get_many(self->store, self->kind, missing, n, NULL);
    for (guint i = 0; loaded != NULL && i < loaded->len; i++)
        remember(self, loaded->pdata[i]);
    for (guint i = first; i < end; i++) {
        CareRecord *record = g_hash_table_lookup(self->live, &g_array_index(self->ids, CareId, i));

        if (record != NULL) {
            g_ptr_array_add(page, g_object_ref(record));
            continue;
        }
        record = care_record_new(self->kind);
        care_record_set_id(record, g_array_index(self->ids, CareId, i));
        remember(self, record);
        g_ptr_array_add(page, record);
    }
    hold_page(self, g_steal_pointer(&page));
}

static GType
care_query_model_get_item_type(GListModel *list)
{
    return CARE_QUERY_MODEL(list)->kind->get_type();
}

static guint
care_query_model_get_n_items(GListModel *list)
{
    return CARE_QUERY_MODEL(list)->ids->len;
}

static gpointer
care_query_model_get_item(GListModel *list, guint position)
{
    CareQueryModel *self = CARE_QUERY_MODEL(list);
    CareRecord *record;

    if (position >= self->ids->len)
        return NULL;
    record = g_hash_table_lookup(self->live, &g_array_index(self->ids, CareId, position));
    if (record == NULL) {
        load_page(self, position);
        record = g_hash_table_lookup(self->live, &g_array_index(self->ids, CareId, position));
    }
    return g_object_ref(record);
}

static void
care_query_model_list_model_init(GListModelInterface *iface)
{
    iface->get_item_type = care_query_model_get_item_type;
    iface->get_n_items = care_query_model_get_n_items;
    iface->get_item = care_query_model_get_item;
}

/* Each run is applied to the ids before it is told: a listener always sees the model that the signal speaks of. */
static void
show_ids(CareQueryModel *self, GArray *ids)
{
    g_autoptr(GArray) runs = care_id_diff((CareId *)(void *)self->ids->data, self->ids->len,
                                          (CareId *)(void *)ids->data, ids->len);

    for (guint i = 0; i < runs->len; i++) {
        CareIdRun *run = &g_array_index(runs, CareIdRun, i);

        if (run->removed > 0)
            g_array_remove_range(self->ids, run->position, run->removed);
        if (run->added > 0)
            g_array_insert_vals(self->ids, run->position, &g_array_index(ids, CareId, run->from), run->added);
        g_list_model_items_changed(G_LIST_MODEL(self), run->position, run->removed, run->added);
    }
}

/* Another question: everything between the common ends in one run, which a view takes better than many. */
static void
replace_ids(CareQueryModel *self, const CareId *ids, guint n)
{
    CareId *old = (CareId *)(void *)self->ids->data;
    guint front = 0, back = 0, removed;

    while (front < n && front < self->ids->len && ids[front] == old[front])
        front++;
    while (back < n - front && back < self->ids->len - front
           && ids[n - 1 - back] == old[self->ids->len - 1 - back])
        back++;
    removed = self->ids->len - front - back;
    if (removed > 0)
        g_array_remove_range(self->ids, front, removed);
    if (n > front + back)
        g_array_insert_vals(self->ids, front, ids + front, n - front - back);
    if (removed > 0 || n > front + back)
        g_list_model_items_changed(G_LIST_MODEL(self), front, removed, n - front - back);
}

static void
stop_growing(CareQueryModel *self)
{
    g_clear_handle_id(&self->growing, g_source_remove);
    g_clear_pointer(&self->coming, g_array_unref);
    self->partial = FALSE;
}

static gboolean
grow(gpointer data)
{
    CareQueryModel *self = data;
    g_autoptr(GArray) part = NULL;
    guint n = self->ids->len + GROW_ROWS;

    if (self->partial) {
        self->partial = FALSE;
        care_query_model_refresh(self);
    }
    if (n < ROWS_A_VIEW_MAKES && n < self->coming->len) {
        part = care_id_part(self->ids, self->coming, GROW_ROWS);
        self->growing = g_timeout_add_full(G_PRIORITY_LOW, GROW_STEP_MS, grow, self, NULL);
    } else {
        part = g_steal_pointer(&self->coming);
        self->growing = 0;
    }
    show_ids(self, part);
    return G_SOURCE_REMOVE;
}

static void
show_first(CareQueryModel *self, GArray *ids)
{
    if (ids->len > self->screenful) {
        self->coming = g_array_ref(ids);
        self->growing = g_timeout_add_full(G_PRIORITY_LOW, GROW_DELAY_MS, grow, self, NULL);
    }
    replace_ids(self, (CareId *)(void *)ids->data, MIN(ids->len, self->screenful));
}

static gpointer
read_ids(CareConnection *connection, gpointer query, GError **error)
{
    return care_query_run(query, connection, 0, error);
}

static void
ids_free(gpointer ids)
{
    g_array_unref(ids);
}

static void
query_free(gpointer query)
{
    care_query_unref(query);
}

/* Many more than there are, while a view would still make a row for each. */
static gboolean
has_to_grow(CareQueryModel *self, GArray *ids)
{
    return self->coming == NULL && self->ids->len < ROWS_A_VIEW_MAKES
           && ids->len > self->ids->len + SCREENFUL;
}

/* The whole answer to the question there is. */
static void
take_ids(CareQueryModel *self, GArray *ids)
{
    if (has_to_grow(self, ids))
        self->growing = g_timeout_add_full(G_PRIORITY_LOW, GROW_STEP_MS, grow, self, NULL);
    else if (self->coming == NULL) {
        show_ids(self, ids);
        return;
    }
    g_clear_pointer(&self->coming, g_array_unref);
    self->coming = g_array_ref(ids);
}

static void
on_ids_read(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareQueryModel) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = care_store_read_finish(CARE_STORE(source), result, &error);

    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    g_clear_object(&self->reading);
    if (ids != NULL)
        take_ids(self, ids);
    else
        g_warning("list of %s: %s", self->kind->name, error->message);
    if (self->again)
        care_query_model_refresh(self);
}

void
care_query_model_refresh(CareQueryModel *self)
{
    if (self->query == NULL)
        return;
    self->again = self->reading != NULL;
    if (self->again)
        return;
    self->reading = g_cancellable_new();
    care_store_read_async(self->store, read_ids, care_query_ref(self->query), query_free, ids_free,
                          self->reading, on_ids_read, g_object_ref(self));
}

static void
reload_live(CareQueryModel *self, CareChangeSet *changes)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(GPtrArray) fresh = NULL;
    GHashTableIter iter;
    gpointer id;

    g_hash_table_iter_init(&iter, self->live);
    while (g_hash_table_iter_next(&iter, &id, NULL))
        if (care_change_set_has(changes, self->kind->name, *(CareId *)id))
            g_array_append_vals(ids, id, 1);
    fresh = care_store_get_many(self->store, self->kind, (CareId *)(void *)ids->data, ids->len, NULL);
    for (guint i = 0; fresh != NULL && i < fresh->len; i++) {
        CareId key = care_record_id(fresh->pdata[i]);
        CareRecord *record = g_hash_table_lookup(self->live, &key);

        if (record != NULL)
            care_record_assign(record, fresh->pdata[i]);
    }
}

static void
on_store_changed(CareStore *store, CareChangeSet *changes, CareQueryModel *self)
{
    reload_live(self, changes);
    if (self->query != NULL && care_change_set_touches(changes, care_query_depends(self->query)))
        care_query_model_refresh(self);
}

/* On the main thread. NULL on an error, which is told; then it is asked for on the reading thread once more. */
static GArray *
run_now(CareQueryModel *self, CareQuery *query, guint limit)
{
    g_autoptr(GError) error = NULL;
    GArray *ids = care_query_run(query, care_store_reader(self->store), limit, &error);

    if (ids == NULL)
        g_warning("list of %s: %s", self->kind->name, error->message);
    return ids;
}

/* The first screenful is there when this returns, the rest follows behind the next frame. What stood there answered another
 * question: it does not stay where this one cannot be answered. */
void
care_query_model_set_query(CareQueryModel *self, CareQuery *query)
{
    g_autoptr(GArray) ids = NULL;

    if (self->reading != NULL)
        g_cancellable_cancel(self->reading);
    g_clear_object(&self->reading);
    stop_growing(self);
    self->again = FALSE;
    if (query != NULL)
        care_query_ref(query);
    g_clear_pointer(&self->query, care_query_unref);
    self->query = query;
    ids = query != NULL ? run_now(self, query, FIRST_ROWS) : NULL;
    if (ids == NULL) {
        replace_ids(self, NULL, 0);
        care_query_model_refresh(self);
        return;
    }
    show_first(self, ids);
    /* The whole answer is read when the first frame is out of the way, and not at all if the question changes. */
    self->partial = ids->len == FIRST_ROWS;
}

void
care_query_model_follow(CareQueryModel *self, CareQuery *answer)
{
    g_autoptr(GArray) ids = run_now(self, answer, 0);

    if (self->reading != NULL)
        g_cancellable_cancel(self->reading);
    g_clear_object(&self->reading);
    self->again = FALSE;
    care_query_ref(answer);
    g_clear_pointer(&self->query, care_query_unref);
    self->query = answer;
    self->partial = FALSE;
    if (ids != NULL)
        take_ids(self, ids);
    else
        care_query_model_refresh(self);
}

void
care_query_model_set_screenful(CareQueryModel *self, guint rows)
{
    if (rows > 0)
        self->screenful = rows;
}

gboolean
care_query_model_is_loading(CareQueryModel *self)
{
    return self->reading != NULL || self->coming != NULL;
}

guint
care_query_model_total(CareQueryModel *self)
{
    return self->coming != NULL ? self->coming->len : self->ids->len;
}

guint
care_query_model_find(CareQueryModel *self, CareId id)
{
    for (guint i = 0; i < self->ids->len; i++)
        if (g_array_index(self->ids, CareId, i) == id)
            return i;
    return G_MAXUINT;
}

CareId
care_query_model_id_at(CareQueryModel *self, guint position)
{
    return position < self->ids->len ? g_array_index(self->ids, CareId, position) : 0;
}

static void
care_query_model_dispose(GObject *object)
{
    CareQueryModel *self = CARE_QUERY_MODEL(object);

    if (self->reading != NULL)
        g_cancellable_cancel(self->reading);
    g_clear_object(&self->reading);
    stop_growing(self);
    if (self->store != NULL)
        g_clear_signal_handler(&self->changed_handler, self->store);
    forget_live(self);
    g_queue_clear_full(&self->pages, (GDestroyNotify)g_ptr_array_unref);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_query_model_parent_class)->dispose(object);
}

static void
care_query_model_finalize(GObject *object)
{
    CareQueryModel *self = CARE_QUERY_MODEL(object);

    g_clear_pointer(&self->query, care_query_unref);
    g_hash_table_unref(self->live);
    g_array_unref(self->ids);
    G_OBJECT_CLASS(care_query_model_parent_class)->finalize(object);
}

static void
care_query_model_class_init(CareQueryModelClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_query_model_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_query_model_finalize;
}

static void
care_query_model_init(CareQueryModel *self)
{
    self->ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    self->screenful = SCREENFUL;
    self->live = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_queue_init(&self->pages);
}

CareQueryModel *
care_query_model_new(CareStore *store, const CareKind *kind)
{
    CareQueryModel *self = g_object_new(CARE_TYPE_QUERY_MODEL, NULL);

    self->store = g_object_ref(store);
    self->kind = kind;
    self->changed_handler = g_signal_connect(store, "changed", G_CALLBACK(on_store_changed), self);
    return self;
}
