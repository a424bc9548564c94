/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema-reckoned.h"

#include <string.h>

/* Of all that a table is held by: more of it would take its time, too. */
#define SHORT_BYTES 1000

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

/* What ends with each row, whatever is in it: values that stand there, and comparisons of columns with them or with one another.
 * There is no function, no pattern and nothing that makes one value of others, and so none that grows. */
#define VALUES                                                                                               \
    "(?(DEFINE)(?<text>'[^']*+')(?<name>[a-z_]\\w*+|\"[^\"]++\")"                                            \
    "(?<value>(?&text)|[-+]?+\\d[\\w.]*+|NULL\\b)(?<values>\\(\\s*+(?&value)(?:\\s*+,\\s*+(?&value))*+\\s*+" \
    "\\)))"
#define COMPARISONS                                                                                          \
    "(?(DEFINE)(?<one>(?&value)|(?&name))"                                                                   \
    "(?<than>\\s*+(?:==?|<>|!=|<=?|>=?)\\s*+(?&one)|\\s+IS(?:\\s+NOT)?+\\s+(?&one)"                          \
    "|\\s+(?:NOT\\s+)?+IN\\s*+(?&values)|\\s+(?:NOT\\s+)?+BETWEEN\\s+(?&value)\\s+AND\\s+(?&value))"         \
    "(?<held>\\(\\s*+(?&all)\\s*+\\)|(?&one)(?&than))"                                                       \
    "(?<all>(?&held)(?:\\s*+\\b(?:AND|OR)\\b\\s*+(?&held))*+))"
#define COLUMNS                                                                                              \
    "(?(DEFINE)(?<column>(?&name)(?:\\s+COLLATE\\s+\\w++)?+(?:\\s+(?:ASC|DESC))?+)"                          \
    "(?<columns>\\(\\s*+(?&column)(?:\\s*+,\\s*+(?&column))*+\\s*+\\)))"

static gboolean
is_all(const char *text, const char *pattern)
{
    return g_regex_match_simple(pattern, text, G_REGEX_CASELESS | G_REGEX_ANCHORED, G_REGEX_MATCH_ANCHORED);
}

/* What is before it has no remark in which a word is hidden. A column
 * that is reckoned is none of it: those that name one another multiply. */
static gboolean
is_plain(const char *before, const char *group)
{
    if (is_all(group, VALUES "(?&values)$"))
        return TRUE;
    if (strstr(before, "--") != NULL || strstr(before, "/*") != NULL)
        return FALSE;
    if (g_regex_match_simple("\\bCHECK\\s*$", before, G_REGEX_CASELESS, 0))
        return is_all(group, VALUES COMPARISONS "\\(\\s*+(?&all)\\s*+\\)$");
    return g_regex_match_simple("\\b(UNIQUE|KEY|REFERENCES\\s+\\w+)\\s*$", before, G_REGEX_CASELESS, 0)
           && is_all(group, VALUES COLUMNS "(?&columns)$");
}

typedef struct {
    GPtrArray *groups; /* what stands in parentheses within the first ones, each with its own */
    GPtrArray *before; /* what stands before each */
} Groups;

static void
groups_free(Groups *self)
{
    g_ptr_array_unref(self->groups);
    g_ptr_array_unref(self->before);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Groups, groups_free)

/* FALSE: no end of it is found. */
static gboolean
find_groups(const char *sql, Groups *self)
{
    const char *begin = sql, *last = sql;
    int depth = 0;

    for (const char *at = sql; *at != '\0'; at = next(at)) {
        if (*at == '(' && ++depth == 2)
            begin = at;
        if (*at == ')' && depth-- == 2) {
            g_ptr_array_add(self->groups, g_strndup(begin, (gsize)(at + 1 - begin)));
            g_ptr_array_add(self->before, g_strndup(last, (gsize)(begin - last)));
            last = at + 1;
        }
        if (depth < 0 || next(at) == NULL)
            return FALSE;
    }
    return depth == 0;
}

/* NULL: it is no table that could be read. */
static Groups *
groups_of(const char *sql)
{
    g_autoptr(Groups) self = g_new0(Groups, 1);

    self->groups = g_ptr_array_new_with_free_func(g_free);
    self->before = g_ptr_array_new_with_free_func(g_free);
    return find_groups(sql, self) ? g_steal_pointer(&self) : NULL;
}

/* Each of ours stands for one. */
static gboolean
is_ours(Groups *ours, const char *group)
{
    guint at;

    return ours != NULL && g_ptr_array_find_with_equal_func(ours->groups, group, g_str_equal, &at)
           && g_ptr_array_remove_index(ours->groups, at);
}

static gboolean
is_table_reckoned(const char *found, const char *wanted)
{
    g_autoptr(Groups) groups = groups_of(found);
    g_autoptr(Groups) ours = wanted != NULL ? groups_of(wanted) : NULL;
    gsize theirs = 0;

    for (guint i = 0; groups != NULL && i < groups->groups->len; i++) {
        const char *group = groups->groups->pdata[i];

        if (is_ours(ours, group))
            continue;
        theirs += strlen(group);
        if (theirs > SHORT_BYTES || !is_plain(groups->before->pdata[i], group))
            return TRUE;
    }
    return groups == NULL;
}

/* Columns, and maybe a comparison of what is in it. */
static gboolean
is_index_reckoned(const char *sql)
{
    const char *columns = strchr(sql, '(');

    return columns == NULL || strlen(columns) > SHORT_BYTES
           || !is_all(columns, VALUES COMPARISONS COLUMNS "(?&columns)(?:\\s*+WHERE\\b\\s*+(?&all))?+\\s*+$");
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
        return is_index_reckoned(found);
    return !begins_with(found, "CREATE TABLE ") || is_table_reckoned(found, wanted);
}
