/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample/sample-private.h"

#include <string.h>

#include "model/plan-step.h"
#include "model/plan.h"
#include "model/staff.h"
#include "model/text.h"
#include "service/flow.h"

static gboolean
write_settings(CareTransaction *transaction, GError **error)
{
    static const char *const settings[][2] = {
        { CARE_SETTING_SHOP_NAME, "Kettle & Spoke" },
        { CARE_SETTING_SHOP_TAGLINE, "Bikes and appliances, repaired with care" },
        { CARE_SETTING_SHOP_STREET, "Lindenstraße 14" },
        { CARE_SETTING_SHOP_POSTCODE, "10969" },
        { CARE_SETTING_SHOP_LOCALITY, "Berlin" },
        { CARE_SETTING_SHOP_PHONE, "030 5512 080" },
        { CARE_SETTING_SHOP_EMAIL, "hello@kettle-spoke.example" },
        { CARE_SETTING_SHOP_VAT_ID, "DE312448907" },
        { CARE_SETTING_SHOP_IBAN, "DE02100100100006820101" },
        { CARE_SETTING_SHOP_BIC, "PBNKDEFF" },
        { CARE_SETTING_SHOP_BANK, "Postbank" },
        { CARE_SETTING_REGION, "DE" },
        { CARE_SETTING_CURRENCY, "EUR" },
        { CARE_SETTING_OPENING_HOURS, "Mo-Fr 09:00-18:00; Sa 09:00-13:00" },
        { CARE_SETTING_FIRST_RUN_DONE, "true" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        if (!care_transaction_set_setting(transaction, settings[i][0], settings[i][1], error))
            return FALSE;
    return TRUE;
}

static gboolean
hire(CareTransaction *transaction, CareSample *sample, GError **error)
{
    static const char *const people[2][4] = {
        { "Mara Lind", "Owner", "030 5512 081", "Tuesday to Saturday" },
        { "Jonas Weber", "Technician", "030 5512 082", "Monday to Friday" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        g_autoptr(CareRecord) staff = CARE_RECORD(care_staff_new());

        care_record_set_text(staff, CARE_STAFF_NAME, people[i][0]);
        care_record_set_text(staff, CARE_STAFF_ROLE, people[i][1]);
        care_record_set_text(staff, CARE_STAFF_PHONE, people[i][2]);
        care_record_set_text(staff, CARE_STAFF_HOURS, people[i][3]);
        if (!care_flow_save(transaction, staff, NULL, error))
            return FALSE;
        sample->staff[i] = care_record_id(staff);
    }
    return TRUE;
}

typedef struct {
    const char *title, *kind, *anchor, *channel;
    int months, days;
} Step;

static const Step brake_steps[] = {
    { "Thank-you", "thanks", "handover", "letter", 0, 1 },
    { "Still braking well?", "check", "handover", "phone", 0, 5 },
    { "How did it go?", "feedback", "handover", "counter", 0, 14 },
    { "Spring service", "service", "handover", "email", 6, 0 },
    { "Warranty check", "warranty", "warranty-end", "email", 0, -30 },
};
static const Step bike_steps[] = {
    { "Thank-you", "thanks", "handover", "letter", 0, 1 },
    { "Does it ride well?", "check", "handover", "phone", 0, 7 },
    { "How did it go?", "feedback", "handover", "email", 0, 14 },
    { "Annual service", "service", "handover", "email", 12, 0 },
};
static const Step appliance_steps[] = {
    { "Does it still work?", "check", "handover", "phone", 0, 5 },
    { "How did it go?", "feedback", "handover", "counter", 0, 14 },
    { "Warranty check", "warranty", "warranty-end", "email", 0, -30 },
};
static const Step phone_steps[] = {
    { "How did it go?", "feedback", "handover", "email", 0, 14 },
    { "Battery and backup check", "service", "handover", "email", 12, 0 },
};
static const Step small_steps[] = {
    { "How did it go?", "feedback", "handover", "counter", 0, 14 },
};

static const struct {
    const char *name;
    const char *job_kind;
    const Step *steps;
    guint n_steps;
} plans[] = {
    { "Brake Service Plan", "Brake Service", brake_steps, G_N_ELEMENTS(brake_steps) },
    { "Annual Service Plan", "Annual Service", bike_steps, G_N_ELEMENTS(bike_steps) },
    { "Appliance Repair Plan", "Appliance Repair", appliance_steps, G_N_ELEMENTS(appliance_steps) },
    { "Phone Repair Plan", "Phone Repair", phone_steps, G_N_ELEMENTS(phone_steps) },
    { "Small Repair Plan", "Small Repair", small_steps, G_N_ELEMENTS(small_steps) },
};

static void
add_step(CareRecord *plan, const Step *from)
{
    CareRecord *step = care_record_list_add(plan, CARE_PLAN_STEPS);

    care_record_set_text(step, CARE_PLAN_STEP_TITLE, from->title);
    care_record_set_text(step, CARE_PLAN_STEP_KIND, from->kind);
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, from->anchor);
    care_record_set_text(step, CARE_PLAN_STEP_CHANNEL, from->channel);
    care_record_set_int(step, CARE_PLAN_STEP_MONTHS, from->months);
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, from->days);
}

static gboolean
make_plans(CareTransaction *transaction, CareSample *sample, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(plans); i++) {
        g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());

        care_record_set_text(plan, CARE_PLAN_NAME, plans[i].name);
        care_record_set_text(plan, CARE_PLAN_JOB_KIND, plans[i].job_kind);
        care_record_set_int(plan, CARE_PLAN_WARRANTY_MONTHS, 24);
        for (guint j = 0; j < plans[i].n_steps; j++)
            add_step(plan, &plans[i].steps[j]);
        if (!care_flow_save(transaction, plan, NULL, error))
            return FALSE;
        sample->plans[i] = care_record_id(plan);
    }
    return TRUE;
}

