/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-dialog.h"
#include "ui/invoices/invoices-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-from-job.h"
#include "store/draft.h"
#include "store/named-query.h"
#include "ui/parts/customer-chooser.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/parts/yes-dialog.h"
#include "ui/kit/take-back.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/invoices/invoice-acts.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/invoice-list.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/invoice-steps.h"
#include "ui/invoices/invoice-view.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/payment-dialog.h"

/* The place "Invoices": the list, and the page of one invoice over it. Opening a job here means its bill. */
struct _CareInvoicesPage {
    CarePlace parent_instance;

    gboolean shown;

    AdwNavigationView *navigation;
    CareInvoiceList *list;
};

G_DEFINE_FINAL_TYPE(CareInvoicesPage, care_invoices_page, CARE_TYPE_PLACE)

static CareStore *
store_of(CareInvoicesPage *self)
{
    return care_context_get_store(care_place_get_context(CARE_PLACE(self)));
}

/* draft: nullable, what is gone on with there; it may be thrown away where the invoice was deleted. */
static void
say_deleted(CareInvoicesPage *self, const char *draft)
{
    const char *sentence = care_deleted_sentence(&care_invoice_kind);

    if (draft)
        care_deleted_meanwhile_ask(care_place_front(CARE_PLACE(self)), store_of(self), draft, sentence);
    else
        care_toast_show(GTK_WIDGET(self), sentence);
}

static gboolean
open_invoice(CareInvoicesPage *self, CareId id, const char *draft)
{
    AdwNavigationPage *visible = adw_navigation_view_get_visible_page(self->navigation);
    CareInvoiceView *view;

    if (CARE_IS_INVOICE_VIEW(visible) && care_invoice_view_get_invoice(CARE_INVOICE_VIEW(visible)) == id)
        return TRUE;
    view = care_invoice_view_new(care_place_get_context(CARE_PLACE(self)), id);
    if (!view) {
        say_deleted(self, draft);
        return FALSE;
    }
    adw_navigation_view_pop_to_tag(self->navigation, "list");
    adw_navigation_view_push(self->navigation, ADW_NAVIGATION_PAGE(view));
    return TRUE;
}

/* And does this on its page. */
static gboolean
open_and(CareInvoicesPage *self, CareId id, const char *action, const char *draft)
{
    return open_invoice(self, id, draft)
           && gtk_widget_activate_action(GTK_WIDGET(adw_navigation_view_get_visible_page(self->navigation)),
                                         action, NULL);
}

static gboolean
open_payment(CareInvoicesPage *self, CareId id)
{
    g_autoptr(CareRecord) payment = care_store_get(store_of(self), &care_payment_kind, id, NULL);

    return payment && open_invoice(self, care_record_int(payment, CARE_PAYMENT_INVOICE), NULL);
}

/* A new draft on its way to the store. */
typedef struct {
    CareInvoicesPage *page;
    CareRecord *draft;
} Draft;

static void
open_new(Draft *draft)
{
    GtkWidget *page = GTK_WIDGET(draft->page);

    gtk_widget_activate_action(page, "win.open-begun", "(sxx)", "invoice", care_record_id(draft->draft),
                               care_record_int(draft->draft, CARE_INVOICE_JOB));
    care_take_back_offer_opened(page, store_of(draft->page), draft->draft, draft->draft,
                                _("Draft invoice begun"));
}

static void
on_draft_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    Draft *draft = data;
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error))
        care_toast_error(GTK_WIDGET(draft->page), error);
    else
        open_new(draft);
    g_object_unref(draft->page);
    g_object_unref(draft->draft);
    g_free(draft);
}

static void
save_draft(CareInvoicesPage *self, CareRecord *record)
{
    Draft *draft = g_new(Draft, 1);

    draft->page = g_object_ref(self);
    draft->draft = g_object_ref(record);
    care_flow_save_async(store_of(self), record, NULL, NULL, on_draft_saved, draft);
}

/* The job's draft; else, when nothing of it waits to be billed, its standing invoice; 0: neither. */
static gboolean
find_invoice_of(CareInvoicesPage *self, CareId job, CareId *invoice, GError **error)
{
    return care_query_int(care_store_reader(store_of(self)), "invoices/of-job", invoice, error, "i", job);
}

static gboolean
bill_job(CareInvoicesPage *self, CareId job)
{
    CareId existing = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) draft = NULL;

    if (!find_invoice_of(self, job, &existing, &error)) {
        care_toast_error(GTK_WIDGET(self), error);
        return FALSE;
    }
    if (existing != 0)
        return open_invoice(self, existing, NULL);
    draft = care_invoice_draft_from_job(care_store_reader(store_of(self)), job, &error);
    if (!draft) {
        care_toast_error(GTK_WIDGET(self), error);
        return FALSE;
    }
    save_draft(self, draft);
    return TRUE;
}

static gboolean
care_invoices_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareInvoicesPage *self = CARE_INVOICES_PAGE(place);

    if (g_str_equal(kind, "invoice") || g_str_equal(kind, CARE_PAY_BACK_DRAFT))
        return open_invoice(self, id, NULL);
    if (g_str_equal(kind, "payment"))
        return open_payment(self, id);
    if (g_str_equal(kind, CARE_CANCEL_WORD))
        return open_and(self, id, "invoice.cancel", NULL);
    return g_str_equal(kind, "job") && bill_job(self, id);
}

