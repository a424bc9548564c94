/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/inline-edits.h"

#include "core/errors.h"
#include "service/flow.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/toast.h"

struct _CareInlineEdits {
    GObject parent_instance;

    GtkWidget *widget; /* weak */
    CareStore *store;
    CareRecord *base; /* NULL before a record was shown */
};

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInlineEdits, care_inline_edits, G_TYPE_OBJECT)

/* A save under way. */
typedef struct {
    CareInlineEdits *edits;
    CareRecord *record;
    CareRecord *base;
} Attempt;

static void
attempt_free(Attempt *attempt)
{
    g_object_unref(attempt->edits);
    g_object_unref(attempt->record);
    g_object_unref(attempt->base);
    g_free(attempt);
}

static void
finish(Attempt *attempt, gboolean saved)
{
    if (!saved)
        g_set_object(&attempt->edits->base, attempt->base);
    g_signal_emit(attempt->edits, signals[DONE], 0, saved);
    attempt_free(attempt);
}

static void run(Attempt *attempt);

static void
on_chosen(gboolean save, gpointer data)
{
    if (save)
        run(data);
    else
        finish(data, FALSE);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    Attempt *attempt = data;
    GtkWidget *widget = attempt->edits->widget;
    g_autoptr(GError) error = NULL;
    gboolean saved = care_flow_save_finish(CARE_STORE(source), result, &error);

    if (widget && g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT)) {
        care_conflict_ask(widget, attempt->edits->store, attempt->record, attempt->base, on_chosen, attempt);
        return;
    }
    if (!saved && widget)
        care_toast_error(widget, error);
    finish(attempt, saved);
}

static void
run(Attempt *attempt)
{
    care_flow_save_async(attempt->edits->store, attempt->record, attempt->base, NULL, on_saved, attempt);
}

void
care_inline_edits_save(CareInlineEdits *self, CareRecord *record)
{
    Attempt *attempt = g_new(Attempt, 1);

    g_return_if_fail(CARE_IS_INLINE_EDITS(self) && self->base != NULL);

    attempt->edits = g_object_ref(self);
    attempt->record = care_record_copy(record);
    attempt->base = self->base;
    self->base = care_record_copy(record);
    run(attempt);
}

void
care_inline_edits_shown(CareInlineEdits *self, CareRecord *record, guint64 typing)
{
    g_autoptr(CareRecord) before = g_steal_pointer(&self->base);

    self->base = care_record_copy(record);
    for (guint i = 0; before && i < care_record_kind(record)->n_fields; i++)
        if (typing & CARE_FIELD_BIT(i) && care_record_id(before) == care_record_id(record))
            care_record_assign_field(self->base, before, (int)i);
}

static void
care_inline_edits_finalize(GObject *object)
{
    CareInlineEdits *self = CARE_INLINE_EDITS(object);

    g_clear_weak_pointer(&self->widget);
    g_clear_object(&self->base);
    g_object_unref(self->store);
    G_OBJECT_CLASS(care_inline_edits_parent_class)->finalize(object);
}

static void
care_inline_edits_class_init(CareInlineEditsClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_inline_edits_finalize;
    signals[DONE] = g_signal_new("done", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
care_inline_edits_init(CareInlineEdits *self)
{
}

CareInlineEdits *
care_inline_edits_new(GtkWidget *widget, CareStore *store)
{
    CareInlineEdits *self = g_object_new(CARE_TYPE_INLINE_EDITS, NULL);

    g_set_weak_pointer(&self->widget, widget);
    self->store = g_object_ref(store);
    return self;
}
