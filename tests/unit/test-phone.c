/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phone.h"

#include <string.h>

#include "common/case-table.h"

typedef struct {
    const char *number;
    const char *region;
    const char *digits;
} Case;

static const Case cases[] = {
    { "0171 1234567", "DE", "01711234567" },
    { "+49 171 1234567", "DE", "01711234567" },
    { "0049171 1234567", "DE", "01711234567" },
    { "+49 (0)171 / 123 45-67", "DE", "01711234567" },
    { "0049(0)171-1234567", "DE", "01711234567" },
    { "+490171 1234567", "DE", "01711234567" },
    { "(0171) 1234567", "DE", "01711234567" },
    { "tel:+49-171-1234567", "DE", "01711234567" },
    { "Mobile: 0171.1234567", "DE", "01711234567" },
    { "0171 1234567", "de", "01711234567" },
    { "＋４９ １７１ １２３４５６７", "DE", "01711234567" },
    { "\u202a+49 171 1234567\u202c", "DE", "01711234567" },
    { "1234567", "DE", "1234567" },
    { "110", "DE", "110" },
    { "0171 1234567 ext. 12", "DE", "01711234567" },
    { "0171 1234567x12", "DE", "01711234567" },
    { "0171 1234567 #12", "DE", "01711234567" },
    { "0171 1234567;ext=12", "DE", "01711234567" },
    { "0171 1234567,,12", "DE", "01711234567" },
    { "030 1234-0 Durchwahl 12", "DE", "03012340" },
    { "030 1234-0 (office)", "DE", "03012340" },
    { "+43 664 1234567", "DE", "436641234567" },
    { "0043 (0)664 1234567", "DE", "436641234567" },
    { "+43 0664 1234567", "DE", "436641234567" },
    { "0049 171 1234567", "US", "491711234567" },
    { "+43 664 1234567", "AT", "06641234567" },
    { "0664 1234567", "AT", "06641234567" },
    { "+41 79 123 45 67", "CH", "0791234567" },
    { "+33 6 12 34 56 78", "FR", "0612345678" },
    { "06 12 34 56 78", "FR", "0612345678" },
    { "+31 (0)6 12345678", "NL", "0612345678" },
    { "+44 20 7946 0958", "GB", "02079460958" },
    { "020 7946 0958", "GB", "02079460958" },
    { "+39 06 6982", "IT", "066982" },
    { "06 6982", "IT", "066982" },
    { "+39 347 1234567", "IT", "3471234567" },
    { "+34 612 345 678", "ES", "612345678" },
    { "+45 12 34 56 78", "DK", "12345678" },
    { "+48 512 345 678", "PL", "512345678" },
    { "+36 20 123 4567", "HU", "06201234567" },
    { "06 20 123 4567", "HU", "06201234567" },
    { "+1 (415) 555-2671", "US", "4155552671" },
    { "1-415-555-2671", "US", "4155552671" },
    { "415.555.2671", "US", "4155552671" },
    { "011 49 171 1234567", "US", "491711234567" },
    { "+1 415 555 2671", "CA", "4155552671" },
    { "+7 912 345-67-89", "RU", "9123456789" },
    { "8 (912) 345-67-89", "RU", "9123456789" },
    { "+91 98765 43210", "IN", "9876543210" },
    { "098765 43210", "IN", "9876543210" },
    { "+81 90-1234-5678", "JP", "09012345678" },
    { "+61 412 345 678", "AU", "0412345678" },
    { "0011 61 412 345 678", "AU", "0412345678" },
    { "+90 532 123 45 67", "TR", "05321234567" },
    /* what a spreadsheet leaves of a plus */
    { "491711234567", "DE", "01711234567" },
    { "49 171 1234567", "DE", "01711234567" },
    { "4912345", "DE", "4912345" },
    { "436641234567", "DE", "436641234567" },
    { "436641234567", "AT", "06641234567" },
    { "48512345678", "PL", "512345678" },
    { "393471234567", "IT", "3471234567" },
    { "3931234567", "IT", "3931234567" },
    { "919876543210", "IN", "9876543210" },
    { "9198765432", "IN", "9198765432" },
    { "79123456789", "RU", "9123456789" },
    { "36201234567", "HU", "06201234567" },
    { "+49 171 1234567", NULL, "491711234567" },
    { "0049 171 1234567", NULL, "00491711234567" },
    { "+49 171 1234567", "ZZ", "491711234567" },
    { "0171-1234567", "", "01711234567" },
    { "٠١٧١ ١٢٣٤٥٦٧", "DE", "01711234567" },
    { "", "DE", "" },
    { NULL, "DE", "" },
    { "no number", "DE", "" },
    { "+", "DE", "" },
    { "+49", "DE", "49" },
    { "\xff\xfe 0171", "DE", "0171" },
};

static void
test_digits(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *digits = care_phone_digits(c->number, c->region);

    g_assert_cmpstr(digits, ==, c->digits);
}

/* Every region's number, written in the international form and in its own, is one number. */
static void
test_own_form_is_settled(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *once = care_phone_digits(c->number, c->region);
    g_autofree char *twice = care_phone_digits(once, c->region);

    g_assert_cmpstr(twice, ==, once);
}

/* What is typed to find a number, and one way in which it may be stored. */
static const Case typed[] = {
    { "+49 171 3000001", "DE", "01713000001" },
    { "49171", "DE", "0171" },
    { "+43 660 3000012", "DE", "06603000012" },
    { "0043660", "DE", "43660" },
    { "1 415 555", "US", "415555" },
    { "1 415 555", "DE", "1415555" },
    { "+1 415", "US", "415" },
    { "0049 171 3000001", "US", "491713000001" },
    { "011 49 171", "US", "49171" },
    { "8 912 345", "RU", "912345" },
    { "79123", "RU", "9123" },
    { "39066982", "IT", "066982" },
    { "06 6982", "IT", "066982" },
    { "Tel. 0171 3000001", "DE", "01713000001" },
    { "0171 3000001 ext. 12", "DE", "01713000001" },
    { "49171", NULL, "49171" },
};

