/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "core/errors.h"
#include "exchange/import/encoding.h"

typedef struct {
    const char *name;
    const char *bytes;
    gsize length;
    const char *encoding;
    const char *text; /* NULL: the error's message is encoding */
} Case;

#define B(literal) literal, sizeof(literal) - 1

static const Case cases[] = {
    { "ascii", B("Ann,1\n"), "UTF-8", "Ann,1\n" },
    { "utf8", B("M\xC3\xBCller\n"), "UTF-8", "Müller\n" },
    { "utf8-bom", B("\xEF\xBB\xBFM\xC3\xBCller\n"), "UTF-8", "Müller\n" },
    { "only-a-bom", B("\xEF\xBB\xBF"), "UTF-8", "" },
    { "four-byte", B("\xF0\x9F\x9A\xB2 bike\n"), "UTF-8", "🚲 bike\n" },
    { "latin1", B("M\xFCller\n"), "Windows-1252", "Müller\n" },
    { "windows-1252", B("\x80 5 \x96 \x93x\x94\n"), "Windows-1252", "€ 5 – “x”\n" },
    { "windows-1252-hole", B("M\xFCller \x81\n"), "Windows-1252", "Müller \xEF\xBF\xBD\n" },
    { "utf8-cut-in-a-character", B("M\xC3\xBCller M\xC3"), "UTF-8", "Müller MÃ" },
    { "utf8-only-a-cut-character", B("M\xC3"), "UTF-8", "MÃ" },
    { "utf8-with-some-latin1", B("M\xC3\xBCller Caf\xC3\xA9 M\xFCller\n"), "UTF-8", "Müller Café Müller\n" },
    { "overlong-is-not-utf8", B("\xC0\xAF\n"), "Windows-1252", "À¯\n" },
    { "surrogate-is-not-utf8", B("\xED\xA0\x80\n"), "Windows-1252", "í\xC2\xA0€\n" },
    { "utf16le-bom", B("\xFF\xFEM\0\xFC\0\n\0"), "UTF-16LE", "Mü\n" },
    { "utf16be-bom", B("\xFE\xFF\0M\0\xFC\0\n"), "UTF-16BE", "Mü\n" },
    { "utf16le-no-bom", B("N\0a\0m\0e\0\n\0M\0\xFC\0"), "UTF-16LE", "Name\nMü" },
    { "utf16be-no-bom", B("\0N\0a\0m\0e\0\n\0M\0\xFC"), "UTF-16BE", "Name\nMü" },
    { "utf16le-no-bom-chinese", B("N\0a\0m\0e\0\n\0\x8B\x73\x00\x4E\n\0"), "UTF-16LE", "Name\n王一\n" },
    { "utf16le-pair", B("\xFF\xFE\x3D\xD8\xB2\xDE"), "UTF-16LE", "🚲" },
    { "utf16le-lone-surrogate", B("\xFF\xFE\x3D\xD8x\0"), "UTF-16LE", "\xEF\xBF\xBDx" },
    { "utf16le-odd-byte", B("\xFF\xFEx\0y"), "UTF-16LE", "x" },
    { "utf16le-zero", B("\xFF\xFEx\0\0\0y\0"), "UTF-16LE", "xy" },
    { "utf16le-bom-inside", B("\xFF\xFEx\0\xFF\xFEy\0"), "UTF-16LE", "xy" },
    { "utf32le-bom", B("\xFF\xFE\0\0x\0\0\0\xB2\xF6\x01\0"), "UTF-32LE", "x🚲" },
    { "utf32be-bom", B("\0\0\xFE\xFF\0\0\0x\0\x01\xF6\xB2"), "UTF-32BE", "x🚲" },
    { "utf32le-no-bom", B("x\0\0\0y\0\0\0"), "UTF-32LE", "xy" },
    { "utf32be-no-bom", B("\0\0\0x\0\0\0y"), "UTF-32BE", "xy" },
    { "zeros-at-the-end", B("Ann\n\0\0\0\0\0"), "UTF-8", "Ann\n" },
    { "ctrl-z-at-the-end", B("Ann\n\x1A"), "UTF-8", "Ann\n\x1A" },
    { "empty", B(""), "UTF-8", "" },
    { "zero-in-text", B("Ann\0Lee, and more text after it\n"),
      "This file holds no text, so no contacts could be read from it. Contacts can be read from vCard and "
      "CSV files.",
      NULL },
    { "machine-code",
      B("\x7F"
        "ELF\x02\x01\x01\0\0\0\0\0\x03\0>\0\x01\x02"),
      "This file holds no text, so no contacts could be read from it. Contacts can be read from vCard and "
      "CSV files.",
      NULL },
    { "control-characters", B("\x01\x02\x03\x04\x05"),
      "This file holds no text, so no contacts could be read from it. Contacts can be read from vCard and "
      "CSV files.",
      NULL },
    { "zip", B("PK\003\004\0\0"),
      "This is a spreadsheet or an archive, not a list of contacts. Open it in the program that made it, "
      "save it as "
      "CSV and import that file.",
      NULL },
    { "excel", B("\xD0\xCF\x11\xE0\xA1\xB1"),
      "This is an Excel or Word file. Open it, save it as CSV and import that file.", NULL },
    { "pdf", B("%PDF-1.7\n"), "This is a PDF document; contacts can be read from vCard and CSV files.",
      NULL },
    { "png", B("\x89PNG\r\n"), "This is a picture; contacts can be read from vCard and CSV files.", NULL },
    { "jpeg", B("\xFF\xD8\xFF\xE0"), "This is a picture; contacts can be read from vCard and CSV files.",
      NULL },
};

