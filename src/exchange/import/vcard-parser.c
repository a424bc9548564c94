/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-parser.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/vcard-card.h"

/* Finds the cards of a file and turns each into a draft, one per call, so that a big file can be imported in small
 * steps. A card that is broken becomes a refused draft; it never hides the others.
 *
 * The parser keeps the bytes alive. Not thread-safe, but it may be made on one thread and used on another. */
struct _CareVcardParser {
    GBytes *bytes;
    CareVcardLexer *lexer;
    CareVcardProperty *pending; /* a BEGIN that ended the card before it */
    CareVcardVersion version;   /* of the first card */
    guint rows;
};

/**
 * care_vcard_parser_new:
 * @bytes: a vCard file in any encoding whose ASCII is ASCII (so not UTF-16), without byte order mark
 */
CareVcardParser *
care_vcard_parser_new(GBytes *bytes)
{
    CareVcardParser *self = g_new0(CareVcardParser, 1);
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);

    self->bytes = g_bytes_ref(bytes);
    self->lexer = care_vcard_lexer_new(data, length);
    return self;
}

/**
 * care_vcard_parser_set_charset:
 * @charset: (nullable): a constant name
 *
 * What values are in that are no UTF-8 and name no charset; %NULL for Windows-1252.
 */
void
care_vcard_parser_set_charset(CareVcardParser *self, const char *charset)
{
    care_vcard_lexer_set_charset(self->lexer, charset);
}

void
care_vcard_parser_free(CareVcardParser *self)
{
    if (self == NULL)
        return;
    care_vcard_property_free(self->pending);
    care_vcard_lexer_free(self->lexer);
    g_bytes_unref(self->bytes);
    g_free(self);
}

/**
 * care_vcard_parser_get_version:
 *
 * Returns: the version of the first card that was read
 */
CareVcardVersion
care_vcard_parser_get_version(CareVcardParser *self)
{
    return self->version;
}

gsize
care_vcard_parser_get_offset(CareVcardParser *self)
{
    return care_vcard_lexer_get_offset(self->lexer);
}

static gboolean
is_mark(const CareVcardProperty *property, const char *name)
{
    g_autofree char *value = NULL;

    if (strcmp(property->name, name) != 0)
        return FALSE;
    value = g_strdup(property->value);
    return g_ascii_strcasecmp(g_strstrip(value), "VCARD") == 0;
}

static CareVcardVersion
parse_version(const char *text)
{
    g_autofree char *copy = g_strdup(text);
    const char *version = g_strstrip(copy);

    if (strcmp(version, "2.1") == 0)
        return CARE_VCARD_VERSION_2_1;
    return strcmp(version, "4.0") == 0 ? CARE_VCARD_VERSION_4_0 : CARE_VCARD_VERSION_3_0;
}

static CareVcardProperty *
next_property(CareVcardParser *self)
{
    if (self->pending != NULL)
        return g_steal_pointer(&self->pending);
    return care_vcard_lexer_next(self->lexer);
}

static gboolean
find_begin(CareVcardParser *self, guint *line)
{
    care_vcard_lexer_set_inside(self->lexer, FALSE);
    care_vcard_lexer_set_version(self->lexer, CARE_VCARD_VERSION_UNKNOWN);
    for (;;) {
        g_autoptr(CareVcardProperty) property = next_property(self);
        if (property == NULL)
            return FALSE;
        if (is_mark(property, "BEGIN")) {
            *line = property->line;
            care_vcard_lexer_set_inside(self->lexer, TRUE);
            return TRUE;
        }
    }
}

/* 2.1 puts a whole card under AGENT: it is somebody else. */
static gboolean
skip_nested(CareVcardParser *self)
{
    guint depth = 1;

    while (depth > 0) {
        g_autoptr(CareVcardProperty) property = care_vcard_lexer_next(self->lexer);
        if (property == NULL)
            return FALSE;
        if (is_mark(property, "BEGIN"))
            depth++;
        else if (is_mark(property, "END"))
            depth--;
    }
    return TRUE;
}

typedef enum { CARD_GOES_ON, CARD_COMPLETE, CARD_BROKEN } CardState;

static CardState
take_property(CareVcardParser *self, CareVcardCard *card, CareVcardProperty *taken, gboolean *after_agent)
{
    g_autoptr(CareVcardProperty) property = taken;
    gboolean agent = *after_agent;

    *after_agent = FALSE;
    if (is_mark(property, "END"))
        return CARD_COMPLETE;
    if (is_mark(property, "BEGIN")) {
        if (agent)
            return skip_nested(self) ? CARD_GOES_ON : CARD_BROKEN;
        self->pending = g_steal_pointer(&property);
        return CARD_BROKEN;
    }
    if (strcmp(property->name, "VERSION") == 0) {
        CareVcardVersion version = parse_version(property->value);
        care_vcard_lexer_set_version(self->lexer, version);
        if (self->version == CARE_VCARD_VERSION_UNKNOWN)
            self->version = version;
        return CARD_GOES_ON;
    }
    *after_agent = strcmp(property->name, "AGENT") == 0;
    care_vcard_card_take(card, g_steal_pointer(&property));
    return CARD_GOES_ON;
}

/**
 * care_vcard_parser_next:
 *
 * Returns: (transfer full) (nullable): the next contact, or one with an error set if its card is broken or
 *   nameless; %NULL after the last
 */
CareContactDraft *
care_vcard_parser_next(CareVcardParser *self)
{
    g_autoptr(CareVcardCard) card = NULL;
    CareContactDraft *draft = NULL;
    CardState state = CARD_GOES_ON;
    gboolean after_agent = FALSE;
    guint line = 0;

    if (!find_begin(self, &line))
        return NULL;
    card = care_vcard_card_new();
    while (state == CARD_GOES_ON) {
        CareVcardProperty *property = next_property(self);
        state = property != NULL ? take_property(self, card, property, &after_agent) : CARD_BROKEN;
    }
    draft = care_contact_draft_new(++self->rows, line);
    if (state == CARD_BROKEN && self->pending == NULL)
        care_contact_draft_refuse(draft,
                                  _("The file ends in the middle of this card, so it may be incomplete. "
                                    "Export it again and import the new file."));
    else if (state == CARD_BROKEN)
        care_contact_draft_refuse(draft, _("This card has no end, so it may be incomplete. "
                                           "Export it again and import the new file."));
    care_vcard_card_to_draft(card, draft);
    return draft;
}
