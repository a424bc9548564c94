/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-view-private.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/invoice.h"
#include "service/invoices/billing-time.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/shop-tax.h"
#include "ui/kit/template.h"
#include "ui/invoices/invoice-acts.h"
#include "ui/invoices/invoice-answers.h"
#include "ui/invoices/invoice-banner.h"
#include "ui/invoices/invoice-facts.h"
#include "ui/invoices/invoice-lines.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/invoice-steps.h"
#include "ui/invoices/invoice-words.h"
#include "ui/parts/invoice-name.h"
#include "ui/invoices/payment-rows.h"
#include "ui/parts/line-dialog.h"
#include "ui/parts/paper-acts.h"

G_DEFINE_FINAL_TYPE(CareInvoiceView, care_invoice_view, ADW_TYPE_NAVIGATION_PAGE)

const char *
care_invoice_view_customer_name(CareInvoiceView *self)
{
    return self->customer ? care_record_text(self->customer, CARE_CUSTOMER_NAME) : _("The customer");
}

static void
show_caption(CareInvoiceView *self)
{
    CareId job = care_record_int(self->invoice, CARE_INVOICE_JOB);
    g_autofree char *words = NULL;

    if (care_invoice_is_draft(self->invoice) && job != 0)
        words = care_invoice_fact_billing_time(
            care_billing_time(care_store_reader(self->store), care_context_get_clock(self->context), job));
    gtk_label_set_text(self->caption, words ? words : "");
    gtk_widget_set_visible(GTK_WIDGET(self->caption), words != NULL);
}

static void
show_lines(CareInvoiceView *self)
{
    gboolean draft = care_invoice_is_draft(self->invoice);
    guint n = care_record_list_length(self->invoice, CARE_INVOICE_LINES);
    gboolean compares = care_invoice_was_agreed(care_store_reader(self->store), self->invoice);
    g_autofree char *subtitle = compares ? care_invoice_fact_agreed(self->context, self->invoice) : NULL;

    if (n == 0 && draft)
        subtitle = g_strdup(_("Add what was done and what it costs."));
    gtk_label_set_text(self->lines_title, compares ? _("Promise Check") : _("What Is Billed"));
    gtk_label_set_text(self->lines_subtitle, subtitle ? subtitle : "");
    gtk_widget_set_visible(GTK_WIDGET(self->lines_subtitle), subtitle != NULL);
    gtk_widget_set_visible(self->add_button, draft);
    care_promise_table_set_sales_tax(self->table, care_shop_has_sales_tax(care_store_reader(self->store)));
    care_promise_table_show(self->table, self->invoice, compares, draft);
    show_caption(self);
}

static void
show_payments(CareInvoiceView *self)
{
    guint n = care_payment_rows_show(self->payments, self->payment_rows, self->context, self->invoice);
    gboolean open = care_invoice_is_open(self->invoice);
    CareMoney rest = care_invoice_rest(self->invoice);
    g_autofree char *amount = care_invoice_money(self->invoice, rest);
    CareMoney back = care_invoice_to_pay_back(self->store, self->invoice);
    g_autofree char *owed = care_invoice_money(self->invoice, back);
    g_autofree char *sentence = open       ? g_strdup_printf(_("%s to be paid"), amount)
                                : back > 0 ? g_strdup_printf(_("%s to be paid back to the customer"), owed)
                                           : NULL;

    adw_preferences_group_set_description(self->payments, sentence);
    gtk_widget_set_visible(GTK_WIDGET(self->payments),
                           !care_invoice_is_draft(self->invoice) && (open || back > 0 || n > 0));
}

static void
show_paper(CareInvoiceView *self)
{
    g_autoptr(CarePaper) paper
        = care_paper_of(GTK_WIDGET(self), self->context, &care_invoice_paper_kind, self->invoice);

    if (paper)
        care_paper_show(self->paper, paper);
}

