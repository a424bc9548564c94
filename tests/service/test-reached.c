/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of a line says how its customer is reached, and what it opens begins so. */
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "service/outreach/message-facts.h"

#include "shop-acts.h"

/* What the button of a complaint does for a customer who likes one way, and has what the other needs. */
static const struct {
    const char *channel;
    const char *phone;
    const char *email;
    CareDueAct act;
    const char *by;
} reached[] = {
    { "email", "0171 5551234", NULL, CARE_DUE_ACT_CALL, "phone" },
    { "email", "0171 5551234", "bea@example.org", CARE_DUE_ACT_ANSWER, "email" },
    { "email", NULL, NULL, CARE_DUE_ACT_ANSWER, "email" },
    { "sms", "0171 5551234", NULL, CARE_DUE_ACT_ANSWER, "sms" },
    { "sms", NULL, "bea@example.org", CARE_DUE_ACT_ANSWER, "email" },
    { "phone", NULL, "bea@example.org", CARE_DUE_ACT_ANSWER, "email" },
    { "counter", "0171 5551234", NULL, CARE_DUE_ACT_CALL, "phone" },
    { "counter", NULL, "bea@example.org", CARE_DUE_ACT_ANSWER, "email" },
    { "counter", NULL, NULL, CARE_DUE_ACT_CALL, "phone" },
    { NULL, NULL, "bea@example.org", CARE_DUE_ACT_ANSWER, "email" },
    { NULL, "0171 5551234", NULL, CARE_DUE_ACT_CALL, "phone" },
    { NULL, "0171 5551234", "bea@example.org", CARE_DUE_ACT_CALL, "phone" },
    { "letter", "0171 5551234", NULL, CARE_DUE_ACT_ANSWER, "letter" },
};

/* What the button says, and by which way what it opens begins: the call, or the message. */
static void
assert_opens(Shop *shop, const CareDueItem *line, CareDueAct act, const char *by)
{
    const CareMessageOccasion occasion = care_message_occasion_of(line);
    g_autoptr(CareMessageFacts) facts = care_message_facts_new(shop->store, &occasion, NULL);

    g_assert_cmpint(care_due_act_of(line), ==, act);
    g_assert_cmpstr(care_due_act_channel(line), ==, by);
    g_assert_cmpstr(care_message_facts_channel(facts), ==, by);
}

static void
test_the_button_leads_somewhere(Shop *shop, gconstpointer data)
{
    for (gsize i = 0; i < G_N_ELEMENTS(reached); i++) {
        g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
        g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
        g_autoptr(CareRecord) complaint = shop_add_complaint(shop, bea, job);
        g_autoptr(CareDueItem) line = NULL;

        care_record_clear(bea, CARE_CUSTOMER_PHONES);
        care_record_clear(bea, CARE_CUSTOMER_EMAILS);
        care_record_set_text(bea, CARE_CUSTOMER_CHANNEL, reached[i].channel);
        if (reached[i].phone != NULL)
            care_record_set_text(care_record_list_add(bea, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                                 reached[i].phone);
        if (reached[i].email != NULL)
            care_record_set_text(care_record_list_add(bea, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS,
                                 reached[i].email);
        shop_save(shop, bea);
        care_record_clear(complaint, CARE_COMPLAINT_CHANNEL);
        shop_save(shop, complaint);
        g_assert_true(care_due_find_line(care_store_reader(shop->store), shop->clock, care_record_id(bea),
                                         CARE_DUE_COMPLAINT, care_record_id(complaint), &line, NULL));
        assert_opens(shop, line, reached[i].act, reached[i].by);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/reached", Shop, NULL, shop_set_up_seller, test_the_button_leads_somewhere, shop_tear_down);
    return g_test_run();
}
