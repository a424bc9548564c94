/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-groups.h"

#include <gtk/gtk.h>

#include "store/named-query.h"
#include "store/query-model.h"

/* More than most screens show, of whichever groups; the others follow behind the first frame. */
#define ROWS_AT_ONCE 24
/* What is read before the first frame: all there is, in most shops, and more than a screen of it in any. */
#define READ_AT_ONCE 256

typedef struct {
    CareDate day;
    gint64 most; /* -1: all */
} Question;

/* What is in the shop on a day. */
typedef struct {
    CareDate day;
    gint64 read;                    /* rows */
    gboolean is_whole;              /* else it is the beginning of each group that any was read of */
    GArray *ids[CARE_JOB_NO_GROUP]; /* of CareId, in their order */
    GHashTable *groups;             /* CareId, in ids → CareJobGroup */
} Answer;

/* GtkFlattenListModel, a section for each group ← a model of ids for each ← one answer. */
struct _CareJobGroups {
    GObject parent_instance;

    CareStore *store;
    Answer *answer;
    CareQueryModel *in_group[CARE_JOB_NO_GROUP];
    GtkFlattenListModel *jobs;
    GCancellable *reading;
    gboolean again; /* something changed while it was being read */
};

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareJobGroups, care_job_groups, G_TYPE_OBJECT)

static Answer *
answer_new(CareDate day)
{
    Answer *answer = g_new0(Answer, 1);

    answer->day = day;
    answer->groups = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++)
        answer->ids[i] = g_array_new(FALSE, FALSE, sizeof(CareId));
    return answer;
}

static void
answer_free(gpointer data)
{
    Answer *answer = data;

    g_hash_table_unref(answer->groups);
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++)
        g_array_unref(answer->ids[i]);
    g_free(answer);
}

static gboolean
take_row(CareStatement *row, gpointer data, GError **error)
{
    Answer *answer = data;
    const char *promised = care_statement_text(row, 2);
    CareId id = care_statement_int(row, 0);
    CareDate day = { 0 };
    CareJobGroup group;

    answer->read++;
    if (promised && !care_date_parse_full(promised, &day))
        day = (CareDate){ 0 };
    group = care_job_group_of(care_statement_text(row, 1), day, FALSE, answer->day);
    if (group < CARE_JOB_NO_GROUP)
        g_array_append_val(answer->ids[group], id);
    return TRUE;
}

/* Once the vectors stay where they are. */
static void
index_groups(Answer *answer)
{
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++)
        for (guint j = 0; j < answer->ids[i]->len; j++)
            g_hash_table_insert(answer->groups, &g_array_index(answer->ids[i], CareId, j),
                                GUINT_TO_POINTER(i));
}

static gpointer
read_answer(CareConnection *connection, gpointer data, GError **error)
{
    const Question *question = data;
    Answer *answer = answer_new(question->day);

    if (!care_query_each(connection, "jobs/in-shop", take_row, answer, error, "i", question->most)) {
        answer_free(answer);
        return NULL;
    }
    answer->is_whole = answer->read != question->most;
    index_groups(answer);
    return answer;
}

static CareQuery *
query_of(CareJobGroups *self, guint group)
{
    const GArray *ids = self->answer->ids[group];

    return care_query_new_ids((const CareId *)(const void *)ids->data, ids->len, "");
}

static void
take_answer(CareJobGroups *self, Answer *answer)
{
    g_clear_pointer(&self->answer, answer_free);
    self->answer = answer;
}

static void
follow_answer(CareJobGroups *self)
{
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++) {
        g_autoptr(CareQuery) query = query_of(self, i);

        care_query_model_follow(self->in_group[i], query);
    }
    g_signal_emit(self, signals[ANSWERED], 0);
}

static void read_again(CareJobGroups *self);

static void
on_read(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareJobGroups) self = data;
    g_autoptr(GError) error = NULL;
    Answer *answer = care_store_read_finish(CARE_STORE(source), result, &error);

    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    g_clear_object(&self->reading);
    if (answer) {
        take_answer(self, answer);
        follow_answer(self);
    } else {
        g_warning("The jobs in the shop cannot be read: %s", error->message);
    }
    if (self->again)
        read_again(self);
}