static void
test_file(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(row->bytes, row->length);
    g_autoptr(GError) error = NULL;
    const char *found = NULL;
    g_autoptr(GBytes) text = care_encoding_to_utf8(bytes, NULL, &found, &error);
    gsize length = 0;
    const char *utf8 = NULL;

    if (row->text == NULL) {
        g_assert_null(text);
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
        g_assert_cmpstr(error->message, ==, row->encoding);
        return;
    }
    g_assert_no_error(error);
    g_assert_cmpstr(found, ==, row->encoding);
    utf8 = g_bytes_get_data(text, &length);
    g_assert_cmpmem(utf8, length, row->text, strlen(row->text));
    g_assert_true(g_utf8_validate_len(utf8, length, NULL));
}

typedef struct {
    const char *name;
    const char *bytes;
    const char *charset;
    const char *text;
} Value;

static const Value values[] = {
    { "utf8", "M\xC3\xBC", NULL, "Mü" },
    { "latin1-undeclared", "M\xFC", NULL, "Mü" },
    { "latin1", "M\xFC", "ISO-8859-1", "Mü" },
    { "latin1-lower-case", "M\xFC", "iso-8859-1", "Mü" },
    { "latin1-is-1252", "\x80", "ISO-8859-1", "€" },
    { "latin2", "\xB3", "ISO-8859-2", "ł" },
    { "koi8", "\xC9", "KOI8-R", "и" },
    { "gbk", "\xCD\xF5", "GBK", "王" },
    { "euc-kr", "\xB1\xE8", "EUC-KR", "김" },
    { "declared-utf8-but-broken", "\x80x", "UTF-8", "\xEF\xBF\xBDx" },
    { "declared-wrongly", "\xFF", "SHIFT_JIS", "ÿ" },
    { "ascii-with-latin1", "M\xFC", "US-ASCII", "Mü" },
    { "empty-charset", "M\xFC", "", "Mü" },
    { "charset-with-a-suffix", "M\xFC", "ASCII//TRANSLIT", "Mü" },
    { "nonsense-charset", "M\xFC", "x\"y", "Mü" },
    { "empty", "", "UTF-8", "" },
};

