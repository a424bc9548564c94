/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows of a customer's page say: nothing twice, and what tells one from the other. */

#include "customer-shop.h"

#include "model/device.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow.h"
#include "ui/customers/customer-facts.h"
#include "ui/customers/customer-page.h"
#include "ui/customers/customer-tabs.h"
#include "ui/parts/timeline-row.h"

static CareCustomerFacts *
facts_of(Fixture *f, CareRecord *customer)
{
    return care_customer_facts_load(f->store, care_record_id(customer), care_context_get_clock(f->context));
}

/* The row below whose title is so; NULL: there is none. */
static GtkWidget *
row_in(GtkWidget *root, const char *title)
{
    if (ADW_IS_ACTION_ROW(root)
        && g_strcmp0(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(root)), title) == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = row_in(c, title);

        if (found)
            return found;
    }
    return NULL;
}

static const char *
subtitle_in(GtkWidget *root, const char *title)
{
    return adw_action_row_get_subtitle(ADW_ACTION_ROW(row_in(root, title)));
}

static const char *
text_in(GtkWidget *root, const char *text)
{
    if (GTK_IS_LABEL(root) && strcmp(gtk_label_get_text(GTK_LABEL(root)), text) == 0)
        return text;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (text_in(c, text))
            return text;
    return NULL;
}

typedef struct {
    const char *name;
    const char *fields;
    const char *said;   /* titles of rows, with bars between */
    const char *unsaid; /* of rows that are not there */
} DetailCase;

static const DetailCase detail_cases[] = {
    { "person", "name=Priya Nair|type=person|given=Priya|family=Nair", "Name",
      "Type|Given Name|Family Name" },
    { "family-first", "name=山田 花子|type=person|given=花子|family=山田", "Name",
      "Type|Given Name|Family Name" },
    { "one-name", "name=Cher|type=person|given=Cher", "Name", "Type|Given Name" },
    { "another", "name=Kit Nair|type=person|given=Christopher|family=Nair", "Name|Given Name|Family Name",
      "Type" },
    { "company", "name=Café Linde|type=company|organisation=Café Linde", "Name|Type", "Organisation" },
    { "chain", "name=Café Linde|type=company|organisation=Linde GmbH", "Name|Type|Organisation",
      "Given Name" },
};

static void
test_details(Fixture *f, gconstpointer data)
{
    const DetailCase *row = data;
    g_autoptr(CareRecord) customer = make(f, &care_customer_kind, row->fields);
    g_autoptr(CareCustomerFacts) facts = facts_of(f, customer);
    g_autoptr(GtkWidget) box = g_object_ref_sink(care_customer_details_new(f->context, facts));
    g_auto(GStrv) said = g_strsplit(row->said, "|", -1);
    g_auto(GStrv) unsaid = g_strsplit(row->unsaid, "|", -1);

    for (guint i = 0; said[i]; i++)
        g_assert_nonnull(row_in(box, said[i]));
    for (guint i = 0; unsaid[i]; i++)
        g_assert_null(row_in(box, unsaid[i]));
}

/* A job says what was wrong and what it cost, an invoice what it was for. */
static void
test_what_for(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) device = make(f, &care_device_kind, "name=Dryer T8DE");
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    g_autoptr(CareRecord) invoice = NULL;
    g_autofree char *fields = NULL;
    CareRecord *line;
    g_autoptr(CareCustomerFacts) facts = NULL;
    g_autoptr(GtkWidget) jobs = NULL, invoices = NULL;

    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(f->bea));
    care_record_set_int(job, CARE_JOB_DEVICE, care_record_id(device));
    care_record_set_text(job, CARE_JOB_FAULT, "Stays cold\nafter an hour");
    line = care_record_list_add(job, CARE_JOB_LINES);
    care_record_set_text(line, CARE_JOB_LINE_NAME, "Heater");
    care_record_field_parse(line, CARE_JOB_LINE_QUANTITY, "1", "EUR", NULL);
    care_record_field_parse(line, CARE_JOB_LINE_PRICE, "98.90", "EUR", NULL);
    g_assert_true(care_flow_save_now(f->store, job, NULL, NULL));
    fields = g_strdup_printf("job=%" G_GINT64_FORMAT, care_record_id(job));
    invoice = CARE_RECORD(care_invoice_new());
    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, care_record_id(f->bea));
    care_record_set_int(invoice, CARE_INVOICE_JOB, care_record_id(job));
    g_assert_true(care_flow_save_now(f->store, invoice, NULL, NULL));
    facts = facts_of(f, f->bea);
    jobs = g_object_ref_sink(care_customer_jobs_new(f->context, facts));
    invoices = g_object_ref_sink(care_customer_invoices_new(f->context, facts));
    g_assert_nonnull(text_in(row_in(jobs, "Stays cold"), "€98.90"));
    g_assert_nonnull(strstr(subtitle_in(jobs, "Stays cold"), "Dryer T8DE"));
    g_assert_true(g_str_has_prefix(subtitle_in(invoices, "Stays cold"), "Draft"));
}

