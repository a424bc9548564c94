/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-name.h"

#include <string.h>

#include "core/fold.h"
#include "exchange/import/word-list.h"
#include "model/customer.h"

typedef enum { TITLE_NONE, TITLE_ANY, TITLE_MAN, TITLE_WOMAN } Title;

struct _CareContactName {
    char **words; /* of the whole name */
    char **given; /* without the initials of middle names */
    char **family;
    char *generation; /* "jr", "sr", "iii"; NULL */
    Title title;
};

static const struct {
    Title title;
    const char *words;
} titles[] = {
    { TITLE_MAN, "mr|mister|herr|herrn|monsieur|senor|don|sig|signor|signore|dhr|pan|bay|sir" },
    { TITLE_WOMAN,
      "mrs|ms|miss|frau|fraulein|mme|madame|mlle|senora|sra|srta|dona|signora|mevr|mevrouw|pani|bayan|lady" },
    { TITLE_ANY,
      "dr|drs|prof|professor|dipl|ing|mag|dott|dottore|dottssa|phd|md|bsc|msc|mba|esq|rev|hr|fr|ca|dds" },
};

static const char generations[] = "jr|jun|junior|sr|sen|senior|ii|iii|iv|fils|pere";

static Title
title_of(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(titles); i++)
        if (care_word_list_has(titles[i].words, word))
            return titles[i].title;
    return TITLE_NONE;
}

/* Folded words. A point between letters ends no word ("Ph.D.", "J.R."), an apostrophe neither ("O'Brien"). */
static char **
words_of(const char *name)
{
    g_autofree char *folded = care_text_fold(name != NULL ? name : "");
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    g_autoptr(GString) word = g_string_new(NULL);

    for (const char *p = folded;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c == '.' || c == '\'' || c == 0x2019)
            continue;
        if (c != 0 && g_unichar_isalnum(c)) {
            g_string_append_unichar(word, c);
            continue;
        }
        if (word->len > 0)
            g_strv_builder_add(words, word->str);
        g_string_truncate(word, 0);
        if (c == 0)
            return g_strv_builder_end(words);
    }
}

static gboolean
is_initial(const char *word)
{
    return g_utf8_strlen(word, 2) == 1;
}

/* The words that are names; the others are noted. */
static char **
names_in(CareContactName *self, const char *text)
{
    g_auto(GStrv) all = words_of(text);
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();

    for (guint i = 0; all[i] != NULL; i++) {
        Title title = title_of(all[i]);

        if (i > 0 && care_word_list_has(generations, all[i]))
            g_set_str(&self->generation, all[i]);
        else if (title == TITLE_NONE)
            g_strv_builder_add(names, all[i]);
        else
            self->title = MAX(self->title, title);
    }
    return g_strv_builder_end(names);
}

static char **
copy_words(char **words, guint from, guint n)
{
    g_autoptr(GStrvBuilder) copy = g_strv_builder_new();

    for (guint i = from; i < from + n; i++)
        g_strv_builder_add(copy, words[i]);
    return g_strv_builder_end(copy);
}

/* How many words the family has: all of a double name, whatever stands before its last blank. */
static guint
count_family_words(const CareContactName *self, const char *name)
{
    const char *blank = name != NULL ? strrchr(name, ' ') : NULL;
    g_auto(GStrv) last = words_of(blank != NULL ? blank + 1 : name);
    guint n = g_strv_length(last);

    return self->generation == NULL && n > 0 && n < g_strv_length(self->words) ? n : 1;
}

/* "Muster, Max", else the last word is the family's. */
static void
guess_parts(CareContactName *self, const char *name)
{
    const char *comma = name != NULL ? strchr(name, ',') : NULL;
    guint n = g_strv_length(self->words);
    guint family = MIN(n, count_family_words(self, name));

    if (comma != NULL) {
        g_autofree char *before = g_strndup(name, (gsize)(comma - name));

        self->family = names_in(self, before);
        self->given = names_in(self, comma + 1);
        if (*self->family != NULL && *self->given != NULL)
            return;
        g_strfreev(self->family);
        g_strfreev(self->given);
    }
    self->given = copy_words(self->words, 0, n - family);
    self->family = copy_words(self->words, n - family, family);
}

/* "John M." is John. */
static void
drop_middle_initials(char **given)
{
    guint kept = MIN(1, g_strv_length(given));

    for (guint i = kept; given[i] != NULL; i++)
        if (is_initial(given[i]))
            g_free(given[i]);
        else
            given[kept++] = given[i];
    given[kept] = NULL;
}

static char **
joined_words(char **a, char **b)
{
    g_autoptr(GStrvBuilder) both = g_strv_builder_new();

    g_strv_builder_addv(both, (const char **)a);
    g_strv_builder_addv(both, (const char **)b);
    return g_strv_builder_end(both);
}

CareContactName *
care_contact_name_new(const char *name, const char *prefix, const char *given, const char *family)
{
    CareContactName *self = g_new0(CareContactName, 1);
    g_auto(GStrv) before = names_in(self, prefix);

    self->words = names_in(self, name);
    if (given == NULL && family == NULL) {
        guess_parts(self, name);
    } else {
        self->given = names_in(self, given);
        self->family = names_in(self, family);
    }
    if (*self->words == NULL) {
        g_strfreev(self->words);
        self->words = joined_words(self->given, self->family);
    }
    drop_middle_initials(self->given);
    return self;
}

CareContactName *
care_contact_name_of_draft(const CareContactDraft *draft)
{
    return care_contact_name_new(draft->name, draft->prefix, draft->given, draft->family);
}

