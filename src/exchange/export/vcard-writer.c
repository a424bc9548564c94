/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/vcard-writer.h"

#include <string.h>

#include "exchange/import/contact-own.h"

#define LINE_OCTETS 75

/* A card being written; items counts the groups that carry labels of the owner's own. */
typedef struct {
    GString *out;
    GString *line;
    guint items;
} Writer;

static void
append_escaped(GString *line, const char *text, const char *escaped)
{
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '\n') {
            g_string_append(line, "\\n");
        } else if (*p != '\r') {
            if (*p == '\\' || strchr(escaped, *p) != NULL)
                g_string_append_c(line, '\\');
            g_string_append_c(line, *p);
        }
    }
}

/* RFC 6350 3.2: at most 75 octets without the line break, and never a character cut in two. */
static void
end_line(Writer *writer)
{
    const char *p = writer->line->str;
    const char *end = p + writer->line->len;
    gsize room = LINE_OCTETS;

    while ((gsize)(end - p) > room) {
        const char *cut = g_utf8_find_prev_char(p, p + room + 1);
        if (cut == NULL || cut == p)
            cut = p + room;
        g_string_append_len(writer->out, p, cut - p);
        g_string_append(writer->out, "\r\n ");
        p = cut;
        room = LINE_OCTETS - 1; /* the blank counts */
    }
    g_string_append_len(writer->out, p, end - p);
    g_string_append(writer->out, "\r\n");
    g_string_truncate(writer->line, 0);
}

static void
write_text(Writer *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(writer->line, "%s:", name);
    append_escaped(writer->line, text, ",;");
    end_line(writer);
}

/* A URI keeps its commas and semicolons. */
static void
write_uri(Writer *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(writer->line, "%s:", name);
    append_escaped(writer->line, text, "");
    end_line(writer);
}

static void
write_components(Writer *writer, const char *const *parts, guint n_parts)
{
    for (guint i = 0; i < n_parts; i++) {
        if (i > 0)
            g_string_append_c(writer->line, ';');
        if (parts[i] != NULL)
            append_escaped(writer->line, parts[i], ",;");
    }
    end_line(writer);
}

static const char *
type_of_label(const char *label, gboolean phone)
{
    static const struct {
        const char *label, *type;
        gboolean phone_only;
    } types[] = {
        { "home", "home", FALSE },
        { "work", "work", FALSE },
        { "mobile", "cell", TRUE },
        { "fax", "fax", TRUE },
        { "home fax", "\"home,fax\"", TRUE },
        { "work fax", "\"work,fax\"", TRUE },
        { "pager", "pager", TRUE },
    };

    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(label, types[i].label) == 0 && (phone || !types[i].phone_only))
            return types[i].type;
    return NULL;
}

/* "TEL;TYPE=cell:", or "item1.TEL:" after the label in a property of its own. */
static void
begin_labelled(Writer *writer, const char *name, const char *label)
{
    const char *type = label != NULL ? type_of_label(label, strcmp(name, "TEL") == 0) : NULL;

    if (label == NULL) {
        g_string_append_printf(writer->line, "%s:", name);
    } else if (type != NULL) {
        g_string_append_printf(writer->line, "%s;TYPE=%s:", name, type);
    } else {
        g_autofree char *ablabel = g_strdup_printf("item%u.X-ABLabel", ++writer->items);
        g_string_append_printf(writer->line, "%s:", ablabel);
        append_escaped(writer->line, label, *label == '_' ? ",;_" : ",;"); /* not one of Apple's own words */
        end_line(writer);
        g_string_append_printf(writer->line, "item%u.%s:", writer->items, name);
    }
}

/* A number that only looks like a URI must not be read as one. */
static gboolean
has_scheme(const char *value)
{
    return g_ascii_strncasecmp(value, "tel:", 4) == 0 || g_ascii_strncasecmp(value, "mailto:", 7) == 0;
}

static void
write_values(Writer *writer, const char *name, GPtrArray *values)
{
    for (guint i = 0; i < values->len; i++) {
        const CareContactValue *value = values->pdata[i];
        begin_labelled(writer, name, value->label);
        append_escaped(writer->line, value->value, has_scheme(value->value) ? ",;:" : ",;");
        end_line(writer);
    }
}

static void
write_addresses(Writer *writer, const CareContactDraft *draft)
{
    for (guint i = 0; i < draft->addresses->len; i++) {
        const CareContactAddress *a = care_contact_draft_address(draft, i);
        const char *parts[] = { NULL, NULL, a->street, a->locality, a->region, a->postcode, a->country };
        begin_labelled(writer, "ADR", a->label);
        write_components(writer, parts, G_N_ELEMENTS(parts));
    }
}

static void
write_date(Writer *writer, const char *name, CareDate date)
{
    if (!care_date_is_set(date))
        return;
    if (date.year == 0)
        g_string_append_printf(writer->line, "%s:--%02d%02d", name, date.month, date.day);
    else
        g_string_append_printf(writer->line, "%s:%04d%02d%02d", name, date.year, date.month, date.day);
    end_line(writer);
}

static void
write_tags(Writer *writer, const CareContactDraft *draft)
{
    if (draft->tags->len == 0)
        return;
    g_string_append(writer->line, "CATEGORIES:");
    for (guint i = 0; i < draft->tags->len; i++) {
        if (i > 0)
            g_string_append_c(writer->line, ',');
        append_escaped(writer->line, care_contact_draft_tag(draft, i), ",;");
    }
    end_line(writer);
}

static void
write_name(Writer *writer, const CareContactDraft *draft)
{
    const char *parts[] = { draft->family, draft->given, draft->additional, draft->prefix, draft->suffix };
    gboolean any = FALSE;

    write_text(writer, "FN", draft->name);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        any |= parts[i] != NULL;
    if (!any)
        return;
    g_string_append(writer->line, "N:");
    write_components(writer, parts, G_N_ELEMENTS(parts));
}

/* "X-AFTERCARE-CHANNEL:phone" */
static void
write_own(Writer *writer, const CareContactDraft *draft)
{
    for (guint i = 0; i < care_contact_n_own(); i++) {
        g_autofree char *upper = g_ascii_strup(care_contact_own_name(i), -1);
        g_autofree char *name = g_strconcat(CARE_CONTACT_OWN_PREFIX, g_strdelimit(upper, "_", '-'), NULL);

        write_text(writer, name, draft->own[i]);
    }
}

/**
 * care_vcard_append:
 * @draft: a contact with a name
 *
 * Appends the contact as a vCard 4.0 (RFC 6350). The photo is not written. What was read back from it is equal to
 * the draft.
 */
void
care_vcard_append(GString *out, const CareContactDraft *draft)
{
    g_autoptr(GString) line = g_string_new(NULL);
    Writer writer = { out, line, 0 };

    g_string_append(out, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
    write_uri(&writer, "UID", draft->uid);
    write_text(&writer, "KIND", draft->is_company ? "org" : "individual");
    write_name(&writer, draft);
    write_text(&writer, "ORG", draft->organisation);
    write_values(&writer, "TEL", draft->phones);
    write_values(&writer, "EMAIL", draft->emails);
    write_addresses(&writer, draft);
    write_date(&writer, "BDAY", draft->birthday);
    write_date(&writer, "ANNIVERSARY", draft->anniversary);
    write_tags(&writer, draft);
    write_text(&writer, "LANG", draft->language);
    write_uri(&writer, "URL", draft->url);
    write_text(&writer, "X-VAT-ID", draft->vat_id);
    write_text(&writer, "NOTE", draft->note);
    write_own(&writer, draft);
    g_string_append(out, "END:VCARD\r\n");
}
