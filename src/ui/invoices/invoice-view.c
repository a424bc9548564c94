/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-view.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/merge.h"
#include "service/invoices/billing-time.h"
#include "service/invoices/promise.h"
#include "service/invoices/invoice-issue.h"
#include "store/draft.h"
#include "ui/parts/record-line.h"
#include "ui/parts/compose-target.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/form.h"
#include "ui/kit/format.h"
#include "ui/kit/paper-view.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/invoices/consent-dialog.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/invoice-banner.h"
#include "ui/invoices/invoice-card.h"
#include "ui/invoices/invoice-edits.h"
#include "ui/invoices/invoice-facts.h"
#include "service/invoices/invoice-document.h"
#include "ui/parts/number-question.h"
#include "ui/parts/paper-acts.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/invoice-line-dialog.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/payment-dialog.h"
#include "ui/invoices/payment-rows.h"
#include "ui/invoices/promise-table.h"

struct _CareInvoiceView {
    AdwNavigationPage parent_instance;

    CareContext *context;
    CareStore *store;
    CareRecord *invoice; /* as it is on screen; one object for the page's whole life */
    CareRecord *customer;
    CareIssueCheck check;
    CareForm *form;
    CareInvoiceEdits *edits;
    GPtrArray *payment_rows;
    gulong changed_handler;
    gboolean showing;

    AdwWindowTitle *title;
    AdwWindowTitle *short_title; /* where there is no room for a name */
    GtkWidget *issue_button;
    GtkWidget *pay_button;
    GtkWidget *back_button;
    GtkWidget *print_button;
    GtkMenuButton *menu_button;
    GMenuModel *draft_menu;
    GMenuModel *issued_menu;
    AdwBanner *banner;
    AdwOverlaySplitView *split;
    CarePaperView *paper;
    CareInvoiceCard *card;
    GtkLabel *lines_title;
    GtkLabel *lines_subtitle;
    GtkWidget *add_button;
    CarePromiseTable *table;
    GtkLabel *caption;
    AdwPreferencesGroup *payments;
};

G_DEFINE_FINAL_TYPE(CareInvoiceView, care_invoice_view, ADW_TYPE_NAVIGATION_PAGE)

static CareDate
today_of(CareInvoiceView *self)
{
    return care_clock_today(care_context_get_clock(self->context));
}

static const char *
customer_name(CareInvoiceView *self)
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
show_back_actions(CareInvoiceView *self)
{
    g_autoptr(CareRecord) target = care_invoice_carry_target(self->store, self->invoice);
    gboolean owes = care_invoice_to_pay_back(self->store, self->invoice) > 0;

    gtk_widget_action_set_enabled(GTK_WIDGET(self), "invoice.pay-back", owes);
    gtk_widget_action_set_enabled(GTK_WIDGET(self), "invoice.carry-over", target != NULL);
    gtk_widget_set_visible(self->back_button, owes);
}

