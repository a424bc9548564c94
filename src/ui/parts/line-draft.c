/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-draft.h"

#include "store/draft.h"
#include "ui/kit/draft-keeper.h"

guint
care_line_draft_position(CareStore *store, CareRecord *owner, int list, const char *draft)
{
    const CareKind *kind = care_kind_child(&care_record_kind(owner)->fields[list]);
    g_autofree char *text = draft ? care_draft_peek(store, draft) : NULL;
    g_autoptr(CareRecord) begun = care_record_new(kind);
    g_autoptr(CareRecord) typed = care_record_new(kind);

    return text && care_draft_has_base(text) && care_draft_take(typed, begun, text)
               ? care_line_find(owner, list, begun, care_draft_row(text))
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

/* The draft is from now on of what is stored. */
static void
bring_together(CareStore *store, const char *draft, const char *text, CareRecord *base, CareRecord *now,
               CareLineBegun *begun)
{
    g_autoptr(CareRecord) since = care_record_copy(base);
    g_autofree char *together = NULL;

    begun->said = care_line_bring_together(store, begun->line, base, now, since, TRUE);
    if (!begun->said)
        return;
    together = care_draft_text_on(begun->line, since, text);
    care_draft_write(store, draft, together);
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
        begun->said = g_strdup(care_line_say_gone());
    else
        bring_together(store, task->draft, text, base, now, begun);
}
