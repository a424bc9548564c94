/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/search.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/early-keys.h"
#include "ui/kit/template.h"
#include "ui/kit/wrap.h"
#include "ui/parts/typed-customer.h"
#include "ui/search/search-deleted.h"
#include "ui/search/search-results.h"

struct _CareSearchDialog {
    AdwDialog parent_instance;

    CareContext *context;
    GCancellable *cancellable; /* of the search under way */
    gboolean searching;        /* what is on screen does not answer what is typed yet */
    gboolean open_when_found;  /* Enter came before the answer */
    gboolean job_when_found;   /* or Ctrl+Enter did */
    gboolean left;             /* it is closed, or about to be */

    GtkSearchEntry *entry;
    GtkStack *stack;
    CareSearchResults *results;
    AdwStatusPage *nothing;
    GtkButton *offer; /* a new customer, where nobody was found */
    GtkWidget *open_hint;
    GtkWidget *new_job_hint;
};

G_DEFINE_FINAL_TYPE(CareSearchDialog, care_search_dialog, ADW_TYPE_DIALOG)

/* Everything of the search thread's closure; freed wherever it ends. */
static gpointer
search(CareConnection *connection, gpointer text, GError **error)
{
    return care_search(connection, text, CARE_SEARCH_RESULTS_MOST + 1,
                       error); /* one more tells that there are more */
}

/* Whose it would be; 0 where it is nobody's. */
static CareId
customer_of_current(CareSearchDialog *self)
{
    CareSearchRow *row = care_search_results_get_current(self->results);

    return row && !care_search_row_is_deleted(row) ? care_search_row_get_customer(row) : 0;
}

static void
on_current(CareSearchDialog *self)
{
    CareSearchRow *row = care_search_results_get_current(self->results);

    /* of somebody who was deleted the row says what Enter does */
    gtk_widget_set_visible(self->open_hint, row && !care_search_row_is_deleted(row));
    gtk_widget_set_visible(self->new_job_hint, customer_of_current(self) != 0);
    if (row)
        gtk_accessible_update_relation(GTK_ACCESSIBLE(self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       row, -1);
}

/* Whoever has left waits for no answer: one that comes late opens nothing. */
static void
stop(CareSearchDialog *self)
{
    g_cancellable_cancel(self->cancellable);
    g_clear_object(&self->cancellable);
    self->searching = FALSE;
    self->open_when_found = FALSE;
    self->job_when_found = FALSE;
}

/* Once, however fast the keys are: the window to go on in, or NULL when the dialog was left before. */
static GtkWidget *
leave(CareSearchDialog *self)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    if (self->left || !root)
        return NULL;
    self->left = TRUE;
    stop(self);
    adw_dialog_close(ADW_DIALOG(self));
    return GTK_WIDGET(root);
}

static void
on_open(CareSearchDialog *self, CareSearchRow *row)
{
    const char *kind = care_search_row_get_kind(row);
    CareId id = care_search_row_get_id(row);
    g_autofree char *name = g_strdup(care_search_row_get_title(row));
    gboolean deleted = care_search_row_is_deleted(row);
    CareStore *store = care_context_get_store(self->context);
    GtkWidget *window = leave(self);

    if (window && deleted)
        care_search_deleted_bring_back(window, store, id, name);
    else if (window)
        gtk_widget_activate_action(window, "win.open", "(sx)", kind, id);
}

static char *
typed(CareSearchDialog *self)
{
    return g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->entry))));
}

/* Whoever is found by nothing is new, mostly. */
static void
on_offer(CareSearchDialog *self)
{
    g_autofree char *text = typed(self);
    GtkWidget *window = leave(self);

    if (window)
        gtk_widget_activate_action(window, "win.new-customer-called", "s", text);
}

