/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* IBAN, BIC, creditor references and the payment code's text. */
#include "document/epc-payload.h"
#include "document/iban.h"

#include "core/errors.h"

typedef struct {
    const char *name;
    const char *text;
    gboolean good;
} Check;

static const Check ibans[] = {
    { "germany", "DE89370400440532013000", TRUE },
    { "germany-spaced", "DE89 3704 0044 0532 0130 00", TRUE },
    { "as-our-papers-write-it", "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", TRUE },
    { "narrow-blanks", "DE89\u202f3704\u20090044\u202f0532\u20090130\u202f00", TRUE },
    { "tabs", "DE89\t3704\t0044\t0532\t0130\t00", TRUE },
    { "unseen", "\ufeffDE89 3704 0044 0532 0130 00\u200b", TRUE },
    { "not-utf-8", "DE89370400440532013000\xff", FALSE },
    { "lower-case", "de89370400440532013000", TRUE },
    { "norway-short", "NO9386011117947", TRUE },
    { "malta-long", "MT84MALT011000012345MTLCAST001S", TRUE },
    { "britain-letters", "GB82WEST12345698765432", TRUE },
    { "sample-shop", "DE02100100100006820101", TRUE },
    { "one-digit-wrong", "DE89370400440532013001", FALSE },
    { "two-digits-swapped", "DE89370400440532031000", FALSE },
    { "too-short", "DE8937040044", FALSE },
    { "no-country", "8937040044053201300089", FALSE },
    { "dashes", "DE89-3704-0044-0532-0130-00", TRUE },
    { "punctuation", "DE89/3704/0044/0532/0130/00", FALSE },
    { "umlaut", "DE8937040044053201300Ä", FALSE },
    { "empty", "", FALSE },
    { "null", NULL, FALSE },
};

static const struct {
    const char *text;
    CareIbanLook look;
} looks[] = {
    { "DE89 3704 0044 0532 0130 00", CARE_IBAN_OF_COUNTRY },
    { "NO9386011117947", CARE_IBAN_OF_COUNTRY },
    { "MT84MALT011000012345MTLCAST001S", CARE_IBAN_OF_COUNTRY },
    { "YE30", CARE_IBAN_WRONG_LENGTH }, /* the last of the registry */
    { "ZZ93111111111111111111", CARE_IBAN_NO_COUNTRY },
    { "AA6311111111111", CARE_IBAN_NO_COUNTRY },
    { "DE863704004405320130", CARE_IBAN_WRONG_LENGTH },
    { "DE4437040044053201300099", CARE_IBAN_WRONG_LENGTH },
    { "D", CARE_IBAN_NO_COUNTRY },
    { "", CARE_IBAN_NO_COUNTRY },
};

static void
test_looks(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(looks); i++)
        g_assert_cmpint(care_iban_look(looks[i].text), ==, looks[i].look);
}

static const Check references[] = {
    { "standard-example", "RF18539007547034", TRUE },
    { "spaced", "RF18 5390 0754 7034", TRUE },
    { "letters", "RF712348231", TRUE },
    { "wrong-digit", "RF18539007547035", FALSE },
    { "no-prefix", "18539007547034", FALSE },
    { "too-long", "RF1853900754703453900754703412", FALSE },
    { "null", NULL, FALSE },
};

static const Check bics[] = {
    { "eight", "PBNKDEFF", TRUE },           { "eleven", "PBNKDEFFXXX", TRUE },
    { "digits-in-place", "BPHKPLPK", TRUE }, { "nine", "PBNKDEFFX", FALSE },
    { "digit-in-bank", "PB1KDEFF", FALSE },  { "empty", "", FALSE },
};

static void
test_iban(gconstpointer data)
{
    const Check *check = data;

    g_assert_cmpint(care_iban_check(check->text), ==, check->good);
}

static void
test_reference(gconstpointer data)
{
    const Check *check = data;

    g_assert_cmpint(care_creditor_reference_check(check->text), ==, check->good);
}

static void
test_bic(gconstpointer data)
{
    const Check *check = data;

    g_assert_cmpint(care_bic_check(check->text), ==, check->good);
}

static void
test_iban_format(void)
{
    g_autofree char *text = care_iban_format("de02100100100006820101");

    g_assert_cmpstr(text, ==, "DE02\u00a01001\u00a00010\u00a00006\u00a08201\u00a001");
}

static CareEpcPayload
payload(void)
{
    return (CareEpcPayload){
        .name = "Kettle & Spoke",
        .iban = "DE02 1001 0010 0006 8201 01",
        .bic = "PBNKDEFFXXX",
        .currency = "EUR",
        .amount = 22896,
        .text = "Invoice 2026-0412",
    };
}

