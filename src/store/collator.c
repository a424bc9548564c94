/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/collator.h"

#include <string.h>

#include <unicode/ucol.h>
#include <unicode/ustring.h>

struct _CareCollator {
    UCollator *icu;
    char *order;
};

/* POSIX writes "ca_ES.UTF-8@valencia"; ICU would read the end as something else. */
static char *
language_of(const char *locale)
{
    g_autofree char *language = g_strndup(locale, strcspn(locale, ".@"));

    if (*language == '\0' || strcmp(language, "C") == 0 || strcmp(language, "POSIX") == 0)
        return g_strdup("root");
    return g_steal_pointer(&language);
}

/* Many languages share an order: it is called by the language that it was written for. */
static char *
order_of(UCollator *icu)
{
    UErrorCode status = U_ZERO_ERROR;
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    const char *locale = ucol_getLocaleByType(icu, ULOC_ACTUAL_LOCALE, &status);

    ucol_getVersion(icu, version);
    u_versionToString(version, text);
    return g_strdup_printf("%s/%s", U_SUCCESS(status) && *locale != '\0' ? locale : "root", text);
}

CareCollator *
care_collator_new(const char *locale)
{
    CareCollator *self = g_new0(CareCollator, 1);
    g_autofree char *language = language_of(locale != NULL ? locale : "C");
    UErrorCode status = U_ZERO_ERROR;

    self->icu = ucol_open(language, &status);
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        self->icu = ucol_open("root", &status);
    }
    if (U_FAILURE(status))
        g_error("ICU has no collation data: %s", u_errorName(status));
    self->order = order_of(self->icu);
    return self;
}

void
care_collator_free(CareCollator *self)
{
    ucol_close(self->icu);
    g_free(self->order);
    g_free(self);
}

const char *
care_collator_order(CareCollator *self)
{
    return self->order;
}

GBytes *
care_collator_key(CareCollator *self, const char *text)
{
    g_autofree UChar *wide = NULL;
    g_autofree guint8 *key = NULL;
    int32_t length = 0, size;
    UErrorCode status = U_ZERO_ERROR;

    if (text == NULL)
        return g_bytes_new(NULL, 0);
    wide = g_new(UChar, strlen(text) + 1); /* never more UTF-16 units than UTF-8 bytes */
    u_strFromUTF8(wide, (int32_t)strlen(text) + 1, &length, text, -1, &status);
    if (U_FAILURE(status))
        return g_bytes_new(text, strlen(text));
    size = ucol_getSortKey(self->icu, wide, length, NULL, 0);
    key = g_malloc((gsize)size);
    ucol_getSortKey(self->icu, wide, length, key, size);
    return g_bytes_new_take(g_steal_pointer(&key), (gsize)size);
}

/* Where a key's first level, the letters themselves, ends. */
#define LEVEL_END 1

static GBytes *
level_then(const guint8 *level, gsize size, guint8 byte)
{
    guint8 *key = g_malloc(size + 1);

    memcpy(key, level, size);
    key[size] = byte;
    return g_bytes_new_take(key, size + 1);
}

gboolean
care_collator_range(CareCollator *self, const char *text, GBytes **low, GBytes **high)
{
    g_autoptr(GBytes) key = care_collator_key(self, text);
    gsize size;
    const guint8 *level = g_bytes_get_data(key, &size);
    const guint8 *end = level != NULL ? memchr(level, LEVEL_END, size) : NULL;

    if (end == NULL || end == level)
        return FALSE;
    *low = level_then(level, (gsize)(end - level), LEVEL_END);
    *high = level_then(level, (gsize)(end - level), LEVEL_END + 1);
    return TRUE;
}