static void
show_actions(CareInvoiceView *self)
{
    GtkWidget *widget = GTK_WIDGET(self);
    gboolean draft = care_invoice_is_draft(self->invoice);
    gboolean credit = care_invoice_is_credit_note(self->invoice);
    gboolean cancelled
        = care_invoice_state_is(care_record_text(self->invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
    gboolean open = care_invoice_is_open(self->invoice);

    gtk_widget_action_set_enabled(widget, "invoice.issue", draft && self->check == CARE_ISSUE_CLEAR);
    gtk_widget_action_set_enabled(widget, "invoice.add-line", draft);
    gtk_widget_action_set_enabled(widget, "invoice.delete", draft);
    gtk_widget_action_set_enabled(widget, "invoice.save-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.open-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.show-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.send", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.remind",
                                  care_invoice_is_overdue(self->invoice, today_of(self)));
    gtk_widget_action_set_enabled(widget, "invoice.pay", open);
    gtk_widget_action_set_enabled(widget, "invoice.cancel", !draft && !credit && !cancelled);
    gtk_widget_set_visible(self->issue_button, draft);
    if (self->check == CARE_ISSUE_CLEAR)
        gtk_widget_add_css_class(self->issue_button, "suggested-action");
    else
        gtk_widget_remove_css_class(self->issue_button, "suggested-action");
    gtk_widget_set_visible(self->pay_button, open);
    show_back_actions(self);
    gtk_menu_button_set_menu_model(self->menu_button, draft ? self->draft_menu : self->issued_menu);
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
    g_autofree char *heading = care_invoice_heading(self->invoice);
    const char *number = care_record_text(self->invoice, CARE_INVOICE_NUMBER);

    self->showing = TRUE;
    g_clear_object(&self->customer);
    self->customer = care_store_get(self->store, &care_customer_kind,
                                    care_record_int(self->invoice, CARE_INVOICE_CUSTOMER), NULL);
    adw_window_title_set_title(self->title, customer_name(self));
    adw_window_title_set_subtitle(self->title, heading);
    adw_window_title_set_subtitle(self->short_title, number ? number : _("Draft"));
    adw_navigation_page_set_title(ADW_NAVIGATION_PAGE(self), heading);
    care_invoice_card_show(self->card, self->context, self->invoice, self->customer);
    show_lines(self);
    self->check = care_invoice_banner_show(self->banner, self->context, self->invoice, customer_name(self));
    show_payments(self);
    show_actions(self);
    show_paper(self);
    self->showing = FALSE;
}

static void
leave(CareInvoiceView *self)
{
    GtkWidget *navigation = gtk_widget_get_ancestor(GTK_WIDGET(self), ADW_TYPE_NAVIGATION_VIEW);

    if (navigation
        && adw_navigation_view_get_visible_page(ADW_NAVIGATION_VIEW(navigation)) == ADW_NAVIGATION_PAGE(self))
        adw_navigation_view_pop(ADW_NAVIGATION_VIEW(navigation));
}

static void
reload(CareInvoiceView *self)
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
        reload(self);
}

static void
on_form_changed(CareInvoiceView *self)
{
    if (self->showing || !care_invoice_is_draft(self->invoice))
        return;
    care_invoice_edits_typed(self->edits);
    show_paper(self);
}

static void
apply(CareInvoiceView *self, CareRecord *changed, const char *sentence)
{
    self->showing = TRUE;
    care_invoice_edits_take(self->edits, changed, sentence);
    show(self);
}

static void
on_line_done(CareLineAct act, CareRecord *changed, gpointer data)
{
    CareInvoiceView *self = data;

    apply(self, changed, act == CARE_LINE_DELETED ? _("Line deleted") : NULL);
    if (act == CARE_LINE_ADDED)
        care_promise_table_focus_line(self->table,
                                      care_record_list_length(self->invoice, CARE_INVOICE_LINES) - 1);
}

static void
on_line_open(CareInvoiceView *self, guint position)
{
    care_invoice_edits_flush(self->edits);
    care_invoice_line_dialog_present(GTK_WIDGET(self), self->context,
                                     &(CareLineTask){ .owner = self->invoice,
                                                      .list = CARE_INVOICE_LINES,
                                                      .position = position,
                                                      .done = on_line_done,
                                                      .keep = GTK_WIDGET(self) });
}

static void
on_line_move(CareInvoiceView *self, guint position, int by)
{
    g_autoptr(CareRecord) changed = care_line_moved(self->invoice, CARE_INVOICE_LINES, position, by);

    apply(self, changed, NULL);
    care_promise_table_focus_line(self->table, (guint)((int)position + by));
}

static void
on_line_remove(CareInvoiceView *self, guint position)
{
    g_autoptr(CareRecord) changed = care_line_removed(self->invoice, CARE_INVOICE_LINES, position);

    apply(self, changed, _("Line deleted"));
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

static void
on_consented(CareRecord *changed, gpointer data)
{
    apply(data, changed, NULL);
}

static void
on_consent(CareInvoiceView *self)
{
    CareMoney agreed, billed;
    gboolean net = g_strcmp0(care_record_text(self->invoice, CARE_INVOICE_PRICES), "net") == 0;
    g_autofree char *more = NULL;
    g_autofree char *description = NULL;
    const char *who = care_record_text(self->invoice, CARE_INVOICE_CONSENT_BY);

    care_invoice_edits_flush(self->edits);
    care_invoice_compare(care_store_reader(self->store), self->invoice, &agreed, &billed);
    more = care_invoice_money(self->invoice, billed - agreed);
    description = net ? g_strdup_printf(_("To pay %s more than was agreed, tax included."), more)
                      : g_strdup_printf(_("To pay %s more than was agreed."), more);
    care_consent_dialog_present(GTK_WIDGET(self), self->context, self->invoice, description,
                                who ? who : customer_name(self), on_consented, GTK_WIDGET(self));
}

static void
on_reason_given(const char *reason, gpointer data)
{
    CareInvoiceView *self = data;
    g_autoptr(CareRecord) changed = care_record_copy(self->invoice);

    care_record_set_text(changed, CARE_INVOICE_EARLY_REASON, reason);
    apply(self, changed, NULL);
}

static void
on_early(CareInvoiceView *self)
{
    care_invoice_edits_flush(self->edits);
    care_invoice_ask_reason(GTK_WIDGET(self), care_record_text(self->invoice, CARE_INVOICE_EARLY_REASON),
                            on_reason_given, self);
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
on_issued(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareInvoiceView) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) issued = care_invoice_issue_finish(CARE_STORE(source), result, &error);
    g_autofree char *heading = issued ? care_invoice_heading(issued) : NULL;
    g_autofree char *sentence = issued ? g_strdup_printf(_("%s issued"), heading) : NULL;

    if (!issued)
        care_toast_error(GTK_WIDGET(self), error);
    else
        care_toast_show(GTK_WIDGET(self), sentence);
    if (!self->store)
        return;
    if (issued && care_record_id(issued) != care_record_id(self->invoice))
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "invoice", care_record_id(issued));
    else
        reload(self);
}