CareId
care_sample_plan_for(CareSample *sample, const char *job_kind)
{
    for (gsize i = 0; i < G_N_ELEMENTS(plans); i++)
        if (strcmp(plans[i].job_kind, job_kind) == 0)
            return sample->plans[i];
    return 0;
}

/* Name, situation, subject, text. */
static const char *const texts[][4] = {
    { "It Is Ready", "ready", "Your {thing} is ready",
      "Hello {first_name},\n\nYour {thing} is ready. You can collect it {hours}.\n\n{contact}\n{shop}" },
    { "Thank You", "thanks", "Thank you",
      "Hello {first_name},\n\nThank you for bringing us your {thing}. If anything is not right, call "
      "{contact}, "
      "{contact_phone}.\n\n{shop}" },
    { "How Did It Go?", "feedback", "How did it go?",
      "Hello {first_name},\n\nHow likely is it, from 0 to 10, that you would recommend us? One number is "
      "enough; a "
      "sentence helps us more.\n\n{contact}\n{shop}" },
    { "Does It Still Work?", "check", "Is all well with your {thing}?",
      "Hello {first_name},\n\nIs all well with your {thing}? If not, tell us; we look at it at "
      "once.\n\n{contact}\n{shop}" },
    { "Your Warranty Ends Soon", "warranty", "A free check before your warranty ends",
      "Hello {first_name},\n\nThe warranty on your {thing} ends on {warranty_end}. Shall we look it "
      "over before? It "
      "costs you nothing.\n\n{contact}\n{shop}" },
    { "Time for a Service", "service", "Your {thing} is due for a service",
      "Hello {first_name},\n\nYour {thing} is due for its service. Tell us a day that suits "
      "you.\n\n{contact}\n{shop}" },
    { "Your Invoice", "invoice", "Invoice {invoice_number}",
      "Hello {first_name},\n\nHere is invoice {invoice_number} over {amount}. Please pay it by "
      "{due_date}.\n\n{contact}\n{shop}" },
    { "All the Best", "occasion", "All the best",
      "Hello {first_name},\n\nAll the best on your {occasion}. It is good to have you with "
      "us.\n\n{contact}\n{shop}" },
    { "Invoice Still Open", "reminder", "Invoice {invoice_number}",
      "Hello {first_name},\n\n{open} of invoice {invoice_number} is still open. If you have paid "
      "meanwhile, thank you; if something is not right, please call.\n\n{contact}\n{shop}" },
    { "We Are Sorry", "complaint", "About your {thing}",
      "Hello {first_name},\n\nI am sorry. I want to put this right: when may I call you?\n\n{contact}, "
      "{contact_phone}\n{shop}" },
};

static gboolean
write_texts(CareTransaction *transaction, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(CareRecord) text = CARE_RECORD(care_text_new());

        care_record_set_text(text, CARE_TEXT_NAME, texts[i][0]);
        care_record_set_text(text, CARE_TEXT_SITUATION, texts[i][1]);
        care_record_set_text(text, CARE_TEXT_SUBJECT, texts[i][2]);
        care_record_set_text(text, CARE_TEXT_BODY, texts[i][3]);
        if (!care_flow_save(transaction, text, NULL, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_sample_open_shop(CareTransaction *transaction, CareSample *sample, GError **error)
{
    g_autofree char *owner = NULL;

    care_transaction_pretend(transaction, sample->now - (gint64)3 * 366 * 86400, &sample->serial);
    if (!write_settings(transaction, error) || !hire(transaction, sample, error)
        || !make_plans(transaction, sample, error) || !write_texts(transaction, error))
        return FALSE;
    owner = care_id_to_string(sample->staff[0]);
    return care_transaction_set_setting(transaction, CARE_SETTING_ACTOR, owner, error);
}
