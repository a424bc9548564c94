/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses as the post of each country wants them, and countries as people write them. */
#include "document/country.h"
#include "document/postal-address.h"

#include "common/case-table.h"

typedef struct {
    const char *name;
    const char *home;
    CarePostalAddress address; /* recipient, street, postcode, locality, region, country */
    const char *lines;         /* with | between them */
} Case;

/* clang-format off */
static const Case cases[] = {
    { "de", "DE", { "Bea Koch", "Oranienplatz 3", "10999", "Berlin", NULL, NULL }, "Bea Koch|Oranienplatz 3|10999 Berlin" },
    { "de-says-de", "DE", { "Bea Koch", "Oranienplatz 3", "10999", "Berlin", NULL, "DE" }, "Bea Koch|Oranienplatz 3|10999 Berlin" },
    { "de-in-words", "DE", { "Bea Koch", NULL, "10999", "Berlin", NULL, "Deutschland" }, "Bea Koch|10999 Berlin" },
    { "de-drops-the-land", "DE", { "A", "B 1", "80331", "München", "Bayern", NULL }, "A|B 1|80331 München" },
    { "at-abroad", "DE", { "A", "Ring 1", "1010", "Wien", NULL, "AT" }, "A|Ring 1|1010 Wien|AUSTRIA" },
    { "ch", "CH", { "A", "Gasse 1", "8001", "Zürich", "ZH", NULL }, "A|Gasse 1|8001 Zürich" },
    { "fr", "FR", { "A", "1 rue de la Paix", "75002", "Paris", NULL, NULL }, "A|1 rue de la Paix|75002 PARIS" },
    { "fr-accents", "DE", { "A", "1 rue", "42000", "Saint-Étienne", NULL, "France" }, "A|1 rue|42000 SAINT-ÉTIENNE|FRANCE" },
    { "it", "IT", { "A", "Via Roma 1", "00144", "Roma", "RM", NULL }, "A|Via Roma 1|00144 ROMA RM" },
    { "es", "DE", { "A", "C/ Mayor 1", "28013", "Madrid", NULL, "ES" }, "A|C/ Mayor 1|28013 MADRID|SPAIN" },
    { "nl", "NL", { "A", "Damrak 1", "1012 lg", "Amsterdam", NULL, NULL }, "A|Damrak 1|1012 LG  AMSTERDAM" },
    { "be", "BE", { "A", "Rue 1", "1000", "Bruxelles", NULL, NULL }, "A|Rue 1|1000 Bruxelles" },
    { "dk", "DK", { "A", "Vej 1", "1050", "København K", NULL, NULL }, "A|Vej 1|1050 København K" },
    { "se", "DE", { "A", "Gatan 1", "111 22", "Stockholm", NULL, "SE" }, "A|Gatan 1|111 22 STOCKHOLM|SWEDEN" },
    { "no", "NO", { "A", "Gata 1", "0151", "Oslo", NULL, NULL }, "A|Gata 1|0151 OSLO" },
    { "fi", "FI", { "A", "Tie 1", "00100", "Helsinki", NULL, NULL }, "A|Tie 1|00100 HELSINKI" },
    { "gb", "GB", { "A", "10 Downing Street", "sw1a 2aa", "London", "Greater London", NULL }, "A|10 Downing Street|LONDON|SW1A 2AA" },
    { "gb-called-uk", "DE", { "A", "10 Downing Street", "SW1A 2AA", "London", NULL, "UK" }, "A|10 Downing Street|LONDON|SW1A 2AA|UNITED KINGDOM" },
    { "ie", "IE", { "A", "1 Main St", "d02 af30", "Dublin 2", NULL, NULL }, "A|1 Main St|Dublin 2|D02 AF30" },
    { "us", "US", { "Bea Koch", "1100 Congress Ave", "78701", "Austin", "TX", NULL }, "Bea Koch|1100 Congress Ave|Austin, TX 78701" },
    { "us-abroad", "DE", { "Bea Koch", "1100 Congress Ave", "78701", "Austin", "TX", "US" }, "Bea Koch|1100 Congress Ave|Austin, TX 78701|UNITED STATES" },
    { "us-no-state", "US", { "A", "1 Main", "78701", "Austin", NULL, NULL }, "A|1 Main|Austin 78701" },
    { "us-state-alone", "US", { "A", "1 Main", NULL, NULL, "TX", NULL }, "A|1 Main|TX" },
    { "ca", "CA", { "A", "1 Rue", "h3z 2y7", "Montréal", "qc", NULL }, "A|1 Rue|MONTRÉAL QC  H3Z 2Y7" },
    { "au", "AU", { "A", "1 George St", "2000", "Sydney", "NSW", NULL }, "A|1 George St|SYDNEY NSW 2000" },
    { "nz", "NZ", { "A", "1 Queen St", "1010", "Auckland", NULL, NULL }, "A|1 Queen St|Auckland 1010" },
    { "br", "BR", { "A", "Rua 1", "01310-100", "São Paulo", "sp", NULL }, "A|Rua 1|São Paulo-SP|01310-100" },
    { "mx", "MX", { "A", "Calle 1", "02860", "México", "CDMX", NULL }, "A|Calle 1|02860 México, CDMX" },
    { "hu", "HU", { "A", "Kossuth u. 1", "1055", "Budapest", NULL, NULL }, "A|Budapest|Kossuth u. 1|1055" },
    { "lv", "LV", { "A", "Iela 1", "LV-1010", "Rīga", NULL, NULL }, "A|Iela 1|Rīga, LV-1010" },
    { "tr", "TR", { "A", "Sokak 1", "06101", "Ulus", "Ankara", NULL }, "A|Sokak 1|06101 Ulus/Ankara" },
    { "ua", "UA", { "A", "вул. 1", "01001", "Київ", NULL, NULL }, "A|вул. 1|Київ|01001" },
    { "in", "IN", { "A", "1 MG Rd", "110001", "New Delhi", "Delhi", NULL }, "A|1 MG Rd|NEW DELHI 110001|Delhi" },
    { "jp", "JP", { "山田花子", "丸の内1-1", "100-0001", "千代田区", "東京都", NULL }, "〒100-0001|東京都千代田区丸の内1-1|山田花子" },
    { "jp-mark-typed", "JP", { "山田", "丸の内1-1", "〒100-0001", "千代田区", NULL, NULL }, "〒100-0001|千代田区丸の内1-1|山田" },
    { "jp-in-latin", "DE", { "Hanako Yamada", "1-1 Marunouchi", "100-0001", "Chiyoda-ku", "Tokyo", "JP" }, "Hanako Yamada|1-1 Marunouchi|Chiyoda-ku, Tokyo 100-0001|JAPAN" },
    { "cn", "DE", { "王小明", "长安街1号", "100000", "北京市", NULL, "CN" }, "100000|北京市长安街1号|王小明|CHINA" },
    { "kr", "KR", { "김민수", "세종대로 110", "04524", "중구", "서울", NULL }, "서울 중구 세종대로 110|김민수|04524" },
    { "tw", "TW", { "陳大文", "忠孝東路1號", "100", "中正區", "臺北市", NULL }, "100|臺北市中正區忠孝東路1號|陳大文" },
    { "unknown-country", "DE", { "A", "B", "C", "D", "E", "Atlantis" }, "A|B|C D|E|ATLANTIS" },
    { "no-home", NULL, { "A", "B", "C", "D", "E", NULL }, "A|B|C D|E" },
    { "company-and-person", "DE", { "Café Linde\nSami Linde", "Platz 3\r\nHinterhaus", "1", "B", NULL, NULL }, "Café Linde|Sami Linde|Platz 3|Hinterhaus|1 B" },
    { "nothing", "DE", { NULL, " ", "", NULL, NULL, NULL }, "" },
};
/* clang-format on */

