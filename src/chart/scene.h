/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/theme.h"

G_BEGIN_DECLS

typedef double (*CareTextWidth)(const char *text, double size, gboolean bold, gpointer user_data);

typedef enum {
    CARE_ITEM_RECT,
    CARE_ITEM_LINE,
    CARE_ITEM_PATH,
    CARE_ITEM_DOT,
    CARE_ITEM_RING,
    CARE_ITEM_DIAMOND,
    CARE_ITEM_TEXT,
} CareItemKind;

typedef struct {
    double x, y, width, height;
} CareBox;

/* One thing to draw. box: of a line its two ends, of a dot and diamond the square around it. */
typedef struct {
    CareItemKind kind;
    CareBox box;
    CareRole role;
    double alpha;
    double tone;       /* of the heat role */
    double line_width; /* of lines, paths and rings */
    double radius;     /* of a rectangle's corners */
    gboolean dashed;
    gboolean hatched;
    gboolean bold;
    double size;     /* of text */
    guint first, n;  /* of a path's points */
    char *text;      /* owned by the scene */
    gboolean plain;  /* text on its own clear ground, over a hatched bar */
    CareRole ground; /* … of this role and tone */
} CareSceneItem;

typedef struct {
    double x, y;
} CarePoint;

/* A list of things to draw, in pixels: pure, so that a test can ask where everything is, and one painter serves screen,
 * print and files. Owned by whoever made it; one thread. */
typedef struct {
    double width, height;
    const CareChartTheme *theme;
    CareTextWidth text_width;
    gpointer text_data;
    GArray *items;  /* CareSceneItem */
    GArray *points; /* CarePoint */
} CareScene;

CareScene *care_scene_new(double width, double height, const CareChartTheme *theme, CareTextWidth text_width,
                          gpointer text_data);
void care_scene_free(CareScene *scene);

double care_scene_measure(CareScene *scene, const char *text, double size, gboolean bold);
CareSceneItem *care_scene_rect(CareScene *scene, CareBox box, CareRole role, double alpha);
CareSceneItem *care_scene_line(CareScene *scene, double x1, double y1, double x2, double y2, double width,
                               double alpha);
CareSceneItem *care_scene_dot(CareScene *scene, CareItemKind kind, double x, double y, double r,
                              CareRole role);
CareSceneItem *care_scene_path(CareScene *scene, const CarePoint *points, guint n, double width,
                               CareRole role);

/* align: 0 begins at x, 0.5 is centred on it, 1 ends there; y is the middle of the line. most: width to shorten to,
 * 0 for any. The pointer is valid until the next item is added. */
CareSceneItem *care_scene_text(CareScene *scene, double x, double y, double align, const char *text,
                               double size, gboolean bold, double alpha, double most);
void care_scene_mirror(CareScene *scene);

gboolean care_box_intersects(const CareBox *a, const CareBox *b);
gboolean care_box_contains(const CareBox *box, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareScene, care_scene_free)

G_END_DECLS