/* A few rows of a list in an old encoding of another script: converted, they must come back. */
static const struct {
    const char *name; /* the encoding that must be found */
    const char *written_as;
    const char *text;
} scripts[] = {
    { "Shift_JIS", "CP932", "姓,名,電話番号,会社\n山田,太郎,03-1234,ヤマダ自転車\n鈴木,花子,03-5678,\n" },
    { "EUC-JP", "EUC-JP", "姓,名,電話番号,会社\n山田,太郎,03-1234,ヤマダ自転車\n鈴木,はなこ,03-5678,\n" },
    { "EUC-KR", "EUC-KR", "이름,전화\n김민준,010-1234\n박서연,010-5678\n이도윤,010-9999\n" },
    { "GB2312", "GBK", "姓名,电话,公司\n王小明,1234,北京自行车\n李娜,5678,上海\n张伟,9,\n" },
    { "Big5", "BIG5", "姓名,電話,公司\n王小明,1234,台北自行車\n陳淑芬,5678,高雄\n張偉,9,\n" },
    { "windows-1251", "CP1251", "Имя,Фамилия,Город\nИван,Петров,Москва\nОльга,Щербакова,Казань\n" },
    { "KOI8-R", "KOI8-R", "Имя,Фамилия,Город\nИван,Петров,Москва\nОльга,Щербакова,Казань\n" },
    { "windows-1253", "CP1253", "Όνομα,Επώνυμο\nΓιώργος,Παπαδόπουλος\nΜαρία,Ιωάννου\n" },
    { "windows-1255", "CP1255", "שם,טלפון\nדוד כהן,03\nשרה לוי,04\n" },
    { "windows-1256", "CP1256", "الاسم,الهاتف\nمحمد علي,1\nفاطمة الزهراء,2\n" },
    { "windows-874", "CP874", "ชื่อ,โทรศัพท์\nสมชาย,1\nมาลี,2\n" },
    { "Windows-1252", "CP1252",
      "Name,Straße\nJörg Müller,Mühlweg 1\nAna Núñez,Größe\nÅse Øye,Café – „x“ …\n" },
};

static void
test_script(gconstpointer data)
{
    const typeof(scripts[0]) *row = data;
    gsize length = 0;
    g_autofree char *old = g_convert(row->text, -1, row->written_as, "UTF-8", NULL, &length, NULL);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GBytes) text = NULL;
    const char *found = NULL;
    const char *utf8 = NULL;

    g_assert_nonnull(old);
    bytes = g_bytes_new_static(old, length);
    text = care_encoding_to_utf8(bytes, NULL, &found, NULL);
    g_assert_cmpstr(found, ==, row->name);
    utf8 = g_bytes_get_data(text, &length);
    g_assert_cmpmem(utf8, length, row->text, strlen(row->text));
}

static void
test_value(gconstpointer data)
{
    const Value *row = data;
    g_autofree char *text = care_encoding_decode(row->bytes, strlen(row->bytes), row->charset);

    g_assert_cmpstr(text, ==, row->text);
}

/* Valid UTF-8 of any size is not copied. */
static void
test_shared(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("\xEF\xBB\xBF"
                                                 "Ann",
                                                 6);
    const char *found = NULL;
    g_autoptr(GBytes) text = care_encoding_to_utf8(bytes, NULL, &found, NULL);

    g_assert_true(g_bytes_get_data(text, NULL) == (const char *)g_bytes_get_data(bytes, NULL) + 3);
}

static void
test_chosen(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("\xC8\xE2\xE0\xED", 4);
    const char *found = NULL;
    g_autoptr(GBytes) text = care_encoding_to_utf8(bytes, "windows-1251", &found, NULL);
    gsize length = 0;
    const char *utf8 = g_bytes_get_data(text, &length);

    g_assert_cmpstr(found, ==, "windows-1251");
    g_assert_cmpmem(utf8, length, "Иван", strlen("Иван"));
}

static void
test_chosen_badly(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("\xFF\xFF", 2);
    g_autoptr(GError) error = NULL;
    const char *found = NULL;

    g_assert_null(care_encoding_to_utf8(bytes, "EUC-KR", &found, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, "This file could not be read as EUC-KR. Choose another encoding.");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/encoding/file", cases, name, test_file);
    CARE_TEST_ADD_TABLE("/encoding/script", scripts, name, test_script);
    CARE_TEST_ADD_TABLE("/encoding/value", values, name, test_value);
    g_test_add_func("/encoding/shared", test_shared);
    g_test_add_func("/encoding/chosen", test_chosen);
    g_test_add_func("/encoding/chosen-badly", test_chosen_badly);
    return g_test_run();
}