/* Who opens one comes to what is to be done next with it; a draft is looked at first. */
static GtkWidget *
care_invoices_page_cursor(CarePlace *place, const char *kind)
{
    AdwNavigationPage *page = adw_navigation_view_get_visible_page(CARE_INVOICES_PAGE(place)->navigation);

    return kind && CARE_IS_INVOICE_VIEW(page) ? care_invoice_step_button(CARE_INVOICE_VIEW(page)) : NULL;
}

static void
on_chosen(CareId customer, gpointer data)
{
    CareInvoicesPage *self = data;
    g_autoptr(CareRecord) draft = care_invoice_draft_new(care_store_reader(store_of(self)), customer);

    save_draft(self, draft);
}

static gboolean
care_invoices_page_create(CarePlace *place, const char *kind, CareId customer)
{
    if (!g_str_equal(kind, "invoice"))
        return FALSE;
    if (customer != 0)
        on_chosen(customer, place);
    else
        care_customer_chooser_present(care_place_front(place), care_place_get_context(place),
                                      _("Whom Do You Bill?"), kind, on_chosen, GTK_WIDGET(place));
    return TRUE;
}

static gboolean
resume_payment(CareInvoicesPage *self, CareId invoice, const char *draft)
{
    g_autoptr(CareRecord) record = care_store_get(store_of(self), &care_invoice_kind, invoice, NULL);
    gboolean goes_back = g_str_has_prefix(draft, CARE_PAY_BACK_DRAFT);
    CareMoney back = record && goes_back ? care_invoice_to_pay_back(store_of(self), record) : 0;

    if (!open_invoice(self, invoice, draft) || !record)
        return FALSE;
    if (goes_back && back <= 0) /* nothing is owed any more */
        care_draft_drop(store_of(self), draft);
    else
        care_payment_dialog_continue(GTK_WIDGET(self), care_place_get_context(CARE_PLACE(self)), record,
                                     back);
    return TRUE;
}

/* What was written into a draft invoice, or into a line of it, goes nowhere once that is issued. */
static gboolean
resume_issued(CareInvoicesPage *self, const char *draft)
{
    g_auto(GStrv) parts = g_strsplit(draft, ":", 3);
    g_autoptr(CareRecord) invoice = NULL;
    CareId id;

    if (!g_str_equal(parts[0], "invoice") || !parts[1] || !care_id_parse(parts[1], &id))
        return FALSE;
    invoice = care_store_get(store_of(self), &care_invoice_kind, id, NULL);
    if (!invoice || care_record_stamp(invoice).deleted != 0 || care_invoice_is_draft(invoice)
        || !open_invoice(self, id, NULL))
        return FALSE;
    care_issued_meanwhile_ask(care_place_front(CARE_PLACE(self)), store_of(self), draft);
    return TRUE;
}

static gboolean
resume_line(CareInvoicesPage *self, const char *draft)
{
    g_auto(GStrv) parts = g_strsplit(draft, ":", 3);
    CareId id;

    return care_id_parse(parts[1], &id) && open_and(self, id, "invoice.continue-line", draft);
}

/* "invoice:ID": the page itself takes the draft up; "payment:INVOICE", "pay-back:INVOICE", "bill-early:INVOICE",
 * "consent:INVOICE". */
static gboolean
care_invoices_page_resume(CarePlace *place, const char *draft)
{
    CareInvoicesPage *self = CARE_INVOICES_PAGE(place);
    const char *which = strchr(draft, ':');
    CareId id;

    if (resume_issued(self, draft))
        return TRUE;
    if (which && g_str_has_suffix(draft, CARE_LINE_DRAFT))
        return resume_line(self, draft);
    if (!which || !care_id_parse(which + 1, &id))
        return FALSE;
    if (g_str_has_prefix(draft, CARE_BILL_EARLY_DRAFT ":"))
        return open_and(self, id, "invoice.give-reason", draft);
    if (g_str_has_prefix(draft, CARE_CONSENT_DRAFT ":"))
        return open_and(self, id, "invoice.give-consent", draft);
    return g_str_has_prefix(draft, "invoice:") ? open_invoice(self, id, draft)
                                               : resume_payment(self, id, draft);
}

/* The first time it opens on what is open; later it stays as it was left. */
static void
care_invoices_page_shown(CarePlace *place)
{
    CareInvoicesPage *self = CARE_INVOICES_PAGE(place);

    if (self->shown)
        care_invoice_list_refresh(self->list);
    self->shown = TRUE;
}

static void
care_invoices_page_constructed(GObject *object)
{
    CareInvoicesPage *self = CARE_INVOICES_PAGE(object);

    G_OBJECT_CLASS(care_invoices_page_parent_class)->constructed(object);
    care_invoice_list_set_context(self->list, care_place_get_context(CARE_PLACE(object)));
}

static void
care_invoices_page_class_init(CareInvoicesPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_invoices_page_constructed;
    place_class->open_row = care_invoices_page_open_row;
    place_class->cursor = care_invoices_page_cursor;
    place_class->create = care_invoices_page_create;
    place_class->resume = care_invoices_page_resume;
    place_class->shown = care_invoices_page_shown;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_INVOICE_LIST);
    CARE_TEMPLATE(klass, "invoices/invoices-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoicesPage, navigation, list);
}

static void
care_invoices_page_init(CareInvoicesPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
