/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/seen-words.h"

#include <string.h>

static char **
split(const char *words)
{
    return g_strsplit(words != NULL ? words : "", " ", -1);
}

static gboolean
is_put_away(const char *word)
{
    return strchr(word, ':') != NULL;
}

static void
add_word(GString *words, const char *word)
{
    if (*word != '\0')
        g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", word);
}

/* NULL: none. Takes words. */
static char *
end(GString *words)
{
    const gboolean none = words->len == 0;
    char *text = g_string_free_and_steal(words);

    if (none)
        g_clear_pointer(&text, g_free);
    return text;
}

/* "12" and "-12". */
static gboolean
is_step(const char *word)
{
    CareId step = 0;

    return care_id_parse(*word == '-' ? word + 1 : word, &step);
}

/* "9:-12,13" */
static gboolean
is_whole_away(const char *word)
{
    const char *colon = strchr(word, ':');
    g_autofree char *then = g_strndup(word, (gsize)(colon - word));
    g_auto(GStrv) each = g_strsplit(colon + 1, ",", -1);
    CareId id = 0;
    gboolean whole = care_id_parse(then, &id) && each[0] != NULL;

    for (guint i = 0; whole && each[i] != NULL; i++)
        whole = is_step(each[i]);
    return whole;
}

gboolean
care_seen_words_are_whole(const char *words)
{
    g_auto(GStrv) each = split(words);

    for (guint i = 0; each[i] != NULL; i++)
        if (!(is_put_away(each[i]) ? is_whole_away(each[i]) : is_step(each[i])))
            return FALSE;
    return TRUE;
}

GArray *
care_seen_words_steps(const char *words)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_auto(GStrv) each = split(words);

    for (guint i = 0; each[i] != NULL; i++) {
        CareId step = 0;

        if (care_id_parse(each[i], &step))
            g_array_append_val(steps, step);
    }
    return steps;
}

char *
care_seen_words_add(const char *words, GArray *steps)
{
    g_auto(GStrv) each = split(words);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *now = g_string_new(NULL), *away = g_string_new(NULL);

    for (guint i = 0; each[i] != NULL; i++) {
        add_word(is_put_away(each[i]) ? away : now, each[i]);
        g_hash_table_add(known, g_strdup(*each[i] == '-' ? each[i] + 1 : each[i]));
    }
    for (guint i = 0; i < steps->len; i++) {
        g_autofree char *word = care_id_to_string(g_array_index(steps, CareId, i));

        if (g_hash_table_add(known, g_strdup(word)))
            add_word(now, word);
    }
    add_word(now, away->str);
    g_string_free(away, TRUE);
    return end(now);
}

char *
care_seen_words_pass(const char *words, CareId step)
{
    g_autofree char *id = care_id_to_string(step);
    g_auto(GStrv) each = split(words);
    GString *passed = g_string_new(NULL);

    for (guint i = 0; each[i] != NULL; i++) {
        g_autofree char *word = g_strconcat(g_str_equal(each[i], id) ? "-" : "", each[i], NULL);

        add_word(passed, word);
    }
    return end(passed);
}

char *
care_seen_words_rename(const char *words, CareId from, CareId to)
{
    static const char digits[] = "0123456789";
    g_autofree char *old = care_id_to_string(from);
    g_autofree char *id = care_id_to_string(to);
    GString *renamed = g_string_new(NULL);

    for (const char *at = words != NULL ? words : ""; *at != '\0';) {
        gsize length = MAX(strspn(at, digits), 1);
        gboolean is = length == strlen(old) && strncmp(at, old, length) == 0;

        g_string_append_len(renamed, is ? id : at, is ? -1 : (gssize)length);
        at += length;
    }
    return end(renamed);
}

static char *
prefix_of(CareId then)
{
    g_autofree char *id = care_id_to_string(then);

    return g_strconcat(id, ":", NULL);
}

char *
care_seen_words_put_away(const char *words, CareId then)
{
    g_autofree char *prefix = prefix_of(then);
    g_auto(GStrv) each = split(words);
    GString *away = g_string_new(NULL);
    g_autoptr(GString) now = g_string_new(NULL);

    for (guint i = 0; each[i] != NULL; i++) {
        if (!is_put_away(each[i]))
            g_string_append_printf(now, "%s%s", now->len > 0 ? "," : prefix, each[i]);
        else if (!g_str_has_prefix(each[i], prefix))
            add_word(away, each[i]);
    }
    if (then != 0)
        add_word(away, now->str);
    return end(away);
}

char *
care_seen_words_take_up(const char *words, CareId then)
{
    g_autofree char *prefix = prefix_of(then);
    g_auto(GStrv) each = split(words);
    GString *again = g_string_new(NULL);
    g_autoptr(GString) away = g_string_new(NULL);

    for (guint i = 0; each[i] != NULL; i++) {
        if (then != 0 && g_str_has_prefix(each[i], prefix))
            add_word(again, g_strdelimit(each[i] + strlen(prefix), ",", ' '));
        else
            add_word(away, each[i]);
    }
    if (again->len > 0)
        add_word(again, away->str);
    return end(again);
}
