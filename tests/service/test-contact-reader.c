/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "common/draft-text.h"
#include "core/errors.h"
#include "exchange/import/contact-reader.h"

/* Whole files: our own fixtures, and the files of other programs that are laid beside the checkout now and then. */

static char *
read_contacts(CareContactReader *reader)
{
    GString *all = g_string_new(NULL);

    for (;;) {
        g_autoptr(CareContactDraft) draft = care_contact_reader_next(reader);
        g_autofree char *text = draft != NULL ? care_test_draft_text(draft) : NULL;
        if (draft == NULL)
            return g_string_free_and_steal(all);
        g_string_append_printf(all, "%s\n", text);
    }
}

static CareContactReader *
open_file(const char *path)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GError) error = NULL;
    CareContactReader *reader = NULL;

    g_assert_nonnull(file);
    bytes = g_mapped_file_get_bytes(file);
    reader = care_contact_reader_new(bytes, NULL, &error);
    g_assert_no_error(error);
    return reader;
}

/* Japanese cards of before UTF-8 name no charset at all; their second bytes may be "\\" or a letter. */
static void
test_shift_jis(void)
{
    static const char card[]
        = "BEGIN:VCARD\nVERSION:3.0\nN:山田;表;;;\nORG:ヤマダ自転車\nNOTE:ソース\nEND:VCARD\n";
    gsize length = 0;
    g_autofree char *old = g_convert(card, -1, "CP932", "UTF-8", NULL, &length, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_static(old, length);
    g_autoptr(CareContactReader) reader = care_contact_reader_new(bytes, NULL, NULL);
    g_autofree char *all = read_contacts(reader);

    g_assert_cmpstr(all, ==, "name=山田表 | given=表 | family=山田 | org=ヤマダ自転車 | note=ソース\n");
    g_assert_cmpstr(care_contact_reader_get_encoding(reader), ==, "Shift_JIS");
}

/* The second half of a file: what is left of the first card is passed over. */
static void
test_second_half(void)
{
    static const char half[] = "TEL;TYPE=CELL:1\r\nNOTE:x\r\n more: x\r\nEND:VCARD\r\n"
                               "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bea\r\nEND:VCARD\r\n";
    g_autoptr(GBytes) bytes = g_bytes_new_static(half, strlen(half));
    g_autoptr(CareContactReader) reader = care_contact_reader_new(bytes, NULL, NULL);
    g_autofree char *all = read_contacts(reader);

    g_assert_cmpstr(all, ==, "name=Bea\n");
    g_assert_cmpstr(care_contact_reader_get_format(reader), ==, "vcard-3.0");
}

typedef struct {
    const char *name; /* the file */
    const char *format;
    const char *encoding;
    const char *expected;
} Case;

#define ANN "name=Ann Müller | given=Ann | family=Müller | phone(mobile)=+49 221 1"

static const Case fixtures[] = {
    { "card-utf16le.vcf", "vcard-3.0", "UTF-16LE", ANN "\n" },
    { "card-utf16be-no-bom.vcf", "vcard-3.0", "UTF-16BE", ANN "\n" },
    { "card-latin1.vcf", "vcard-3.0", "Windows-1252", ANN "\n" },
    { "card-two-encodings.vcf", "vcard-2.1", "UTF-8",
      ANN "\nname=Иван Müller | given=Иван | family=Müller | phone(home)=2\n" },
    { "card-mail-head.vcf", "vcard-4.0", "UTF-8", ANN "\n" },
    { "list-utf16le-tab.csv", "csv", "UTF-16LE", ANN "\nname=Bea Koch | given=Bea | family=Koch\n" },
    { "list-latin1-semicolon.csv", "csv", "Windows-1252", ANN " | note=zwei/Zeilen\n" },
    { "list-utf8-bom-sep.csv", "csv", "UTF-8", ANN "\n" },
    { "list-cr.csv", "csv", "UTF-8", ANN "\nname=Bea Koch | given=Bea | family=Koch\n" },
};

static void
check_file(const char *path, const Case *row)
{
    g_autoptr(CareContactReader) reader = open_file(path);
    g_autofree char *all = read_contacts(reader);
    g_autofree char *again = NULL;

    g_assert_cmpstr(all, ==, row->expected);
    g_assert_cmpstr(care_contact_reader_get_format(reader), ==, row->format);
    g_assert_cmpstr(care_contact_reader_get_encoding(reader), ==, row->encoding);
    g_assert_cmpfloat(care_contact_reader_get_progress(reader), ==, 1);
    g_assert_cmpint(care_contact_reader_get_mapping(reader) != NULL, ==, strcmp(row->format, "csv") == 0);
    care_contact_reader_rewind(reader);
    again = read_contacts(reader);
    g_assert_cmpstr(again, ==, all);
}

static void
test_fixture(gconstpointer data)
{
    const Case *row = data;
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "fixtures", "import", row->name, NULL);

    check_file(path, row);
}

