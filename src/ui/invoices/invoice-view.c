/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-view.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/invoice.h"
#include "service/flow.h"
#include "service/invoice/billing-time.h"
#include "service/invoice/invoice-draft.h"
#include "service/invoice/invoice-issue.h"
#include "store/draft.h"
#include "ui/common/draft-keeper.h"
#include "ui/common/form.h"
#include "ui/common/format.h"
#include "ui/common/paper-view.h"
#include "ui/common/person-row.h"
#include "ui/common/toast.h"
#include "ui/invoices/consent-dialog.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/invoice-facts.h"
#include "ui/invoices/invoice-paper-acts.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/line-dialog.h"
#include "ui/invoices/payment-dialog.h"
#include "ui/invoices/payment-rows.h"
#include "ui/invoices/promise-table.h"

#define TYPING_PAUSE_MS 500

struct _CareInvoiceView {
    AdwNavigationPage parent_instance;

    CareContext *context;
    CareStore *store;
    CareRecord *invoice; /* as it is on screen; one object for the page's whole life */
    CareRecord *customer;
    CareIssueCheck check;
    CareForm *form;
    GPtrArray *payment_rows;
    GArray *terms; /* of gint64: what each position of the payment terms means */
    CareId related;
    guint saves;   /* under way; what is on screen is newer than the store until they are done */
    guint timeout; /* typing is saved after a pause */
    gulong changed_handler;
    gboolean showing;

    AdwWindowTitle *title;
    GtkWidget *issue_button;
    GtkWidget *pay_button;
    GtkWidget *print_button;
    GtkMenuButton *menu_button;
    GMenuModel *draft_menu;
    GMenuModel *issued_menu;
    AdwBanner *banner;
    AdwOverlaySplitView *split;
    CarePaperView *paper;
    CarePersonRow *customer_row;
    AdwActionRow *job_row;
    AdwActionRow *related_row;
    AdwActionRow *state_row;
    AdwComboRow *terms_row;
    AdwComboRow *contact;
    GtkWidget *note;
    AdwActionRow *consent_row;
    AdwActionRow *early_row;
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
show_row(AdwActionRow *row, const char *subtitle)
{
    gtk_widget_set_visible(GTK_WIDGET(row), subtitle != NULL);
    if (subtitle)
        adw_action_row_set_subtitle(row, subtitle);
}

static void
show_facts(CareInvoiceView *self)
{
    gboolean draft = care_invoice_is_draft(self->invoice);
    g_autofree char *about = care_invoice_fact_customer(self->customer);
    g_autofree char *job = care_invoice_fact_job(self->context, self->invoice);
    g_autofree char *state = care_invoice_fact_state(self->invoice, today_of(self));
    g_autofree char *consent = care_invoice_fact_consent(self->context, self->invoice);
    g_autofree char *related = care_invoice_fact_related(self->store, self->invoice, &self->related);

    care_person_row_set_name(self->customer_row, customer_name(self));
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->customer_row), customer_name(self));
    adw_action_row_set_subtitle(ADW_ACTION_ROW(self->customer_row), about ? about : "");
    show_row(self->job_row, job);
    show_row(self->state_row, draft ? NULL : state);
    show_row(self->consent_row, consent);
    show_row(self->early_row, care_record_text(self->invoice, CARE_INVOICE_EARLY_REASON));
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self->consent_row), draft);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self->early_row), draft);
    gtk_widget_set_visible(GTK_WIDGET(self->related_row), related != NULL);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->related_row), related ? related : "");
    gtk_widget_set_visible(GTK_WIDGET(self->terms_row), draft);
    gtk_widget_set_visible(GTK_WIDGET(self->contact),
                           draft && g_list_model_get_n_items(adw_combo_row_get_model(self->contact)) > 1);
    gtk_widget_set_visible(self->note, draft);
}

static void
add_terms(CareInvoiceView *self, GtkStringList *words, gint64 days)
{
    g_autofree char *text = care_invoice_terms_words(days);

    g_array_append_val(self->terms, days);
    gtk_string_list_append(words, text);
}

