/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "exchange/export/csv-writer.h"
#include "exchange/import/csv-reader.h"

typedef struct {
    const char *name;
    const char *file;
    const char *expected; /* "line:field|field" per row; "!" before a broken one; newlines as / */
} Case;

static const Case cases[] = {
    { "plain", "a,b\nc,d\n", "1:a|b 2:c|d" },
    { "semicolon", "a;b\nc;d\n", "1:a|b 2:c|d" },
    { "tab", "a\tb\nc\td\n", "1:a|b 2:c|d" },
    { "bar", "a|b\nc|d\n", "1:a|b 2:c|d" },
    { "one-column", "a\nb\n", "1:a 2:b" },
    { "semicolons-with-commas-inside", "n;s;t\nx;Mill, 12, Leeds;1,2\ny;Low, 3, York;3,4\n",
      "1:n|s|t 2:x|Mill, 12, Leeds|1,2 3:y|Low, 3, York|3,4" },
    { "commas-with-semicolons-inside", "n,tags,m\nx,a;b;c,1\ny,d;e;f,2\n",
      "1:n|tags|m 2:x|a;b;c|1 3:y|d;e;f|2" },
    { "delimiter-in-quotes", "a;b\n\"1,2,3\";\"4,5,6\"\n", "1:a|b 2:1,2,3|4,5,6" },
    { "sep-line", "sep=;\na,1;b,2\n", "2:a,1|b,2" },
    { "sep-line-crlf", "SEP=|\r\na|b\r\n", "2:a|b" },
    { "sep-is-a-header", "sep=x,b\nc,d\n", "1:sep=x|b 2:c|d" },
    { "crlf", "a,b\r\nc,d\r\n", "1:a|b 2:c|d" },
    { "cr", "a,b\rc,d\r", "1:a|b 2:c|d" },
    { "no-final-newline", "a,b\nc,d", "1:a|b 2:c|d" },
    { "empty-lines", "\n\na,b\n\n\nc,d\n\n", "3:a|b 6:c|d" },
    { "empty-fields", "a,,c\n,,\n", "1:a||c 2:||" },
    { "ragged", "a,b,c\nd\ne,f,g,h\n", "1:a|b|c 2:d 3:e|f|g|h" },
    { "quotes", "\"a\",\"b\"\n", "1:a|b" },
    { "doubled-quotes", "\"a \"\"x\"\" b\",\"\"\"\"\n", "1:a \"x\" b|\"" },
    { "empty-quotes", "\"\",b\n", "1:|b" },
    { "newline-in-quotes", "\"a\nb\",c\nd,e\n", "1:a/b|c 3:d|e" },
    { "crlf-in-quotes", "\"a\r\nb\",c\r\nd,e\r\n", "1:a/b|c 3:d|e" },
    { "quote-in-plain-field", "5\" tyre,b\nc,d\n", "1:5\" tyre|b 2:c|d" },
    { "text-after-quotes", "\"a\" b,c\n", "1:a b|c" },
    { "blank-before-quotes", "a, \"b,c\"\n", "1:a|b,c" },
    { "blanks-stay", " a , b \n", "1: a | b " },
    { "unclosed-quote", "a,b\nc,\"d\ne,f\ng,h\n", "1:a|b !2:c|\"d 3:e|f 4:g|h" },
    { "unclosed-quote-at-the-end", "a,b\nc,\"", "1:a|b !2:c|\"" },
    { "closed-in-a-later-row", "a,\"b\nc,d\ne,\"f\"\"\n", "1:a|b/c,d/e,f\"\"" },
    { "empty-file", "", "" },
    { "only-newlines", "\n\r\n\r", "" },
};

static char *
read_all(CareCsvReader *reader)
{
    GString *all = g_string_new(NULL);

    while (care_csv_reader_next(reader)) {
        if (all->len > 0)
            g_string_append_c(all, ' ');
        g_string_append_printf(all, "%s%u:", care_csv_reader_get_broken(reader) ? "!" : "",
                               care_csv_reader_get_line(reader));
        for (guint i = 0; i < care_csv_reader_get_n_fields(reader); i++)
            g_string_append_printf(all, "%s%s", i > 0 ? "|" : "", care_csv_reader_get_field(reader, i));
    }
    g_strdelimit(all->str, "\n", '/');
    return g_string_free_and_steal(all);
}