#define N4 "Ñ Ñ Ñ Ñ"
#define LICENCE_START                                                                                        \
    "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR "

static const Case real[] = {
    { "gmail-list.vcf", "vcard-3.0", "UTF-8",
      "name=Arnold Smith | given=Arnold | family=Smith | email=asmithk@gmail.com\n"
      "name=Chris Beatle | given=Chris | family=Beatle | email=chrisy55d@yahoo.com\n"
      "name=Doug White | given=Doug | family=White | email=dwhite@gmail.com\n" },
    { "rfc2426-example.vcf", "vcard-3.0", "UTF-8",
      "name=Frank Dawson | org=Lotus Development Corporation | phone(work)=+1-919-676-9515 | "
      "phone(work fax)=+1-919-676-9564 | email=Frank_Dawson@Lotus.com | email=fdawson@earthlink.net | "
      "address(work)=6544 Battleford Drive;Raleigh;NC;27613-3502;U.S.A. | "
      "url=http://home.earthlink.net/~fdawson\n"
      "name=Tim Howes | org=Netscape Communications Corp. | phone(work)=+1-415-937-3419 | "
      "phone(work fax)=+1-415-528-4164 | email=howes@netscape.com | "
      "address(work)=501 E. Middlefield Rd.;Mountain View;CA;94043;U.S.A.\n" },
    { "rfc6350-example.vcf", "vcard-4.0", "UTF-8",
      "name=Simon Perreault | given=Simon | family=Perreault | suffix=ing. jr, M.Sc. | org=Viagenie | "
      "phone(work)=+1-418-656-9254 ext. 102 | phone(mobile)=+1-418-262-6501 | "
      "email(work)=simon.perreault@viagenie.ca | "
      "address(work)=2875 Laurier/Suite D2-630;Quebec;QC;G1V 2M2;Canada | birthday=--02-03 | "
      "anniversary=2009-08-08 | "
      "language=fr | url=http://nomis80.org | dropped=GENDER | dropped=GEO | dropped=KEY | dropped=TZ | "
      "dropped=LANG\n" },
    { "basic_csv_addressbook.csv", "csv", "UTF-8",
      "name=John Doe | given=John | family=Doe | email=john@doe.invalid\n"
      "name=Jane Doe | given=Jane | family=Doe | email=jane@doe.invalid\n" },
    { "csv_semicolon.csv", "csv", "UTF-8",
      "name=John Doe | given=John | family=Doe | email=john@doe.invalid\n"
      "name=Jane Doe | given=Jane | family=Doe | email=jane@doe.invalid\n" },
    { "quote.csv", "csv", "UTF-8",
      "company | name=Acer America | org=Acer America | phone(work)=(800) 000-0000\n" },
    { "google-old.csv", "csv", "UTF-8",
      "name=Prefix Firstname Middle Lastname Suffix | prefix=Prefix | given=Firstname | additional=Middle | "
      "family=Lastname | suffix=Suffix | org=company | email(home)=home@aaa.pl | email(work)=work@email.pl | "
      "email=unknown@email.com | "
      "email(other)=other@email.com | "
      "address(home)=home_street/home_pobox;home_city;home_state;home_zip;home_country | "
      "address(work)=work_street;work_city;;work_zip;work_country | birthday=1975-12-12 | tag=My Contacts | "
      "tag=Test | "
      "note=note\"note | url=test.com | dropped=Phone 1 - Value | dropped=Phone 2 - Value | "
      "dropped=Phone 3 - Value | dropped=Phone 4 - Value | dropped=Phone 5 - Value | dropped=Phone 6 - Value "
      "| "
      "dropped=Phone 7 - Value | dropped=Organization 1 - Title | dropped=Relation 1 - Type | "
      "dropped=Relation 1 - Value | dropped=Website 2 - Value | dropped=Nickname\n" },
};

