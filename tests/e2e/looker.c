/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the program by a test (LD_PRELOAD) for what no accessibility tree tells. To the file $LOOKER_OUT it writes, on
 * SIGUSR2, a line for each label on screen, whether it is cut off, one for each word that breaks in the middle and would have
 * room, one for each widget beside the window, one for each number that reads from the right, and one for
 * each dialog, what type it is of; on SIGUSR1, a line for each widget that is elsewhere than in a mirror when the window is
 * laid out in the other direction. The program's translations are looked for in $LOOKER_CATALOGUES, where the test has made
 * a language. $LOOKER_DPI is the size of letters, usually 96. What is said aloud to whoever does not see it goes to
 * $LOOKER_OUT.said, a line each.
 */
#include <math.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
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

void
gtk_accessible_announce(GtkAccessible *self, const char *message, GtkAccessibleAnnouncementPriority priority)
{
    void (*real)(GtkAccessible *, const char *, GtkAccessibleAnnouncementPriority)
        = (void (*)(GtkAccessible *, const char *, GtkAccessibleAnnouncementPriority))dlsym(
            RTLD_NEXT, "gtk_accessible_announce");
    g_autofree char *path = g_strconcat(g_getenv("LOOKER_OUT"), ".said", NULL);
    FILE *out = fopen(path, "a");

    fprintf(out, "%s\n", message);
    fclose(out);
    real(self, message, priority);
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
    gboolean cut = is_cut(label), gives = gives_way(GTK_WIDGET(label));

    g_string_append_printf(out, "%s\t%s\n", cut && !gives ? "cut" : "whole", text);
    if (cut && gives)
        g_string_append_printf(out, "shortened\t%s\n", text);
}

static gboolean
is_on_screen(GtkWidget *widget)
{
    return gtk_widget_get_mapped(widget) && gtk_widget_get_child_visible(widget);
}

static gboolean
is_a(GtkWidget *widget, const char *type)
{
    return g_type_from_name(type) != 0 && g_type_is_a(G_OBJECT_TYPE(widget), g_type_from_name(type));
}

/* A header bar is a pixel wider than its window. */
#define SLACK 2

/* A word as wide as that breaks wherever it stands. */
#define LONG_WORD 0.6

/* From the break before it to the one after. */
static char *
word_around(const char *text, const PangoLogAttr *breaks, int n_breaks, int at)
{
    int from = at - 1;
    int to = at + 1;

    while (from > 0 && !breaks[from].is_line_break)
        from--;
    while (to < n_breaks - 1 && !breaks[to].is_line_break)
        to++;
    return g_utf8_substring(text, from, to);
}

static void
write_split(GString *out, GtkLabel *label, const char *word)
{
    g_autoptr(PangoLayout) alone = pango_layout_copy(gtk_label_get_layout(label));
    int width;

    pango_layout_set_width(alone, -1);
    pango_layout_set_text(alone, word, -1);
    pango_layout_get_pixel_size(alone, &width, NULL);
    if (width < LONG_WORD * gtk_widget_get_width(GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(label)))))
        g_string_append_printf(out, "split\t“%s” of %s\n", word, gtk_label_get_text(label));
}

static void
write_splits(GString *out, GtkLabel *label)
{
    PangoLayout *layout = gtk_label_get_layout(label);
    const char *text = pango_layout_get_text(layout);
    int n_breaks;
    const PangoLogAttr *breaks = pango_layout_get_log_attrs_readonly(layout, &n_breaks);

    for (int i = 1; i < pango_layout_get_line_count(layout); i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        int at = (int)g_utf8_pointer_to_offset(text, text + pango_layout_line_get_start_index(line));
        g_autofree char *word = NULL;

        if (pango_layout_line_is_paragraph_start(line) || breaks[at].is_line_break)
            continue;
        word = word_around(text, breaks, n_breaks, at);
        write_split(out, label, word);
    }
}

/* An empty row shows its title where the text would be, and its pencil at the end of that. */
static void
write_under(GString *out, GtkWidget *title)
{
    GtkWidget *area = gtk_widget_get_parent(title);
    graphene_rect_t at, icon;

    if (!gtk_widget_has_css_class(area, "editable-area") || !gtk_widget_has_css_class(title, "title")
        || gtk_widget_get_opacity(title) < 1 || !gtk_widget_compute_bounds(title, area, &at))
        return;
    for (GtkWidget *c = gtk_widget_get_first_child(area); c != NULL; c = gtk_widget_get_next_sibling(c))
        if (gtk_widget_has_css_class(c, "edit-icon") && gtk_widget_get_mapped(c)
            && gtk_widget_compute_bounds(c, area, &icon) && graphene_rect_intersection(&at, &icon, NULL))
            g_string_append_printf(out, "under\t%s\n", gtk_label_get_text(GTK_LABEL(title)));
}

static const char *text_in(GtkWidget *widget);
static gboolean is_closed(GtkWidget *widget);

