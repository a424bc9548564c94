/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/place.h"

#include "ui/kit/list-width.h"
#include "ui/kit/status-pages.h"

typedef struct {
    CareContext *context;
} CarePlacePrivate;

enum {
    PROP_CONTEXT = 1,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(CarePlace, care_place, ADW_TYPE_BIN)

static void
care_place_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_CONTEXT:
        g_value_set_object(value, care_place_get_context(CARE_PLACE(object)));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_place_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CarePlacePrivate *priv = care_place_get_instance_private(CARE_PLACE(object));

    switch (id) {
    case PROP_CONTEXT:
        priv->context = g_value_dup_object(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_place_constructed(GObject *object)
{
    G_OBJECT_CLASS(care_place_parent_class)->constructed(object);
    care_list_width_set(GTK_WIDGET(object));
    care_status_pages_name(GTK_WIDGET(object));
}

/* The bin would not notice that the template takes its child away. */
static void
care_place_dispose(GObject *object)
{
    adw_bin_set_child(ADW_BIN(object), NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), G_OBJECT_TYPE(object));
    G_OBJECT_CLASS(care_place_parent_class)->dispose(object);
}

/* In finalize, not dispose: a page's own dispose still disconnects from what the context holds. */
static void
care_place_finalize(GObject *object)
{
    CarePlacePrivate *priv = care_place_get_instance_private(CARE_PLACE(object));

    g_clear_object(&priv->context);
    G_OBJECT_CLASS(care_place_parent_class)->finalize(object);
}

static void
care_place_class_init(CarePlaceClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->get_property = care_place_get_property;
    object_class->set_property = care_place_set_property;
    object_class->constructed = care_place_constructed;
    object_class->dispose = care_place_dispose;
    object_class->finalize = care_place_finalize;

    properties[PROP_CONTEXT]
        = g_param_spec_object("context", NULL, NULL, CARE_TYPE_CONTEXT,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_place_init(CarePlace *self)
{
}

/* Transfer none; set from construction on, so constructed() may use it and init() may not. */
CareContext *
care_place_get_context(CarePlace *self)
{
    CarePlacePrivate *priv;

    g_return_val_if_fail(CARE_IS_PLACE(self), NULL);
    priv = care_place_get_instance_private(self);
    return priv->context;
}

GtkWidget *
care_place_front(CarePlace *self)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    return root ? GTK_WIDGET(root) : GTK_WIDGET(self);
}

gboolean
care_place_open_row(CarePlace *self, const char *kind, CareId id)
{
    g_return_val_if_fail(CARE_IS_PLACE(self), FALSE);
    return CARE_PLACE_GET_CLASS(self)->open_row && CARE_PLACE_GET_CLASS(self)->open_row(self, kind, id);
}

GtkWidget *
care_place_cursor(CarePlace *self, const char *kind)
{
    GtkWidget *cursor = NULL;

    g_return_val_if_fail(CARE_IS_PLACE(self), NULL);
    if (CARE_PLACE_GET_CLASS(self)->cursor)
        cursor = CARE_PLACE_GET_CLASS(self)->cursor(self, kind);
    return cursor ? cursor : GTK_WIDGET(self);
}

gboolean
care_place_create(CarePlace *self, const char *kind, CareId customer)
{
    g_return_val_if_fail(CARE_IS_PLACE(self), FALSE);
    return CARE_PLACE_GET_CLASS(self)->create && CARE_PLACE_GET_CLASS(self)->create(self, kind, customer);
}

gboolean
care_place_focus_search(CarePlace *self)
{
    g_return_val_if_fail(CARE_IS_PLACE(self), FALSE);
    return CARE_PLACE_GET_CLASS(self)->focus_search && CARE_PLACE_GET_CLASS(self)->focus_search(self);
}

gboolean
care_place_resume(CarePlace *self, const char *draft)
{
    g_return_val_if_fail(CARE_IS_PLACE(self), FALSE);
    return CARE_PLACE_GET_CLASS(self)->resume && CARE_PLACE_GET_CLASS(self)->resume(self, draft);
}

CareId
care_place_customer(CarePlace *self)
{
    g_return_val_if_fail(CARE_IS_PLACE(self), 0);
    return CARE_PLACE_GET_CLASS(self)->customer ? CARE_PLACE_GET_CLASS(self)->customer(self) : 0;
}

void
care_place_shown(CarePlace *self)
{
    g_return_if_fail(CARE_IS_PLACE(self));
    if (CARE_PLACE_GET_CLASS(self)->shown)
        CARE_PLACE_GET_CLASS(self)->shown(self);
}
