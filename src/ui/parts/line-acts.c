/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-acts.h"

#include <glib/gi18n-lib.h>

static const char *
said_changed(CareRecord *before, CareRecord *after)
{
    return _("Line changed");
}

static const char *
said_added(CareRecord *before, CareRecord *after)
{
    return _("Line added");
}

static const char *
said_moved(CareRecord *before, CareRecord *after)
{
    return _("Line moved");
}

static const char *
said_deleted(CareRecord *before, CareRecord *after)
{
    return _("Line deleted");
}

CareInlineSaidFunc
care_line_said(CareLineAct act)
{
    static const CareInlineSaidFunc said[] = { [CARE_LINE_SAVED] = said_changed,
                                               [CARE_LINE_ADDED] = said_added,
                                               [CARE_LINE_MOVED] = said_moved,
                                               [CARE_LINE_DELETED] = said_deleted };

    return said[act];
}

CareRecord *
care_line_moved(CareRecord *owner, int list, guint position, int by)
{
    CareRecord *copy = care_record_copy(owner);
    GListStore *lines = care_record_list(copy, list);
    g_autoptr(GObject) line = g_list_model_get_item(G_LIST_MODEL(lines), position);
    int target = (int)position + by;

    if (line && target >= 0 && target < (int)g_list_model_get_n_items(G_LIST_MODEL(lines))) {
        g_list_store_remove(lines, position);
        g_list_store_insert(lines, (guint)target, line);
    }
    return copy;
}

CareRecord *
care_line_removed(CareRecord *owner, int list, guint position)
{
    CareRecord *copy = care_record_copy(owner);
    GListStore *lines = care_record_list(copy, list);

    if (position < g_list_model_get_n_items(G_LIST_MODEL(lines)))
        g_list_store_remove(lines, position);
    return copy;
}