static char *
real_path(const char *name)
{
    static const char *const places[] = { "../shared/data/contacts", "../../shared/data/contacts" };

    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_test_build_filename(G_TEST_DIST, "..", places[i], name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
    }
    return NULL;
}

static void
test_real(gconstpointer data)
{
    const Case *row = data;
    g_autofree char *path = real_path(row->name);

    if (path == NULL) {
        g_test_skip("the files of other programs are not here");
        return;
    }
    check_file(path, row);
}

static GPtrArray *
read_real(const char *name)
{
    GPtrArray *drafts = g_ptr_array_new_with_free_func((GDestroyNotify)care_contact_draft_free);
    g_autofree char *path = real_path(name);
    g_autoptr(CareContactReader) reader = NULL;
    CareContactDraft *draft = NULL;

    if (path == NULL) {
        g_test_skip("the files of other programs are not here");
        return drafts;
    }
    reader = open_file(path);
    while ((draft = care_contact_reader_next(reader)) != NULL)
        g_ptr_array_add(drafts, draft);
    return drafts;
}

/* What the two files with long texts hold, fact by fact. */
static void
test_evolution(void)
{
    g_autoptr(GPtrArray) drafts = read_real("John_Doe_EVOLUTION.vcf");
    const CareContactDraft *john = drafts->len > 0 ? drafts->pdata[0] : NULL;

    if (john == NULL)
        return;
    g_assert_cmpuint(drafts->len, ==, 1);
    g_assert_cmpstr(john->name, ==, "Mr. John Richter, James Doe Sr.");
    g_assert_cmpstr(john->additional, ==, "Richter, James");
    g_assert_cmpstr(john->suffix, ==, "Sr.");
    g_assert_cmpstr(john->organisation, ==, "IBM");
    g_assert_cmpstr(care_contact_draft_phone(john, 0)->label, ==, "mobile");
    g_assert_cmpstr(care_contact_draft_phone(john, 0)->value, ==, "905-666-1234");
    g_assert_cmpstr(care_contact_draft_phone(john, 1)->label, ==, "work");
    g_assert_cmpstr(care_contact_draft_email(john, 0)->value, ==, "john.doe@ibm.com");
    g_assert_cmpstr(care_contact_draft_address(john, 0)->street, ==, "15 Crescent moon drive\nASB-123");
    g_assert_cmpstr(care_contact_draft_address(john, 0)->locality, ==, "Albaney");
    g_assert_cmpstr(care_contact_draft_address(john, 0)->country, ==, "United States of America");
    g_assert_cmpint(care_date_compare(john->birthday, (CareDate){ 1980, 3, 22 }), ==, 0);
    g_assert_cmpint(care_date_compare(john->anniversary, (CareDate){ 1980, 3, 22 }), ==, 0);
    g_assert_cmpstr(care_contact_draft_tag(john, 0), ==, "VIP");
    g_assert_true(g_str_has_prefix(john->note, LICENCE_START));
    g_assert_true(g_str_has_suffix(john->note, "ADVISED OF THE POSSIBILITY OF SUCH DAMAGE."));
    g_assert_cmpstr(john->uid, ==, "477343c8e6bf375a9bac1f96a5000837");
}

