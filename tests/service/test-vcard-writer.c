/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/draft-equal.h"
#include "common/draft-text.h"
#include "exchange/export/contacts-csv.h"
#include "exchange/export/vcard-writer.h"
#include "exchange/import/contact-reader.h"

/* Random contacts in many scripts, written and read again: nothing may change. */

static const char *const words[] = {
    "Ann",
    "Müller",
    "Łukasz",
    "Çelik",
    "Ørsted",
    "O'Neil",
    "王小明",
    "山田",
    "김민준",
    "Иванова",
    "Γιώργος",
    "محمد",
    "דוד",
    "สมชาย",
    "नरेन्द्र",
    "🚲 bike",
    "a,b",
    "c;d",
    "e\\f",
    "\"quoted\"",
    "x:y",
    "100%",
    "^n ^' ^^",
    "=1+1",
    "+44 113",
    "é",
    "e\xCC\x81",
    "tab\there",
    "ends\\",
    "\\n",
    ",",
    ";",
    "\\",
    "C:\\Temp",
    "—",
    "a = b",
    "BEGIN:VCARD",
    "END:VCARD",
    "x ::: y",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "A very long word list that must be folded at least once, in the middle of it",
};

static char *
random_text(GRand *rand, guint most_words, gboolean lines)
{
    GString *text = g_string_new(NULL);
    guint n = (guint)g_rand_int_range(rand, 0, (gint32)most_words + 1);

    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(text, lines && g_rand_boolean(rand) ? '\n' : ' ');
        g_string_append(text, words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))]);
    }
    return g_string_free_and_steal(text);
}

static void
fill(GRand *rand, char **field, guint most_words, gboolean lines)
{
    g_autofree char *text = random_text(rand, most_words, lines);

    care_contact_draft_set(field, text);
}

static const char *
random_label(GRand *rand)
{
    static const char *const labels[] = { NULL,       "home",     "work",  "mobile", "fax",
                                          "home fax", "work fax", "pager", "main",   "Ferienhaus; am See",
                                          "妈妈" };

    return labels[g_rand_int_range(rand, 0, G_N_ELEMENTS(labels))];
}

static CareDate
random_date(GRand *rand)
{
    CareDate date
        = { g_rand_boolean(rand) ? g_rand_int_range(rand, 1900, 2030) : 0, g_rand_int_range(rand, 1, 13), 0 };

    date.day = g_rand_int_range(rand, 1,
                                care_date_days_in_month(date.year == 0 ? 2000 : date.year, date.month) + 1);
    return date;
}

static void
fill_lists(GRand *rand, CareContactDraft *draft)
{
    for (int i = g_rand_int_range(rand, 0, 4); i > 0; i--) {
        g_autofree char *number
            = g_strdup_printf("+%d %d", g_rand_int_range(rand, 1, 99), g_rand_int_range(rand, 0, 9999));
        g_autofree char *email = g_strdup_printf("x%d@müller.example", g_rand_int_range(rand, 0, 9));
        g_autofree char *tag = random_text(rand, 2, FALSE);
        CareContactAddress *address = care_contact_draft_add_address(draft, random_label(rand));
        fill(rand, &address->street, 4, TRUE);
        fill(rand, &address->locality, 1, FALSE);
        fill(rand, &address->region, 1, FALSE);
        fill(rand, &address->postcode, 1, FALSE);
        fill(rand, &address->country, 1, FALSE);
        care_contact_draft_add_phone(draft, random_label(rand), number);
        care_contact_draft_add_email(draft, random_label(rand), email);
        care_contact_draft_add_tag(draft, tag);
    }
}

static CareContactDraft *
random_draft(GRand *rand)
{
    CareContactDraft *draft = care_contact_draft_new(1, 1);

    fill(rand, &draft->name, 3, FALSE);
    fill(rand, &draft->prefix, 1, FALSE);
    fill(rand, &draft->given, 2, FALSE);
    fill(rand, &draft->additional, 2, FALSE);
    fill(rand, &draft->family, 2, FALSE);
    fill(rand, &draft->suffix, 2, FALSE);
    fill(rand, &draft->organisation, 3, FALSE);
    fill(rand, &draft->note, 30, TRUE);
    fill(rand, &draft->language, 1, FALSE);
    fill(rand, &draft->url, 1, FALSE);
    fill(rand, &draft->vat_id, 1, FALSE);
    fill(rand, &draft->uid, 1, FALSE);
    if (draft->name == NULL)
        draft->name = g_strdup("Somebody");
    fill_lists(rand, draft);
    if (g_rand_boolean(rand))
        draft->birthday = random_date(rand);
    if (g_rand_boolean(rand))
        draft->anniversary = random_date(rand);
    care_contact_draft_finish(draft,
                              g_rand_boolean(rand) ? CARE_CONTACT_KIND_PERSON : CARE_CONTACT_KIND_COMPANY);
    return draft;
}

static GPtrArray *
random_drafts(guint n, guint32 seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    GPtrArray *drafts = g_ptr_array_new_with_free_func((GDestroyNotify)care_contact_draft_free);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add(drafts, random_draft(rand));
    return drafts;
}