/* The usual ones, and the one this invoice has. */
static void
show_terms(CareInvoiceView *self)
{
    static const gint64 usual[] = { 0, 7, 14, 30, 60 };
    gint64 days = care_record_int(self->invoice, CARE_INVOICE_TERMS_DAYS);
    g_autoptr(GtkStringList) words = NULL;
    guint selected = GTK_INVALID_LIST_POSITION;

    for (guint i = 0; i < self->terms->len; i++)
        if (g_array_index(self->terms, gint64, i) == days)
            selected = i;
    if (selected == GTK_INVALID_LIST_POSITION) {
        words = gtk_string_list_new(NULL);
        g_array_set_size(self->terms, 0);
        for (gsize i = 0; i < G_N_ELEMENTS(usual); i++) {
            if (usual[i] == days)
                selected = (guint)i;
            add_terms(self, words, usual[i]);
        }
        if (selected == GTK_INVALID_LIST_POSITION) {
            add_terms(self, words, days);
            selected = self->terms->len - 1;
        }
        adw_combo_row_set_model(self->terms_row, G_LIST_MODEL(words));
    }
    adw_combo_row_set_selected(self->terms_row, selected);
}

/* What keeps the draft from being issued, and the one way out of it. */
static void
show_banner(CareInvoiceView *self)
{
    CareMoney agreed = 0, billed = 0;
    g_autofree char *sentence = NULL;
    const char *button = NULL;

    self->check = CARE_ISSUE_CLEAR;
    if (care_invoice_is_draft(self->invoice))
        self->check = care_invoice_check(care_store_reader(self->store), self->invoice);
    if (self->check == CARE_ISSUE_NEEDS_CONSENT) {
        g_autofree char *more = NULL;

        care_invoice_compare(self->invoice, &agreed, &billed);
        more = care_invoice_money(self->invoice, billed - agreed);
        /* Translators: an amount and a customer, "€6.40 more than Café Linde agreed to. …" */
        sentence
            = g_strdup_printf(_("%s more than %s agreed to. Ask before issuing."), more, customer_name(self));
        button = _("Record Consent…");
    } else if (self->check == CARE_ISSUE_NEEDS_REASON) {
        sentence = g_strdup(_("The work is not done yet. Say why you bill it now."));
        button = _("Give a Reason…");
    }
    if (sentence) {
        adw_banner_set_title(self->banner, sentence);
        adw_banner_set_button_label(self->banner, button);
    }
    adw_banner_set_revealed(self->banner, sentence != NULL);
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
    CareMoney agreed, billed;
    gboolean compares = care_invoice_compare(self->invoice, &agreed, &billed);
    g_autofree char *subtitle = compares ? care_invoice_fact_agreed(self->context, self->invoice) : NULL;

    if (n == 0 && draft)
        subtitle = g_strdup(_("Add what was done and what it costs."));
    gtk_label_set_text(self->lines_title, compares ? _("Promise Check") : _("What Is Billed"));
    gtk_label_set_text(self->lines_subtitle, subtitle ? subtitle : "");
    gtk_widget_set_visible(GTK_WIDGET(self->lines_subtitle), subtitle != NULL);
    gtk_widget_set_visible(self->add_button, draft);
    care_promise_table_show(self->table, self->invoice, draft);
    show_caption(self);
}

static void
show_payments(CareInvoiceView *self)
{
    guint n = care_payment_rows_show(self->payments, self->payment_rows, self->context, self->invoice);
    gboolean open = care_invoice_is_open(self->invoice);
    CareMoney rest = care_invoice_rest(self->invoice);
    g_autofree char *amount = care_invoice_money(self->invoice, rest);
    g_autofree char *sentence = open ? g_strdup_printf(_("%s to be paid"), amount) : NULL;

    adw_preferences_group_set_description(self->payments, sentence);
    gtk_widget_set_visible(GTK_WIDGET(self->payments),
                           !care_invoice_is_draft(self->invoice) && (open || n > 0));
}