static void
test_lines(gconstpointer data)
{
    const Case *one = data;
    g_auto(GStrv) lines = care_postal_address_lines(&one->address, one->home);
    g_autofree char *joined = g_strjoinv("|", lines);

    g_assert_cmpstr(joined, ==, one->lines);
}

typedef struct {
    const char *typed;
    const char *code;
} Country;

static const Country countries[] = {
    { "DE", "DE" },
    { "de", "DE" },
    { " de ", "DE" },
    { "Germany", "DE" },
    { "deutschland", "DE" },
    { "DEUTSCHLAND", "DE" },
    { "Österreich", "AT" },
    { "Schweiz", "CH" },
    { "Nederland", "NL" },
    { "Holland", "NL" },
    { "UK", "GB" },
    { "Great Britain", "GB" },
    { "USA", "US" },
    { "United States", "US" },
    { "日本", "JP" },
    { "Ελλάδα", "GR" },
    { "Polska", "PL" },
    { "España", "ES" },
    { "Türkiye", "TR" },
    { "Turkey", "TR" },
    { "Atlantis", NULL },
    { "ZZ", NULL },
    { "", NULL },
    { NULL, NULL },
};

static void
test_country(gconstpointer data)
{
    const Country *country = data;

    g_assert_cmpstr(care_country_code(country->typed), ==, country->code);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/postal-address/lines", cases, name, test_lines);
    for (gsize i = 0; i < G_N_ELEMENTS(countries); i++)
        care_test_add_row("/postal-address/country", i, countries[i].typed, &countries[i], test_country);

    return g_test_run();
}
