/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code (ISO/IEC 18004) as payment codes need it and no more: bytes, error correction level M, versions 1 to
 * 13. Numbers of chapters are the standard's. Pure; may be used in any thread. */
#include "document/qr-code.h"

#include <string.h>

#define MAX_VERSION 13
#define MAX_CODEWORDS 532 /* of version 13 */
#define MAX_SIDE (17 + 4 * MAX_VERSION)

/* Table 9 of the standard, level M */
static const guint8 check_codewords[MAX_VERSION] = { 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22 };
static const guint8 blocks[MAX_VERSION] = { 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9 };
static const guint16 codewords[MAX_VERSION]
    = { 26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532 };

/* The square while it is being filled. */
typedef struct {
    int version;
    int side;
    guint8 dark[MAX_SIDE][MAX_SIDE];     /* [y][x] */
    guint8 reserved[MAX_SIDE][MAX_SIDE]; /* patterns that carry no data */
} Square;

static int
data_codewords(int version)
{
    return codewords[version - 1] - check_codewords[version - 1] * blocks[version - 1];
}

static int
length_bits(int version)
{
    return version < 10 ? 8 : 16;
}

/* The smallest version that holds so many bytes; 0 when none does. */
static int
choose_version(gsize length)
{
    for (int version = 1; version <= MAX_VERSION; version++) {
        if (4 + length_bits(version) + 8 * length <= (gsize)data_codewords(version) * 8)
            return version;
    }

    return 0;
}

static void
put_bits(guint8 *out, int *at, guint value, int n)
{
    for (int i = n - 1; i >= 0; i--, (*at)++)
        out[*at / 8] |= ((value >> i) & 1) << (7 - *at % 8);
}

/* Mode, length, bytes, terminator, then the two pad bytes by turns: 7.4 */
static void
encode_data(guint8 *out, int version, const guint8 *data, gsize length)
{
    int capacity = data_codewords(version);
    int at = 0;

    memset(out, 0, MAX_CODEWORDS);
    put_bits(out, &at, 4, 4);
    put_bits(out, &at, length, length_bits(version));
    for (gsize i = 0; i < length; i++)
        put_bits(out, &at, data[i], 8);
    at += MIN(4, capacity * 8 - at);
    at = (at + 7) / 8;
    for (int pad = 0; at + pad < capacity; pad++)
        out[at + pad] = pad % 2 == 0 ? 0xec : 0x11;
}

/* In the field of 256 elements with the polynomial 0x11d */
static guint8
multiply(guint8 a, guint8 b)
{
    guint product = 0;

    for (int i = 7; i >= 0; i--) {
        product = (product << 1) ^ ((product >> 7) * 0x11d);
        product ^= ((b >> i) & 1) * a;
    }

    return product;
}

/* The coefficients of (x - 1)(x - 2)(x - 4)…, highest first, the leading 1 left out. */
static void
make_generator(guint8 *generator, int degree)
{
    guint8 root = 1;

    memset(generator, 0, degree);
    generator[degree - 1] = 1;
    for (int i = 0; i < degree; i++) {
        for (int j = 0; j < degree; j++) {
            generator[j] = multiply(generator[j], root);
            if (j + 1 < degree)
                generator[j] ^= generator[j + 1];
        }
        root = multiply(root, 2);
    }
}

/* The remainder of a block by the generator: its check codewords. */
static void
make_check(guint8 *check, const guint8 *data, int length, const guint8 *generator, int degree)
{
    memset(check, 0, degree);
    for (int i = 0; i < length; i++) {
        guint8 factor = data[i] ^ check[0];

        memmove(check, check + 1, degree - 1);
        check[degree - 1] = 0;
        for (int j = 0; j < degree; j++)
            check[j] ^= multiply(generator[j], factor);
    }
}