static GtkWidget *
note_button_in(GtkWidget *root)
{
    if (GTK_IS_BUTTON(root)
        && g_strcmp0(gtk_actionable_get_action_name(GTK_ACTIONABLE(root)), "customer.note") == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = note_button_in(c);

        if (found)
            return found;
    }
    return NULL;
}

static gboolean
has_note(GMenuModel *menu)
{
    for (int i = 0; i < g_menu_model_get_n_items(menu); i++) {
        g_autoptr(GMenuModel) section = g_menu_model_get_item_link(menu, i, G_MENU_LINK_SECTION);
        g_autofree char *action = NULL;

        g_menu_model_get_item_attribute(menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
        if (g_strcmp0(action, "customer.note") == 0 || (section && has_note(section)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_note_below(GtkWidget *root)
{
    if (GTK_IS_MENU_BUTTON(root) && gtk_menu_button_get_menu_model(GTK_MENU_BUTTON(root))
        && has_note(gtk_menu_button_get_menu_model(GTK_MENU_BUTTON(root))))
        return TRUE;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (has_note_below(c))
            return TRUE;
    return FALSE;
}

/* Narrow, the buttons are one line; a note is in the menu then, and nowhere twice. */
static void
test_note(Fixture *f, gconstpointer data)
{
    g_autoptr(GtkWidget) page = g_object_ref_sink(g_object_new(CARE_TYPE_CUSTOMER_PAGE, NULL));
    const gboolean narrow[] = { FALSE, TRUE, FALSE };

    care_customer_page_set_context(CARE_CUSTOMER_PAGE(page), f->context);
    g_assert_true(care_customer_page_set_customer(CARE_CUSTOMER_PAGE(page), care_record_id(f->bea)));
    for (gsize i = 0; i < G_N_ELEMENTS(narrow); i++) {
        care_customer_page_set_narrow(CARE_CUSTOMER_PAGE(page), narrow[i]);
        g_assert_cmpint(gtk_widget_get_visible(note_button_in(page)), ==, !narrow[i]);
        g_assert_cmpint(has_note_below(page), ==, narrow[i]);
    }
}

static int
height_of(const char *caption)
{
    g_autoptr(CareTimelineEntry) entry = care_timeline_entry_new(
        NULL, 0, "care-wrench-symbolic", CARE_TONE_NEUTRAL, "November 2026", "Fri 20", "We called Bea");
    g_autoptr(GtkWidget) row = NULL;
    int height;

    care_timeline_entry_set_caption(entry, caption);
    row = g_object_ref_sink(care_timeline_row_new(entry));
    gtk_widget_measure(row, GTK_ORIENTATION_VERTICAL, 600, &height, NULL, NULL, NULL);
    return height;
}

/* The story goes in even steps, whether or not there is more to say of one. */
static void
test_even_steps(Fixture *f, gconstpointer data)
{
    g_assert_cmpint(height_of(NULL), ==, height_of("Nobody was there"));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(detail_cases); i++) {
        g_autofree char *path = g_strdup_printf("/customer-tabs/details/%s", detail_cases[i].name);

        g_test_add(path, Fixture, &detail_cases[i], set_up, test_details, tear_down);
    }
    ADD("/customer-tabs/what-for", test_what_for);
    ADD("/customer-tabs/note", test_note);
    ADD("/customer-tabs/even-steps", test_even_steps);
    return g_test_run();
}