static void
show_actions(CareInvoiceView *self)
{
    GtkWidget *widget = GTK_WIDGET(self);
    gboolean draft = care_invoice_is_draft(self->invoice);
    gboolean credit = care_invoice_is_credit_note(self->invoice);
    gboolean cancelled = g_strcmp0(care_record_text(self->invoice, CARE_INVOICE_STATE), "cancelled") == 0;
    gboolean open = care_invoice_is_open(self->invoice);

    gtk_widget_action_set_enabled(widget, "invoice.issue", draft && self->check == CARE_ISSUE_CLEAR);
    gtk_widget_action_set_enabled(widget, "invoice.add-line", draft);
    gtk_widget_action_set_enabled(widget, "invoice.delete", draft);
    gtk_widget_action_set_enabled(widget, "invoice.save-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.open-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.show-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.send", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.pay", open);
    gtk_widget_action_set_enabled(widget, "invoice.cancel", !draft && !credit && !cancelled);
    gtk_widget_set_visible(self->issue_button, draft);
    if (self->check == CARE_ISSUE_CLEAR)
        gtk_widget_add_css_class(self->issue_button, "suggested-action");
    else
        gtk_widget_remove_css_class(self->issue_button, "suggested-action");
    gtk_widget_set_visible(self->pay_button, open);
    gtk_menu_button_set_menu_model(self->menu_button, draft ? self->draft_menu : self->issued_menu);
}

static void
show_paper(CareInvoiceView *self)
{
    g_autoptr(CarePaper) paper = care_invoice_paper_of(GTK_WIDGET(self), self->context, self->invoice);

    if (paper)
        care_invoice_paper_show(self->paper, paper);
}

static void
show(CareInvoiceView *self)
{
    g_autofree char *heading = care_invoice_heading(self->invoice);

    self->showing = TRUE;
    g_clear_object(&self->customer);
    self->customer = care_store_get(self->store, &care_customer_kind,
                                    care_record_int(self->invoice, CARE_INVOICE_CUSTOMER), NULL);
    adw_window_title_set_title(self->title, customer_name(self));
    adw_window_title_set_subtitle(self->title, heading);
    adw_navigation_page_set_title(ADW_NAVIGATION_PAGE(self), heading);
    show_facts(self);
    show_terms(self);
    show_lines(self);
    show_banner(self);
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
    care_record_assign(self->invoice, stored);
    care_record_set_stamp(self->invoice, care_record_stamp(stored));
    show(self);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareInvoiceView) self = data;
    g_autoptr(GError) error = NULL;

    self->saves--;
    if (!care_flow_save_finish(CARE_STORE(source), result, &error))
        care_toast_error(GTK_WIDGET(self), error);
    if (self->saves == 0 && self->timeout == 0 && self->store)
        reload(self);
}

/* What is on screen goes to the store, in the order it was done. */
static void
save(CareInvoiceView *self)
{
    g_autoptr(CareRecord) copy = care_record_copy(self->invoice);

    g_clear_handle_id(&self->timeout, g_source_remove);
    self->saves++;
    care_flow_save_async(self->store, copy, on_saved, g_object_ref(self));
}

static void
flush(CareInvoiceView *self)
{
    if (self->timeout != 0)
        save(self);
}

static gboolean
on_typing_pause(gpointer data)
{
    CareInvoiceView *self = data;

    self->timeout = 0;
    save(self);
    return G_SOURCE_REMOVE;
}

static void
on_form_changed(CareInvoiceView *self)
{
    if (self->showing || !care_invoice_is_draft(self->invoice))
        return;
    if (self->timeout == 0)
        self->timeout = g_timeout_add(TYPING_PAUSE_MS, on_typing_pause, self);
    show_paper(self);
}

/* A draft as it was before something was done to it. */
typedef struct {
    CareStore *store;
    CareRecord *before;
} Step;

static void
step_free(gpointer data)
{
    Step *step = data;

    g_object_unref(step->store);
    g_object_unref(step->before);
    g_free(step);
}

static void
step_back(gpointer data)
{
    Step *step = data;

    care_flow_save_async(step->store, step->before, NULL, NULL);
}

/* Consent was given to a price; a higher one needs it anew. */
static void
drop_stale_consent(CareRecord *before, CareRecord *now)
{
    CareMoney agreed, billed, billed_before;

    care_invoice_compare(before, &agreed, &billed_before);
    if (!care_invoice_compare(now, &agreed, &billed) || billed <= agreed || billed <= billed_before)
        return;
    care_record_clear(now, CARE_INVOICE_CONSENT_AT);
    care_record_clear(now, CARE_INVOICE_CONSENT_BY);
    care_record_clear(now, CARE_INVOICE_CONSENT_HOW);
}

/* Takes a changed copy over. sentence: what was done, when it shall be easy to take back. */
static void
apply(CareInvoiceView *self, CareRecord *changed, const char *sentence)
{
    g_autoptr(CareRecord) before = care_record_copy(self->invoice);
    g_autoptr(CareRecord) now = care_record_copy(changed);
    g_autoptr(GError) error = NULL;

    if (!care_invoice_compute(now, &error)) {
        care_toast_error(GTK_WIDGET(self), error);
        return;
    }
    if (care_record_field_equal(before, now, CARE_INVOICE_CONSENT_AT))
        drop_stale_consent(before, now);
    self->showing = TRUE;
    care_record_assign(self->invoice, now);
    show(self);
    save(self);
    if (sentence) {
        Step *step = g_new(Step, 1);

        step->store = g_object_ref(self->store);
        step->before = g_steal_pointer(&before);
        care_toast_undo(GTK_WIDGET(self), sentence, step_back, step, step_free);
    }
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
    flush(self);
    care_line_dialog_present(GTK_WIDGET(self), self->context, self->invoice, position, on_line_done,
                             GTK_WIDGET(self));
}