static void
issue_now(gpointer data)
{
    CareInvoiceView *self = data;

    if (self->store)
        care_invoice_issue_async(self->store, care_record_id(self->invoice), on_issued, g_object_ref(self));
}

static void
ask_and_issue(gpointer data)
{
    CareInvoiceView *self = data;

    care_number_question_ask(GTK_WIDGET(self), self->context, issue_now, G_OBJECT(self));
}

static void
issue_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_edits_flush(self->edits);
    care_invoice_ask_issue(widget, self->invoice, customer_name(self), today_of(self), ask_and_issue, self);
}

static void
cancel_now(gpointer data)
{
    CareInvoiceView *self = data;

    if (self->store)
        care_invoice_cancel_async(self->store, care_record_id(self->invoice), on_issued, g_object_ref(self));
}

static void
ask_and_cancel(gpointer data)
{
    CareInvoiceView *self = data;

    care_number_question_ask(GTK_WIDGET(self), self->context, cancel_now, G_OBJECT(self));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_ask_cancel(widget, self->invoice, ask_and_cancel, self);
}

static void
pay_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_payment_dialog_present(widget, self->context, self->invoice, 0);
}

static void
back_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (g_str_equal(name, "invoice.pay-back"))
        care_invoice_pay_back(widget, self->context, self->invoice);
    else
        care_invoice_carry_over(widget, self->context, self->invoice);
}

static void
add_line_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    on_line_open(CARE_INVOICE_VIEW(widget), CARE_LINE_NEW);
}

static void
print_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    g_autoptr(CarePaper) paper
        = care_paper_of(widget, self->context, &care_invoice_paper_kind, self->invoice);

    if (paper)
        care_paper_print(widget, paper, NULL, NULL, NULL);
}

static void
pdf_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (g_str_equal(name, "invoice.save-pdf"))
        care_paper_save(widget, self->context, &care_invoice_paper_kind, self->invoice, "pdf");
    else if (g_str_equal(name, "invoice.open-pdf"))
        care_paper_open_kept(widget, self->context, &care_invoice_paper_kind, self->invoice);
    else
        care_paper_show_kept_in_files(widget, self->context, &care_invoice_paper_kind, self->invoice);
}