static void
assert_payload(const CareEpcPayload *input, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = care_epc_payload_build(input, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(text, ==, expected);
}

static void
test_payload_text(void)
{
    CareEpcPayload input = payload();

    assert_payload(&input,
                   "BCD\n002\n1\nSCT\nPBNKDEFFXXX\nKettle & Spoke\nDE02100100100006820101\nEUR228.96\n\n\n"
                   "Invoice 2026-0412");
}

static void
test_payload_reference_excludes_text(void)
{
    CareEpcPayload input = payload();

    input.reference = "RF18 5390 0754 7034";
    assert_payload(&input,
                   "BCD\n002\n1\nSCT\nPBNKDEFFXXX\nKettle & Spoke\nDE02100100100006820101\nEUR228.96\n\n"
                   "RF18539007547034");
}

static void
test_payload_odd_reference_becomes_text(void)
{
    CareEpcPayload input = payload();

    input.text = NULL;
    input.reference = "2026-0412";
    assert_payload(&input,
                   "BCD\n002\n1\nSCT\nPBNKDEFFXXX\nKettle & Spoke\nDE02100100100006820101\nEUR228.96\n\n\n"
                   "2026-0412");
}

static void
test_payload_ends_with_last_used_line(void)
{
    CareEpcPayload input = payload();

    input.text = NULL;
    input.bic = NULL;
    assert_payload(&input, "BCD\n002\n1\nSCT\n\nKettle & Spoke\nDE02100100100006820101\nEUR228.96");
}

static void
test_payload_one_cent(void)
{
    CareEpcPayload input = payload();
    g_autofree char *text = NULL;

    input.amount = 1;
    text = care_epc_payload_build(&input, NULL);
    g_assert_nonnull(strstr(text, "\nEUR0.01\n"));
}

static void
test_payload_no_line_breaks_get_in(void)
{
    CareEpcPayload input = payload();
    g_autofree char *text = NULL;

    input.name = "Kettle\nEUR1.00\r& Spoke";
    text = care_epc_payload_build(&input, NULL);
    g_assert_nonnull(strstr(text, "\nKettle EUR1.00 & Spoke\nDE02"));
}

static char *
repeat(const char *text, guint times)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; i < times; i++)
        g_string_append(out, text);

    return g_strdup(out->str);
}

static void
test_payload_cuts_long_fields(void)
{
    CareEpcPayload input = payload();
    g_autofree char *name = repeat("n", 90);
    g_autofree char *purpose = repeat("t", 200);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    input.name = name;
    input.text = purpose;
    text = care_epc_payload_build(&input, NULL);
    lines = g_strsplit(text, "\n", -1);
    g_assert_cmpuint(strlen(lines[5]), ==, 70);
    g_assert_cmpuint(strlen(lines[10]), ==, 140);
}

/* Two bytes a letter: 70 + 140 characters no longer fit into 331 bytes. */
static void
test_payload_never_exceeds_331_bytes(void)
{
    CareEpcPayload input = payload();
    g_autofree char *name = repeat("ü", 70);
    g_autofree char *purpose = repeat("ä", 140);
    g_autofree char *text = NULL;

    input.name = name;
    input.text = purpose;
    text = care_epc_payload_build(&input, NULL);
    g_assert_cmpuint(strlen(text), <=, CARE_EPC_MAX_BYTES);
    g_assert_cmpuint(strlen(text), >=, CARE_EPC_MAX_BYTES - 1);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_nonnull(strstr(text, name));
}

typedef struct {
    const char *name;
    const char *currency;
    const char *iban;
    const char *bic;
    gint64 amount;
} Refusal;

static const Refusal refusals[] = {
    { "francs", "CHF", "DE02100100100006820101", NULL, 100 },
    { "nothing-due", "EUR", "DE02100100100006820101", NULL, 0 },
    { "credit", "EUR", "DE02100100100006820101", NULL, -100 },
    { "no-iban", "EUR", "", NULL, 100 },
    { "null-iban", "EUR", NULL, NULL, 100 },
    { "wrong-iban", "EUR", "DE03100100100006820101", NULL, 100 },
    { "wrong-bic", "EUR", "DE02100100100006820101", "POSTBANK1", 100 },
    { "a-billion", "EUR", "DE02100100100006820101", NULL, G_GINT64_CONSTANT(100000000000) },
};

static void
test_payload_refused(gconstpointer data)
{
    const Refusal *refusal = data;
    CareEpcPayload input = payload();
    g_autoptr(GError) error = NULL;

    input.currency = refusal->currency;
    input.iban = refusal->iban;
    input.bic = refusal->bic;
    input.amount = refusal->amount;
    g_assert_null(care_epc_payload_build(&input, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static void
add_checks(const char *folder, const Check *checks, gsize n, GTestDataFunc function)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *path = g_strdup_printf("/payment/%s/%s", folder, checks[i].name);

        g_test_add_data_func(path, &checks[i], function);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_checks("iban", ibans, G_N_ELEMENTS(ibans), test_iban);
    add_checks("reference", references, G_N_ELEMENTS(references), test_reference);
    add_checks("bic", bics, G_N_ELEMENTS(bics), test_bic);
    g_test_add_func("/payment/iban-format", test_iban_format);
    g_test_add_func("/payment/epc/text", test_payload_text);
    g_test_add_func("/payment/epc/reference-excludes-text", test_payload_reference_excludes_text);
    g_test_add_func("/payment/epc/odd-reference-becomes-text", test_payload_odd_reference_becomes_text);
    g_test_add_func("/payment/epc/ends-with-last-used-line", test_payload_ends_with_last_used_line);
    g_test_add_func("/payment/epc/one-cent", test_payload_one_cent);
    g_test_add_func("/payment/epc/no-line-breaks-get-in", test_payload_no_line_breaks_get_in);
    g_test_add_func("/payment/epc/cuts-long-fields", test_payload_cuts_long_fields);
    g_test_add_func("/payment/iban-country", test_looks);
    g_test_add_func("/payment/epc/never-exceeds-331-bytes", test_payload_never_exceeds_331_bytes);
    for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
        g_autofree char *path = g_strdup_printf("/payment/epc/refused/%s", refusals[i].name);

        g_test_add_data_func(path, &refusals[i], test_payload_refused);
    }

    return g_test_run();
}
