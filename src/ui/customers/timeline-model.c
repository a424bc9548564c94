/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/timeline-model.h"

#include <string.h>

#include "core/sought.h"
#include "store/named-query.h"

/* What is read in one go: a little more than a screen shows. */
#define PAGE 16

/* One line of the view; the entry is made when it is asked for. */
typedef struct {
    CareInstant at;
    CareId id;
    const CareKind *kind;
    CareTimelineEntry *entry;
} Line;

struct _CareTimelineModel {
    GObject parent_instance;

    CareStore *store;
    CareId customer;
    char *first_name;
    char *currency;
    char *kinds;
    char *search; /* as typed; nullable */
    CareSought *sought;
    GArray *lines;
};

static void care_timeline_model_list_init(GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CareTimelineModel, care_timeline_model, G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(G_TYPE_LIST_MODEL, care_timeline_model_list_init))

static void
line_clear(gpointer data)
{
    g_clear_object(&((Line *)data)->entry);
}

static CareTimelineText
words_of(CareTimelineModel *self)
{
    CareClock *clock = care_store_clock(self->store);

    return (CareTimelineText){ .store = self->store,
                               .first_name = self->first_name,
                               .currency = self->currency,
                               .zone = care_clock_zone(clock),
                               .today = care_clock_today(clock) };
}

/* A page of one kind is read in one go. */
static void
hydrate(CareTimelineModel *self, guint first, guint end)
{
    CareTimelineText words = words_of(self);

    for (guint i = first; i < end; i++) {
        const CareKind *kind = g_array_index(self->lines, Line, i).kind;
        CareId ids[PAGE];
        guint n = 0;
        g_autoptr(GPtrArray) records = NULL;

        if (g_array_index(self->lines, Line, i).entry)
            continue;
        for (guint j = i; j < end; j++)
            if (g_array_index(self->lines, Line, j).kind == kind
                && !g_array_index(self->lines, Line, j).entry)
                ids[n++] = g_array_index(self->lines, Line, j).id;
        records = care_store_get_many(self->store, kind, ids, n, NULL);
        for (guint j = i; records && j < end; j++) {
            Line *line = &g_array_index(self->lines, Line, j);

            if (line->kind != kind || line->entry)
                continue;
            for (guint r = 0; r < records->len; r++)
                if (care_record_id(records->pdata[r]) == line->id)
                    line->entry = care_timeline_text_entry(&words, records->pdata[r]);
        }
    }
}

static GType
care_timeline_model_get_item_type(GListModel *list)
{
    return CARE_TYPE_TIMELINE_ENTRY;
}

static guint
care_timeline_model_get_n_items(GListModel *list)
{
    return CARE_TIMELINE_MODEL(list)->lines->len;
}

/* A row that vanished between two refreshes is an empty entry, never NULL. */
static gpointer
care_timeline_model_get_item(GListModel *list, guint position)
{
    CareTimelineModel *self = CARE_TIMELINE_MODEL(list);
    Line *line;

    if (position >= self->lines->len)
        return NULL;
    line = &g_array_index(self->lines, Line, position);
    if (!line->entry) {
        guint first = position / PAGE * PAGE;

        hydrate(self, first, MIN(first + PAGE, self->lines->len));
    }
    if (!line->entry)
        line->entry
            = care_timeline_entry_new(NULL, 0, "care-document-symbolic", CARE_TONE_NEUTRAL, "", "", "");
    return g_object_ref(line->entry);
}

static void
care_timeline_model_list_init(GListModelInterface *iface)
{
    iface->get_item_type = care_timeline_model_get_item_type;
    iface->get_n_items = care_timeline_model_get_n_items;
    iface->get_item = care_timeline_model_get_item;
}

