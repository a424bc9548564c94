/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* All spellings of what is sought are laid out behind each other, a bit for each of their bytes, and the text runs past them
 * once (Shift-And, Baeza-Yates and Gonnet 1992): a bit of the state is set where a spelling has been matched up to that
 * byte. A letter of the text that may be written as two has a second one that may be there or not, so no spelling of the
 * text is ever made, and none is left out for there being too many. */
#include "core/sought.h"

#include <string.h>

#include "core/fold-private.h"
#include "core/fold.h"
#include "core/spelling-private.h"
#include "core/spelling.h"

#define BITS 64
#define BYTES 256

struct _CareSought {
    gboolean codes; /* only letters and digits are compared */
    gsize shortest; /* of the spellings, in bytes */
    gsize n;        /* numbers in a state */
    guint64 *first; /* n: where the spellings begin */
    guint64 *last;  /* n: where they end */
    guint64 *with;  /* n for each byte: where it stands in them */
};

static void
set_bit(guint64 *bits, gsize at)
{
    bits[at / BITS] |= G_GUINT64_CONSTANT(1) << at % BITS;
}

static void
lay_out(CareSought *self, const char *spelling, gsize at)
{
    gsize length = strlen(spelling);

    self->shortest = MIN(self->shortest, length);
    set_bit(self->first, at);
    set_bit(self->last, at + length - 1);
    for (gsize i = 0; i < length; i++)
        set_bit(self->with + (guchar)spelling[i] * self->n, at + i);
}

/* In place of each spelling its code, if it has one: a text that has the spelling has its code, too. */
static gboolean
make_codes(GPtrArray *ways)
{
    g_autofree char *code = care_text_codes(ways->pdata[0]);

    if (*code == '\0')
        return FALSE;
    for (guint i = 0; i < ways->len; i++) {
        g_autofree char *spelling = ways->pdata[i];

        ways->pdata[i] = care_text_codes(spelling);
    }
    return TRUE;
}

CareSought *
care_sought_new(const char *text)
{
    CareSought *self = g_new0(CareSought, 1);
    g_autoptr(GPtrArray) ways = care_text_spellings(text);
    gsize length = 0, at = 0;

    self->codes = make_codes(ways);
    self->shortest = G_MAXSIZE;
    for (guint i = 0; i < ways->len; i++)
        length += strlen(ways->pdata[i]);
    self->n = (length + BITS - 1) / BITS;
    self->first = g_new0(guint64, self->n);
    self->last = g_new0(guint64, self->n);
    self->with = g_new0(guint64, self->n * BYTES);
    for (guint i = 0; length > 0 && i < ways->len; i++) {
        lay_out(self, ways->pdata[i], at);
        at += strlen(ways->pdata[i]);
    }
    return self;
}

void
care_sought_free(CareSought *self)
{
    g_free(self->first);
    g_free(self->last);
    g_free(self->with);
    g_free(self);
}

/* One byte of the text goes by; optional: or it does not. TRUE when a spelling is complete. */
static gboolean
pass(const CareSought *self, guint64 *state, guchar byte, gboolean optional)
{
    const guint64 *with = self->with + byte * self->n;
    guint64 carry = 0, complete = 0;

    for (gsize i = 0; i < self->n; i++) {
        guint64 was = state[i];
        guint64 next = (was << 1 | carry | self->first[i]) & with[i];

        carry = was >> (BITS - 1);
        complete |= next & self->last[i];
        state[i] = optional ? was | next : next;
    }
    return complete != 0;
}

/* As care_text_codes() has it. */
static gboolean
is_compared(const CareSought *self, gunichar *c)
{
    int digit = self->codes ? g_unichar_digit_value(*c) : -1;

    if (digit >= 0)
        *c = (gunichar)('0' + digit);
    return !self->codes || g_unichar_isalnum(*c);
}

static gboolean
pass_folded(const CareSought *self, guint64 *state, const char *folded)
{
    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        char bytes[6];
        int n = is_compared(self, &c) ? g_unichar_to_utf8(c, bytes) : 0;

        for (int i = 0; i < n; i++)
            if (pass(self, state, (guchar)bytes[i], FALSE))
                return TRUE;
    }
    return FALSE;
}

static gboolean
pass_letter(const CareSought *self, guint64 *state, const char *at, GString *folded)
{
    const char *written = care_text_written_out(at);

    g_string_truncate(folded, 0);
    care_text_append_folded(folded, g_utf8_get_char(at));
    return pass_folded(self, state, folded->str)
           || (written != NULL && pass(self, state, (guchar)written[strlen(written) - 1], TRUE));
}

gboolean
care_sought_is_in(const CareSought *self, const char *text)
{
    g_autofree char *letters = care_text_decompose(text);
    g_autofree guint64 *state = g_new0(guint64, self->n);
    g_autoptr(GString) folded = g_string_new(NULL);

    if (self->n == 0)
        return TRUE;
    if (self->shortest > 2 * strlen(letters)) /* no letter grows by more */
        return FALSE;
    for (const char *p = letters; *p != '\0'; p = g_utf8_next_char(p))
        if (pass_letter(self, state, p, folded))
            return TRUE;
    return FALSE;
}