static void
show_nothing(CareSearchDialog *self, const char *title, const char *description, gboolean offer)
{
    g_autofree char *escaped_title = g_markup_escape_text(title, -1);
    g_autofree char *escaped = g_markup_escape_text(description, -1);

    adw_status_page_set_title(self->nothing, escaped_title);
    adw_status_page_set_description(self->nothing, escaped);
    gtk_widget_set_visible(GTK_WIDGET(self->offer), offer);
    gtk_stack_set_visible_child_name(self->stack, "nothing");
}

static void
show_nobody(CareSearchDialog *self)
{
    g_autofree char *text = typed(self);

    care_typed_customer_show_offer(self->offer, text);
    show_nothing(self, _("Nothing Found"),
                 _("Try three digits of a phone number, or the beginning of a name."),
                 care_typed_customer_may_be(text));
}

/* Whether an answer is to what is typed now. */
static gboolean
is_late(CareSearchDialog *self, GAsyncResult *result, const GError *error)
{
    return g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           || g_task_get_cancellable(G_TASK(result)) != self->cancellable;
}

/* Nothing Found would not be true. */
static void
say_failed(CareSearchDialog *self, const GError *error)
{
    if (care_search_results_get_current(self->results))
        care_search_results_say(self->results, _("What was deleted could not be searched."));
    else
        show_nothing(self, _("The Search Failed"), error->message, FALSE);
}

/* They come behind all the others: what is there was meant, mostly. */
static void
on_found_deleted(GObject *store, GAsyncResult *result, gpointer user_data)
{
    g_autoptr(CareSearchDialog) self = user_data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) hits = care_search_deleted_read_finish(CARE_STORE(store), result, &error);

    if (is_late(self, result, error))
        return;
    if (!hits)
        say_failed(self, error);
    if (!hits || hits->len == 0)
        return;
    care_search_results_add(self->results, CARE_STORE(store), _("Recently Deleted"), hits,
                            gtk_editable_get_text(GTK_EDITABLE(self->entry)));
    gtk_stack_set_visible_child_name(self->stack, "results");
}

static void
look_for_deleted(CareSearchDialog *self, guint found)
{
    g_autofree char *text = typed(self);

    if (found <= CARE_SEARCH_RESULTS_MOST && care_search_deleted_may_find(text))
        care_search_deleted_read(care_context_get_store(self->context), text,
                                 CARE_SEARCH_RESULTS_MOST + 1 - found, self->cancellable, on_found_deleted,
                                 g_object_ref(self));
}

/* For whoever is chosen, once what is on screen answers what is typed. */
static gboolean
new_job(CareSearchDialog *self)
{
    CareId customer = customer_of_current(self);
    GtkWidget *window;

    self->job_when_found = self->searching;
    if (self->searching || customer == 0)
        return self->searching;
    window = leave(self);
    if (window)
        gtk_widget_activate_action(window, "win.create", "(sx)", "job", customer);
    return TRUE;
}

static void
on_found(GObject *store, GAsyncResult *result, gpointer user_data)
{
    g_autoptr(CareSearchDialog) self = user_data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) hits = care_store_read_finish(CARE_STORE(store), result, &error);
    guint found = hits ? hits->len : 0;

    /* a later letter may have been typed since this search ended */
    if (is_late(self, result, error))
        return;
    self->searching = FALSE;
    if (!hits) {
        show_nothing(self, _("The Search Failed"), error->message, FALSE);
        return;
    }
    care_search_results_show(self->results, CARE_STORE(store), hits,
                             gtk_editable_get_text(GTK_EDITABLE(self->entry)));
    if (hits->len > 0)
        gtk_stack_set_visible_child_name(self->stack, "results");
    else
        show_nobody(self);
    if (self->open_when_found && hits->len > 0)
        on_open(self, care_search_results_get_current(self->results));
    else if (!self->job_when_found || !new_job(self))
        look_for_deleted(self, found);
    self->open_when_found = FALSE;
    self->job_when_found = FALSE;
}