static void
test_read(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(row->file, strlen(row->file));
    g_autoptr(CareCsvReader) reader = care_csv_reader_new(bytes, '\0');
    g_autofree char *first = read_all(reader);
    g_autofree char *second = NULL;

    g_assert_cmpstr(first, ==, row->expected);
    g_assert_cmpuint(care_csv_reader_get_offset(reader), ==, strlen(row->file));
    care_csv_reader_rewind(reader);
    second = read_all(reader);
    g_assert_cmpstr(second, ==, row->expected);
}

static void
test_given_delimiter(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("a,b;c\n", 6);
    g_autoptr(CareCsvReader) reader = care_csv_reader_new(bytes, ';');
    g_autofree char *all = read_all(reader);

    g_assert_cmpstr(all, ==, "1:a,b|c");
}

static void
test_beyond_the_end(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("a,b\n", 4);
    g_autoptr(CareCsvReader) reader = care_csv_reader_new(bytes, '\0');

    g_assert_true(care_csv_reader_next(reader));
    g_assert_cmpstr(care_csv_reader_get_field(reader, 2), ==, "");
    g_assert_false(care_csv_reader_get_empty(reader));
}

/* Each unclosed quote could make the reader look through the rest of the file: minutes if it did. */
static void
test_many_unclosed_quotes(void)
{
    g_autoptr(GString) file = g_string_new("a,b\n");
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(CareCsvReader) reader = NULL;
    guint rows = 0;

    for (guint i = 0; i < 200001; i++)
        g_string_append(file, "1,\"xxxxxxxxxxxxxxxxxxxxxxx\n");
    bytes = g_bytes_new_static(file->str, file->len);
    reader = care_csv_reader_new(bytes, ',');
    while (care_csv_reader_next(reader))
        rows++;
    g_assert_cmpuint(rows, >, 100000);
}

static const struct {
    const char *name;
    const char *field;
    const char *written;
} fields[] = {
    { "plain", "a", "a" },
    { "null", NULL, "" },
    { "comma", "a,b", "\"a,b\"" },
    { "semicolon", "a;b", "\"a;b\"" },
    { "quote", "5\"", "\"5\"\"\"" },
    { "newline", "a\nb", "\"a\nb\"" },
    { "blank-at-the-edge", " a", "\" a\"" },
    { "sep", "sep=;", "\"sep=;\"" },
    { "formula-stays", "=1+1", "=1+1" },
    { "phone-stays", "+44 1", "+44 1" },
    { "minus-stays", "-1", "-1" },
    { "at-stays", "@x", "@x" },
};

static void
test_write(gconstpointer data)
{
    const typeof(fields[0]) *row = data;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *expected = g_strdup_printf("%s,x\r\n", row->written);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(CareCsvReader) reader = NULL;

    care_csv_append_row(out, (const char *const[]){ row->field, "x" }, 2);
    g_assert_cmpstr(out->str, ==, expected);
    bytes = g_bytes_new_static(out->str, out->len);
    reader = care_csv_reader_new(bytes, ',');
    g_assert_true(care_csv_reader_next(reader));
    g_assert_cmpstr(care_csv_reader_get_field(reader, 0), ==, row->field != NULL ? row->field : "");
    g_assert_cmpstr(care_csv_reader_get_field(reader, 1), ==, "x");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/csv/read", cases, name, test_read);
    CARE_TEST_ADD_TABLE("/csv/write", fields, name, test_write);
    g_test_add_func("/csv/given-delimiter", test_given_delimiter);
    g_test_add_func("/csv/beyond-the-end", test_beyond_the_end);
    g_test_add_func("/csv/many-unclosed-quotes", test_many_unclosed_quotes);
    return g_test_run();
}
