/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/inline-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/currency.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/pause.h"
#include "ui/kit/toast.h"
#include "ui/kit/typed-row.h"

/* As long as that of a dialog's draft. */
#define DELAY_MS 400

typedef struct {
    CareInlineRows *rows;
    GtkEditable *editable;
    int field;
    char *sent; /* with a save under way; NULL */
    gboolean unsaved;
    gboolean refused; /* and nothing was typed since */
} Row;

struct _CareInlineRows {
    GObject parent_instance;

    GtkWidget *page; /* weak */
    CareStore *store;
    CareInlineEdits *edits;
    CareRecord *record; /* NULL before one is shown */
    GPtrArray *rows;    /* Row */
    char *key;          /* of the draft */
    CarePause pause;    /* until the draft is written */
    gboolean showing;
};

G_DEFINE_FINAL_TYPE(CareInlineRows, care_inline_rows, G_TYPE_OBJECT)

static void
row_free(gpointer data)
{
    Row *row = data;

    g_free(row->sent);
    g_free(row);
}

/* As it is saved: of a row with a meaning the last that made sense. */
static char *
text_of(Row *row)
{
    if (CARE_IS_TYPED_ROW(row->editable))
        return g_strdup(care_typed_row_get_value_text(CARE_TYPED_ROW(row->editable)));
    return g_strstrip(g_strdup(gtk_editable_get_text(row->editable)));
}

static gboolean
says(Row *row, CareRecord *record)
{
    g_autofree char *text = text_of(row);
    g_autofree char *stored = care_record_field_to_string(record, row->field, CARE_CURRENCY_DEFAULT);

    return g_strcmp0(text ? text : "", stored ? stored : "") == 0;
}

static gboolean
makes_sense(Row *row)
{
    return !CARE_IS_TYPED_ROW(row->editable) || care_typed_row_get_valid(CARE_TYPED_ROW(row->editable));
}

static gboolean
is_typed_in(Row *row)
{
    GtkWidget *inner = GTK_WIDGET(gtk_editable_get_delegate(row->editable));

    return (gtk_widget_get_state_flags(inner) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

guint64
care_inline_rows_unsaved(CareInlineRows *self)
{
    guint64 fields = 0;

    g_return_val_if_fail(CARE_IS_INLINE_ROWS(self), 0);
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        if (row->unsaved)
            fields |= CARE_FIELD_BIT(row->field);
    }
    return fields;
}

/* The record with what the rows hold. Transfer full. */
static CareRecord *
written(CareInlineRows *self)
{
    CareRecord *record = care_record_copy(self->record);

    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];
        g_autofree char *text = row->unsaved ? text_of(row) : NULL;

        if (!row->unsaved)
            continue;
        care_record_clear(record, row->field);
        if (text && *text)
            care_record_field_parse(record, row->field, text, CARE_CURRENCY_DEFAULT, NULL);
    }
    return record;
}

/* Forgotten where nothing is unsaved any more. */
static void
write_draft(CareInlineRows *self)
{
    g_autofree char *text = NULL;

    care_pause_clear(&self->pause);
    if (care_inline_rows_unsaved(self) != 0) {
        g_autoptr(CareRecord) record = written(self);

        text = care_draft_text(record, care_inline_edits_get_base(self->edits));
    }
    care_draft_write(self->store, self->key, text);
}

static void
on_pause(gpointer data)
{
    write_draft(data);
}

static gboolean
has_news(CareInlineRows *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];
        g_autofree char *text = text_of(row);

        if (row->unsaved && !row->refused && (!row->sent || g_strcmp0(row->sent, text) != 0))
            return TRUE;
    }
    return FALSE;
}

/* Once: of leaving a row and leaving its page one follows the other. */
static void
remember_sent(CareInlineRows *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        g_free(row->sent);
        row->sent = text_of(row);
    }
}

static void
forget_sent(CareInlineRows *self)
{
    for (guint i = 0; i < self->rows->len; i++)
        g_clear_pointer(&((Row *)self->rows->pdata[i])->sent, g_free);
}