CareContactName *
care_contact_name_of_customer(CareRecord *customer)
{
    return care_contact_name_new(care_record_text(customer, CARE_CUSTOMER_NAME), NULL,
                                 care_record_text(customer, CARE_CUSTOMER_GIVEN),
                                 care_record_text(customer, CARE_CUSTOMER_FAMILY));
}

void
care_contact_name_free(CareContactName *self)
{
    if (self == NULL)
        return;
    g_strfreev(self->words);
    g_strfreev(self->given);
    g_strfreev(self->family);
    g_free(self->generation);
    g_free(self);
}

static gboolean
all_in(char **few, char **many)
{
    guint n = g_strv_length(many);
    g_autofree gboolean *taken = g_new0(gboolean, n + 1);

    for (guint i = 0; few[i] != NULL; i++) {
        guint k = 0;

        while (k < n && (taken[k] || strcmp(few[i], many[k]) != 0))
            k++;
        if (k == n)
            return FALSE;
        taken[k] = TRUE;
    }
    return TRUE;
}

static gboolean
same_words(char **a, char **b)
{
    return g_strv_length(a) == g_strv_length(b) && all_in(a, b);
}

static gboolean
share_a_word(char **a, char **b)
{
    for (guint i = 0; a[i] != NULL; i++)
        if (!is_initial(a[i]) && g_strv_contains((const char *const *)b, a[i]))
            return TRUE;
    return FALSE;
}

static gboolean
has_both(const CareContactName *self)
{
    return *self->given != NULL && *self->family != NULL;
}

/* What stands beside given and family name; an initial fits any name it begins. */
static gboolean
middle_fits(const CareContactName *few, const CareContactName *many)
{
    for (guint i = 0; few->words[i] != NULL; i++) {
        const char *word = few->words[i];
        gboolean found = g_strv_contains((const char *const *)many->words, word);

        for (guint k = 0; !found && is_initial(word) && many->words[k] != NULL; k++)
            found = g_str_has_prefix(many->words[k], word);
        if (!found)
            return FALSE;
    }
    return TRUE;
}

/* A single word may be a given name; a family name alone is that of any of them. */
static CareNamesRelation
compare_single(const CareContactName *single, const CareContactName *other)
{
    const char *word = single->words[0];

    if (is_initial(word) || !has_both(other))
        return CARE_NAMES_OTHER;
    return g_strv_contains((const char *const *)other->given, word) ? CARE_NAMES_FIT : CARE_NAMES_OTHER;
}

static CareNamesRelation
compare_parts(const CareContactName *a, const CareContactName *b)
{
    gboolean same_given = same_words(a->given, b->given);
    gboolean same_family = same_words(a->family, b->family);

    if (!has_both(a) || !has_both(b))
        return CARE_NAMES_OTHER;
    if (same_given && same_family)
        return middle_fits(a, b) || middle_fits(b, a) ? CARE_NAMES_FIT : CARE_NAMES_OTHER;
    if (same_family && (all_in(a->given, b->given) || all_in(b->given, a->given)))
        return is_initial(a->given[0]) || is_initial(b->given[0]) ? CARE_NAMES_OTHER : CARE_NAMES_NEAR;
    if (same_given && (all_in(a->family, b->family) || all_in(b->family, a->family)))
        return is_initial(a->given[0]) ? CARE_NAMES_OTHER : CARE_NAMES_NEAR;
    return CARE_NAMES_OTHER;
}

static gboolean
titles_differ(const CareContactName *a, const CareContactName *b)
{
    return (a->title == TITLE_MAN && b->title == TITLE_WOMAN)
           || (a->title == TITLE_WOMAN && b->title == TITLE_MAN);
}

static CareNamesRelation
compare_words(const CareContactName *a, const CareContactName *b)
{
    if (same_words(a->words, b->words)) {
        /* "Frau Weber" may be all that is known of one of several Webers */
        gboolean vague = a->words[1] == NULL && a->title != b->title;

        return vague ? CARE_NAMES_NEAR : CARE_NAMES_EQUAL;
    }
    if (a->words[1] == NULL)
        return compare_single(a, b);
    return b->words[1] == NULL ? compare_single(b, a) : compare_parts(a, b);
}

CareNamesRelation
care_contact_names_compare(const CareContactName *a, const CareContactName *b)
{
    gboolean same_generation = g_strcmp0(a->generation, b->generation) == 0;
    CareNamesRelation relation;

    if (*a->words == NULL || *b->words == NULL || titles_differ(a, b))
        return CARE_NAMES_OTHER;
    if (!same_generation && a->generation != NULL && b->generation != NULL)
        return CARE_NAMES_OTHER;
    relation = compare_words(a, b);
    return same_generation ? relation : MIN(relation, CARE_NAMES_NEAR);
}

gboolean
care_contact_name_is_full(const CareContactName *self)
{
    return care_contact_name_weight(self) >= 2 && (*self->given == NULL || !is_initial(self->given[0]));
}

gboolean
care_contact_name_is_fuller(const CareContactName *a, const CareContactName *b)
{
    return care_contact_name_weight(a) > care_contact_name_weight(b) && middle_fits(b, a);
}

gboolean
care_contact_names_may_change(const CareContactName *a, const CareContactName *b)
{
    if (titles_differ(a, b) || !share_a_word(a->words, b->words))
        return FALSE;
    return !has_both(a) || !has_both(b) || share_a_word(a->given, b->given);
}

guint
care_contact_name_weight(const CareContactName *self)
{
    guint weight = 0;

    for (guint i = 0; self->words[i] != NULL; i++)
        weight += !is_initial(self->words[i]);
    return weight;
}

gboolean
care_contact_name_tells(const char *text, const char *part)
{
    g_auto(GStrv) all = words_of(text);
    g_auto(GStrv) words = words_of(part);

    return all_in(words, all);
}