/* Splits the data into blocks (the last ones a codeword longer), adds the check codewords and weaves them: 7.6 */
static void
weave(guint8 *out, int version, const guint8 *data)
{
    int n_blocks = blocks[version - 1];
    int degree = check_codewords[version - 1];
    int shorter = data_codewords(version) / n_blocks;
    int n_shorter = n_blocks - data_codewords(version) % n_blocks;
    int start = 0;
    guint8 generator[32];

    make_generator(generator, degree);
    for (int block = 0; block < n_blocks; block++) {
        int length = shorter + (block >= n_shorter);
        guint8 check[32];

        make_check(check, data + start, length, generator, degree);
        for (int i = 0; i < shorter; i++)
            out[i * n_blocks + block] = data[start + i];
        if (length > shorter)
            out[shorter * n_blocks + block - n_shorter] = data[start + shorter];
        for (int i = 0; i < degree; i++)
            out[data_codewords(version) + i * n_blocks + block] = check[i];
        start += length;
    }
}

static void
set_fixed(Square *square, int x, int y, gboolean dark)
{
    if (x < 0 || y < 0 || x >= square->side || y >= square->side)
        return;
    square->dark[y][x] = dark;
    square->reserved[y][x] = TRUE;
}

/* Rings around a centre; a finder with its light border reaches 4, an alignment pattern 2. */
static void
draw_rings(Square *square, int x, int y, int reach)
{
    for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
            int ring = MAX(ABS(dx), ABS(dy));

            set_fixed(square, x + dx, y + dy, reach == 4 ? ring != 2 && ring != 4 : ring != 1);
        }
    }
}

static void
draw_alignments(Square *square)
{
    int last = square->side - 7;
    int places[] = { 6, (last + 6) / 2, last };

    if (square->version < 2)
        return;
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            gboolean middle = i == 1 || j == 1;
            gboolean at_finder = !middle && i + j < 4;

            if (!at_finder && !(middle && square->version < 7))
                draw_rings(square, places[i], places[j], 2);
        }
    }
}

/* Appends the remainder by a polynomial of the given degree: the checks of format and version. */
static guint
with_remainder(guint value, int degree, guint polynomial)
{
    guint remainder = value;

    for (int i = 0; i < degree; i++)
        remainder = (remainder << 1) ^ ((remainder >> (degree - 1)) * polynomial);

    return value << degree | remainder;
}

/* Level M is 0, so the format is the mask's number: 7.9. Written twice. */
static void
draw_format(Square *square, int mask)
{
    guint bits = with_remainder(mask, 10, 0x537) ^ 0x5412;
    int side = square->side;

    for (int i = 0; i < 15; i++) {
        gboolean dark = (bits >> i) & 1;
        int skip = i < 6 ? i : i + 1; /* the timing line is in between */

        if (i < 8)
            set_fixed(square, 8, skip, dark);
        else
            set_fixed(square, i == 8 ? 7 : 14 - i, 8, dark);
        if (i < 8)
            set_fixed(square, side - 1 - i, 8, dark);
        else
            set_fixed(square, 8, side - 15 + i, dark);
    }
    set_fixed(square, 8, side - 8, TRUE);
}

static void
draw_version(Square *square)
{
    guint bits = with_remainder(square->version, 12, 0x1f25);

    if (square->version < 7)
        return;
    for (int i = 0; i < 18; i++) {
        int far = square->side - 11 + i % 3;

        set_fixed(square, far, i / 3, (bits >> i) & 1);
        set_fixed(square, i / 3, far, (bits >> i) & 1);
    }
}

static void
draw_patterns(Square *square)
{
    for (int i = 0; i < square->side; i++) {
        set_fixed(square, 6, i, i % 2 == 0);
        set_fixed(square, i, 6, i % 2 == 0);
    }
    draw_rings(square, 3, 3, 4);
    draw_rings(square, square->side - 4, 3, 4);
    draw_rings(square, 3, square->side - 4, 4);
    draw_alignments(square);
    draw_format(square, 0);
    draw_version(square);
}

/* Bits go up and down in columns of two from the right, around what is reserved and the timing line: 7.7.3 */
static void
place_codewords(Square *square, const guint8 *woven)
{
    int n_bits = codewords[square->version - 1] * 8;
    int at = 0;

    for (int right = square->side - 1; right >= 1; right -= 2) {
        if (right == 6)
            right = 5;
        for (int step = 0; step < square->side; step++) {
            gboolean upward = ((right + 1) & 2) == 0;
            int y = upward ? square->side - 1 - step : step;

            for (int x = right; x > right - 2; x--) {
                if (!square->reserved[y][x] && at < n_bits) {
                    square->dark[y][x] = (woven[at / 8] >> (7 - at % 8)) & 1;
                    at++;
                }
            }
        }
    }
}

