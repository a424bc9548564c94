/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-draft.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/sentences.h"
#include "model/merge.h"
#include "store/draft.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/field-text.h"

/* How surely a line is the one that a draft was begun with. */
typedef enum { ANOTHER, SAME_ROW, SAME_WORDS, THE_SAME } Likeness;

static gboolean
agree_in(CareRecord *a, CareRecord *b, const char *field)
{
    int at = care_kind_find_field(care_record_kind(a), field);

    return at >= 0 && care_record_field_equal(a, b, at);
}

/* A name says little, for a shop bills "Labor" several times over; and the id alone may be one that went and was given again. */
static Likeness
likeness(CareRecord *line, CareRecord *begun)
{
    gboolean same_id = care_record_id(begun) != 0 && care_record_id(line) == care_record_id(begun);

    if (care_record_says_the_same(line, begun))
        return same_id ? THE_SAME : SAME_WORDS;
    return same_id && (agree_in(line, begun, "name") || agree_in(line, begun, "price")) ? SAME_ROW : ANOTHER;
}

static guint
find_line(CareRecord *owner, int list, CareRecord *begun)
{
    guint found = CARE_LINE_NEW;
    Likeness most = ANOTHER;

    for (guint i = 0; i < care_record_list_length(owner, list); i++) {
        Likeness like = likeness(care_record_list_item(owner, list, i), begun);

        if (like > most)
            found = i;
        most = MAX(most, like);
    }
    return found;
}

guint
care_line_draft_position(CareStore *store, CareRecord *owner, int list, const char *draft)
{
    const CareKind *kind = care_kind_child(&care_record_kind(owner)->fields[list]);
    g_autofree char *text = draft ? care_draft_peek(store, draft) : NULL;
    g_autoptr(CareRecord) begun = care_record_new(kind);
    g_autoptr(CareRecord) typed = care_record_new(kind);

    return text && care_draft_has_base(text) && care_draft_take(typed, begun, text)
               ? find_line(owner, list, begun)
               : CARE_LINE_NEW;
}

const char *
care_line_draft_for(CareStore *store, const CareLineTask *task, const char *draft)
{
    g_autofree char *text = draft ? care_draft_peek(store, draft) : NULL;

    return !text || care_line_draft_position(store, task->owner, task->list, draft) == task->position ? draft
                                                                                                      : NULL;
}

void
care_line_begun_clear(CareLineBegun *begun)
{
    g_clear_object(&begun->line);
    g_clear_pointer(&begun->said, g_free);
}

/* Transfer full. */
static char *
say_changed(CareStore *store, CareRecord *now, guint64 conflicts)
{
    const CareKind *kind = care_record_kind(now);
    char *said
        = g_strdup(conflicts == 0 ? _("This line was changed elsewhere meanwhile. What was typed is in it "
                                      "as it stands now.")
                                  : _("This line was changed elsewhere meanwhile, too. What is typed here "
                                      "counts once it is saved."));

    for (guint i = 0; i < kind->n_fields; i++) {
        g_autofree char *value = conflicts & CARE_FIELD_BIT(i) ? care_field_text(store, now, (int)i) : NULL;
        g_autofree char *there = value ? care_isolate(value) : NULL;
        /* Translators: what a field of a line is called, then what it holds where somebody else saved it */
        g_autofree char *sentence
            = there ? g_strdup_printf(_("Elsewhere, “%s” is %s."), care_field_label(&kind->fields[i]), there)
                    : NULL;

        care_sentences_add(&said, sentence);
    }
    return said;
}

/* What both changed stays as it was typed, and is said each time until one of them is saved. */
static void
bring_together(CareStore *store, const char *draft, const char *text, CareRecord *base, CareRecord *now,
               CareLineBegun *begun)
{
    guint64 conflicts = care_record_merge(begun->line, base, now);
    g_autoptr(CareRecord) since = care_record_copy(now);
    g_autofree char *together = NULL;

    for (guint i = 0; i < care_record_kind(now)->n_fields; i++)
        if (conflicts & CARE_FIELD_BIT(i))
            care_record_assign_field(since, base, (int)i);
    together = care_draft_text_on(begun->line, since, text);
    care_draft_write(store, draft, together);
    begun->said = say_changed(store, now, conflicts);
}

void
care_line_begin(CareStore *store, const CareLineTask *task, const CareKind *kind, CareLineBegun *begun)
{
    CareRecord *now = task->position == CARE_LINE_NEW
                          ? NULL
                          : care_record_list_item(task->owner, task->list, task->position);
    g_autofree char *text = task->draft ? care_draft_read(store, task->draft) : NULL;
    g_autoptr(CareRecord) base = care_record_new(kind);

    begun->line = now ? care_record_copy(now) : care_record_new(kind);
    begun->left = text && care_draft_take(begun->line, base, text);
    if (!begun->left || !care_draft_has_base(text))
        return;
    if (!now)
        begun->said = g_strdup(
            _("The line that was being changed stands there no more. Saved, this is one more line."));
    else if (!care_record_says_the_same(base, now))
        bring_together(store, task->draft, text, base, now, begun);
}
