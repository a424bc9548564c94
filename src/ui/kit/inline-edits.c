/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/inline-edits.h"

#include <glib/gi18n-lib.h>

#include "service/flow.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

struct _CareInlineEdits {
    GObject parent_instance;

    GtkWidget *widget; /* weak */
    CareStore *store;
    CareRecord *base; /* NULL before a record was shown */
    guint64 typing;   /* fields in which somebody is typing, as of when the record was shown */
    guint64 disputed; /* fields whose conflict was left open: still as they were written here */
    char *key;        /* of the draft that keeps them; nullable */
    gboolean kept;    /* there is such a draft */
};

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInlineEdits, care_inline_edits, G_TYPE_OBJECT)

/* A save under way. */
typedef struct {
    CareInlineEdits *edits;
    CareRecord *record;
    CareRecord *base;
    char *draft; /* nullable */
    CareInlineSaidFunc said;
    CareRecord *shown; /* with which it was begun; NULL: somebody was asked */
    guint64 changed;   /* fields of that */
} Attempt;

static void
attempt_free(Attempt *attempt)
{
    g_object_unref(attempt->edits);
    g_object_unref(attempt->record);
    g_object_unref(attempt->base);
    g_clear_object(&attempt->shown);
    g_free(attempt->draft);
    g_free(attempt);
}

/* And those that are chosen together with them: lines that were written with gross prices are none for net ones. */
static guint64
with_groups(const CareKind *kind, guint64 fields)
{
    gboolean any[CARE_FIELD_GROUPS + 1] = { FALSE };
    guint64 all = fields;

    for (guint i = 0; i < kind->n_fields; i++)
        if (fields & CARE_FIELD_BIT(i))
            any[care_field_group(&kind->fields[i])] = TRUE;
    any[0] = FALSE; /* in none */
    for (guint i = 0; i < kind->n_fields; i++)
        if (any[care_field_group(&kind->fields[i])] && !(kind->fields[i].flags & CARE_FIELD_COMPUTED))
            all |= CARE_FIELD_BIT(i);
    return all;
}

static guint64
fields_written(Attempt *attempt)
{
    guint64 fields = 0;

    for (guint i = 0; i < care_record_kind(attempt->record)->n_fields; i++)
        if (!care_record_field_equal(attempt->record, attempt->base, (int)i))
            fields |= CARE_FIELD_BIT(i);
    return with_groups(care_record_kind(attempt->record), fields);
}

/* Another record may be shown meanwhile. */
static void
finish(Attempt *attempt, gboolean saved)
{
    CareInlineEdits *self = attempt->edits;
    gboolean shown = care_record_id(self->base) == care_record_id(attempt->record);

    if (shown && saved) {
        self->disputed = self->kept = 0;
    } else if (shown) {
        if (self->kept) /* the next save forgets that draft: it is to save what the draft keeps */
            self->disputed |= fields_written(attempt);
        g_set_object(&self->base, attempt->base);
    }
    g_signal_emit(self, signals[DONE], 0, saved, attempt->record);
    attempt_free(attempt);
}

static void run(Attempt *attempt);

static void
on_chosen(gboolean save, gpointer data)
{
    Attempt *attempt = data;

    g_clear_object(&attempt->shown);
    if (save) {
        run(attempt);
        return;
    }
    if (care_record_id(attempt->edits->base) == care_record_id(attempt->record))
        attempt->edits->disputed |= fields_written(attempt);
    care_toast_show(attempt->edits->widget, _("Not saved. What you wrote was kept."));
    finish(attempt, FALSE);
}

/* What is typed takes no toast for each word, and Ctrl+Z takes all of it back at once. */
static void
offer_to_take_back(Attempt *attempt, GtkWidget *widget)
{
    CareStore *store = attempt->edits->store;
    const char *sentence = attempt->said ? attempt->said(attempt->base, attempt->record) : NULL;

    if (care_record_equal(attempt->base, attempt->record)) {
        /* of what else differs, others have changed it, or the save has tidied what was typed */
        if (attempt->shown && (care_record_difference(attempt->shown, attempt->base) & attempt->changed))
            care_take_back_settled(widget, attempt->record, NULL);
        return;
    }
    if (sentence)
        care_take_back_offer(widget, store, attempt->base, attempt->record, sentence);
    else
        care_take_back_remember(widget, store, attempt->base, attempt->record);
}

/* Before anybody answers, for the power may be cut; the save that is answered with forgets it. */
static void
keep(Attempt *attempt)
{
    CareInlineEdits *self = attempt->edits;
    g_autofree char *text = NULL;

    if (!self->key)
        return;
    text = care_draft_text(attempt->record, attempt->base);
    care_draft_write(self->store, self->key, text);
    g_set_str(&attempt->draft, self->key);
    self->kept = TRUE;
}

