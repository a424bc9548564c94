/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the program by a test (LD_PRELOAD) for what no accessibility tree tells: which labels are cut off. On
 * SIGUSR2 it writes a line for each label on screen to the file $LOOKER_OUT. The program's translations are looked for in
 * $LOOKER_CATALOGUES, where the test has made a language.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <glib-unix.h>
#include <libintl.h>

char *
bindtextdomain(const char *domain, const char *folder)
{
    char *(*real)(const char *, const char *)
        = (char *(*)(const char *, const char *))dlsym(RTLD_NEXT, "bindtextdomain");
    const char *instead = g_getenv("LOOKER_CATALOGUES");

    return real(domain, instead != NULL && g_strcmp0(domain, GETTEXT_PACKAGE) == 0 ? instead : folder);
}

/* The toolkit's own parts that cut by design: a title between buttons, the chosen one of a row, the pages of a bar, and the
 * titles of an entry, of which it keeps two. */
static gboolean
gives_way(GtkWidget *widget)
{
    static const char *const parts[]
        = { "AdwWindowTitle", "AdwComboRow", "AdwViewSwitcher", "AdwEntryRow", "GtkDropDown" };

    if (gtk_widget_has_css_class(widget, "title")
        && gtk_widget_get_ancestor(widget, g_type_from_name("AdwHeaderBar")) != NULL)
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (gtk_widget_get_ancestor(widget, g_type_from_name(parts[i])) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
is_cut(GtkLabel *label)
{
    PangoLayout *layout = gtk_label_get_layout(label);
    int height;

    pango_layout_get_pixel_size(layout, NULL, &height);
    return pango_layout_is_ellipsized(layout) || gtk_widget_get_height(GTK_WIDGET(label)) < height;
}

static void
write_label(GString *out, GtkLabel *label)
{
    g_autofree char *text = g_strdelimit(g_strdup(gtk_label_get_text(label)), "\n\t\r", ' ');

    g_string_append_printf(out, "%d\t%s\n", is_cut(label) && !gives_way(GTK_WIDGET(label)), text);
}

static void
look_at(GString *out, GtkWidget *widget)
{
    if (!gtk_widget_get_mapped(widget) || !gtk_widget_get_child_visible(widget))
        return;
    if (GTK_IS_LABEL(widget) && *gtk_label_get_text(GTK_LABEL(widget)) != '\0')
        write_label(out, GTK_LABEL(widget));
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL;
         child = gtk_widget_get_next_sibling(child))
        look_at(out, child);
}

static gboolean
on_asked(gpointer data)
{
    g_autoptr(GString) out = g_string_new(NULL);
    GListModel *windows = gtk_window_get_toplevels();

    for (guint i = 0; i < g_list_model_get_n_items(windows); i++) {
        g_autoptr(GtkWidget) window = g_list_model_get_item(windows, i);

        look_at(out, window);
    }
    g_file_set_contents(data, out->str, (gssize)out->len, NULL);
    return G_SOURCE_CONTINUE;
}

__attribute__((constructor)) static void
begin(void)
{
    const char *path = g_getenv("LOOKER_OUT");

    if (path != NULL)
        g_unix_signal_add(SIGUSR2, on_asked, (gpointer)path);
}