static void
test_readings(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GPtrArray) readings = care_phone_readings(c->number, c->region);

    g_assert_true(g_ptr_array_find_with_equal_func(readings, c->digits, g_str_equal, NULL));
}

static const struct {
    const char *text;
    gboolean phone;
} texts[] = {
    { "335", TRUE },
    { "+49\u00a0171\u20133000001", TRUE },
    { "tel:+49-171", TRUE },
    { "Tel. 0171 3000001", TRUE },
    { "TELEFON 0171 1", TRUE },
    { "Natel: 079 123", TRUE },
    { "0171 300 (mobil)", TRUE },
    { "Тел. +7 921 0", TRUE },
    { "", FALSE },
    { "+", FALSE },
    { "Tel. 12", FALSE },
    { "Koch 33521", FALSE },
    { "iPhone 13000", FALSE },
    { "12 Koch", FALSE },
    { "0171 300 Koch", FALSE },
    { "2026-0003a", FALSE },
};

static void
test_is_typed(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        if (care_phone_is_typed(texts[i].text) != texts[i].phone)
            g_error("“%s” is taken for what it is not", texts[i].text);
}

/* A number of another country as it is dialled there; a number of the shop's own is none. */
static const struct {
    const char *number, *stored, *also;
} abroad[] = {
    { "+43 660 3000012", "436603000012", "06603000012" },
    { "0043 660 3000012", "436603000012", "06603000012" },
    { "436603000012", "436603000012", "06603000012" },
    { "+36 20 1234567", "36201234567", "06201234567" },
    { "+49 171 3000001", "01713000001", NULL },
    { "0171 3000001", "01713000001", NULL },
    { "+34 612 345 678", "612345678", NULL },
    { "+39 347 1234567", "3471234567", NULL },
    { "4315551234", "4315551234", NULL },
    { "+39 02 1234567", "39021234567", NULL },
};

static void
test_abroad(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(abroad); i++) {
        g_autofree char *also = care_phone_also(abroad[i].number, abroad[i].stored);

        g_assert_cmpstr(also, ==, abroad[i].also);
    }
}

static const struct {
    const char *text, *number, *rest;
} within[] = {
    { "Koch +49 171 300", "+49 171 300", "Koch  " },
    { "0171/300 00 Koch", "0171/300 00", "  Koch" },
    { "Koch (0171) 300", NULL, NULL },
    { "Koch 2000 42", NULL, NULL },
    { "Koch 0017x", NULL, NULL },
    { "Koch 0017", NULL, NULL },
};

static void
test_within(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(within); i++) {
        g_autofree char *number = NULL, *rest = NULL;

        g_assert_cmpint(care_phone_within(within[i].text, &number, &rest), ==, within[i].number != NULL);
        g_assert_cmpstr(number, ==, within[i].number);
        if (within[i].rest != NULL)
            g_assert_cmpstr(rest + strspn(rest, " "), ==, within[i].rest + strspn(within[i].rest, " "));
    }
}

static const struct {
    const char *text;
    gboolean whole;
} wholes[] = {
    { "0171 5551234", TRUE },   { "+49 171 555", TRUE },    { "(030) 2026-5 12", TRUE },
    { "0171/5551234", TRUE },   { "01.23.45.67.89", TRUE }, { "030/12345-67", TRUE },
    { "555 12 34", TRUE },      { "555-1234", TRUE },       { "12345", TRUE },
    { "Tel. 555 12 34", TRUE }, { " ٠١٧١ ٥٥٥ ", TRUE },     { "1234", FALSE },
    { "017", FALSE },           { "148.90", FALSE },        { "1.148,90", FALSE },
    { "0.50000", FALSE },       { "12,500", FALSE },        { "148.90 €", FALSE },
    { "2026-9999", FALSE },     { "12/2026-5", FALSE },     { "2026-11-24", FALSE },
    { "24.11.2026", FALSE },    { "05.11.2026", FALSE },    { "05/11/26", FALSE },
    { "#12345", FALSE },        { "Koch", FALSE },          { "", FALSE },
};

/* What somebody typed to find a person: who is not there can be made of a number that reaches them, and of none else. */
static void
test_is_whole(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++)
        if (care_phone_is_whole(wholes[i].text) != wholes[i].whole)
            g_error("“%s”", wholes[i].text);
}

#define N_DIGITS 2000000
#define SECONDS 10

/* Defect: each letter of it was asked for the length of all that follow; a broken address card kept an import busy for minutes. */
static void
test_endless(void)
{
    g_autofree char *number = g_strnfill(N_DIGITS, '1');
    g_autofree char *digits = NULL;

    g_test_timer_start();
    digits = care_phone_digits(number, "DE");
    g_assert_cmpuint(strlen(digits), ==, N_DIGITS);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, SECONDS);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/phone/digits", cases, number, test_digits);
    CARE_TEST_ADD_TABLE("/phone/settled", cases, digits, test_own_form_is_settled);
    CARE_TEST_ADD_TABLE("/phone/readings", typed, number, test_readings);
    g_test_add_func("/phone/is-typed", test_is_typed);
    g_test_add_func("/phone/is-whole", test_is_whole);
    g_test_add_func("/phone/abroad", test_abroad);
    g_test_add_func("/phone/within", test_within);
    g_test_add_func("/phone/endless", test_endless);
    return g_test_run();
}
