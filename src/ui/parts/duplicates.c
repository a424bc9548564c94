/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/duplicates.h"
#include "ui/kit/alert.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
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

/* In a button an underscore would mark a key. */
static char *
label_of(const char *word, const char *name)
{
    g_auto(GStrv) around = g_strsplit(word, "%s", 2);
    g_auto(GStrv) pieces = g_strsplit(name, "_", -1);
    g_autofree char *plain = g_strjoinv("__", pieces);

    return g_strconcat(around[0], plain, around[1], NULL);
}

void
care_duplicates_ask(GtkWidget *parent, CareRecord *other, const char *why, const CareDuplicateWords *words,
                    CareDuplicateFunc answered, gpointer user_data)
{
    const char *name = care_record_text(other, CARE_CUSTOMER_NAME);
    g_autofree char *who = care_isolate(name);
    AdwDialog *dialog = ADW_DIALOG(care_alert_new(_("Is This the Same Customer?"), NULL));
    AdwAlertDialog *alert = ADW_ALERT_DIALOG(dialog);
    Question *question = g_new0(Question, 1);
    g_autofree char *open = label_of(words->open, name);

    question->other = care_record_id(other);
    question->answered = answered;
    question->user_data = g_object_ref(user_data);
    /* Translators: a phone number or e-mail address, and a customer */
    adw_alert_dialog_format_body(alert, _("%s already belongs to %s."), why, who);
    adw_alert_dialog_add_responses(alert, "back", _("Back"), "save", words->save, "open", open, NULL);
    adw_alert_dialog_set_response_appearance(alert, "open", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(alert, "open");
    adw_alert_dialog_set_close_response(alert, "back");
    adw_alert_dialog_choose(alert, parent, NULL, on_response, question);
}