static void
on_line_move(CareInvoiceView *self, guint position, int by)
{
    g_autoptr(CareRecord) changed = care_invoice_with_line_moved(self->invoice, position, by);

    apply(self, changed, NULL);
    care_promise_table_focus_line(self->table, (guint)((int)position + by));
}

static void
on_line_remove(CareInvoiceView *self, guint position)
{
    g_autoptr(CareRecord) changed = care_invoice_without_line(self->invoice, position);

    apply(self, changed, _("Line deleted"));
}

static void
on_terms(CareInvoiceView *self)
{
    guint selected = adw_combo_row_get_selected(self->terms_row);

    if (self->showing || selected >= self->terms->len)
        return;
    care_record_set_int(self->invoice, CARE_INVOICE_TERMS_DAYS, g_array_index(self->terms, gint64, selected));
    show_paper(self);
    save(self);
}

static void
on_customer(CareInvoiceView *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "customer",
                               care_record_int(self->invoice, CARE_INVOICE_CUSTOMER));
}

static void
on_job(CareInvoiceView *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "job",
                               care_record_int(self->invoice, CARE_INVOICE_JOB));
}

static void
on_related(CareInvoiceView *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "invoice", self->related);
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
    g_autofree char *more = NULL;
    g_autofree char *description = NULL;
    const char *who = care_record_text(self->invoice, CARE_INVOICE_CONSENT_BY);

    flush(self);
    care_invoice_compare(self->invoice, &agreed, &billed);
    more = care_invoice_money(self->invoice, billed - agreed);
    description = g_strdup_printf(_("To pay %s more than was agreed."), more);
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
    flush(self);
    care_invoice_ask_reason(GTK_WIDGET(self), care_record_text(self->invoice, CARE_INVOICE_EARLY_REASON),
                            on_reason_given, self);
}

static void
on_banner(CareInvoiceView *self)
{
    if (self->check == CARE_ISSUE_NEEDS_CONSENT)
        on_consent(self);
    else
        on_early(self);
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

    care_invoice_issue_async(self->store, care_record_id(self->invoice), on_issued, g_object_ref(self));
}

static void
issue_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    flush(self);
    care_invoice_ask_issue(widget, self->invoice, customer_name(self), today_of(self), issue_now, self);
}

static void
cancel_now(gpointer data)
{
    CareInvoiceView *self = data;

    care_invoice_cancel_async(self->store, care_record_id(self->invoice), on_issued, g_object_ref(self));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_ask_cancel(widget, self->invoice, cancel_now, self);
}

static void
pay_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_payment_dialog_present(widget, self->context, self->invoice);
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

    care_invoice_paper_print(widget, self->context, self->invoice);
}

static void
pdf_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (g_str_equal(name, "invoice.save-pdf"))
        care_invoice_paper_save(widget, self->context, self->invoice);
    else if (g_str_equal(name, "invoice.open-pdf"))
        care_invoice_paper_open(widget, self->context, self->invoice);
    else
        care_invoice_paper_show_in_files(widget, self->context, self->invoice);
}

static void
send_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (!gtk_widget_activate_action(widget, "win.compose", "(xxsx)",
                                    care_record_int(self->invoice, CARE_INVOICE_CUSTOMER),
                                    care_record_int(self->invoice, CARE_INVOICE_JOB), "invoice", (gint64)0))
        care_invoice_paper_show_in_files(widget, self->context, self->invoice);
}

static void
undelete(gpointer data)
{
    Step *step = data;

    care_store_remove_async(step->store, &care_invoice_kind, care_record_id(step->before), TRUE, NULL, NULL);
}

static void
delete_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);
    Step *step = g_new(Step, 1);

    flush(self);
    step->store = g_object_ref(self->store);
    step->before = care_record_copy(self->invoice);
    care_store_remove_async(self->store, &care_invoice_kind, care_record_id(self->invoice), FALSE, NULL,
                            NULL);
    care_toast_undo(widget, _("Draft deleted"), undelete, step, step_free);
}

