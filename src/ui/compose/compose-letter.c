/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-letter.h"

#include "document/letter-paper.h"
#include "document/paper-render.h"
#include "model/customer-address.h"
#include "model/customer.h"
#include "ui/kit/toast.h"

/* Lines are kept in the array until the paper is laid out. */
static void
add_line(GPtrArray *lines, const char *text)
{
    if (text && *text)
        g_ptr_array_add(lines, g_strdup(text));
}

static void
add_place(GPtrArray *lines, const char *postcode, const char *locality)
{
    g_autofree char *line
        = g_strstrip(g_strdup_printf("%s %s", postcode ? postcode : "", locality ? locality : ""));

    add_line(lines, line);
}

static GPtrArray *
customer_lines(CareRecord *customer)
{
    GPtrArray *lines = g_ptr_array_new_null_terminated(0, g_free, TRUE);
    CareRecord *address;

    if (care_record_list_length(customer, CARE_CUSTOMER_ADDRESSES) == 0)
        return lines;
    address = care_record_list_item(customer, CARE_CUSTOMER_ADDRESSES, 0);
    add_line(lines, care_record_text(address, CARE_CUSTOMER_ADDRESS_STREET));
    add_place(lines, care_record_text(address, CARE_CUSTOMER_ADDRESS_POSTCODE),
              care_record_text(address, CARE_CUSTOMER_ADDRESS_LOCALITY));
    add_line(lines, care_record_text(address, CARE_CUSTOMER_ADDRESS_COUNTRY));
    return lines;
}

static CarePaper *
lay_out(CareContext *context, CareRecord *customer, const char *subject, const char *body)
{
    CareStore *store = care_context_get_store(context);
    g_autofree char *street = care_store_setting(store, CARE_SETTING_SHOP_STREET);
    g_autofree char *postcode = care_store_setting(store, CARE_SETTING_SHOP_POSTCODE);
    g_autofree char *locality = care_store_setting(store, CARE_SETTING_SHOP_LOCALITY);
    g_autofree char *phone = care_store_setting(store, CARE_SETTING_SHOP_PHONE);
    g_autofree char *email = care_store_setting(store, CARE_SETTING_SHOP_EMAIL);
    g_autofree char *tagline = care_store_setting(store, CARE_SETTING_SHOP_TAGLINE);
    g_autoptr(GPtrArray) shop = g_ptr_array_new_null_terminated(0, g_free, TRUE);
    g_autoptr(GPtrArray) address = customer_lines(customer);
    CareLetterPaper letter = {
        .shop = { .name = care_context_get_shop_name(context),
                  .tagline = tagline,
                  .phone = phone,
                  .email = email,
                  .contact_name = care_context_get_person_name(context) },
        .customer = { .name = care_record_text(customer, CARE_CUSTOMER_NAME),
                      .address = (const char *const *)address->pdata },
        .date = care_clock_today(care_context_get_clock(context)),
        .subject = subject,
        .body = body,
    };

    add_line(shop, street);
    add_place(shop, postcode, locality);
    letter.shop.address = (const char *const *)shop->pdata;
    return care_letter_paper_layout(&letter);
}

typedef struct {
    CarePaper *paper;
    GtkWidget *parent;
    CareLetterPrinted printed;
    gpointer user_data;
    GDestroyNotify destroy;
} Printing;

static void
printing_free(gpointer data, GClosure *closure)
{
    Printing *printing = data;

    printing->destroy(printing->user_data);
    g_object_unref(printing->paper);
    g_object_unref(printing->parent);
    g_free(printing);
}

static void
on_draw_page(GtkPrintOperation *print, GtkPrintContext *context, int page, Printing *printing)
{
    care_paper_draw_page(printing->paper, gtk_print_context_get_cairo_context(context), (guint)page);
}

static void
on_done(GtkPrintOperation *print, GtkPrintOperationResult result, Printing *printing)
{
    g_autoptr(GError) error = NULL;

    if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
        printing->printed(printing->user_data);
    else if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
        gtk_print_operation_get_error(print, &error);
        care_toast_error(printing->parent, error);
    }
}

void
care_compose_letter_print(GtkWidget *parent, CareContext *context, CareRecord *customer, const char *subject,
                          const char *body, CareLetterPrinted printed, gpointer user_data,
                          GDestroyNotify destroy)
{
    g_autoptr(GtkPrintOperation) print = gtk_print_operation_new();
    Printing *printing = g_new0(Printing, 1);

    printing->paper = lay_out(context, customer, subject, body);
    printing->parent = g_object_ref(parent);
    printing->printed = printed;
    printing->user_data = user_data;
    printing->destroy = destroy;
    gtk_print_operation_set_n_pages(print, (int)care_paper_get_n_pages(printing->paper));
    gtk_print_operation_set_job_name(print, care_paper_get_title(printing->paper));
    gtk_print_operation_set_use_full_page(print, TRUE);
    gtk_print_operation_set_unit(print, GTK_UNIT_POINTS);
    gtk_print_operation_set_allow_async(print, TRUE);
    g_signal_connect(print, "draw-page", G_CALLBACK(on_draw_page), printing);
    g_signal_connect_data(print, "done", G_CALLBACK(on_done), printing, printing_free, 0);
    gtk_print_operation_run(print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                            GTK_WINDOW(gtk_widget_get_root(parent)), NULL);
}
