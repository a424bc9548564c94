/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-meanwhile.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/sentences.h"
#include "model/merge.h"
#include "ui/kit/field-text.h"

/* A shop bills "Labor" several times over, and for the same: another row is another line, whatever it says. */
static gboolean
is_it(CareRecord *line, CareRecord *begun)
{
    return care_record_id(begun) != 0 ? care_record_id(line) == care_record_id(begun)
                                      : care_record_says_the_same(line, begun);
}

guint
care_line_find(CareRecord *owner, int list, CareRecord *begun, guint position)
{
    guint n = care_record_list_length(owner, list);

    if (position < n && is_it(care_record_list_item(owner, list, position), begun))
        return position;
    for (guint i = 0; i < n; i++)
        if (is_it(care_record_list_item(owner, list, i), begun))
            return i;
    return CARE_LINE_NEW;
}

/* What it is called by now, and what it costs, where it is called otherwise: whoever knew it would not know it again, and an id
 * that went may be given again to one that is another. */
static guint64
fields_of_another(CareRecord *begun, CareRecord *now)
{
    int name = care_kind_find_field(care_record_kind(now), "name");
    int price = care_kind_find_field(care_record_kind(now), "price");

    if (care_record_field_equal(begun, now, name))
        return 0;
    return CARE_FIELD_BIT(name) | (care_record_field_equal(begun, now, price) ? 0 : CARE_FIELD_BIT(price));
}

/* What the fields hold where somebody else saved them. */
static void
say_elsewhere(CareStore *store, CareRecord *now, guint64 fields, char **said)
{
    const CareKind *kind = care_record_kind(now);

    for (guint i = 0; i < kind->n_fields; i++) {
        g_autofree char *value = fields & CARE_FIELD_BIT(i) ? care_field_text(store, now, (int)i) : NULL;
        g_autofree char *there = value ? care_isolate(value) : NULL;
        /* Translators: what a field of a line is called, then what it holds where somebody else saved it */
        g_autofree char *sentence
            = there ? g_strdup_printf(_("Elsewhere, “%s” is %s."), care_field_label(&kind->fields[i]), there)
                    : NULL;

        if (sentence)
            care_sentences_add(said, sentence);
    }
}

const char *
care_line_say_gone(void)
{
    return _("The line that was being changed stands there no more. Saved, this is one more line.");
}

/* conflicts: the fields that were typed into here besides. Transfer full. */
static char *
say_changed(CareStore *store, CareRecord *begun, CareRecord *now, guint64 conflicts)
{
    char *said
        = g_strdup(conflicts == 0 ? _("This line was changed elsewhere meanwhile. What was typed is in it "
                                      "as it stands now.")
                                  : _("This line was changed elsewhere meanwhile, too. What is typed here "
                                      "counts once it is saved."));

    say_elsewhere(store, now, conflicts | fields_of_another(begun, now), &said);
    return said;
}

static void
bring_along(CareRecord *left, CareRecord *now, guint64 conflicts)
{
    for (guint i = 0; i < care_record_kind(now)->n_fields; i++)
        if (!(conflicts & CARE_FIELD_BIT(i)))
            care_record_assign_field(left, now, (int)i);
}

char *
care_line_bring_together(CareStore *store, CareRecord *line, CareRecord *begun, CareRecord *now,
                         CareRecord *left, gboolean any_change)
{
    guint64 conflicts;

    if (care_record_says_the_same(begun, now))
        return NULL;
    conflicts = care_record_merge(line, begun, now);
    if (left)
        bring_along(left, now, conflicts);
    return conflicts != 0 || any_change || fields_of_another(begun, now) != 0
               ? say_changed(store, begun, now, conflicts)
               : NULL;
}

/* Transfer full. */
static char *
catch_up_known(CareStore *store, CareLineEdited *edited, CareRecord *left, gboolean any_change)
{
    CareRecord *begun = care_record_list_item(edited->begun, edited->list, edited->position);
    CareRecord *now;

    edited->position = care_line_find(edited->now, edited->list, begun, edited->position);
    now = edited->position != CARE_LINE_NEW
              ? care_record_list_item(edited->now, edited->list, edited->position)
              : NULL;
    care_record_set_id(edited->line, now ? care_record_id(now) : 0);
    if (!now)
        return any_change ? NULL : g_strdup(care_line_say_gone());
    return care_line_bring_together(store, edited->line, begun, now, left, any_change);
}

gboolean
care_line_was_changed(const CareLineEdited *edited)
{
    CareRecord *begun = edited->position != CARE_LINE_NEW
                            ? care_record_list_item(edited->begun, edited->list, edited->position)
                            : NULL;
    guint at = begun ? care_line_find(edited->now, edited->list, begun, edited->position) : CARE_LINE_NEW;

    return at != CARE_LINE_NEW
           && !care_record_says_the_same(begun, care_record_list_item(edited->now, edited->list, at));
}

/* A price means another one where the owner's are without tax by now, or in another currency. What was not chosen when it was
 * begun was the shop's, and is written down with the first line. */
static guint64
fields_of_meaning(CareLineEdited *edited)
{
    const CareKind *kind = care_record_kind(edited->now);
    guint group = care_field_group(&kind->fields[edited->list]);
    guint64 fields = 0;

    for (guint i = 0; i < kind->n_fields; i++)
        if ((int)i != edited->list && care_field_group(&kind->fields[i]) == group
            && care_record_is_set(edited->begun, (int)i)
            && !care_record_field_equal(edited->now, edited->begun, (int)i))
            fields |= CARE_FIELD_BIT(i);
    return fields;
}

char *
care_line_catch_up(CareStore *store, CareLineEdited *edited, CareRecord *left, gboolean any_change)
{
    g_autofree char *said
        = edited->position != CARE_LINE_NEW ? catch_up_known(store, edited, left, any_change) : NULL;

    if (!any_change)
        say_elsewhere(store, edited->now, fields_of_meaning(edited), &said);
    return g_steal_pointer(&said);
}
