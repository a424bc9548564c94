/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/recently-deleted.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/listed.h"
#include "exchange/purge/purge.h"
#include "model/customer.h"
#include "model/followup.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/today/followup-flow.h"
#include "store/kind-query.h"
#include "ui/kit/act-name.h"
#include "ui/kit/delete.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/take-back.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/parts/record-line.h"

#define MOST 200
#define COMING "care-recently-deleted-coming"

struct _CareRecentlyDeleted {
    AdwDialog parent_instance;

    CareContext *context;
    CareStore *store;
    GtkWidget *parent; /* weak */
    GPtrArray *rows;

    AdwToastOverlay *toasts;
    GtkStack *stack;
    AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE(CareRecentlyDeleted, care_recently_deleted, ADW_TYPE_DIALOG)

typedef struct {
    const CareKind *kind;
    CareId id;
    CareInstant at;
} Deleted;

static int
newest_first(gconstpointer a, gconstpointer b)
{
    const Deleted *x = a, *y = b;

    return x->at < y->at ? 1 : x->at > y->at ? -1 : 0;
}

typedef struct {
    GArray *found;
    const CareKind *kind; /* that is being read */
} Reading;

static gboolean
append_deleted(CareStatement *row, gpointer data, GError **error)
{
    Reading *reading = data;
    Deleted deleted = { reading->kind, care_statement_int(row, 0), care_statement_int(row, 1) };

    g_array_append_val(reading->found, deleted);
    return TRUE;
}

/* On the reading thread. */
static gpointer
read_deleted(CareConnection *connection, gpointer data, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Deleted));
    CareInstant since = *(CareInstant *)data;

    for (const CareKind *const *kind = care_kinds(); *kind; kind++) {
        Reading reading = { found, *kind };

        if (((*kind)->flags & CARE_KIND_TRACE) == 0
            && !care_kind_each_deleted(connection, *kind, since, MOST, append_deleted, &reading, error))
            return NULL;
    }
    g_array_sort(found, newest_first);
    if (found->len > MOST)
        g_array_set_size(found, MOST);
    return g_steal_pointer(&found);
}

static gboolean
has_cursor(CareRecentlyDeleted *self, GtkWidget *row)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));
    GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;

    return focus && gtk_widget_is_ancestor(focus, row);
}

/* To the button of the row that takes its place, or of the last; with no row left, to what closes the dialog. */
static void
move_cursor(CareRecentlyDeleted *self, guint at)
{
    if (self->rows->len > 0)
        gtk_widget_child_focus(self->rows->pdata[MIN(at, self->rows->len - 1)], GTK_DIR_TAB_BACKWARD);
    else
        gtk_widget_child_focus(GTK_WIDGET(self), GTK_DIR_TAB_FORWARD);
}

static void
drop_row(CareRecentlyDeleted *self, CareId id)
{
    for (guint i = 0; i < self->rows->len; i++) {
        g_autoptr(GtkWidget) row = g_object_ref(self->rows->pdata[i]);
        const CareId *shown = g_object_get_data(G_OBJECT(row), "care-id");
        gboolean cursor;

        if (*shown != id)
            continue;
        cursor = has_cursor(self, row);
        g_ptr_array_remove_index(self->rows, i);
        if (self->rows->len == 0)
            gtk_stack_set_visible_child_name(self->stack, "empty");
        if (cursor)
            move_cursor(self, i);
        adw_preferences_group_remove(self->group, row);
        return;
    }
}

static void
say(CareRecentlyDeleted *self, const char *sentence)
{
    adw_toast_overlay_add_toast(self->toasts, care_toast_new(sentence));
}

typedef struct {
    CareRecentlyDeleted *dialog;
    const CareKind *kind;
    CareId id;
} Restore;

/* For Ctrl+Z, when this is closed. */
static void
remember(CareRecentlyDeleted *self, const CareKind *kind, CareId id, GPtrArray *along)
{
    g_autoptr(CareRecord) record = care_store_get(self->store, kind, id, NULL);
    g_autofree char *line = record ? care_record_line(self->store, record) : NULL;

    if (line)
        care_bring_back_remember(self->parent, self->store, kind, id, line, along);
}

static void
on_restored(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Restore *restore = data;
    g_autoptr(CareRecentlyDeleted) self = restore->dialog;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);
    g_autofree char *sentence = along ? care_came_along_sentence(along) : g_strdup(error->message);

    if (along)
        remember(self, restore->kind, restore->id, along);
    if (self->toasts && sentence)
        say(self, sentence);
    if (!self->toasts || !along)
        return;
    drop_row(self, restore->id);
    for (guint i = 0; i < along->len; i++)
        drop_row(self, care_record_id(along->pdata[i]));
}

static void
on_restore(GtkButton *button, gpointer data)
{
    const Restore *restore = data;
    Restore *running = g_memdup2(restore, sizeof *restore);

    g_object_ref(running->dialog);
    care_flow_undelete_async(running->dialog->store, running->kind, running->id, on_restored, running);
}

/* Of a customer, what tells them from others of the name. */
static char *
whose_of(CareRecentlyDeleted *self, CareRecord *record)
{
    CareId id = care_record_customer(record);
    g_autoptr(CareRecord) customer = NULL;
    g_autofree char *detail = NULL;

    if (care_record_is(record, &care_customer_kind)) {
        detail = care_record_detail(record);
        return detail ? g_strdup_printf(_("Customer · %s"), detail) : g_strdup(_("Customer"));
    }
    customer = id != 0 ? care_store_get(self->store, &care_customer_kind, id, NULL) : NULL;
    return customer ? care_isolate(care_record_text(customer, CARE_CUSTOMER_NAME)) : NULL;
}

