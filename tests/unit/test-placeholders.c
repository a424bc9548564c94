/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "model/placeholders.h"

#include <string.h>

static const char *
value(const char *name, gpointer data)
{
    static const char *const values[][2] = {
        { "first_name", "Bea" },
        { "device", "e-bike" },
        { "shop", "Kettle & Spoke" },
        { "nick", "{B}ea" },
        { "brace", "}" },
        { "empty", "" },
        { "thai", "จักรยาน" },
        { "recursive", "{device}" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
        if (g_str_equal(values[i][0], name))
            return values[i][1];
    return NULL;
}

typedef struct {
    const char *name;
    const char *text;
    const char *sent;
    const char *filled;
    const char *missing; /* names, with commas between them */
} Case;

static const Case cases[] = {
    { "nothing", "", "", "", "" },
    { "plain", "Good day.", "Good day.", "Good day.", "" },
    { "one", "Dear {first_name},", "Dear Bea,", "Dear Bea,", "" },
    { "two-joined", "{first_name}{device}", "Beae-bike", "Beae-bike", "" },
    { "case-and-spaces", "{ First_Name }", "Bea", "Bea", "" },
    { "other-script", "{thai}!", "จักรยาน!", "จักรยาน!", "" },
    { "lines", "{first_name}\n{device}\n", "Bea\ne-bike\n", "Bea\ne-bike\n", "" },
    { "signed-once", "Regards\n{shop}\n{ Shop }\n{device}", "Regards\nKettle & Spoke\ne-bike",
      "Regards\nKettle & Spoke\ne-bike", "" },
    { "twice-meant", "{device}\n\n{device} {device}", "e-bike\n\ne-bike e-bike", "e-bike\n\ne-bike e-bike",
      "" },
    { "unknown", "Dear {frist_name},", "Dear {frist_name},", "Dear {frist_name},", "frist_name" },
    { "without-value", "No {invoice}.", "No {invoice}.", "No {invoice}.", "invoice" },
    { "empty-value", "{empty}", "{empty}", "{empty}", "empty" },
    { "each-once", "{a} {b} {A}", "{a} {b} {A}", "{a} {b} {A}", "a,b" },
    { "words-in-braces", "{my offer}", "{my offer}", "{my offer}", "my offer" },
    { "escaped", "{{first_name}}", "{first_name}", "{{first_name}}", "" },
    { "value-with-braces", "{nick}", "{B}ea", "{{B}}ea", "" },
    { "value-is-a-placeholder", "{recursive}", "{device}", "{{device}}", "" },
    { "lone-open", "a { b", "a { b", "a {{ b", "" },
    { "lone-close", "a } b", "a } b", "a }} b", "" },
    { "lone-around", "{ {device} }", "{ e-bike }", "{{ e-bike }}", "" },
    { "faces", ":-{ and :-}", ":-{ and :-}", ":-{ and :-}", "and :-" },
    { "at-the-end", "{", "{", "{{", "" },
    { "close-twice", "{device}}", "e-bike}", "e-bike}}", "" },
    { "brace-value-and-more", "{brace}}}", "}}", "}}}}", "" },
    { "unclosed", "Dear {first_name, hello", "Dear {first_name, hello", "Dear {first_name, hello",
      "first_name" },
    { "over-the-line", "{first\nname}", "{first\nname}", "{first\nname}}", "first" },
};

static GPtrArray *
missing_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static void
test_finish(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GPtrArray) missing = missing_new();
    g_autofree char *sent = care_placeholders_finish(c->text, value, NULL, missing);
    g_autofree char *names = NULL;

    g_ptr_array_add(missing, NULL);
    names = g_strjoinv(",", (char **)missing->pdata);
    g_assert_cmpstr(sent, ==, c->sent);
    g_assert_cmpstr(names, ==, c->missing);
}

static void
test_fill(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *filled = care_placeholders_fill(c->text, value, NULL);

    g_assert_cmpstr(filled, ==, c->filled);
}

/* What was filled in for the editor goes out as the template would have. */
static void
test_same_either_way(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *filled = care_placeholders_fill(c->text, value, NULL);
    g_autofree char *again = care_placeholders_fill(filled, value, NULL);
    g_autofree char *sent = care_placeholders_finish(filled, value, NULL, NULL);

    if (*c->missing != '\0') {
        g_test_skip("does not go out");
        return;
    }
    g_assert_cmpstr(again, ==, filled);
    g_assert_cmpstr(sent, ==, c->sent);
}

static void
test_refusal_names_each(void)
{
    g_autoptr(GPtrArray) missing = missing_new();
    g_autofree char *sent = care_placeholders_finish("{invoice} {due}", NULL, NULL, missing);
    g_autofree char *refusal = care_placeholders_refusal(missing);

    g_assert_nonnull(strstr(refusal, "{invoice}"));
    g_assert_nonnull(strstr(refusal, "{due}"));
}

static void
test_no_refusal(void)
{
    g_autoptr(GPtrArray) missing = missing_new();
    g_autofree char *sent = care_placeholders_finish("{device}", value, NULL, missing);

    g_assert_null(care_placeholders_refusal(missing));
}

/* A name as long as a book is no placeholder; it must not take the text with it. */
static void
test_endless_name(void)
{
    g_autofree char *name = g_strnfill(100000, 'x');
    g_autofree char *text = g_strdup_printf("{%s}", name);
    g_autoptr(GPtrArray) missing = missing_new();
    g_autofree char *sent = care_placeholders_finish(text, value, NULL, missing);

    g_assert_cmpstr(sent, ==, text);
    g_assert_cmpuint(missing->len, ==, 1);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/placeholders/finish", cases, name, test_finish);
    CARE_TEST_ADD_TABLE("/placeholders/fill", cases, name, test_fill);
    CARE_TEST_ADD_TABLE("/placeholders/same", cases, name, test_same_either_way);
    g_test_add_func("/placeholders/refusal", test_refusal_names_each);
    g_test_add_func("/placeholders/no-refusal", test_no_refusal);
    g_test_add_func("/placeholders/endless", test_endless_name);
    return g_test_run();
}