static void
show(CareInvoiceView *self)
{
    g_autofree char *heading = care_invoice_name(self->invoice);
    const char *number = care_record_text(self->invoice, CARE_INVOICE_NUMBER);

    self->showing = TRUE;
    g_clear_object(&self->customer);
    self->customer = care_store_get(self->store, &care_customer_kind,
                                    care_record_int(self->invoice, CARE_INVOICE_CUSTOMER), NULL);
    adw_window_title_set_title(self->title, care_invoice_view_customer_name(self));
    adw_window_title_set_subtitle(self->title, heading);
    gtk_label_set_text(self->short_title, number ? number : _("Draft"));
    adw_navigation_page_set_title(ADW_NAVIGATION_PAGE(self), heading);
    care_invoice_card_show(self->card, self->context, self->invoice, self->customer);
    show_lines(self);
    self->check = care_invoice_banner_show(self->banner, self->context, self->invoice,
                                           care_invoice_view_customer_name(self));
    show_payments(self);
    care_invoice_steps_show(self);
    show_paper(self);
    self->showing = FALSE;
}

static void
set_narrow(CareInvoiceView *self, gboolean narrow)
{
    self->narrow = narrow;
    if (self->store)
        care_invoice_steps_show(self);
}

static void
on_narrow(CareInvoiceView *self)
{
    set_narrow(self, TRUE);
}

static void
on_wide(CareInvoiceView *self)
{
    set_narrow(self, FALSE);
}

static void
leave(CareInvoiceView *self)
{
    GtkWidget *navigation = gtk_widget_get_ancestor(GTK_WIDGET(self), ADW_TYPE_NAVIGATION_VIEW);

    if (navigation
        && adw_navigation_view_get_visible_page(ADW_NAVIGATION_VIEW(navigation)) == ADW_NAVIGATION_PAGE(self))
        adw_navigation_view_pop(ADW_NAVIGATION_VIEW(navigation));
}

void
care_invoice_view_reload(CareInvoiceView *self)
{
    g_autoptr(CareRecord) stored
        = care_store_get(self->store, &care_invoice_kind, care_record_id(self->invoice), NULL);

    if (!stored || care_record_stamp(stored).deleted != 0) {
        leave(self);
        return;
    }
    self->showing = TRUE;
    care_invoice_edits_read(self->edits, stored);
    show(self);
}

static void
on_settled(CareInvoiceView *self)
{
    if (self->store)
        care_invoice_view_reload(self);
}

static void
on_form_changed(CareInvoiceView *self)
{
    if (self->showing || !care_invoice_is_draft(self->invoice))
        return;
    care_invoice_edits_typed(self->edits);
    show_paper(self);
}

void
care_invoice_view_apply(CareInvoiceView *self, CareRecord *changed, CareInlineSaidFunc said)
{
    self->showing = TRUE;
    care_invoice_edits_take(self->edits, changed, said);
    show(self);
}

static void
on_terms_changed(CareInvoiceView *self)
{
    if (self->showing)
        return;
    care_record_set_int(self->invoice, CARE_INVOICE_TERMS_DAYS, care_invoice_card_get_terms(self->card));
    show_paper(self);
    care_invoice_edits_save(self->edits);
}

void
care_invoice_view_remember_asked(CareInvoiceView *self)
{
    g_clear_object(&self->asked);
    self->asked = care_record_copy(self->invoice);
}

static void
on_consent(CareInvoiceView *self)
{
    care_invoice_answer_consent(self);
}

static void
on_early(CareInvoiceView *self)
{
    care_invoice_answer_early(self);
}

static void
on_banner(CareInvoiceView *self)
{
    if (self->check == CARE_ISSUE_NEEDS_REASON)
        on_early(self);
    else if (!care_invoice_banner_leave(GTK_WIDGET(self), self->context, self->invoice))
        on_consent(self);
}

static void
give_reason_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_invoice_answer_early_go_on(CARE_INVOICE_VIEW(widget));
}

static void
give_consent_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_invoice_answer_consent_go_on(CARE_INVOICE_VIEW(widget));
}

static void
on_line_open(CareInvoiceView *self, guint position)
{
    care_invoice_lines_open(self, position);
}

static void
on_line_move(CareInvoiceView *self, guint position, int by)
{
    care_invoice_lines_move(self, position, by);
}

static void
on_line_remove(CareInvoiceView *self, guint position)
{
    care_invoice_lines_remove(self, position);
}

static void
add_line_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_invoice_lines_open(CARE_INVOICE_VIEW(widget), CARE_LINE_NEW);
}

static void
continue_line_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_invoice_lines_continue(CARE_INVOICE_VIEW(widget));
}

static void
preview_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    AdwOverlaySplitView *split = CARE_INVOICE_VIEW(widget)->split;

    adw_overlay_split_view_set_show_sidebar(split, !adw_overlay_split_view_get_show_sidebar(split));
}