static void
test_gmail(void)
{
    g_autoptr(GPtrArray) drafts = read_real("John_Doe_GMAIL.vcf");
    const CareContactDraft *john = drafts->len > 0 ? drafts->pdata[0] : NULL;

    if (john == NULL)
        return;
    g_assert_cmpuint(drafts->len, ==, 1);
    g_assert_cmpstr(john->name, ==, "Mr. John Richter, James Doe Sr.");
    g_assert_cmpstr(
        care_contact_draft_address(john, 0)->street, ==,
        "Crescent moon drive\n555-asd\nNice Area, Albaney, New York 12345\nUnited States of America");
    g_assert_cmpstr(john->url, ==, "http://www.ibm.com");
    g_assert_cmpint(care_date_compare(john->anniversary, (CareDate){ 1975, 3, 1 }), ==, 0);
    g_assert_true(g_str_has_prefix(john->note, LICENCE_START));
    g_assert_true(g_str_has_suffix(john->note, "SUCH DAMAGE.\nFavotire Color: Blue"));
    g_assert_true(g_ptr_array_find_with_equal_func(john->dropped, "X-ABRELATEDNAMES", g_str_equal, NULL));
    g_assert_true(g_ptr_array_find_with_equal_func(john->dropped, "TITLE", g_str_equal, NULL));
}

static void
test_android(void)
{
    g_autoptr(GPtrArray) drafts = read_real("John_Doe_ANDROID.vcf");
    const CareContactDraft *draft = NULL;

    if (drafts->len == 0)
        return;
    g_assert_cmpuint(drafts->len, ==, 6);
    g_assert_cmpstr(
        ((CareContactDraft *)drafts->pdata[0])->error, ==,
        "This contact has no name, only the e-mail address john.doe@company.com. Give it a name and import "
        "it again.");
    g_assert_nonnull(((CareContactDraft *)drafts->pdata[1])->error);
    draft = drafts->pdata[2];
    g_assert_cmpstr(draft->name, ==, "Ñ Ñ Ñ Ñ Ñ");
    g_assert_cmpstr(draft->family, ==, N4);
    draft = drafts->pdata[3];
    g_assert_cmpuint(draft->phones->len, ==, 4);
    g_assert_cmpstr(draft->family, ==, "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ");
    draft = drafts->pdata[4];
    g_assert_cmpstr(draft->given, ==, "Ñ Ñ Ñ");
    g_assert_true(draft->has_photo);
    g_assert_cmpuint(draft->emails->len, ==, 1); /* the other is no address, only letters */
    g_assert_cmpstr(care_contact_draft_phone(draft, 2)->label, ==, "work fax");
    g_assert_cmpstr(draft->url, ==, "www.company.com");
    draft = drafts->pdata[5];
    g_assert_null(draft->error);
    g_assert_cmpuint(g_utf8_strlen(draft->organisation, -1), ==, 44);
}

static const struct {
    const char *name;
    const char *file;
    const char *sentence;
} refused[] = {
    { "empty", "", "This file is empty." },
    { "blank", " \n\n", "This file is empty." },
    { "html", "<!doctype html><p>x",
      "This is a web page or an XML file; contacts can be read from vCard and CSV files." },
    { "calendar", "BEGIN:VCALENDAR\n", "This is a calendar; contacts can be read from vCard and CSV files." },
    { "ldif", "dn: cn=Ann\n",
      "This is an LDIF file. Export the address book as vCard or CSV and import that file." },
    { "json", "[1]\n", "This is a JSON file, but not one that Aftercare wrote." },
    { "pdf", "%PDF-1.4\n", "This is a PDF document; contacts can be read from vCard and CSV files." },
};

static void
test_refused(gconstpointer data)
{
    const typeof(refused[0]) *row = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(row->file, strlen(row->file));
    g_autoptr(GError) error = NULL;

    g_assert_null(care_contact_reader_new(bytes, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, row->sentence);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/import/fixture", fixtures, name, test_fixture);
    CARE_TEST_ADD_TABLE("/import/real", real, name, test_real);
    CARE_TEST_ADD_TABLE("/import/refused", refused, name, test_refused);
    g_test_add_func("/import/second-half", test_second_half);
    g_test_add_func("/import/shift-jis", test_shift_jis);
    g_test_add_func("/import/real/android", test_android);
    g_test_add_func("/import/real/evolution", test_evolution);
    g_test_add_func("/import/real/gmail", test_gmail);
    return g_test_run();
}