/* Over another page nobody knows what is asked about; the error names both values, too. */
static gboolean
ask(Attempt *attempt, const GError *error)
{
    CareInlineEdits *self = attempt->edits;

    if (!care_conflict_concerns(self->store, attempt->record, attempt->base, error))
        return FALSE;
    keep(attempt);
    if (!self->widget || !gtk_widget_get_root(self->widget))
        return FALSE;
    care_conflict_ask(self->widget, self->store, attempt->record, attempt->base, on_chosen, attempt);
    return TRUE;
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    Attempt *attempt = data;
    GtkWidget *widget = attempt->edits->widget;
    g_autoptr(GError) error = NULL;
    gboolean saved = care_flow_save_finish(CARE_STORE(source), result, &error);

    if (ask(attempt, error))
        return;
    if (saved)
        offer_to_take_back(attempt, widget);
    else
        care_toast_error(widget, error);
    finish(attempt, saved);
}

static void
run(Attempt *attempt)
{
    care_flow_save_async(attempt->edits->store, attempt->record, attempt->base, attempt->draft, on_saved,
                         attempt);
}

static void
begin(CareInlineEdits *self, CareRecord *record, const char *draft, CareInlineSaidFunc said)
{
    Attempt *attempt = g_new(Attempt, 1);

    attempt->edits = g_object_ref(self);
    attempt->record = g_object_ref(record);
    attempt->base = self->base;
    attempt->draft = g_strdup(draft || !self->kept ? draft : self->key);
    attempt->said = said;
    attempt->shown = care_record_copy(self->base);
    attempt->changed = care_record_difference(self->base, record);
    self->base = care_record_copy(record);
    run(attempt);
}

void
care_inline_edits_save(CareInlineEdits *self, CareRecord *record, CareInlineSaidFunc said)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);

    g_return_if_fail(CARE_IS_INLINE_EDITS(self) && self->base != NULL);
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++)
        if (self->typing & CARE_FIELD_BIT(i))
            care_record_assign_field(copy, self->base, (int)i);
    begin(self, copy, NULL, said);
}

void
care_inline_edits_save_typed(CareInlineEdits *self, CareRecord *record, const char *draft)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);

    g_return_if_fail(CARE_IS_INLINE_EDITS(self) && self->base != NULL);
    self->typing = 0;
    begin(self, copy, draft, NULL);
}

guint64
care_inline_edits_shown(CareInlineEdits *self, CareRecord *record, guint64 typing)
{
    g_autoptr(CareRecord) before = g_steal_pointer(&self->base);
    gboolean same = before && care_record_id(before) == care_record_id(record);
    guint64 kept;

    self->base = care_record_copy(record);
    if (!same)
        self->disputed = 0;
    self->typing = typing;
    self->disputed &= ~typing; /* whoever types keeps it */
    kept = same ? typing | self->disputed : 0;
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++)
        if (kept & CARE_FIELD_BIT(i))
            care_record_assign_field(self->base, before, (int)i);
    return self->disputed;
}

void
care_inline_edits_read(CareInlineEdits *self, CareRecord *shown, CareRecord *stored, guint64 typing)
{
    g_autoptr(CareRecord) mine = care_record_copy(shown);
    guint64 disputed = care_inline_edits_shown(self, stored, typing);

    care_record_assign(shown, stored);
    care_record_set_stamp(shown, care_record_stamp(stored));
    for (guint i = 0; i < care_record_kind(shown)->n_fields; i++)
        if (disputed & CARE_FIELD_BIT(i))
            care_record_assign_field(shown, mine, (int)i);
}

void
care_inline_edits_begin_with(CareInlineEdits *self, CareRecord *begun, int field)
{
    g_return_if_fail(CARE_IS_INLINE_EDITS(self) && self->base != NULL);
    care_record_assign_field(self->base, begun, field);
}

void
care_inline_edits_keep_disputed(CareInlineEdits *self, const char *draft)
{
    g_return_if_fail(CARE_IS_INLINE_EDITS(self));
    g_set_str(&self->key, draft);
}

void
care_inline_edits_go_on(CareInlineEdits *self, CareRecord *begun, guint64 disputed)
{
    g_return_if_fail(CARE_IS_INLINE_EDITS(self) && self->base != NULL);
    self->kept = TRUE;
    self->disputed |= disputed;
    for (guint i = 0; i < care_record_kind(begun)->n_fields; i++)
        if (disputed & CARE_FIELD_BIT(i))
            care_record_assign_field(self->base, begun, (int)i);
}

CareRecord *
care_inline_edits_get_base(CareInlineEdits *self)
{
    g_return_val_if_fail(CARE_IS_INLINE_EDITS(self), NULL);
    return self->base;
}

gboolean
care_inline_edits_are_disputed(CareInlineEdits *self)
{
    g_return_val_if_fail(CARE_IS_INLINE_EDITS(self), FALSE);
    return self->disputed != 0;
}

static void
care_inline_edits_finalize(GObject *object)
{
    CareInlineEdits *self = CARE_INLINE_EDITS(object);

    g_clear_weak_pointer(&self->widget);
    g_clear_object(&self->base);
    g_object_unref(self->store);
    g_free(self->key);
    G_OBJECT_CLASS(care_inline_edits_parent_class)->finalize(object);
}

static void
care_inline_edits_class_init(CareInlineEditsClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_inline_edits_finalize;
    signals[DONE] = g_signal_new("done", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_BOOLEAN, CARE_TYPE_RECORD);
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
