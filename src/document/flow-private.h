/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/flow.h"

G_BEGIN_DECLS

/* What flow.c, where blocks are written, and flow-press.c, which breaks them into pages, share. */
#define CARE_FLOW_RUNNING_HEAD_ROOM 36.0

typedef struct {
    GPtrArray *boxes;             /* of CareBox, relative to the block */
    guint spared_from, spared_to; /* those which a head leaves out below another one on its page */
    double space_before;
    double from_top; /* not above this on its page; 0: anywhere */
    double height;
    CareBlockFlags flags;
    gboolean starts_section;
    gboolean has_sum; /* a row after which its table has come to the sum */
    gint64 sum;
} CareFlowBlock;

struct _CareFlow {
    CareSheet sheet;
    PangoContext *context;
    const char *language; /* interned; nullable */
    GPtrArray *blocks;    /* of CareFlowBlock */
    CareFlowBlock *open;
    CareFlowBlock *foot; /* of the last page */
    gboolean opens_foot;
    gboolean section_pending;
    gboolean tied;
    CareFlowCarry carry;
    gpointer carry_data;
    GDestroyNotify carry_destroy;
    char *head_name;
    char *head_detail;
    char *head_end;
    char *footer;
};

void care_flow_block_free(CareFlowBlock *block);
/* What a table carries over, as a block of its own. Transfer full. */
CareFlowBlock *care_flow_carry_block(CareFlow *self, gint64 sum, guint from_page);

G_END_DECLS