/* The draft is written first: a save that is refused, or never answered because the window is gone, leaves it. */
void
care_inline_rows_save(CareInlineRows *self)
{
    g_autoptr(CareRecord) record = NULL;

    g_return_if_fail(CARE_IS_INLINE_ROWS(self));
    if (!self->record || !has_news(self))
        return;
    write_draft(self);
    record = written(self);
    remember_sent(self);
    care_inline_edits_save_typed(self->edits, record, self->key);
}

/* What is picked, not typed, is saved at once. */
static void
on_changed(Row *row)
{
    CareInlineRows *self = row->rows;

    if (self->showing || !self->record)
        return;
    row->unsaved = makes_sense(row) && !says(row, self->record);
    row->refused = FALSE;
    care_pause_begin(&self->pause);
    if (CARE_IS_TYPED_ROW(row->editable) && !is_typed_in(row))
        care_inline_rows_save(self);
}

/* Enter: also what was refused. */
static void
on_entered(Row *row)
{
    row->refused = FALSE;
    care_inline_rows_save(row->rows);
}

static void
set_refused(CareInlineRows *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        row->refused = row->unsaved;
    }
}

static void
show_field(Row *row, CareRecord *record)
{
    g_autofree char *text = care_record_field_to_string(record, row->field, CARE_CURRENCY_DEFAULT);

    row->rows->showing = TRUE;
    if (CARE_IS_TYPED_ROW(row->editable))
        care_typed_row_set_value_text(CARE_TYPED_ROW(row->editable), text);
    else
        gtk_editable_set_text(row->editable, text ? text : "");
    row->rows->showing = FALSE;
}

/* What was typed after the save began is still to be saved. What was sent is, though not always as it was sent: in a
 * conflict the other may have been chosen. */
static void
take_saved(Row *row, CareRecord *record)
{
    g_autofree char *text = text_of(row);

    row->unsaved = row->unsaved && row->sent && g_strcmp0(row->sent, text) != 0;
    if (!row->unsaved && makes_sense(row) && !says(row, record))
        show_field(row, record);
}

static void
on_done(CareInlineRows *self, gboolean saved, CareRecord *record)
{
    if (!self->record || care_record_id(record) != care_record_id(self->record))
        return;
    if (!saved)
        set_refused(self);
    for (guint i = 0; saved && i < self->rows->len; i++)
        if (((Row *)self->rows->pdata[i])->sent)
            take_saved(self->rows->pdata[i], record);
    forget_sent(self);
    if (saved && care_inline_rows_unsaved(self) != 0)
        care_pause_begin(&self->pause);
}

void
care_inline_rows_show(CareInlineRows *self)
{
    g_return_if_fail(CARE_IS_INLINE_ROWS(self) && self->record);
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        if (!row->unsaved && makes_sense(row) && !says(row, self->record))
            show_field(row, self->record);
    }
}

/* What makes no sense cannot be kept: that is said, and the row shows what stands. */
static void
drop_nonsense(CareInlineRows *self)
{
    for (guint i = 0; self->record && i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];
        g_autofree char *sentence = NULL;

        if (makes_sense(row))
            continue;
        /* Translators: a field and what is wrong with what was typed there */
        sentence = g_strdup_printf(_("%s was not changed. %s"),
                                   care_field_label(&care_record_kind(self->record)->fields[row->field]),
                                   care_typed_row_get_problem(CARE_TYPED_ROW(row->editable)));
        if (self->page)
            care_toast_show(self->page, sentence);
        show_field(row, self->record);
    }
}

static void
on_unmap(CareInlineRows *self)
{
    care_inline_rows_save(self);
    drop_nonsense(self);
}

