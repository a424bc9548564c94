/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every template in the resource is instantiated; every widget in it that takes the focus has a role and a name.
 * The templates are found, not listed here, so a new one cannot be forgotten. */

#include "display.h"

#include <string.h>

#define ROOT "/com/example/Aftercare/ui/"

static char *
template_class(const char *path)
{
    g_autoptr(GBytes) bytes = g_resources_lookup_data(path, 0, NULL);
    const char *begin;

    g_assert_nonnull(bytes);
    begin = g_strstr_len(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "<template class=\"");
    if (!begin)
        return NULL;
    begin += strlen("<template class=\"");
    return g_strndup(begin, strchr(begin, '"') - begin);
}

static GType
type_of(const char *class_name)
{
    g_autoptr(GtkBuilder) builder = gtk_builder_new();

    return gtk_builder_get_type_from_name(builder, class_name);
}

static gboolean
has_text_inside(GtkWidget *widget)
{
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c)) {
        if (GTK_IS_LABEL(c) && *gtk_label_get_text(GTK_LABEL(c)))
            return TRUE;
        if (has_text_inside(c))
            return TRUE;
    }
    return FALSE;
}

static gboolean
named_by_itself(GtkWidget *widget)
{
    const char *tooltip = gtk_widget_get_tooltip_text(widget);

    return (tooltip && *tooltip)
           || gtk_test_accessible_has_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
           || gtk_test_accessible_has_relation(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What a screen reader would find to say, by the rules of accessible name computation as far as GTK has them. */
static gboolean
has_name(GtkWidget *widget)
{
    GtkWidget *parent = gtk_widget_get_parent(widget);

    if (named_by_itself(widget) || GTK_IS_LABEL(widget))
        return TRUE;
    switch (gtk_accessible_get_accessible_role(GTK_ACCESSIBLE(widget))) {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TAB:
        if (has_text_inside(widget))
            return TRUE;
        break;
    default:
        break;
    }
    /* the inner part of an entry or of a menu button speaks by the whole */
    if (GTK_IS_TEXT(widget) || (parent && (GTK_IS_MENU_BUTTON(parent) || GTK_IS_DROP_DOWN(parent))))
        return parent && (named_by_itself(parent) || GTK_IS_EDITABLE(parent));
    return FALSE;
}

/* They take their name with their content, from whoever fills them. */
static gboolean
is_filled_later(GtkWidget *widget)
{
    const char *const classes[] = { "CareFigureTile", "CareChartView", NULL };

    return g_strv_contains(classes, G_OBJECT_TYPE_NAME(widget));
}

/* Of a group, the oldest libadwaita gives the title to the list inside, the newest to the group itself. */
static gboolean
is_list_of_named_group(GtkWidget *widget)
{
    GtkWidget *group = gtk_widget_get_ancestor(widget, ADW_TYPE_PREFERENCES_GROUP);

    return GTK_IS_LIST_BOX(widget) && group
           && (*adw_preferences_group_get_title(ADW_PREFERENCES_GROUP(group))
               || gtk_test_accessible_has_property(GTK_ACCESSIBLE(group), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static gboolean
is_plumbing(GtkWidget *widget)
{
    /* they pass the focus on to what they hold */
    return GTK_IS_SCROLLED_WINDOW(widget) || GTK_IS_VIEWPORT(widget) || GTK_IS_POPOVER(widget)
           || GTK_IS_WINDOW(widget) || ADW_IS_DIALOG(widget) || GTK_IS_STACK(widget)
           || (GTK_IS_LIST_BOX(widget) && gtk_widget_get_ancestor(widget, ADW_TYPE_EXPANDER_ROW))
           || is_list_of_named_group(widget);
}

/* Parts that the toolkit made: the row, or the drop-down, speaks for them. */
static gboolean
is_part_of_row(GtkWidget *widget)
{
    GtkWidget *parent = gtk_widget_get_parent(widget);

    return gtk_widget_get_ancestor(widget, ADW_TYPE_SPIN_ROW) != NULL
           || (parent && gtk_widget_get_ancestor(parent, GTK_TYPE_DROP_DOWN))
           || (parent && gtk_widget_get_ancestor(parent, ADW_TYPE_COMBO_ROW));
}

static void
check(GtkWidget *widget, const char *where, GString *complaints)
{
    if (!gtk_widget_get_visible(widget) && !GTK_IS_WINDOW(widget))
        return;
    if (gtk_widget_get_focusable(widget) && !is_plumbing(widget) && !is_part_of_row(widget)) {
        GtkAccessibleRole role = gtk_accessible_get_accessible_role(GTK_ACCESSIBLE(widget));

        /* the text inside an entry leaves speaking to the entry */
        if (role == GTK_ACCESSIBLE_ROLE_NONE && !GTK_IS_TEXT(widget))
            g_string_append_printf(complaints, "%s: %s has no role\n", where, G_OBJECT_TYPE_NAME(widget));
        if (!has_name(widget) && !is_filled_later(widget))
            g_string_append_printf(complaints, "%s: %s (role %d) has no name\n", where,
                                   G_OBJECT_TYPE_NAME(widget), role);
    }
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c))
        check(c, where, complaints);
}

static GtkWidget *
instantiate(GType type)
{
    g_autoptr(GTypeClass) klass = g_type_class_ref(type);

    if (g_object_class_find_property(G_OBJECT_CLASS(klass), "context")) {
        g_autoptr(CareContext) context = test_context_new();

        return g_object_new(type, "context", context, NULL);
    }
    return g_object_new(type, NULL);
}

static void
test_template(gconstpointer data)
{
    g_autofree char *class_name = template_class(data);
    g_autoptr(GString) complaints = g_string_new(NULL);
    g_autoptr(GtkWidget) widget = NULL;
    GType type;

    g_assert_nonnull(class_name);
    type = type_of(class_name);
    g_assert_cmpuint(type, !=, G_TYPE_INVALID);
    widget = g_object_ref_sink(instantiate(type));
    /* a row says nothing until whoever makes it has filled it; what is in it must */
    if (GTK_IS_LIST_BOX_ROW(widget))
        gtk_widget_set_focusable(widget, FALSE);
    check(widget, class_name, complaints);
    g_assert_cmpstr(complaints->str, ==, "");
    if (GTK_IS_WINDOW(widget))
        gtk_window_destroy(GTK_WINDOW(widget));
}

/* The measure itself: a button with nothing but an icon must be found out. */
static void
test_the_check(void)
{
    g_autoptr(GString) complaints = g_string_new(NULL);
    g_autoptr(GtkWidget) bare = g_object_ref_sink(gtk_button_new_from_icon_name("list-add-symbolic"));
    g_autoptr(GtkWidget) good = g_object_ref_sink(gtk_button_new_from_icon_name("list-add-symbolic"));

    check(bare, "bare", complaints);
    g_assert_nonnull(strstr(complaints->str, "has no name"));
    g_string_truncate(complaints, 0);
    gtk_widget_set_tooltip_text(good, "Add");
    check(good, "good", complaints);
    g_assert_cmpstr(complaints->str, ==, "");
}

static void
add_folder(const char *folder)
{
    g_auto(GStrv) names = g_resources_enumerate_children(folder, 0, NULL);

    g_assert_nonnull(names);
    for (guint i = 0; names[i]; i++) {
        g_autofree char *path = g_strconcat(folder, names[i], NULL);
        g_autofree char *test = g_strconcat("/ui/template/", path + strlen(ROOT), NULL);

        if (g_str_has_suffix(path, "/"))
            add_folder(path);
        else
            g_test_add_data_func_full(test, g_strdup(path), test_template, g_free);
    }
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/template-check", test_the_check);
    add_folder(ROOT);
    return g_test_run();
}