static void
assert_reads_as(const GString *file, GPtrArray *drafts, const char *format)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(file->str, file->len);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareContactReader) reader = care_contact_reader_new(bytes, NULL, &error);

    g_assert_no_error(error);
    for (guint i = 0; i < drafts->len; i++) {
        g_autoptr(CareContactDraft) draft = care_contact_reader_next(reader);
        g_autofree char *expected = care_test_draft_text(drafts->pdata[i]);
        g_autofree char *text = NULL;
        g_assert_nonnull(draft);
        text = care_test_draft_text(draft);
        g_assert_cmpstr(text, ==, expected);
        g_assert_true(care_contact_draft_equal(draft, drafts->pdata[i]));
    }
    g_assert_null(care_contact_reader_next(reader));
    g_assert_cmpstr(care_contact_reader_get_format(reader), ==, format);
    g_assert_cmpstr(care_contact_reader_get_encoding(reader), ==, "UTF-8");
}

static void
test_vcard_round_trip(gconstpointer seed)
{
    g_autoptr(GPtrArray) drafts = random_drafts(200, GPOINTER_TO_UINT(seed));
    g_autoptr(GString) file = g_string_new(NULL);

    for (guint i = 0; i < drafts->len; i++)
        care_vcard_append(file, drafts->pdata[i]);
    assert_reads_as(file, drafts, "vcard-4.0");
}

static void
test_csv_round_trip(gconstpointer seed)
{
    g_autoptr(GPtrArray) drafts = random_drafts(200, GPOINTER_TO_UINT(seed));
    g_autoptr(GString) file = care_contacts_to_csv(drafts);

    assert_reads_as(file, drafts, "csv");
}

/* RFC 6350 3.2: no line over 75 octets, each line valid UTF-8 by itself. */
static void
test_folding(void)
{
    g_autoptr(GPtrArray) drafts = random_drafts(200, 7);
    g_autoptr(GString) file = g_string_new(NULL);
    g_auto(GStrv) lines = NULL;
    gboolean folded = FALSE;

    for (guint i = 0; i < drafts->len; i++)
        care_vcard_append(file, drafts->pdata[i]);
    lines = g_strsplit(file->str, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_assert_cmpuint(strlen(lines[i]), <=, 75);
        g_assert_true(g_utf8_validate(lines[i], -1, NULL));
        g_assert_null(strchr(lines[i], '\n'));
        folded |= *lines[i] == ' ';
    }
    g_assert_true(folded);
}

static void
test_exact(void)
{
    g_autoptr(CareContactDraft) draft = care_contact_draft_new(1, 1);
    g_autoptr(GString) out = g_string_new(NULL);
    CareContactAddress *address = care_contact_draft_add_address(draft, "work");

    care_contact_draft_set(&draft->given, "Ann");
    care_contact_draft_set(&draft->family, "Lee");
    care_contact_draft_set(&draft->organisation, "Cycles; Ltd");
    care_contact_draft_add_phone(draft, "mobile", "1");
    care_contact_draft_add_phone(draft, "work fax", "2");
    care_contact_draft_add_phone(draft, "Barn", "3");
    care_contact_draft_set(&address->street, "12 Mill Lane\nUnit 3");
    care_contact_draft_set(&address->locality, "Leeds");
    draft->birthday = (CareDate){ 0, 2, 29 };
    draft->anniversary = (CareDate){ 1999, 6, 21 };
    care_contact_draft_add_tag(draft, "VIP, really");
    care_contact_draft_add_tag(draft, "e-bike");
    care_contact_draft_set(&draft->url, "http://x.example/a,b;c");
    care_contact_draft_finish(draft, CARE_CONTACT_KIND_UNKNOWN);
    care_vcard_append(out, draft);
    g_assert_cmpstr(
        out->str, ==,
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\n"
        "ORG:Cycles\\; Ltd\r\nTEL;TYPE=cell:1\r\nTEL;TYPE=\"work,fax\":2\r\nitem1.X-ABLabel:Barn\r\n"
        "item1.TEL:3\r\nADR;TYPE=work:;;12 Mill Lane\\nUnit 3;Leeds;;;\r\nBDAY:--0229\r\n"
        "ANNIVERSARY:19990621\r\nCATEGORIES:VIP\\, really,e-bike\r\nURL:http://x.example/a,b;c\r\n"
        "END:VCARD\r\n");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/export/vcard/exact", test_exact);
    g_test_add_func("/export/vcard/folding", test_folding);
    for (guint seed = 1; seed <= 5; seed++) {
        g_autofree char *vcard = g_strdup_printf("/export/vcard/round-trip/%u", seed);
        g_autofree char *csv = g_strdup_printf("/export/csv/round-trip/%u", seed);
        g_test_add_data_func(vcard, GUINT_TO_POINTER(seed), test_vcard_round_trip);
        g_test_add_data_func(csv, GUINT_TO_POINTER(seed), test_csv_round_trip);
    }
    return g_test_run();
}
