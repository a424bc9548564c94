/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/holiday-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sources: the laws that data/tax-presets names; for parts of a country the laws of its states, cantons, départements or
 * nations. A day that no rule of holidays.h can say, as Germany's Buß- und Bettag, is missing. */

#define NEW_YEAR N_("New Year’s Day")
#define EPIPHANY N_("Epiphany")
#define GOOD_FRIDAY N_("Good Friday")
#define EASTER N_("Easter Sunday")
#define EASTER_MONDAY N_("Easter Monday")
#define LABOUR N_("Labour Day")
#define ASCENSION N_("Ascension Day")
#define WHIT_SUNDAY N_("Whit Sunday")
#define WHIT_MONDAY N_("Whit Monday")
#define CORPUS_CHRISTI N_("Corpus Christi")
#define ASSUMPTION N_("Assumption of Mary")
#define ALL_SAINTS N_("All Saints’ Day")
#define IMMACULATE N_("Immaculate Conception")
#define CHRISTMAS N_("Christmas Day")
#define SECOND_CHRISTMAS N_("Second Day of Christmas")
#define ST_STEPHEN N_("St Stephen’s Day")

static const CareNamedHoliday austria[] = {
    { "01-01", NEW_YEAR },        { "01-06", EPIPHANY },
    { "easter-2", GOOD_FRIDAY },  { "easter+1", EASTER_MONDAY },
    { "05-01", LABOUR },          { "easter+39", ASCENSION },
    { "easter+50", WHIT_MONDAY }, { "easter+60", CORPUS_CHRISTI },
    { "08-15", ASSUMPTION },      { "10-26", N_("National Day") },
    { "11-01", ALL_SAINTS },      { "12-08", IMMACULATE },
    { "12-25", CHRISTMAS },       { "12-26", ST_STEPHEN },
};

static const CareNamedHoliday switzerland[] = {
    { "01-01", NEW_YEAR },
    { "01-02", N_("Berchtold’s Day") },
    { "01-06", EPIPHANY },
    { "03-19", N_("St Joseph’s Day") },
    { "easter-2", GOOD_FRIDAY },
    { "easter+1", EASTER_MONDAY },
    { "05-01", LABOUR },
    { "easter+39", ASCENSION },
    { "easter+50", WHIT_MONDAY },
    { "easter+60", CORPUS_CHRISTI },
    { "08-01", N_("Swiss National Day") },
    { "08-15", ASSUMPTION },
    { "11-01", ALL_SAINTS },
    { "12-08", IMMACULATE },
    { "12-25", CHRISTMAS },
    { "12-26", ST_STEPHEN },
};

static const CareNamedHoliday germany[] = {
    { "01-01", NEW_YEAR },
    { "01-06", EPIPHANY },
    { "03-08", N_("Women’s Day") },
    { "easter-2", GOOD_FRIDAY },
    { "easter", EASTER },
    { "easter+1", EASTER_MONDAY },
    { "05-01", LABOUR },
    { "easter+39", ASCENSION },
    { "easter+49", WHIT_SUNDAY },
    { "easter+50", WHIT_MONDAY },
    { "easter+60", CORPUS_CHRISTI },
    { "08-15", ASSUMPTION },
    { "09-20", N_("World Children’s Day") },
    { "10-03", N_("Day of German Unity") },
    { "10-31", N_("Reformation Day") },
    { "11-01", ALL_SAINTS },
    { "12-25", CHRISTMAS },
    { "12-26", SECOND_CHRISTMAS },
};

static const CareNamedHoliday france[] = {
    { "01-01", NEW_YEAR },        { "easter-2", GOOD_FRIDAY },           { "easter+1", EASTER_MONDAY },
    { "05-01", LABOUR },          { "05-08", N_("Victory Day 1945") },   { "easter+39", ASCENSION },
    { "easter+50", WHIT_MONDAY }, { "07-14", N_("Bastille Day") },       { "08-15", ASSUMPTION },
    { "11-01", ALL_SAINTS },      { "11-11", N_("Armistice Day 1918") }, { "12-25", CHRISTMAS },
    { "12-26", ST_STEPHEN },
};

static const CareNamedHoliday britain[] = {
    { "01-01+", NEW_YEAR },
    { "01-02+", N_("2 January Holiday") },
    { "03-17+", N_("St Patrick’s Day") },
    { "easter-2", GOOD_FRIDAY },
    { "easter+1", EASTER_MONDAY },
    { "1mo-05", N_("Early May Bank Holiday") },
    { "lmo-05", N_("Spring Bank Holiday") },
    { "07-12+", N_("Battle of the Boyne") },
    { "1mo-08", N_("Summer Bank Holiday, Scotland") },
    { "lmo-08", N_("Summer Bank Holiday") },
    { "11-30+", N_("St Andrew’s Day") },
    { "12-25+", CHRISTMAS },
    { "12-26+", N_("Boxing Day") },
};

static const CareNamedHoliday netherlands[] = {
    { "01-01", NEW_YEAR },
    { "easter-2", GOOD_FRIDAY },
    { "easter+1", EASTER_MONDAY },
    { "04-27<", N_("King’s Day") },
    { "05-05", N_("Liberation Day") },
    { "easter+39", ASCENSION },
    { "easter+50", WHIT_MONDAY },
    { "12-25", CHRISTMAS },
    { "12-26", SECOND_CHRISTMAS },
};

static const CareNamedHoliday united_states[] = {
    { "01-01", NEW_YEAR },
    { "3mo-01", N_("Martin Luther King Jr. Day") },
    { "3mo-02", N_("Washington’s Birthday") },
    { "lmo-05", N_("Memorial Day") },
    { "06-19", N_("Juneteenth") },
    { "07-04", N_("Independence Day") },
    { "1mo-09", N_("Labor Day") },
    { "2mo-10", N_("Columbus Day") },
    { "11-11", N_("Veterans Day") },
    { "4th-11", N_("Thanksgiving Day") },
    { "12-25", CHRISTMAS },
};

#define COUNTRY(region, days) { region, days, G_N_ELEMENTS(days) }

const CareNamedHoliday *
care_country_holidays(const char *region, guint *n)
{
    static const struct {
        const char *region;
        const CareNamedHoliday *days;
        guint n;
    } countries[] = { COUNTRY("AT", austria),      COUNTRY("CH", switzerland), COUNTRY("DE", germany),
                      COUNTRY("FR", france),       COUNTRY("GB", britain),     COUNTRY("NL", netherlands),
                      COUNTRY("US", united_states) };

    for (gsize i = 0; i < G_N_ELEMENTS(countries); i++) {
        if (g_strcmp0(countries[i].region, region) != 0)
            continue;
        *n = countries[i].n;
        return countries[i].days;
    }
    *n = 0;
    return NULL;
}