static void
on_changed(CareSearchDialog *self)
{
    CareStore *store = care_context_get_store(self->context);
    g_autofree char *text = typed(self);

    stop(self);
    self->searching = *text != '\0' && store;
    if (!self->searching) {
        g_autoptr(GPtrArray) none = g_ptr_array_new();

        care_search_results_show(self->results, store, none, text);
        gtk_stack_set_visible_child_name(self->stack, "hint");
        return;
    }
    self->cancellable = g_cancellable_new();
    care_store_read_async(store, search, g_steal_pointer(&text), g_free, (GDestroyNotify)g_ptr_array_unref,
                          self->cancellable, on_found, g_object_ref(self));
}

/* Whoever types fast means what was typed, not what an earlier letter found. */
static void
on_activate(CareSearchDialog *self)
{
    CareSearchRow *row = care_search_results_get_current(self->results);

    if (self->searching)
        self->open_when_found = TRUE;
    else if (row)
        on_open(self, row);
    else if (gtk_widget_get_mapped(GTK_WIDGET(self->offer)))
        on_offer(self);
}

static gboolean
on_key(CareSearchDialog *self, guint key, guint code, GdkModifierType state)
{
    if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
        return new_job(self);
    if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
        return care_search_results_move(self->results, 1);
    if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
        return care_search_results_move(self->results, -1);
    return FALSE;
}

static void
on_stop(CareSearchDialog *self)
{
    leave(self);
}

/* By a click beside it, or by a key that the entry did not see. */
static void
care_search_dialog_closed(AdwDialog *dialog)
{
    CARE_SEARCH_DIALOG(dialog)->left = TRUE;
    stop(CARE_SEARCH_DIALOG(dialog));
}

static void
care_search_dialog_dispose(GObject *object)
{
    stop(CARE_SEARCH_DIALOG(object));
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_SEARCH_DIALOG);
    G_OBJECT_CLASS(care_search_dialog_parent_class)->dispose(object);
}

static void
care_search_dialog_finalize(GObject *object)
{
    g_clear_object(&CARE_SEARCH_DIALOG(object)->context);
    G_OBJECT_CLASS(care_search_dialog_parent_class)->finalize(object);
}

static void
care_search_dialog_class_init(CareSearchDialogClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->dispose = care_search_dialog_dispose;
    object_class->finalize = care_search_dialog_finalize;
    ADW_DIALOG_CLASS(klass)->closed = care_search_dialog_closed;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_SEARCH_RESULTS, CARE_TYPE_WRAP);
    CARE_TEMPLATE(klass, "search/search-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSearchDialog, entry, stack, results, nothing, offer, open_hint,
                           new_job_hint);
    CARE_TEMPLATE_CALLBACKS(klass, on_changed, on_activate, on_stop, on_offer, on_current, on_open);
}

static void
care_search_dialog_init(CareSearchDialog *self)
{
    GtkEventController *keys = gtk_event_controller_key_new();

    gtk_widget_init_template(GTK_WIDGET(self));

    /* before the entry, which takes arrows and Enter for itself */
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(GTK_WIDGET(self->entry), keys);
}

static void
on_map(CareSearchDialog *self)
{
    /* taking the focus selects what is there; the next letter would replace the first */
    gtk_widget_grab_focus(GTK_WIDGET(self->entry));
    gtk_editable_set_position(GTK_EDITABLE(self->entry), -1);
}

/* Opens the search over a window. text is searched for at once and typed on; NULL or "" begins empty. */
void
care_search_dialog_present(CareContext *context, const char *text, GtkWidget *parent)
{
    CareSearchDialog *self = g_object_new(CARE_TYPE_SEARCH_DIALOG, NULL);

    care_dialog_focus(ADW_DIALOG(self), GTK_WIDGET(self->entry));
    self->context = g_object_ref(context);
    g_signal_connect_swapped(self->entry, "map", G_CALLBACK(on_map), self);

    if (text && *text)
        gtk_editable_set_text(GTK_EDITABLE(self->entry), text);
    adw_dialog_present(ADW_DIALOG(self), parent);
}