/* Begun with what the draft was begun with: what was changed since then is asked about. */
static gboolean
take_draft(CareInlineRows *self, const char *draft)
{
    g_autoptr(CareRecord) typed = care_record_copy(self->record);
    g_autoptr(CareRecord) begun = care_record_copy(self->record);

    if (!care_draft_take(typed, begun, draft))
        return FALSE;
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        row->unsaved = !care_record_field_equal(typed, begun, row->field)
                       && !care_record_field_equal(typed, self->record, row->field);
        if (!row->unsaved)
            continue;
        show_field(row, typed);
        care_inline_edits_begin_with(self->edits, begun, row->field);
    }
    return care_inline_rows_unsaved(self) != 0;
}

void
care_inline_rows_set_record(CareInlineRows *self, CareRecord *record)
{
    g_autofree char *draft = NULL;

    g_return_if_fail(CARE_IS_INLINE_ROWS(self) && CARE_IS_RECORD(record));
    care_pause_clear(&self->pause);
    g_set_object(&self->record, record);
    g_free(self->key);
    self->key = care_draft_key(care_record_kind(record)->name, care_record_id(record));
    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        row->unsaved = row->refused = FALSE;
        show_field(row, record);
    }
    forget_sent(self);
    draft = care_draft_read(self->store, self->key);
    if (draft && !take_draft(self, draft))
        care_draft_write(self->store, self->key, NULL);
    else if (draft && self->page)
        care_toast_show(self->page, _("What you were typing was kept"));
}

void
care_inline_rows_add(CareInlineRows *self, GtkEditable *editable, int field)
{
    Row *row = g_new0(Row, 1);
    GtkEventController *focus = gtk_event_controller_focus_new();

    g_return_if_fail(CARE_IS_INLINE_ROWS(self));
    row->rows = self;
    row->editable = editable;
    row->field = field;
    g_ptr_array_add(self->rows, row);
    g_signal_connect_swapped(editable, CARE_IS_TYPED_ROW(editable) ? "notify::value-text" : "changed",
                             G_CALLBACK(on_changed), row);
    if (CARE_IS_TYPED_ROW(editable))
        g_signal_connect_swapped(editable, "notify::valid", G_CALLBACK(on_changed), row);
    g_signal_connect_swapped(editable, "entry-activated", G_CALLBACK(on_entered), row);
    g_signal_connect_object(focus, "leave", G_CALLBACK(care_inline_rows_save), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(GTK_WIDGET(gtk_editable_get_delegate(editable)), focus);
}

static void
care_inline_rows_dispose(GObject *object)
{
    CareInlineRows *self = CARE_INLINE_ROWS(object);

    for (guint i = 0; i < self->rows->len; i++) {
        Row *row = self->rows->pdata[i];

        g_signal_handlers_disconnect_by_data(row->editable, row);
    }
    care_pause_end(&self->pause);
    g_ptr_array_set_size(self->rows, 0);
    g_clear_weak_pointer(&self->page);
    g_clear_object(&self->edits);
    G_OBJECT_CLASS(care_inline_rows_parent_class)->dispose(object);
}

static void
care_inline_rows_finalize(GObject *object)
{
    CareInlineRows *self = CARE_INLINE_ROWS(object);

    g_ptr_array_unref(self->rows);
    g_clear_object(&self->record);
    g_object_unref(self->store);
    g_free(self->key);
    G_OBJECT_CLASS(care_inline_rows_parent_class)->finalize(object);
}

static void
care_inline_rows_class_init(CareInlineRowsClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_inline_rows_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_inline_rows_finalize;
}

static void
care_inline_rows_init(CareInlineRows *self)
{
    self->rows = g_ptr_array_new_with_free_func(row_free);
    care_pause_init(&self->pause, DELAY_MS, on_pause, self);
}

CareInlineRows *
care_inline_rows_new(GtkWidget *page, CareStore *store, CareInlineEdits *edits)
{
    CareInlineRows *self = g_object_new(CARE_TYPE_INLINE_ROWS, NULL);

    g_set_weak_pointer(&self->page, page);
    self->store = g_object_ref(store);
    self->edits = g_object_ref(edits);
    g_signal_connect_object(edits, "done", G_CALLBACK(on_done), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(page, "unmap", G_CALLBACK(on_unmap), self, G_CONNECT_SWAPPED);
    return self;
}