static void
send_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);
    CareMessageOccasion occasion
        = { .customer = care_record_int(self->invoice, CARE_INVOICE_CUSTOMER),
            .job = care_record_int(self->invoice, CARE_INVOICE_JOB),
            .situation = g_str_equal(name, "invoice.remind") ? "reminder" : "invoice",
            .invoice = care_record_id(self->invoice) };

    if (!care_compose(widget, &occasion))
        care_paper_show_kept_in_files(widget, self->context, &care_invoice_paper_kind, self->invoice);
}

static void
delete_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_edits_flush(self->edits);
    care_record_line_delete(widget, self->store, self->invoice);
}

/* Another save may be behind this change: then the screen is ahead of it. */
static void
on_store_changed(CareInvoiceView *self, CareChangeSet *changes)
{
    if (care_change_set_concerns(changes, self->invoice) && !care_invoice_edits_are_pending(self->edits))
        reload(self);
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
    g_ptr_array_unref(self->payment_rows);
    G_OBJECT_CLASS(care_invoice_view_parent_class)->finalize(object);
}

static void
install_actions(GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action(widget_class, "invoice.issue", NULL, issue_action);
    gtk_widget_class_install_action(widget_class, "invoice.cancel", NULL, cancel_action);
    gtk_widget_class_install_action(widget_class, "invoice.pay", NULL, pay_action);
    gtk_widget_class_install_action(widget_class, "invoice.pay-back", NULL, back_action);
    gtk_widget_class_install_action(widget_class, "invoice.carry-over", NULL, back_action);
    gtk_widget_class_install_action(widget_class, "invoice.add-line", NULL, add_line_action);
    gtk_widget_class_install_action(widget_class, "invoice.print", NULL, print_action);
    gtk_widget_class_install_action(widget_class, "invoice.save-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.open-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.show-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.send", NULL, send_action);
    gtk_widget_class_install_action(widget_class, "invoice.remind", NULL, send_action);
    gtk_widget_class_install_action(widget_class, "invoice.delete", NULL, delete_action);
    gtk_widget_class_add_binding_action(widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "invoice.print", NULL);
}

static void
care_invoice_view_class_init(CareInvoiceViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_invoice_view_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_invoice_view_finalize;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_PAPER_VIEW, CARE_TYPE_INVOICE_CARD, CARE_TYPE_PROMISE_TABLE);
    CARE_TEMPLATE(klass, "invoices/invoice-view.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceView, title, short_title, issue_button, pay_button, back_button,
                           print_button, menu_button, draft_menu, issued_menu, banner, split, paper, card,
                           lines_title, lines_subtitle, add_button, table, caption, payments);
    CARE_TEMPLATE_CALLBACKS(klass, on_banner, on_terms_changed, on_consent, on_early, on_line_open,
                            on_line_move, on_line_remove);
    install_actions(widget_class);
}

static void
care_invoice_view_init(CareInvoiceView *self)
{
    self->payment_rows = g_ptr_array_new();
    self->showing = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* A line that was being edited when the program went down: it goes in as it was typed, as far as it makes sense. */
static void
take_draft(CareInvoiceView *self)
{
    g_autofree char *key = care_draft_key("invoice", care_record_id(self->invoice));
    g_autofree char *text = care_draft_read(self->store, key);
    g_autoptr(CareRecord) typed = care_record_copy(self->invoice);
    g_autoptr(CareRecord) begun = care_record_copy(self->invoice);

    if (!text)
        return;
    care_draft_write(self->store, key, NULL);
    if (!care_invoice_is_draft(self->invoice) || !care_draft_take(typed, begun, text))
        return;
    care_record_merge(typed, begun, self->invoice);
    if (!care_record_validate(typed, NULL) || care_record_equal(typed, self->invoice))
        return;
    apply(self, typed, _("What you were typing was kept"));
}

static void
on_map(CareInvoiceView *self)
{
    g_signal_handlers_disconnect_by_func(self, on_map, NULL);
    take_draft(self);
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