static gboolean
mask_inverts(int mask, int x, int y)
{
    switch (mask) {
    case 0:
        return (x + y) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (x + y) % 3 == 0;
    case 4:
        return (x / 3 + y / 2) % 2 == 0;
    case 5:
        return x * y % 2 + x * y % 3 == 0;
    case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

static void
apply_mask(Square *square, int mask)
{
    for (int y = 0; y < square->side; y++) {
        for (int x = 0; x < square->side; x++) {
            if (!square->reserved[y][x] && mask_inverts(mask, x, y))
                square->dark[y][x] ^= 1;
        }
    }
}

/* Runs of five and more, and what looks like a finder with light before or behind it, in one line: 7.8.3 */
static int
line_penalty(const guint8 *line, int side)
{
    int penalty = 0, run = 0;
    guint seen = 0;

    for (int i = 0; i < side; i++) {
        run = i > 0 && line[i] == line[i - 1] ? run + 1 : 1;
        if (run == 5)
            penalty += 3;
        else if (run > 5)
            penalty++;
        seen = (seen << 1 | line[i]) & 0x7ff;
        if (i >= 10 && (seen == 0x05d || seen == 0x5d0))
            penalty += 40;
    }

    return penalty;
}

static int
count_penalty(const Square *square)
{
    int side = square->side;
    int penalty = 0, dark = 0;

    for (int y = 0; y < side; y++) {
        guint8 column[MAX_SIDE];

        for (int x = 0; x < side; x++) {
            column[x] = square->dark[x][y];
            dark += square->dark[y][x];
            if (x > 0 && y > 0 && square->dark[y][x] == square->dark[y][x - 1]
                && square->dark[y][x] == square->dark[y - 1][x]
                && square->dark[y][x] == square->dark[y - 1][x - 1])
                penalty += 3;
        }
        penalty += line_penalty(square->dark[y], side) + line_penalty(column, side);
    }

    return penalty + ABS(dark * 20 - side * side * 10) / (side * side) * 10;
}

static void
choose_mask(Square *square)
{
    int best = 0, least = G_MAXINT;

    for (int mask = 0; mask < 8; mask++) {
        int penalty;

        apply_mask(square, mask);
        draw_format(square, mask);
        penalty = count_penalty(square);
        apply_mask(square, mask); /* a second time undoes it */
        if (penalty < least) {
            least = penalty;
            best = mask;
        }
    }
    apply_mask(square, best);
    draw_format(square, best);
}

static CareQrCode *
to_code(const Square *square)
{
    CareQrCode *self = g_new0(CareQrCode, 1);
    guint8 *modules = g_malloc(square->side * square->side);

    for (int y = 0; y < square->side; y++)
        memcpy(modules + y * square->side, square->dark[y], square->side);
    self->side = square->side;
    self->modules = g_bytes_new_take(modules, square->side * square->side);

    return self;
}

/* The code of the bytes, in the smallest version that holds them; NULL when they are more than
 * CARE_QR_MAX_BYTES. The same bytes always give the same code. */
CareQrCode *
care_qr_code_new(const char *data, gsize length)
{
    g_autofree Square *square = g_new0(Square, 1);
    guint8 plain[MAX_CODEWORDS];
    guint8 woven[MAX_CODEWORDS];

    square->version = choose_version(length);
    if (square->version == 0)
        return NULL;
    square->side = 17 + 4 * square->version;
    encode_data(plain, square->version, (const guint8 *)data, length);
    weave(woven, square->version, plain);
    draw_patterns(square);
    place_codewords(square, woven);
    choose_mask(square);

    return to_code(square);
}

void
care_qr_code_free(CareQrCode *self)
{
    g_clear_pointer(&self->modules, g_bytes_unref);
    g_free(self);
}
