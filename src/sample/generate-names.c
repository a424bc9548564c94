/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample/generate-names.h"

static guint64
next(CareDice *dice)
{
    guint64 z = (dice->state += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15));

    z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/** care_dice: each record throws its own, so that the order in which records are made does not matter. */
CareDice
care_dice(guint64 seed, guint64 series, guint64 index)
{
    CareDice dice = { seed * 1000003 + series * 7919 };

    dice.state = next(&dice) ^ index;
    next(&dice);
    return dice;
}

guint
care_dice_below(CareDice *dice, guint limit)
{
    return (guint)((next(dice) >> 32) * limit >> 32);
}

gboolean
care_dice_one_in(CareDice *dice, guint n)
{
    return care_dice_below(dice, n) == 0;
}

const char *
care_dice_pick(CareDice *dice, const char *const *words)
{
    return words[care_dice_below(dice, g_strv_length((char **)words))];
}

/* clang-format off */
static const char *const latin_given[] = {
    "Bea", "Jonas", "Marta", "Söhnke", "Łukasz", "Zoë", "Ingrid", "Ömer", "Chloé", "Jürgen", "Ana", "Mehmet", "Saoirse",
    "Björn", "Květa", "Dragan", "Noémie", "Tomasz", "Aylin", "Rui", "Elif", "Gábor", "Svetlana", "Iñigo", "Maëlle",
    "Oskar", "Wiebke", "Thijs", "Agnieszka", "Cem", "Fatma", "Håkon", "Ilse", "Karl-Heinz", "Leonie", "Murat", "Nadia",
    "Piotr", "Renate", "Stefan", "Uwe", "Yusuf", "Anneliese", "Dieter", "Emre", "Franziska", "Giulia", "Hannes", NULL };
static const char *const latin_family[] = {
    "Koch", "Müller", "Świątek", "Øvergård", "Yılmaz", "Núñez", "Schäfer", "Novák", "Lefèvre", "Kovačević", "Brandt",
    "O'Brien", "van der Meer", "Szabó", "Đorđević", "Großmann", "Nowak", "Ferreira", "Lindqvist", "Öztürk", "Huber",
    "Wójcik", "Rossi", "Petersen", "Dvořák", "Çelik", "Weiß", "Martínez", "Kaczmarek", "Jansen", "Fischer", "Bauer",
    "Becker", "Hoffmann", "Krüger", "Lange", "Neumann", "Peters", "Quast", "Richter", "Schmitz", "Thoma", "Ullrich",
    "Vogel", "Wagner", "Zimmermann", "Arslan", "Bergström", "Costa", "Demir", "Eriksen", "Fontaine", "Götz", "Haas",
    "Ivanov", "Jäger", "Keller", "Lorenz", "Maier", "Nielsen", "Otto", "Pohl", "Rau", "Seidel", "Tanaka", "Unger", NULL };
static const char *const cyrillic_given[] = { "Ольга", "Дмитро", "Наталія", "Иван", "Мария", "Петър", "Драган", "Ксения", NULL };
static const char *const cyrillic_family[] = { "Шевченко", "Коваленко", "Иванова", "Петров", "Бондаренко", "Николић", "Димитров", NULL };
static const char *const greek_given[] = { "Ελένη", "Γιώργος", "Μαρία", "Νίκος", "Σοφία", NULL };
static const char *const greek_family[] = { "Παπαδοπούλου", "Νικολαΐδης", "Οικονόμου", "Γεωργίου", NULL };
static const char *const arabic_given[] = { "ليلى", "يوسف", "فاطمة", "عمر", NULL };
static const char *const arabic_family[] = { "الحداد", "منصور", "خليل", "درويش", NULL };
static const char *const han_given[] = { "伟", "秀英", "太郎", "美咲", "静", NULL };
static const char *const han_family[] = { "王", "李", "佐藤", "田中", "陈", NULL };
static const char *const indic_given[] = { "प्रिया", "अर्जुन", "मीरा", "रवि", NULL };
static const char *const indic_family[] = { "शर्मा", "पटेल", "वर्मा", NULL };
static const char *const company_kinds[] = { "GmbH", "KG", "e. V.", "UG", "AG", "& Söhne", "oHG", NULL };
static const char *const company_words[] = { "Kurier", "Pflegedienst", "Café", "Bäckerei", "Architekten", "Musikschule",
    "Gärtnerei", "Fahrschule", "Physiotherapie", "Hotel", "Zimmerei", "Kita", NULL };
