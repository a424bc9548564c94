/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/scene.h"

/* Height of a line of text against its size. */
#define LINE_HEIGHT 1.3

static void
item_clear(gpointer item)
{
    g_free(((CareSceneItem *)item)->text);
}

/* @theme must outlive the scene. */
CareScene *
care_scene_new(double width, double height, const CareChartTheme *theme, CareTextWidth text_width,
               gpointer text_data)
{
    CareScene *scene = g_new0(CareScene, 1);

    scene->width = width;
    scene->height = height;
    scene->theme = theme;
    scene->text_width = text_width;
    scene->text_data = text_data;
    scene->items = g_array_new(FALSE, TRUE, sizeof(CareSceneItem));
    scene->points = g_array_new(FALSE, FALSE, sizeof(CarePoint));
    g_array_set_clear_func(scene->items, item_clear);
    return scene;
}

void
care_scene_free(CareScene *scene)
{
    g_array_unref(scene->items);
    g_array_unref(scene->points);
    g_free(scene);
}

double
care_scene_measure(CareScene *scene, const char *text, double size, gboolean bold)
{
    return scene->text_width(text, size, bold, scene->text_data);
}

static CareSceneItem *
add(CareScene *scene, CareItemKind kind, CareBox box, CareRole role, double alpha)
{
    CareSceneItem item = { .kind = kind, .box = box, .role = role, .alpha = alpha };

    g_array_append_val(scene->items, item);
    return &g_array_index(scene->items, CareSceneItem, scene->items->len - 1);
}

CareSceneItem *
care_scene_rect(CareScene *scene, CareBox box, CareRole role, double alpha)
{
    return add(scene, CARE_ITEM_RECT, box, role, alpha);
}

CareSceneItem *
care_scene_line(CareScene *scene, double x1, double y1, double x2, double y2, double width, double alpha)
{
    CareSceneItem *item
        = add(scene, CARE_ITEM_LINE, (CareBox){ x1, y1, x2 - x1, y2 - y1 }, CARE_ROLE_TEXT, alpha);

    item->line_width = width;
    return item;
}

CareSceneItem *
care_scene_dot(CareScene *scene, CareItemKind kind, double x, double y, double r, CareRole role)
{
    return add(scene, kind, (CareBox){ x - r, y - r, 2 * r, 2 * r }, role, 1.0);
}

CareSceneItem *
care_scene_path(CareScene *scene, const CarePoint *points, guint n, double width, CareRole role)
{
    CareSceneItem *item = add(scene, CARE_ITEM_PATH, (CareBox){ 0 }, role, 1.0);

    item->line_width = width;
    item->first = scene->points->len;
    item->n = n;
    g_array_append_vals(scene->points, points, n);
    return item;
}

CareSceneItem *
care_scene_text(CareScene *scene, double x, double y, double align, const char *text, double size,
                gboolean bold, double alpha, double most)
{
    double width = care_scene_measure(scene, text, size, bold);
    double height = size * LINE_HEIGHT;
    CareSceneItem *item;

    if (most > 0 && width > most)
        width = most;
    item = add(scene, CARE_ITEM_TEXT, (CareBox){ x - width * align, y - height / 2, width, height },
               CARE_ROLE_TEXT, alpha);
    item->text = g_strdup(text);
    item->size = size;
    item->bold = bold;
    return item;
}

/* Everything from the other side; boxes of text keep their place relative to what they belong to. */
void
care_scene_mirror(CareScene *scene)
{
    for (guint i = 0; i < scene->items->len; i++) {
        CareSceneItem *item = &g_array_index(scene->items, CareSceneItem, i);

        if (item->kind == CARE_ITEM_LINE) {
            item->box.x = scene->width - item->box.x;
            item->box.width = -item->box.width;
        } else {
            item->box.x = scene->width - item->box.x - item->box.width;
        }
    }
    for (guint i = 0; i < scene->points->len; i++) {
        CarePoint *point = &g_array_index(scene->points, CarePoint, i);

        point->x = scene->width - point->x;
    }
}

gboolean
care_box_intersects(const CareBox *a, const CareBox *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
           && b->y < a->y + a->height;
}

gboolean
care_box_contains(const CareBox *box, double x, double y)
{
    return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}