/* Another save may be behind this change: then the screen is ahead of it. */
static void
on_store_changed(CareInvoiceView *self, CareChangeSet *changes)
{
    static const char *const kinds[] = { "customer", "job", "device", "payment", "staff" };
    gboolean touched = care_change_set_has(changes, "invoice", care_record_id(self->invoice));

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        touched = touched || care_change_set_has_kind(changes, kinds[i]);
    if (touched && self->saves == 0 && self->timeout == 0)
        reload(self);
}

static void
care_invoice_view_dispose(GObject *object)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(object);

    if (self->timeout != 0) {
        g_clear_handle_id(&self->timeout, g_source_remove);
        care_flow_save_async(self->store, self->invoice, NULL, NULL);
    }
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
    g_array_unref(self->terms);
    G_OBJECT_CLASS(care_invoice_view_parent_class)->finalize(object);
}

static void
install_actions(GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action(widget_class, "invoice.issue", NULL, issue_action);
    gtk_widget_class_install_action(widget_class, "invoice.cancel", NULL, cancel_action);
    gtk_widget_class_install_action(widget_class, "invoice.pay", NULL, pay_action);
    gtk_widget_class_install_action(widget_class, "invoice.add-line", NULL, add_line_action);
    gtk_widget_class_install_action(widget_class, "invoice.print", NULL, print_action);
    gtk_widget_class_install_action(widget_class, "invoice.save-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.open-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.show-pdf", NULL, pdf_action);
    gtk_widget_class_install_action(widget_class, "invoice.send", NULL, send_action);
    gtk_widget_class_install_action(widget_class, "invoice.delete", NULL, delete_action);
    gtk_widget_class_add_binding_action(widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "invoice.print", NULL);
}

static void
bind_children(GtkWidgetClass *widget_class)
{
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, title);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, issue_button);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, pay_button);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, print_button);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, menu_button);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, draft_menu);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, issued_menu);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, banner);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, split);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, paper);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, customer_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, job_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, related_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, state_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, terms_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, contact);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, note);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, consent_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, early_row);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, lines_title);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, lines_subtitle);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, add_button);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, table);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, caption);
    gtk_widget_class_bind_template_child(widget_class, CareInvoiceView, payments);
}

static void
bind_callbacks(GtkWidgetClass *widget_class)
{
    gtk_widget_class_bind_template_callback(widget_class, on_banner);
    gtk_widget_class_bind_template_callback(widget_class, on_customer);
    gtk_widget_class_bind_template_callback(widget_class, on_job);
    gtk_widget_class_bind_template_callback(widget_class, on_related);
    gtk_widget_class_bind_template_callback(widget_class, on_terms);
    gtk_widget_class_bind_template_callback(widget_class, on_consent);
    gtk_widget_class_bind_template_callback(widget_class, on_early);
    gtk_widget_class_bind_template_callback(widget_class, on_line_open);
    gtk_widget_class_bind_template_callback(widget_class, on_line_move);
    gtk_widget_class_bind_template_callback(widget_class, on_line_remove);
}

static void
care_invoice_view_class_init(CareInvoiceViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_invoice_view_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_invoice_view_finalize;

    g_type_ensure(CARE_TYPE_PAPER_VIEW);
    g_type_ensure(CARE_TYPE_PERSON_ROW);
    g_type_ensure(CARE_TYPE_PROMISE_TABLE);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/invoices/invoice-view.ui");
    bind_children(widget_class);
    bind_callbacks(widget_class);
    install_actions(widget_class);
}

static void
care_invoice_view_init(CareInvoiceView *self)
{
    self->payment_rows = g_ptr_array_new();
    self->terms = g_array_new(FALSE, FALSE, sizeof(gint64));
    self->showing = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* A line that was being edited when the program went down: it goes in as it was typed, as far as it makes sense. */
static void
take_draft(CareInvoiceView *self)
{
    g_autofree char *key = care_draft_key(&care_invoice_kind, care_record_id(self->invoice));
    g_autofree char *text = care_draft_read(self->store, key);
    g_autoptr(CareRecord) typed = care_record_copy(self->invoice);

    if (!text)
        return;
    care_draft_write(self->store, key, NULL);
    if (!care_invoice_is_draft(self->invoice) || !care_draft_take(typed, text)
        || !care_record_validate(typed, NULL) || care_record_equal(typed, self->invoice))
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
