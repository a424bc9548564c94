/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-reckoned.h"

#include <string.h>

/* Of what is reckoned by no function and compared to no pattern: more of it would take its time, too. */
#define SHORT_BYTES 200
#define FEW 20

/* Where a quoted name, a text or a remark ends, or the next byte; NULL: it never ends. As SQLite reads it. */
static const char *
next(const char *at)
{
    const char *end;

    if (at[0] == '-' && at[1] == '-')
        return strchr(at, '\n');
    if (at[0] == '/' && at[1] == '*')
        return (end = strstr(at + 2, "*/")) != NULL ? end + 2 : NULL;
    if (strchr("'\"`[", *at) == NULL)
        return at + 1;
    end = strchr(at + 1, *at == '[' ? ']' : *at);
    return end != NULL ? end + 1 : NULL;
}

/* What stands in parentheses within the first ones, each with its own. FALSE: no end of it is found. */
static gboolean
find_groups(const char *sql, GStrvBuilder *groups)
{
    const char *begin = NULL;
    int depth = 0;

    for (const char *at = sql; *at != '\0'; at = next(at)) {
        if (*at == '(' && ++depth == 2)
            begin = at;
        if (*at == ')' && depth-- == 2)
            g_strv_builder_take(groups, g_strndup(begin, (gsize)(at + 1 - begin)));
        if (depth < 0 || next(at) == NULL)
            return FALSE;
    }
    return depth == 0;
}

static char **
groups_of(const char *sql)
{
    g_autoptr(GStrvBuilder) groups = g_strv_builder_new();

    return sql != NULL && find_groups(sql, groups) ? g_strv_builder_end(groups) : NULL;
}

/* What SQLite reckons from one row in a time that its own length bounds, however often it is nested in a few words. */
#define BOUNDED                                                                                              \
    "ABS|COALESCE|IFNULL|IIF|LENGTH|LOWER|MAX|MIN|NULLIF|ROUND|SUBSTR|SUBSTRING|TYPEOF|UNICODE|UPPER"
/* Of one text, or with a text that stands there: looked for in a row, that of another row may never be found. */
#define BY_WORDS "(?:INSTR|L?TRIM|RTRIM)\\s*\\(\\s*\\w+\\s*,\\s*'[^']*'\\s*\\)"
#define OF_ONE "(?:L?TRIM|RTRIM)\\s*\\(\\s*\\w+\\s*\\)"

/* No other function, no pattern, no name that could be one of those in disguise. */
static gboolean
is_plain(const char *text)
{
    static const char odd[] = "--|/\\*|\\b(LIKE|GLOB|MATCH|REGEXP|SELECT)\\b";
    static const char call[] = "[\"`\\]]\\s*\\(|(?<!\\w)(?!(?:IN|AND|OR|NOT|AS|CAST|WHERE|" BOUNDED
                               ")\\b)(?!" BY_WORDS "|" OF_ONE ")\\w+\\s*\\(";

    return strlen(text) <= SHORT_BYTES && !g_regex_match_simple(odd, text, G_REGEX_CASELESS, 0)
           && !g_regex_match_simple(call, text, G_REGEX_CASELESS, 0);
}

static gboolean
is_table_reckoned(const char *found, const char *wanted)
{
    g_auto(GStrv) groups = groups_of(found);
    g_auto(GStrv) ours = groups_of(wanted);
    guint theirs = 0;

    for (guint i = 0; groups != NULL && groups[i] != NULL; i++) {
        if (ours != NULL && g_strv_contains((const char *const *)ours, groups[i]))
            continue;
        if (++theirs > FEW || !is_plain(groups[i]))
            return TRUE;
    }
    return groups == NULL;
}

static gboolean
begins_with(const char *sql, const char *words)
{
    return g_regex_match_simple(words, sql, G_REGEX_CASELESS | G_REGEX_ANCHORED, G_REGEX_MATCH_ANCHORED);
}

gboolean
care_schema_is_reckoned(const char *found, const char *wanted)
{
    if (found == NULL || g_strcmp0(found, wanted) == 0)
        return FALSE;
    if (!g_utf8_validate(found, -1, NULL))
        return TRUE;
    if (begins_with(found, "CREATE (VIEW|TRIGGER) "))
        return FALSE;
    if (begins_with(found, "CREATE (UNIQUE )?INDEX "))
        return strchr(found, '(') == NULL || !is_plain(strchr(found, '('));
    return !begins_with(found, "CREATE TABLE ") || is_table_reckoned(found, wanted);
}