/* What the law wants of a draft stands in the shop's settings and in the customer's record too. */
static gboolean
may_be_issued_by(CareInvoiceView *self, CareChangeSet *changes)
{
    return care_invoice_is_draft(self->invoice)
           && (care_change_set_has_kind(changes, "setting")
               || care_change_set_has(changes, "customer",
                                      care_record_int(self->invoice, CARE_INVOICE_CUSTOMER)));
}

/* Another save may be behind this change: then the screen is ahead of it. */
static void
on_store_changed(CareInvoiceView *self, CareChangeSet *changes)
{
    if ((care_change_set_concerns(changes, self->invoice) || may_be_issued_by(self, changes))
        && !care_invoice_edits_are_pending(self->edits))
        care_invoice_view_reload(self);
}

static void
care_invoice_view_dispose(GObject *object)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(object);

    g_clear_object(&self->edits);
    if (self->store)
        g_clear_signal_handler(&self->changed_handler, self->store);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INVOICE_VIEW);
    g_clear_object(&self->customer);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_invoice_view_parent_class)->dispose(object);
}

static void
care_invoice_view_finalize(GObject *object)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(object);

    g_clear_object(&self->invoice);
    g_clear_object(&self->asked);
    g_ptr_array_unref(self->payment_rows);
    G_OBJECT_CLASS(care_invoice_view_parent_class)->finalize(object);
}

static void
care_invoice_view_class_init(CareInvoiceViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_invoice_view_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_invoice_view_finalize;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_PAPER_VIEW, CARE_TYPE_INVOICE_CARD, CARE_TYPE_PROMISE_TABLE);
    CARE_TEMPLATE(klass, "invoices/invoice-view.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceView, title, short_title, issue_button, send_button, pay_button,
                           back_button, print_button, preview_button, menu_button, banner, split, paper, card,
                           lines_title, lines_subtitle, add_button, table, caption, payments);
    CARE_TEMPLATE_CALLBACKS(klass, on_banner, on_terms_changed, on_consent, on_early, on_line_open,
                            on_line_move, on_line_remove, on_narrow, on_wide);
    gtk_widget_class_install_action(widget_class, "invoice.add-line", NULL, add_line_action);
    gtk_widget_class_install_action(widget_class, "invoice.continue-line", NULL, continue_line_action);
    gtk_widget_class_install_action(widget_class, "invoice.give-reason", NULL, give_reason_action);
    gtk_widget_class_install_action(widget_class, "invoice.give-consent", NULL, give_consent_action);
    gtk_widget_class_install_action(widget_class, "invoice.preview", NULL, preview_action);
    care_invoice_acts_install(widget_class);
}

static void
care_invoice_view_init(CareInvoiceView *self)
{
    self->payment_rows = g_ptr_array_new();
    self->showing = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
on_map(CareInvoiceView *self)
{
    g_signal_handlers_disconnect_by_func(self, on_map, NULL);
    care_invoice_lines_take_draft(self);
}

CareInvoiceView *
care_invoice_view_new(CareContext *context, CareId id)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) invoice = care_store_get(store, &care_invoice_kind, id, NULL);
    CareInvoiceView *self;

    if (!invoice || care_record_stamp(invoice).deleted != 0)
        return NULL;
    self = g_object_new(CARE_TYPE_INVOICE_VIEW, NULL);
    self->context = g_object_ref(context);
    self->store = g_object_ref(store);
    self->invoice = g_steal_pointer(&invoice);
    self->edits = care_invoice_edits_new(GTK_WIDGET(self), store, self->invoice);
    g_signal_connect_object(self->edits, "settled", G_CALLBACK(on_settled), self, G_CONNECT_SWAPPED);
    self->form = care_form_bind(GTK_WIDGET(self), self->invoice, store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(on_form_changed), self, G_CONNECT_SWAPPED);
    show(self);
    self->changed_handler = g_signal_connect_swapped(store, "changed", G_CALLBACK(on_store_changed), self);
    g_signal_connect(self, "map", G_CALLBACK(on_map), NULL);
    return self;
}

CareId
care_invoice_view_get_invoice(CareInvoiceView *self)
{
    g_return_val_if_fail(CARE_IS_INVOICE_VIEW(self), 0);
    return care_record_id(self->invoice);
}