static void
read_again(CareJobGroups *self)
{
    Question question = { self->answer->day, -1 };

    self->again = self->reading != NULL;
    if (self->again)
        return;
    self->reading = g_cancellable_new();
    care_store_read_async(self->store, read_answer, g_memdup2(&question, sizeof question), g_free,
                          answer_free, self->reading, on_read, g_object_ref(self));
}

static void
on_store_changed(CareJobGroups *self, CareChangeSet *changes)
{
    if (care_date_is_set(self->answer->day) && care_change_set_touches(changes, CARE_JOB_GROUPS_DEPEND))
        read_again(self);
}

static void
stop_reading(CareJobGroups *self)
{
    if (self->reading)
        g_cancellable_cancel(self->reading);
    g_clear_object(&self->reading);
    self->again = FALSE;
}

static void
show_first(CareJobGroups *self)
{
    guint left = ROWS_AT_ONCE;

    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++) {
        g_autoptr(CareQuery) query = query_of(self, i);

        care_query_model_set_screenful(self->in_group[i], MAX(left, 1));
        care_query_model_set_query(self->in_group[i], query);
        left -= MIN(left, g_list_model_get_n_items(G_LIST_MODEL(self->in_group[i])));
    }
}

void
care_job_groups_set_day(CareJobGroups *self, CareDate today)
{
    g_autoptr(GError) error = NULL;
    Question question = { today, READ_AT_ONCE };
    Answer *answer;

    g_return_if_fail(CARE_IS_JOB_GROUPS(self));
    stop_reading(self);
    answer = read_answer(care_store_reader(self->store), &question, &error);
    if (!answer)
        g_warning("The jobs in the shop cannot be read: %s", error->message);
    take_answer(self, answer ? answer : answer_new(today));
    show_first(self);
    if (!self->answer->is_whole)
        read_again(self);
}

GListModel *
care_job_groups_get_jobs(CareJobGroups *self)
{
    g_return_val_if_fail(CARE_IS_JOB_GROUPS(self), NULL);
    return G_LIST_MODEL(self->jobs);
}

int
care_job_groups_count(CareJobGroups *self, CareJobGroup group)
{
    int n = 0;

    g_return_val_if_fail(CARE_IS_JOB_GROUPS(self), 0);
    if (!self->answer->is_whole)
        return -1;
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++)
        n += group == CARE_JOB_NO_GROUP || group == i ? (int)self->answer->ids[i]->len : 0;
    return n;
}

CareJobGroup
care_job_groups_find(CareJobGroups *self, CareId job)
{
    gpointer group = NULL;

    g_return_val_if_fail(CARE_IS_JOB_GROUPS(self), CARE_JOB_NO_GROUP);
    return g_hash_table_lookup_extended(self->answer->groups, &job, NULL, &group)
               ? (CareJobGroup)GPOINTER_TO_UINT(group)
               : CARE_JOB_NO_GROUP;
}

static void
care_job_groups_dispose(GObject *object)
{
    CareJobGroups *self = CARE_JOB_GROUPS(object);

    stop_reading(self);
    if (self->store)
        g_signal_handlers_disconnect_by_data(self->store, self);
    g_clear_object(&self->jobs);
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++)
        g_clear_object(&self->in_group[i]);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_job_groups_parent_class)->dispose(object);
}

static void
care_job_groups_finalize(GObject *object)
{
    answer_free(CARE_JOB_GROUPS(object)->answer);
    G_OBJECT_CLASS(care_job_groups_parent_class)->finalize(object);
}

static void
care_job_groups_class_init(CareJobGroupsClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_job_groups_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_job_groups_finalize;

    signals[ANSWERED] = g_signal_new("answered", CARE_TYPE_JOB_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
care_job_groups_init(CareJobGroups *self)
{
    self->answer = answer_new((CareDate){ 0 });
}

CareJobGroups *
care_job_groups_new(CareStore *store)
{
    CareJobGroups *self = g_object_new(CARE_TYPE_JOB_GROUPS, NULL);
    GListStore *parts = g_list_store_new(G_TYPE_LIST_MODEL);

    self->store = g_object_ref(store);
    for (guint i = 0; i < CARE_JOB_NO_GROUP; i++) {
        self->in_group[i] = care_query_model_new(store, &care_job_kind);
        g_list_store_append(parts, self->in_group[i]);
    }
    self->jobs = gtk_flatten_list_model_new(G_LIST_MODEL(parts));
    g_signal_connect_swapped(store, "changed", G_CALLBACK(on_store_changed), self);
    return self;
}
