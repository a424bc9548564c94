/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/duplicates.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/phone.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"

/* Shorter numbers are extensions that many share. */
#define SHORTEST_NUMBER 5

static CareRecord *
find_one(CareStore *store, const char *query, const char *text, CareId self)
{
    return care_store_find(store, &care_customer_kind, query, "sii", text, self, (gint64)1);
}

static CareRecord *
find_by_phone(CareStore *store, CareRecord *phone, CareId self)
{
    g_autofree char *region = care_store_setting(store, CARE_SETTING_REGION);
    const char *number = care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER);
    g_autofree char *digits = number ? care_phone_digits(number, region) : NULL;

    if (!digits || strlen(digits) < SHORTEST_NUMBER)
        return NULL;
    return find_one(store, "customers/with-phone", digits, self);
}

CareRecord *
care_duplicates_find(CareStore *store, CareRecord *customer, char **why)
{
    CareId self = care_record_id(customer);
    CareRecord *other = NULL;

    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_PHONES); i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);

        other = find_by_phone(store, phone, self);
        if (other) {
            *why = g_strdup(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
            return other;
        }
    }
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_EMAILS); i++) {
        CareRecord *email = care_record_list_item(customer, CARE_CUSTOMER_EMAILS, i);
        const char *address = care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS);

        other = address ? find_one(store, "customers/with-email", address, self) : NULL;
        if (other) {
            *why = g_strdup(address);
            return other;
        }
    }
    return NULL;
}

typedef struct {
    CareId other;
    CareDuplicateFunc answered;
    gpointer user_data;
} Question;

static void
on_response(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Question *question = data;
    const char *response = adw_alert_dialog_choose_finish(ADW_ALERT_DIALOG(source), result);
    CareDuplicateAnswer answer = g_strcmp0(response, "open") == 0   ? CARE_DUPLICATE_OPEN
                                 : g_strcmp0(response, "save") == 0 ? CARE_DUPLICATE_SAVE
                                                                    : CARE_DUPLICATE_BACK;

    question->answered(answer, question->other, question->user_data);
    g_object_unref(question->user_data);
}

void
care_duplicates_ask(GtkWidget *parent, CareRecord *other, const char *why, CareDuplicateFunc answered,
                    gpointer user_data)
{
    const char *name = care_record_text(other, CARE_CUSTOMER_NAME);
    AdwDialog *dialog = adw_alert_dialog_new(NULL, NULL);
    AdwAlertDialog *alert = ADW_ALERT_DIALOG(dialog);
    Question *question = g_new0(Question, 1);
    g_autofree char *open = NULL;

    question->other = care_record_id(other);
    question->answered = answered;
    question->user_data = g_object_ref(user_data);
    /* Translators: %s is a customer */
    adw_alert_dialog_format_heading(alert, _("Is This %s?"), name);
    /* Translators: a phone number or e-mail address, and a customer */
    adw_alert_dialog_format_body(alert, _("%s already belongs to %s."), why, name);
    /* Translators: %s is a customer */
    open = g_strdup_printf(_("Open %s"), name);
    adw_alert_dialog_add_responses(alert, "back", _("Back"), "save", _("Save Both"), "open", open, NULL);
    adw_alert_dialog_set_response_appearance(alert, "open", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(alert, "open");
    adw_alert_dialog_set_close_response(alert, "back");
    adw_alert_dialog_choose(alert, parent, NULL, on_response, question);
}