static gboolean
append_line(CareStatement *row, gpointer data, GError **error)
{
    CareTimelineModel *self = data;
    Line line = { .at = care_statement_int(row, 0),
                  .kind = care_kind_by_name(care_statement_text(row, 1)),
                  .id = care_statement_int(row, 2) };

    if (line.kind)
        g_array_append_val(self->lines, line);
    return TRUE;
}

/* A story that cannot be read to its end is none: half of it would look whole. */
static void
read_lines(CareTimelineModel *self)
{
    g_autoptr(GError) error = NULL;

    if (care_query_each(care_store_reader(self->store), "customers/timeline", append_line, self, &error, "is",
                        self->customer, self->kinds))
        return;
    g_warning("The timeline cannot be read: %s", error->message);
    g_array_set_size(self->lines, 0);
}

static gboolean
says(CareTimelineEntry *entry, const CareSought *sought)
{
    g_autofree char *words = g_strjoin("\n", entry->title, entry->caption ? entry->caption : "",
                                       entry->quote ? entry->quote : "", NULL);

    return care_sought_is_in(sought, words);
}

static void
keep_found(CareTimelineModel *self)
{
    for (guint first = 0; first < self->lines->len; first += PAGE)
        hydrate(self, first, MIN(first + PAGE, self->lines->len));
    for (guint i = self->lines->len; i-- > 0;) {
        CareTimelineEntry *entry = g_array_index(self->lines, Line, i).entry;

        if (!entry || !says(entry, self->sought))
            g_array_remove_index(self->lines, i);
    }
}

/* Reads the story again. */
void
care_timeline_model_refresh(CareTimelineModel *self)
{
    guint before = self->lines->len;

    g_array_set_size(self->lines, 0);
    if (self->customer)
        read_lines(self);
    if (self->search)
        keep_found(self);
    g_list_model_items_changed(G_LIST_MODEL(self), 0, before, self->lines->len);
}

void
care_timeline_model_set_customer(CareTimelineModel *self, CareId customer, const char *first_name)
{
    self->customer = customer;
    g_set_str(&self->first_name, first_name);
    g_free(self->currency);
    self->currency = care_store_setting(self->store, CARE_SETTING_CURRENCY);
    care_timeline_model_refresh(self);
}

void
care_timeline_model_set_kinds(CareTimelineModel *self, const char *kinds)
{
    if (g_set_str(&self->kinds, kinds))
        care_timeline_model_refresh(self);
}

void
care_timeline_model_set_search(CareTimelineModel *self, const char *text)
{
    if (!g_set_str(&self->search, text && *text ? text : NULL))
        return;
    g_clear_pointer(&self->sought, care_sought_free);
    self->sought = self->search ? care_sought_new(self->search) : NULL;
    care_timeline_model_refresh(self);
}

static void
care_timeline_model_finalize(GObject *object)
{
    CareTimelineModel *self = CARE_TIMELINE_MODEL(object);

    g_array_unref(self->lines);
    g_object_unref(self->store);
    g_free(self->first_name);
    g_free(self->currency);
    g_free(self->kinds);
    g_free(self->search);
    g_clear_pointer(&self->sought, care_sought_free);
    G_OBJECT_CLASS(care_timeline_model_parent_class)->finalize(object);
}

static void
care_timeline_model_class_init(CareTimelineModelClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_timeline_model_finalize;
}

static void
care_timeline_model_init(CareTimelineModel *self)
{
    self->lines = g_array_new(FALSE, TRUE, sizeof(Line));
    g_array_set_clear_func(self->lines, line_clear);
}

CareTimelineModel *
care_timeline_model_new(CareStore *store)
{
    CareTimelineModel *self = g_object_new(CARE_TYPE_TIMELINE_MODEL, NULL);

    self->store = g_object_ref(store);
    return self;
}

/* When the entry at a position happened. */
CareInstant
care_timeline_model_at(CareTimelineModel *self, guint position)
{
    g_return_val_if_fail(position < self->lines->len, 0);
    return g_array_index(self->lines, Line, position).at;
}
