/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU collation. Comparing keys as bytes is comparing by language, so SQLite can sort and index them. */
#include "store/collator.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

static GMutex lock;
static UCollator *collator;
static char *collator_locale;

/* Called with the lock held. Without ICU data for a language, ICU falls back to the root order by itself. */
static UCollator *
get(void)
{
    UErrorCode status = U_ZERO_ERROR;

    if (collator == NULL) {
        collator = ucol_open(collator_locale != NULL ? collator_locale : "", &status);
        if (U_FAILURE(status))
            g_error("ICU has no collation data: %s", u_errorName(status));
    }
    return collator;
}

void
care_collator_set_locale(const char *locale)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);

    if (g_set_str(&collator_locale, locale) && collator != NULL) {
        ucol_close(collator);
        collator = NULL;
    }
}

char *
care_collator_version(void)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    UErrorCode status = U_ZERO_ERROR;
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    const char *locale = ucol_getLocaleByType(get(), ULOC_VALID_LOCALE, &status);

    ucol_getVersion(get(), version);
    u_versionToString(version, text);
    return g_strdup_printf("%s/%s", U_SUCCESS(status) ? locale : "root", text);
}

GBytes *
care_collator_key(const char *text)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
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
    size = ucol_getSortKey(get(), wide, length, NULL, 0);
    key = g_malloc((gsize)size);
    ucol_getSortKey(get(), wide, length, key, size);
    return g_bytes_new_take(g_steal_pointer(&key), (gsize)size);
}