/* Whether it is or holds what lies beside the window, of which the innermost is told. */
static gboolean
write_beside(GString *out, GtkWidget *widget, GtkWidget *window)
{
    gboolean told = FALSE;
    graphene_rect_t at;
    int width = gtk_widget_get_width(window);

    if (!is_on_screen(widget) || GTK_IS_POPOVER(widget)) /* has a surface of its own */
        return FALSE;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL && !is_closed(widget);
         child = gtk_widget_get_next_sibling(child))
        told |= write_beside(out, child, window);
    if (told || widget == window || !gtk_widget_compute_bounds(widget, window, &at) || at.size.width < 1
        || (at.origin.x > -SLACK && at.origin.x + at.size.width < width + SLACK))
        return told;
    g_string_append_printf(out, "beside\t%s “%s” in %s: from %.0f to %.0f of %d\n",
                           G_OBJECT_TYPE_NAME(widget), text_in(widget) != NULL ? text_in(widget) : "",
                           G_OBJECT_TYPE_NAME(gtk_widget_get_parent(widget)), at.origin.x,
                           at.origin.x + at.size.width, width);
    return TRUE;
}

/* By where its first and its last character stand. */
static void
write_turned(GString *out, GtkText *text)
{
    const char *number = gtk_editable_get_text(GTK_EDITABLE(text));
    graphene_rect_t first, last;

    for (const char *at = number; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return;
    gtk_text_compute_cursor_extents(text, 0, &first, NULL);
    gtk_text_compute_cursor_extents(text, (gsize)g_utf8_strlen(number, -1), &last, NULL);
    if (first.origin.x > last.origin.x)
        g_string_append_printf(out, "turned\t%s\n", number);
}

/* A label of nothing else: the same. */
static void
write_turned_label(GString *out, GtkLabel *label)
{
    const char *number = gtk_label_get_text(label);
    PangoLayout *layout = gtk_label_get_layout(label);
    PangoRectangle first, last;

    if (strspn(number, "+0123456789 ()/-") != strlen(number))
        return;
    pango_layout_index_to_pos(layout, 0, &first);
    pango_layout_index_to_pos(layout, (int)strlen(number) - 1, &last);
    if (first.x > last.x)
        g_string_append_printf(out, "turned\t%s\n", number);
}

static void
look_at(GString *out, GtkWidget *widget)
{
    if (!is_on_screen(widget))
        return;
    if (is_a(widget, "AdwDialog"))
        g_string_append_printf(out, "dialog\t%s\n", G_OBJECT_TYPE_NAME(widget));
    if (GTK_IS_WINDOW(widget))
        write_beside(out, widget, widget);
    if (GTK_IS_TEXT(widget))
        write_turned(out, GTK_TEXT(widget));
    if (GTK_IS_LABEL(widget) && *gtk_label_get_text(GTK_LABEL(widget)) != '\0') {
        write_label(out, GTK_LABEL(widget));
        write_turned_label(out, GTK_LABEL(widget));
        write_splits(out, GTK_LABEL(widget));
        write_under(out, widget);
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL;
         child = gtk_widget_get_next_sibling(child))
        look_at(out, child);
}

static void
for_each_window(GString *out, void (*look)(GString *out, GtkWidget *widget))
{
    GListModel *windows = gtk_window_get_toplevels();

    for (guint i = 0; i < g_list_model_get_n_items(windows); i++) {
        g_autoptr(GtkWidget) window = g_list_model_get_item(windows, i);

        look(out, window);
    }
}

/* Whole, or whoever waits for the file reads half of it. */
static void
write_out(GString *out)
{
    g_file_set_contents(g_getenv("LOOKER_OUT"), out->str, (gssize)out->len, NULL);
}

static gboolean
on_asked(gpointer data)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for_each_window(out, look_at);
    write_out(out);
    return G_SOURCE_CONTINUE;
}

/* In the coordinates of its parent, so that what is wrong is told of once and not of all that is in it. */
typedef struct {
    GtkWidget *widget;
    double x;
    double width;
    double within;
} Stand;

static GArray *stands;

/* What the toolkit lays out from the left in either direction. */
static gboolean
is_closed(GtkWidget *widget)
{
    static const char *const types[] = { "GtkText", "GtkTextView", "GtkScrollbar", "GtkRange" };

    for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
        if (is_a(widget, types[i]))
            return TRUE;
    return FALSE;
}

static gboolean
stand_of(GtkWidget *widget, Stand *stand)
{
    GtkWidget *parent = gtk_widget_get_parent(widget);
    graphene_rect_t at;

    if (parent == NULL || !is_on_screen(widget) || !gtk_widget_compute_bounds(widget, parent, &at))
        return FALSE;
    *stand = (Stand){ widget, at.origin.x, at.size.width, gtk_widget_get_width(parent) };
    return TRUE;
}

