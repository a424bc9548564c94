/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-lines.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/merge.h"
#include "store/draft.h"
#include "ui/invoices/invoice-line-dialog.h"
#include "ui/invoices/invoice-view-private.h"
#include "ui/invoices/invoice-words.h"
#include "ui/kit/draft-keeper.h"
#include "ui/parts/line-draft.h"

static void
on_line_saved(CareLineAct act, gpointer data)
{
    CareInvoiceView *self = data;

    if (!care_invoice_edits_are_pending(self->edits))
        care_invoice_view_reload(self);
    if (act == CARE_LINE_ADDED)
        care_promise_table_focus_line(self->table,
                                      care_record_list_length(self->invoice, CARE_INVOICE_LINES) - 1);
}

static gboolean
shows(CareRecord *invoice, gpointer data)
{
    CareInvoiceView *self = data;

    return self->store && self->invoice == invoice;
}

/* Transfer full. */
static char *
draft_of_line(CareInvoiceView *self)
{
    g_autofree char *key = care_draft_key("invoice", care_record_id(self->invoice));

    return g_strconcat(key, CARE_LINE_DRAFT, NULL);
}

void
care_invoice_lines_open(CareInvoiceView *self, guint position)
{
    g_autofree char *draft = draft_of_line(self);
    CareLineTask task = { .owner = self->invoice,
                          .list = CARE_INVOICE_LINES,
                          .position = position,
                          .saved = on_line_saved,
                          .shows = shows,
                          .said = care_line_said,
                          .keep = GTK_WIDGET(self) };

    /* or the page would show its own lines on, and save them over this one */
    if (care_invoice_edits_ask_disputed(self->edits))
        return;
    care_invoice_edits_flush(self->edits);
    task.draft = care_line_draft_for(self->store, &task, draft);
    care_invoice_line_dialog_present(GTK_WIDGET(self), self->context, &task);
}

void
care_invoice_lines_continue(CareInvoiceView *self)
{
    g_autofree char *draft = draft_of_line(self);
    g_autofree char *text = care_draft_read(self->store, draft); /* ours from now on, to be forgotten, too */
    guint position;

    /* issued meanwhile: whoever continued it is asked */
    if (!text || !care_invoice_is_draft(self->invoice))
        return;
    position = care_line_draft_position(self->store, self->invoice, CARE_INVOICE_LINES, draft);
    if (position != CARE_LINE_NEW) /* as whoever opened it there, and goes on there behind it */
        care_promise_table_focus_line(self->table, position);
    care_invoice_lines_open(self, position);
}

void
care_invoice_lines_move(CareInvoiceView *self, guint position, int by)
{
    g_autoptr(CareRecord) changed = care_line_moved(self->invoice, CARE_INVOICE_LINES, position, by);

    care_invoice_view_apply(self, changed, care_line_said(CARE_LINE_MOVED));
    care_promise_table_focus_line(self->table, (guint)((int)position + by));
}

void
care_invoice_lines_remove(CareInvoiceView *self, guint position)
{
    g_autoptr(CareRecord) changed = care_line_removed(self->invoice, CARE_INVOICE_LINES, position);

    care_invoice_view_apply(self, changed, care_line_said(CARE_LINE_DELETED));
}

static const char *
said_kept(CareRecord *before, CareRecord *after)
{
    return _("What you were typing was kept");
}

/* Brought together with what the shop has by now; what both changed is asked about again. FALSE: nothing is left of it. */
static gboolean
go_on(CareInvoiceView *self, const char *text)
{
    g_autoptr(CareRecord) typed = care_record_copy(self->invoice);
    g_autoptr(CareRecord) begun = care_record_copy(self->invoice);
    guint64 disputed;

    if (!care_draft_take(typed, begun, text))
        return FALSE;
    disputed = care_record_merge(typed, begun, self->invoice);
    if (!care_record_validate(typed, NULL) || care_record_equal(typed, self->invoice))
        return FALSE;
    care_invoice_edits_go_on(self->edits, begun, disputed);
    care_invoice_view_apply(self, typed, said_kept);
    return TRUE;
}

void
care_invoice_lines_take_draft(CareInvoiceView *self)
{
    g_autofree char *key = care_draft_key("invoice", care_record_id(self->invoice));
    g_autofree char *text = NULL;

    if (!care_invoice_is_draft(self->invoice)) /* issued meanwhile: whoever continues it is asked */
        return;
    text = care_draft_read(self->store, key);
    if (text && !go_on(self, text))
        care_draft_write(self->store, key, NULL);
}