static const char *const streets[] = { "Lindenstraße", "Am Markt", "Kirchweg", "Goethestraße", "Hafenstraße", "Mühlweg",
    "Bahnhofstraße", "Rosengasse", "Schulstraße", "Ulmenallee", "Wallstraße", "Zum Ried", NULL };
static const char *const works[] = { "Inspection", "New chain and cassette", "Display replaced", "Brakes bled", "Battery replaced",
    "Strings and setup", "Pump replaced", "Software restored", "Wheel trued", "Water damage cleaned", NULL };
static const char *const messages[] = { "Asked when it will be ready", "Told: ready to be collected", "Thanked for the quick help",
    "Asked for a quote", "Reminded of the service", "Left a message", "Confirmed the price", "Picked up the loan bike",
    "Asked about the warranty", "Sent the photos", NULL };
/* clang-format on */

static const struct {
    guint per_mille;
    const char *language;
    const char *const *given;
    const char *const *family;
} peoples[] = {
    { 40, "uk", cyrillic_given, cyrillic_family }, { 20, "el", greek_given, greek_family },
    { 20, "ar", arabic_given, arabic_family },     { 20, "zh", han_given, han_family },
    { 20, "hi", indic_given, indic_family },       { 1000, NULL, latin_given, latin_family },
};

static const struct {
    const char *postcode;
    const char *name;
} towns[] = {
    { "50667", "Köln" },      { "20095", "Hamburg" },  { "80331", "München" }, { "04109", "Leipzig" },
    { "79098", "Freiburg" },  { "48143", "Münster" },  { "28195", "Bremen" },  { "99084", "Erfurt" },
    { "37073", "Göttingen" }, { "90402", "Nürnberg" },
};

static const struct {
    const char *name, *brand, *kind;
} devices[] = {
    { "Cargo bike", "Riese & Müller", "bike" },
    { "E-bike", "Kalkhoff", "bike" },
    { "City bike", "Gazelle", "bike" },
    { "Phone", "Fairphone", "phone" },
    { "Phone", "Samsung", "phone" },
    { "Notebook", "Lenovo", "computer" },
    { "Washing machine", "Miele", "appliance" },
    { "Coffee machine", "Jura", "appliance" },
    { "Cello", "Höfner", "instrument" },
    { "Road bike", "Rose", "bike" },
};

CareMadeUpName
care_made_up_person(CareDice *dice)
{
    guint lot = care_dice_below(dice, 1000);
    gsize i = 0;
    CareMadeUpName name;

    while (lot >= peoples[i].per_mille)
        lot -= peoples[i++].per_mille;
    name.given = g_strdup(care_dice_pick(dice, peoples[i].given));
    name.language = peoples[i].language;
    if (peoples[i].language == NULL && care_dice_one_in(dice, 8))
        name.family
            = g_strconcat(care_dice_pick(dice, latin_family), "-", care_dice_pick(dice, latin_family), NULL);
    else
        name.family = g_strdup(care_dice_pick(dice, peoples[i].family));
    return name;
}

char *
care_made_up_company(CareDice *dice)
{
    const char *word = care_dice_pick(dice, company_words);
    const char *family = care_dice_pick(dice, latin_family);

    return g_strconcat(word, " ", family, " ", care_dice_pick(dice, company_kinds), NULL);
}

const char *
care_made_up_town(CareDice *dice, const char **postcode)
{
    guint i = care_dice_below(dice, G_N_ELEMENTS(towns));

    *postcode = towns[i].postcode;
    return towns[i].name;
}

char *
care_made_up_street(CareDice *dice)
{
    const char *street = care_dice_pick(dice, streets);

    return g_strdup_printf("%s %u", street, 1 + care_dice_below(dice, 120));
}

const char *
care_made_up_device(CareDice *dice, const char **brand, const char **kind)
{
    guint i = care_dice_below(dice, G_N_ELEMENTS(devices));

    *brand = devices[i].brand;
    *kind = devices[i].kind;
    return devices[i].name;
}

const char *
care_made_up_work(CareDice *dice)
{
    return care_dice_pick(dice, works);
}

const char *
care_made_up_message(CareDice *dice)
{
    return care_dice_pick(dice, messages);
}