static void
note_stands(GString *out, GtkWidget *widget)
{
    Stand stand;

    if (GTK_IS_POPOVER(widget)) /* stands where there is room */
        return;
    if (stand_of(widget, &stand))
        g_array_append_val(stands, stand);
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL && !is_closed(widget);
         child = gtk_widget_get_next_sibling(child))
        if (is_on_screen(child))
            note_stands(out, child);
}

/* The first text in it, to know it by. */
static const char *
text_in(GtkWidget *widget)
{
    if (GTK_IS_LABEL(widget))
        return gtk_label_get_text(GTK_LABEL(widget));
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL;
         child = gtk_widget_get_next_sibling(child)) {
        const char *text = text_in(child);

        if (text != NULL)
            return text;
    }
    return NULL;
}

/* before: as it stood in the other direction. A pixel may fall either way. */
static void
compare(GString *out, const Stand *before)
{
    Stand now;
    const char *words = text_in(before->widget);
    g_autofree char *text = NULL;
    double wanted;

    /* wider than what it is in: there is no mirror of that */
    if (!stand_of(before->widget, &now) || now.width > now.within)
        return;
    wanted = before->within - before->x - before->width;
    if (fabs(now.x - wanted) < 2 && fabs(now.width - before->width) < 2)
        return;
    text = g_strdelimit(g_strdup(words != NULL ? words : ""), "\n\t\r", ' ');
    g_string_append_printf(out, "askew\t%s “%s” in %s: at %.0f, %.0f wide, not at %.0f, %.0f wide\n",
                           G_OBJECT_TYPE_NAME(before->widget), text,
                           G_OBJECT_TYPE_NAME(gtk_widget_get_parent(before->widget)), now.x, now.width,
                           wanted, before->width);
}

static void
turn(void)
{
    gtk_widget_set_default_direction(
        gtk_widget_get_default_direction() == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
}

/* After so many frames the window has laid itself out anew, however busy the machine is. */
#define FRAMES 4

static GString *askew;
static guint frames;

static void after_frames(void (*then)(GdkFrameClock *clock));

static void
finish(GdkFrameClock *clock)
{
    write_out(askew);
    g_string_free(g_steal_pointer(&askew), TRUE);
}

static void
compare_all(GdkFrameClock *clock)
{
    askew = g_string_new(NULL);
    for (guint i = 0; i < stands->len; i++)
        compare(askew, &g_array_index(stands, Stand, i));
    for (guint i = 0; i < stands->len; i++)
        g_object_unref(g_array_index(stands, Stand, i).widget);
    g_clear_pointer(&stands, g_array_unref);
    turn();
    after_frames(finish);
}

static void
on_frame(GdkFrameClock *clock, gpointer then)
{
    if (frames++ < FRAMES) {
        gdk_frame_clock_request_phase(clock, GDK_FRAME_CLOCK_PHASE_PAINT);
        return;
    }
    g_signal_handlers_disconnect_by_func(clock, on_frame, then);
    ((void (*)(GdkFrameClock *))then)(clock);
}

static void
after_frames(void (*then)(GdkFrameClock *clock))
{
    g_autoptr(GtkWidget) window = g_list_model_get_item(gtk_window_get_toplevels(), 0);
    GdkFrameClock *clock = gtk_widget_get_frame_clock(window);

    frames = 0;
    g_signal_connect(clock, "after-paint", G_CALLBACK(on_frame), then);
    gdk_frame_clock_request_phase(clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static gboolean
on_mirrored(gpointer data)
{
    stands = g_array_new(FALSE, FALSE, sizeof(Stand));
    for_each_window(NULL, note_stands);
    for (guint i = 0; i < stands->len; i++)
        g_object_ref(g_array_index(stands, Stand, i).widget);
    turn();
    after_frames(compare_all);
    return G_SOURCE_CONTINUE;
}

/* Letters of another size, as the desktop's settings have them where there is one. */
static void
set_dpi(GdkDisplay *display)
{
    g_object_set(gtk_settings_get_for_display(display), "gtk-xft-dpi", atoi(g_getenv("LOOKER_DPI")) * 1024,
                 NULL);
}

/* Asked for by the program before its first window. */
GdkDisplay *
gdk_display_get_default(void)
{
    static gboolean set;
    GdkDisplay *(*real)(void) = (GdkDisplay * (*)(void)) dlsym(RTLD_NEXT, "gdk_display_get_default");
    GdkDisplay *display = real();

    if (display != NULL && !set && gtk_is_initialized() && g_getenv("LOOKER_DPI") != NULL) {
        set = TRUE;
        set_dpi(display);
    }
    return display;
}

__attribute__((constructor)) static void
begin(void)
{
    const char *catalogues = g_getenv("LOOKER_CATALOGUES");

    /* for a program that does not do so itself */
    if (catalogues != NULL) {
        bindtextdomain(GETTEXT_PACKAGE, catalogues);
        bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    }
    if (g_getenv("LOOKER_OUT") == NULL)
        return;
    g_unix_signal_add(SIGUSR2, on_asked, NULL);
    g_unix_signal_add(SIGUSR1, on_mirrored, NULL);
}
