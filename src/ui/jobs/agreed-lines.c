/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/agreed-lines.h"

#include "model/job.h"
#include "store/draft.h"
#include "model/job-line.h"
#include "ui/kit/plain-row.h"
#include "ui/jobs/job-words.h"
#include "ui/jobs/job-line-dialog.h"
#include "ui/parts/line-draft.h"

#define LINES "care-agreed-lines"

struct _CareAgreedLines {
    GObject parent_instance;

    GtkListBox *list;
    GtkWidget *add;
    CareRecord *job;
    CareContext *context;
    char *currency;
    char *draft;     /* nullable: the key of a line that is being typed */
    GPtrArray *rows; /* not owned */
};

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareAgreedLines, care_agreed_lines, G_TYPE_OBJECT)

static void
on_done(CareRecord *changed, gpointer list)
{
    CareAgreedLines *self = g_object_get_data(G_OBJECT(list), LINES);

    care_record_assign(self->job, changed);
    care_agreed_lines_refresh(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

/* The list may be that of another job by now, or of none; of the same job read anew, what the caller holds is of before. */
static gboolean
shows(CareRecord *job, gpointer list)
{
    CareAgreedLines *self = g_object_get_data(G_OBJECT(list), LINES);

    return self && self->job == job;
}

static void
edit(CareAgreedLines *self, guint position)
{
    CareLineTask task = { .owner = self->job,
                          .list = CARE_JOB_LINES,
                          .position = position,
                          .done = on_done,
                          .shows = shows,
                          .said = care_job_line_said,
                          .keep = GTK_WIDGET(self->list) };

    task.draft = care_line_draft_for(care_context_get_store(self->context), &task, self->draft);
    care_job_line_dialog_present(GTK_WIDGET(self->list), self->context, &task);
}

static void
on_add(CareAgreedLines *self)
{
    edit(self, CARE_LINE_NEW);
}

static void
on_row_activated(GtkWidget *row, CareAgreedLines *self)
{
    for (guint i = 0; i < self->rows->len; i++)
        if (self->rows->pdata[i] == row) {
            edit(self, i);
            return;
        }
}

static void
care_agreed_lines_finalize(GObject *object)
{
    CareAgreedLines *self = CARE_AGREED_LINES(object);

    g_ptr_array_unref(self->rows);
    g_object_unref(self->job);
    g_object_unref(self->context);
    g_free(self->currency);
    g_free(self->draft);
    G_OBJECT_CLASS(care_agreed_lines_parent_class)->finalize(object);
}

static void
care_agreed_lines_class_init(CareAgreedLinesClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_agreed_lines_finalize;

    /** CareAgreedLines::changed: a line of a new job was added, edited or removed */
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_agreed_lines_init(CareAgreedLines *self)
{
    self->rows = g_ptr_array_new();
}

static GtkWidget *
row_new(CareAgreedLines *self, CareRecord *line)
{
    g_autofree char *caption = care_job_line_caption(line);
    const char *currency = care_record_currency(self->job, self->currency);
    g_autofree char *amount = care_money_format(care_job_line_amount(line, currency), currency);
    GtkWidget *row = care_plain_row_new(care_record_text(line, CARE_JOB_LINE_NAME), caption);

    adw_action_row_set_title_lines(ADW_ACTION_ROW(row), 0);
    care_plain_row_add_figure(row, amount);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    g_signal_connect_object(row, "activated", G_CALLBACK(on_row_activated), self, 0);
    return row;
}

static void
clear(CareAgreedLines *self)
{
    for (guint i = 0; i < self->rows->len; i++)
        gtk_list_box_remove(self->list, self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
}

void
care_agreed_lines_drop(GtkListBox *list)
{
    CareAgreedLines *self = g_object_get_data(G_OBJECT(list), LINES);

    if (self)
        clear(self);
    g_object_set_data(G_OBJECT(list), LINES, NULL);
}

/* After the job's lines were changed elsewhere. */
void
care_agreed_lines_refresh(CareAgreedLines *self)
{
    g_return_if_fail(CARE_IS_AGREED_LINES(self));
    clear(self);
    for (guint i = 0; i < care_record_list_length(self->job, CARE_JOB_LINES); i++) {
        GtkWidget *row = row_new(self, care_record_list_item(self->job, CARE_JOB_LINES, i));

        gtk_list_box_insert(self->list, row, gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(self->add)));
        g_ptr_array_add(self->rows, row);
    }
}

void
care_agreed_lines_keep(CareAgreedLines *self, const char *draft)
{
    g_return_if_fail(CARE_IS_AGREED_LINES(self));
    g_set_str(&self->draft, draft);
}

void
care_agreed_lines_continue(CareAgreedLines *self)
{
    CareStore *store = care_context_get_store(self->context);
    g_autofree char *text = self->draft ? care_draft_read(store, self->draft) : NULL;
    guint position;

    if (!text)
        return;
    position = care_line_draft_position(store, self->job, CARE_JOB_LINES, self->draft);
    if (position < self->rows->len) /* as whoever opened it there, and goes on there behind it */
        gtk_widget_grab_focus(self->rows->pdata[position]);
    edit(self, position);
}

CareAgreedLines *
care_agreed_lines_new(GtkListBox *list, GtkWidget *add, CareRecord *job, CareContext *context)
{
    CareAgreedLines *self = g_object_new(CARE_TYPE_AGREED_LINES, NULL);

    self->list = list;
    self->add = add;
    self->job = g_object_ref(job);
    self->context = g_object_ref(context);
    self->currency = care_store_setting(care_context_get_store(context), CARE_SETTING_CURRENCY);
    g_signal_connect_object(add, "activated", G_CALLBACK(on_add), self, G_CONNECT_SWAPPED);
    g_object_set_data_full(G_OBJECT(list), LINES, self, g_object_unref);
    care_agreed_lines_refresh(self);
    return self;
}