/* It went when its job was taken in hand again, and the next hand-over makes, or has made, another. */
static gboolean
was_undone(CareRecentlyDeleted *self, CareRecord *record)
{
    g_autoptr(CareRecord) job = NULL;
    CareId twin = 0;

    if (!care_record_is(record, &care_followup_kind)
        || !care_followup_source_is(care_record_text(record, CARE_FOLLOWUP_SOURCE), CARE_FOLLOWUP_OF_PLAN))
        return FALSE;
    if (!care_followup_find_twin(care_store_reader(self->store), record, &twin, NULL) || twin != 0)
        return TRUE; /* what cannot be read is not offered */
    job = care_store_get(self->store, &care_job_kind, care_record_int(record, CARE_FOLLOWUP_JOB), NULL);
    return job && !care_record_is_set(job, CARE_JOB_COLLECTED);
}

static char *
subtitle_of(CareRecentlyDeleted *self, CareRecord *record)
{
    CareClock *clock = care_context_get_clock(self->context);
    CareDate day = care_date_of_instant(care_record_gone_since(record), care_clock_zone(clock));
    g_autofree char *when = care_format_ago(day, care_clock_today(clock));
    g_autofree char *whose = whose_of(self, record);

    /* Translators: whose it is, or what tells it from others, and when it was deleted */
    return whose ? g_strdup_printf(_("%s · deleted %s"), whose, when)
                 : g_strdup_printf(_("Deleted %s"), when);
}

static GtkWidget *
restore_button_new(CareRecentlyDeleted *self, const Deleted *deleted, const char *title, const char *subtitle)
{
    GtkWidget *button = gtk_button_new_with_label(_("Restore"));
    g_autofree char *whose = care_listed((const char *const[]){ title, subtitle, NULL });
    Restore *restore = g_new(Restore, 1);

    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    care_act_name_set(button, _("Restore"), whose);
    *restore = (Restore){ self, deleted->kind, deleted->id };
    g_signal_connect_data(button, "clicked", G_CALLBACK(on_restore), restore,
                          (GClosureNotify)(void (*)(void))g_free, 0);
    return button;
}

static void
add_row(CareRecentlyDeleted *self, const Deleted *deleted)
{
    g_autoptr(CareRecord) record = care_store_get(self->store, deleted->kind, deleted->id, NULL);
    g_autofree char *title = NULL;
    g_autofree char *subtitle = NULL;
    GtkWidget *row;

    if (!record || was_undone(self, record))
        return;
    title = care_record_line(self->store, record);
    subtitle = subtitle_of(self, record);
    row = care_plain_row_new(title, subtitle);
    care_plain_row_say_all(row, NULL);
    g_object_set_data_full(G_OBJECT(row), "care-id", g_memdup2(&deleted->id, sizeof deleted->id), g_free);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), restore_button_new(self, deleted, title, subtitle));
    g_ptr_array_add(self->rows, row);
    adw_preferences_group_add(self->group, row);
}

static gboolean
has_dialog(GtkWidget *window)
{
    return ADW_IS_APPLICATION_WINDOW(window)
           && adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(window)) != NULL;
}

/* Shown with its rows: a dialog is as high as what it holds when it is shown. Where another was opened meanwhile, that is
 * what is wanted. */
static void
on_read(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecentlyDeleted) self = data;
    g_autoptr(GArray) found = care_store_read_finish(CARE_STORE(source), result, NULL);

    for (guint i = 0; found && i < found->len; i++)
        add_row(self, &g_array_index(found, Deleted, i));
    gtk_stack_set_visible_child_name(self->stack, self->rows->len > 0 ? "list" : "empty");
    if (!self->parent)
        return;
    g_object_set_data(G_OBJECT(self->parent), COMING, NULL);
    if (!has_dialog(self->parent))
        adw_dialog_present(ADW_DIALOG(self), self->parent);
}

static void
found_free(gpointer found)
{
    g_array_unref(found);
}

static void
care_recently_deleted_dispose(GObject *object)
{
    CareRecentlyDeleted *self = CARE_RECENTLY_DELETED(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_RECENTLY_DELETED);
    g_clear_weak_pointer(&self->parent);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_recently_deleted_parent_class)->dispose(object);
}

static void
care_recently_deleted_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_RECENTLY_DELETED(object)->rows);
    G_OBJECT_CLASS(care_recently_deleted_parent_class)->finalize(object);
}

static void
care_recently_deleted_class_init(CareRecentlyDeletedClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_recently_deleted_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_recently_deleted_finalize;

    CARE_TEMPLATE(klass, "recently-deleted.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareRecentlyDeleted, toasts, stack, group);
}

static void
care_recently_deleted_init(CareRecentlyDeleted *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->rows = g_ptr_array_new();
}

void
care_recently_deleted_present(GtkWidget *parent, CareContext *context)
{
    CareRecentlyDeleted *self;
    CareInstant since = care_purge_limit(care_context_get_clock(context));

    if (g_object_get_data(G_OBJECT(parent), COMING))
        return; /* asked for again while it is being read */
    g_object_set_data(G_OBJECT(parent), COMING, parent);
    self = g_object_new(CARE_TYPE_RECENTLY_DELETED, NULL);
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    g_set_weak_pointer(&self->parent, parent);
    care_store_read_async(self->store, read_deleted, g_memdup2(&since, sizeof since), g_free, found_free,
                          NULL, on_read, g_object_ref_sink(self));
}
