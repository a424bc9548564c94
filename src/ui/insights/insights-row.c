/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-row.h"

struct _CareInsightsRow {
    GObject parent_instance;

    char *kind;
    CareId id;
    char *title;
    char *subtitle;
    char *value;
};

G_DEFINE_FINAL_TYPE(CareInsightsRow, care_insights_row, G_TYPE_OBJECT)

static void
care_insights_row_finalize(GObject *object)
{
    CareInsightsRow *self = CARE_INSIGHTS_ROW(object);

    g_free(self->kind);
    g_free(self->title);
    g_free(self->subtitle);
    g_free(self->value);
    G_OBJECT_CLASS(care_insights_row_parent_class)->finalize(object);
}

static void
care_insights_row_class_init(CareInsightsRowClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_insights_row_finalize;
}

static void
care_insights_row_init(CareInsightsRow *self)
{
}

/**
 * care_insights_row_new:
 * @kind: (nullable): the kind of record it opens, with @id; NULL: it opens none
 * @subtitle: (nullable): facts joined by middle dots
 * @value: (nullable): at the end of the row, "9 of 10", "€42.00"
 */
CareInsightsRow *
care_insights_row_new(const char *kind, CareId id, const char *title, const char *subtitle, const char *value)
{
    CareInsightsRow *self = g_object_new(CARE_TYPE_INSIGHTS_ROW, NULL);

    self->kind = g_strdup(kind);
    self->id = id;
    self->title = g_strdup(title);
    self->subtitle = g_strdup(subtitle);
    self->value = g_strdup(value);
    return self;
}

const char *
care_insights_row_get_kind(CareInsightsRow *self)
{
    return self->kind;
}

CareId
care_insights_row_get_id(CareInsightsRow *self)
{
    return self->id;
}

const char *
care_insights_row_get_title(CareInsightsRow *self)
{
    return self->title;
}

const char *
care_insights_row_get_subtitle(CareInsightsRow *self)
{
    return self->subtitle;
}

const char *
care_insights_row_get_value(CareInsightsRow *self)
{
    return self->value;
}
