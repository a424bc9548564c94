/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-edits.h"

#include "model/invoice.h"
#include "service/flow.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/promise.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/pause.h"
#include "ui/kit/toast.h"

#define TYPING_PAUSE_MS 500

struct _CareInvoiceEdits {
    GObject parent_instance;

    GtkWidget *widget; /* weak */
    CareStore *store;
    CareRecord *invoice;
    CareInlineEdits *inner;
    guint saves;     /* under way */
    CarePause pause; /* until what was typed is saved */
};

enum { SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInvoiceEdits, care_invoice_edits, G_TYPE_OBJECT)

static void
on_done(CareInvoiceEdits *self)
{
    self->saves--;
    if (!care_invoice_edits_are_pending(self))
        g_signal_emit(self, signals[SETTLED], 0);
}

static void
save(CareInvoiceEdits *self, CareInlineSaidFunc said)
{
    care_pause_clear(&self->pause);
    self->saves++;
    care_inline_edits_save(self->inner, self->invoice, said);
}

void
care_invoice_edits_save(CareInvoiceEdits *self)
{
    save(self, NULL);
}

static void
on_typing_pause(gpointer data)
{
    care_invoice_edits_save(data);
}

void
care_invoice_edits_typed(CareInvoiceEdits *self)
{
    care_pause_begin(&self->pause);
}

void
care_invoice_edits_flush(CareInvoiceEdits *self)
{
    care_pause_end(&self->pause);
}

void
care_invoice_edits_shown(CareInvoiceEdits *self)
{
    care_inline_edits_shown(self->inner, self->invoice, 0);
}

void
care_invoice_edits_read(CareInvoiceEdits *self, CareRecord *stored)
{
    care_inline_edits_read(self->inner, self->invoice, stored, 0);
}

void
care_invoice_edits_take(CareInvoiceEdits *self, CareRecord *changed, CareInlineSaidFunc said)
{
    g_autoptr(CareRecord) before = care_record_copy(self->invoice);
    g_autoptr(CareRecord) now = care_record_copy(changed);
    g_autoptr(GError) error = NULL;

    if (!care_invoice_compute(now, &error)
        || !care_promise_drop_stale_consent(care_store_reader(self->store), before, now, &error)) {
        if (self->widget)
            care_toast_error(self->widget, error);
        return;
    }
    care_record_assign(self->invoice, now);
    save(self, said);
}

void
care_invoice_edits_go_on(CareInvoiceEdits *self, CareRecord *begun, guint64 disputed)
{
    care_inline_edits_go_on(self->inner, begun, disputed);
}

gboolean
care_invoice_edits_ask_disputed(CareInvoiceEdits *self)
{
    if (!care_inline_edits_are_disputed(self->inner))
        return FALSE;
    care_invoice_edits_save(self);
    return TRUE;
}

gboolean
care_invoice_edits_are_pending(CareInvoiceEdits *self)
{
    return self->saves > 0 || care_pause_is_on(&self->pause);
}

/* What is left open when the page goes is there again when it comes; also the letters that were typed since it was asked. */
static void
keep_disputed(CareInvoiceEdits *self)
{
    g_autofree char *key = NULL;
    g_autofree char *text = NULL;

    if (!care_inline_edits_are_disputed(self->inner))
        return;
    key = care_draft_key("invoice", care_record_id(self->invoice));
    text = care_draft_text(self->invoice, care_inline_edits_get_base(self->inner));
    care_draft_write(self->store, key, text);
}

static void
care_invoice_edits_dispose(GObject *object)
{
    CareInvoiceEdits *self = CARE_INVOICE_EDITS(object);

    keep_disputed(self); /* the save forgets it */
    if (care_pause_is_on(&self->pause)) {
        care_pause_clear(&self->pause);
        care_inline_edits_save(self->inner, self->invoice, NULL);
    }
    g_clear_weak_pointer(&self->widget);
    G_OBJECT_CLASS(care_invoice_edits_parent_class)->dispose(object);
}

static void
care_invoice_edits_finalize(GObject *object)
{
    CareInvoiceEdits *self = CARE_INVOICE_EDITS(object);

    g_object_unref(self->inner);
    g_object_unref(self->invoice);
    g_object_unref(self->store);
    G_OBJECT_CLASS(care_invoice_edits_parent_class)->finalize(object);
}

static void
care_invoice_edits_class_init(CareInvoiceEditsClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_invoice_edits_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_invoice_edits_finalize;
    signals[SETTLED] = g_signal_new("settled", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_invoice_edits_init(CareInvoiceEdits *self)
{
    care_pause_init(&self->pause, TYPING_PAUSE_MS, on_typing_pause, self);
}

CareInvoiceEdits *
care_invoice_edits_new(GtkWidget *widget, CareStore *store, CareRecord *invoice)
{
    CareInvoiceEdits *self = g_object_new(CARE_TYPE_INVOICE_EDITS, NULL);
    g_autofree char *key = care_draft_key("invoice", care_record_id(invoice));

    g_set_weak_pointer(&self->widget, widget);
    self->store = g_object_ref(store);
    self->invoice = g_object_ref(invoice);
    self->inner = care_inline_edits_new(widget, store);
    care_inline_edits_keep_disputed(self->inner, key);
    g_signal_connect_object(self->inner, "done", G_CALLBACK(on_done), self, G_CONNECT_SWAPPED);
    care_invoice_edits_shown(self);
    return self;
}
