/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-list.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "store/query-model.h"
#include "store/search.h"
#include "ui/kit/has-cursor.h"
#include "ui/kit/list-follow.h"
#include "ui/kit/slots.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/parts/typed-customer.h"
#include "ui/customers/customer-hits.h"
#include "ui/customers/customer-row.h"

struct _CareCustomerList {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareQueryModel *model;
    GtkSingleSelection *selection;
    GCancellable *searching; /* until what was asked last is answered */
    CareId open;
    char *asked;      /* what the list answers; NULL before the first question */
    gboolean entered; /* by Enter, before the answer */
    gboolean newest_first;
    gboolean narrow;
    gboolean restoring; /* the selection follows what is open, not the other way round */
    gboolean unseen;    /* who is open is still to be scrolled to */
    CareId pointed;     /* whom the cursor is to stand on once the rows are there; 0 */
    guint settling;     /* an idle source */

    AdwWindowTitle *title;
    GtkButton *sort_button;
    GtkSearchBar *search_bar;
    GtkSearchEntry *entry;
    GtkStack *stack;
    GtkListView *view;
    GtkButton *show_all;
    GtkButton *offer; /* a new customer, where nobody was found */
};

enum { OPEN, ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareCustomerList, care_customer_list, ADW_TYPE_BIN)

static const char *
filter_text(CareCustomerList *self)
{
    return gtk_editable_get_text(GTK_EDITABLE(self->entry));
}

static void
update_count(CareCustomerList *self)
{
    guint n = care_query_model_total(self->model);
    gboolean filtered = *filter_text(self) != '\0';
    g_autofree char *count = care_decimal_format((CareDecimal)n * CARE_DECIMAL_ONE, 0);
    g_autofree char *found = NULL;

    if (filtered)
        /* Translators: how many customers a search found; or shows, of more */
        found = g_strdup_printf(
            gtk_widget_get_visible(GTK_WIDGET(self->show_all)) ? _("first %s") : _("%s found"), count);
    care_typed_customer_show_offer(self->offer, filter_text(self));
    adw_window_title_set_subtitle(self->title, n == 0 && !filtered ? "" : filtered ? found : count);
    gtk_stack_set_visible_child_name(self->stack, n > 0 ? "list" : filtered ? "nothing" : "empty");
}

/* A refresh may move the open customer: the selection goes with them. */
static void
restore_selection(CareCustomerList *self)
{
    guint position = gtk_single_selection_get_selected(self->selection);

    if (self->open != 0 && care_query_model_id_at(self->model, position) == self->open)
        return;
    position = self->open != 0 ? care_query_model_find(self->model, self->open) : G_MAXUINT;
    self->restoring = TRUE;
    gtk_single_selection_set_selected(self->selection,
                                      position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
    self->restoring = FALSE;
}

/* Where somebody stands may not be read yet: then it is tried again. */
static void
scroll_to_open(CareCustomerList *self)
{
    if (!self->unseen || gtk_single_selection_get_selected(self->selection) == GTK_INVALID_LIST_POSITION)
        return;
    self->unseen = FALSE;
    care_list_follow_selected(self->view);
}

/* A row with the cursor is read out, and is not opened. Who is open and not among the rows yet is waited for, as long as the
 * cursor stays in the list: while there are no rows it is on what stands above them. */
static void
point(CareCustomerList *self)
{
    guint position = self->pointed != 0 ? care_query_model_find(self->model, self->pointed) : G_MAXUINT;

    if (position != G_MAXUINT) {
        gtk_list_view_scroll_to(self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
        if (!care_has_cursor(GTK_WIDGET(self->view))) /* it moves it from row to row, and from nowhere else */
            gtk_widget_grab_focus(GTK_WIDGET(self->view));
    }
    if (position != G_MAXUINT || self->pointed != self->open || !care_has_cursor(GTK_WIDGET(self)))
        self->pointed = 0;
}

static gboolean
on_settled(gpointer data)
{
    CareCustomerList *self = data;

    self->settling = 0;
    update_count(self);
    restore_selection(self);
    scroll_to_open(self);
    point(self);
    return G_SOURCE_REMOVE;
}

static void
settle_soon(CareCustomerList *self)
{
    if (self->settling == 0)
        self->settling = g_idle_add_full(G_PRIORITY_HIGH_IDLE, on_settled, self, NULL);
}

/* Before and after the rows move: a selection that moves with its row is nobody's choice. */
static void
on_items_begin(CareCustomerList *self)
{
    self->restoring = TRUE;
}

/* One answer comes as many small runs; what follows from it is done once, before the next frame. */
static void
on_items_changed(CareCustomerList *self)
{
    self->restoring = FALSE;
    settle_soon(self);
}

static void
open_position(CareCustomerList *self, guint position)
{
    CareId id = care_query_model_id_at(self->model, position);

    if (id == 0)
        return;
    self->open = id;
    self->unseen = FALSE;
    g_signal_emit(self, signals[OPEN], 0, id);
}

/* Wide, the page follows the cursor; narrow it would cover the list at the first arrow key. */
static void
on_selected(CareCustomerList *self)
{
    guint position = gtk_single_selection_get_selected(self->selection);

    if (!self->restoring && !self->narrow && position != GTK_INVALID_LIST_POSITION
        && care_query_model_id_at(self->model, position) != self->open)
        open_position(self, position);
}

/* The cursor may stand on another row than the selection. */
static void
on_row_activated(CareCustomerList *self, guint position)
{
    open_position(self, position);
    restore_selection(self);
}

/* Whoever only fills the page is selected already: a click on them chooses them, and moves no selection. */
static void
on_clicked(CareCustomerList *self, int presses, double x, double y)
{
    if (!self->narrow && self->open != 0
        && care_customer_row_id_at(GTK_WIDGET(self->view), x, y) == self->open)
        g_signal_emit(self, signals[OPEN], 0, self->open);
}

static void
show_everybody(CareCustomerList *self)
{
    g_autoptr(CareQuery) query = care_customer_hits_everybody(self->newest_first);

    care_query_model_set_screenful(self->model, care_record_rows_screenful(self->view));
    gtk_widget_set_visible(GTK_WIDGET(self->show_all), FALSE);
    care_query_model_set_query(self->model, query);
    update_count(self);
    g_signal_emit(self, signals[ANSWERED], 0);
}

static void
on_hits(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareCustomerList) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = care_store_read_finish(CARE_STORE(source), result, &error);
    g_autoptr(CareQuery) query = NULL;

    if (!g_cancellable_is_cancelled(g_task_get_cancellable(G_TASK(result)))) /* else there is another */
        g_clear_object(&self->searching);
    if (!ids || !self->model)
        return;
    query = care_query_new_ids((CareId *)(void *)ids->data, ids->len, "customer:name");
    care_query_model_set_screenful(self->model, care_record_rows_screenful(self->view));
    care_query_model_set_query(self->model, query);
    gtk_widget_set_visible(GTK_WIDGET(self->show_all),
                           care_customer_hits_may_be_more(filter_text(self), ids->len));
    update_count(self);
    if (ids->len > 0)
        gtk_list_view_scroll_to(self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
    g_signal_emit(self, signals[ANSWERED], 0);
    if (self->entered && care_has_cursor(GTK_WIDGET(self->entry)))
        g_signal_emit_by_name(self->entry, "activate");
}

static void
search(CareCustomerList *self)
{
    g_autofree char *text = g_strstrip(g_strdup(filter_text(self)));

    g_cancellable_cancel(self->searching);
    g_clear_object(&self->searching);
    self->entered = FALSE;
    g_set_str(&self->asked, text);
    if (*text == '\0') {
        show_everybody(self);
        return;
    }
    self->searching = g_cancellable_new();
    care_customer_hits_async(self->store, text, self->searching, on_hits, g_object_ref(self));
}

/* The entry tells of a text that nobody changed when it is shown first: everybody is there already. */
static void
on_search_changed(CareCustomerList *self)
{
    g_autofree char *text = g_strstrip(g_strdup(filter_text(self)));

    if (self->model && g_strcmp0(text, self->asked) != 0)
        search(self);
}

/* The row that had the cursor last may be a spare one by now, which goes: then what stands above the list would have it. */
static void
enter_rows(CareCustomerList *self)
{
    guint position = care_query_model_find(self->model, self->open);

    gtk_widget_grab_focus(GTK_WIDGET(self->view));
    if (gtk_widget_get_mapped(GTK_WIDGET(self->view)) && care_customer_list_first(self) != 0)
        gtk_list_view_scroll_to(self->view, position == G_MAXUINT ? 0 : position, GTK_LIST_SCROLL_FOCUS,
                                NULL);
}

/* Closed while one is in it: one goes on with who is open. The rows are everybody's by the time that it is settled. */
static void
on_search_mode(CareCustomerList *self)
{
    self->pointed = 0;
    if (!self->model || gtk_search_bar_get_search_mode(self->search_bar)
        || !care_has_cursor(GTK_WIDGET(self->search_bar)))
        return;
    self->unseen = self->open != 0;
    self->pointed = self->open;
    enter_rows(self);
    settle_soon(self);
}

/* Whoever is found by nothing is new, mostly. */
static void
on_offer(CareCustomerList *self)
{
    g_autofree char *text = g_strstrip(g_strdup(filter_text(self)));

    gtk_widget_activate_action(GTK_WIDGET(self), "win.new-customer-called", "s", text);
}

/* Whoever types fast means what was typed, not what an earlier letter found. The entry tells of a letter a little later. */
static void
on_search_activated(CareCustomerList *self)
{
    on_search_changed(self);
    self->entered = self->searching != NULL;
    if (self->entered)
        return;
    if (gtk_widget_get_mapped(GTK_WIDGET(self->offer)))
        on_offer(self);
    else
        on_row_activated(self, 0);
}

static void
on_show_all(CareCustomerList *self)
{
    g_autoptr(CareQuery) query = care_search_all_customers(care_store_reader(self->store), filter_text(self));

    gtk_widget_set_visible(GTK_WIDGET(self->show_all), FALSE);
    if (query)
        care_query_model_set_query(self->model, query);
    update_count(self);
}

static void
on_sort_clicked(CareCustomerList *self)
{
    self->newest_first = !self->newest_first;
    gtk_button_set_icon_name(self->sort_button, self->newest_first ? "view-sort-descending-symbolic"
                                                                   : "view-sort-ascending-symbolic");
    gtk_widget_set_tooltip_text(GTK_WIDGET(self->sort_button),
                                self->newest_first ? _("By Name") : _("Newest First"));
    search(self);
}

static GtkWidget *
make_row(gpointer list)
{
    return care_customer_row_new(CARE_CUSTOMER_LIST(list)->store);
}

static const char *
show_row(GtkWidget *row, CareRecord *customer, gpointer list)
{
    care_customer_row_set_customer(CARE_CUSTOMER_ROW(row), customer);
    return care_customer_row_get_spoken(CARE_CUSTOMER_ROW(row));
}

/* What they own shows in the second line. */
static const CareRecordRows customer_rows = { make_row, show_row, "device" };

static void
care_customer_list_dispose(GObject *object)
{
    CareCustomerList *self = CARE_CUSTOMER_LIST(object);

    g_cancellable_cancel(self->searching);
    g_clear_object(&self->searching);
    g_clear_handle_id(&self->settling, g_source_remove);
    if (self->model)
        g_signal_handlers_disconnect_by_data(self->model, self);
    if (self->view)
        gtk_list_view_set_model(self->view, NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_LIST);
    g_clear_object(&self->selection);
    g_clear_object(&self->model);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    g_clear_pointer(&self->asked, g_free);
    G_OBJECT_CLASS(care_customer_list_parent_class)->dispose(object);
}

static void
care_customer_list_class_init(CareCustomerListClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_list_dispose;

    /** CareCustomerList::open: somebody chose the customer with this id */
    signals[OPEN] = g_signal_new("open", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
    /** CareCustomerList::answered: the list shows whom the text finds */
    signals[ANSWERED] = g_signal_new("answered", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

    CARE_TEMPLATE(klass, "customers/customer-list.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerList, title, sort_button, search_bar, entry, stack, view,
                           show_all, offer);
    CARE_TEMPLATE_CALLBACKS(klass, on_sort_clicked, on_search_mode, on_search_changed, on_search_activated,
                            on_row_activated, on_show_all, on_offer, on_clicked);
}

static void
care_customer_list_init(CareCustomerList *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    gtk_search_bar_connect_entry(self->search_bar, GTK_EDITABLE(self->entry));
}

static void
make_view(CareCustomerList *self)
{
    care_record_rows_install(self->view, &customer_rows, self->store, self);
    self->selection = gtk_single_selection_new(G_LIST_MODEL(care_slots_new(G_LIST_MODEL(self->model))));
    gtk_single_selection_set_autoselect(self->selection, FALSE);
    gtk_single_selection_set_can_unselect(self->selection, TRUE);
    gtk_single_selection_set_selected(self->selection, GTK_INVALID_LIST_POSITION);
    g_signal_connect_swapped(self->selection, "notify::selected", G_CALLBACK(on_selected), self);
    gtk_list_view_set_model(self->view, GTK_SELECTION_MODEL(self->selection));
}

/* Once; the first rows are there when it returns. */
void
care_customer_list_set_context(CareCustomerList *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_CUSTOMER_LIST(self) && !self->context);

    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->model = care_query_model_new(self->store, &care_customer_kind);
    search(self);
    /* around what the view's own models do */
    g_signal_connect_swapped(self->model, "items-changed", G_CALLBACK(on_items_begin), self);
    make_view(self);
    update_count(self);
    g_signal_connect_data(self->model, "items-changed", G_CALLBACK(on_items_changed), self, NULL,
                          G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Narrow, where the page covers the list, a click opens and the cursor only points. */
void
care_customer_list_set_narrow(CareCustomerList *self, gboolean narrow)
{
    g_return_if_fail(CARE_IS_CUSTOMER_LIST(self));
    self->narrow = narrow;
    gtk_list_view_set_single_click_activate(self->view, narrow);
}

/* Marks a customer as the one that is open, without opening them; 0: none. */
void
care_customer_list_select(CareCustomerList *self, CareId customer)
{
    g_return_if_fail(CARE_IS_CUSTOMER_LIST(self));
    self->open = customer;
    self->unseen = customer != 0;
    restore_selection(self);
    scroll_to_open(self);
}

/* The id on top; 0 when there is nobody. */
CareId
care_customer_list_first(CareCustomerList *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_LIST(self), 0);
    return care_query_model_id_at(self->model, 0);
}

/* The cursor goes from another row to a customer's, without opening them. */
void
care_customer_list_point(CareCustomerList *self, CareId customer)
{
    if (!care_has_cursor(GTK_WIDGET(self->view)))
        return;
    self->pointed = customer;
    settle_soon(self);
}

/* From wherever it is, to who stands below a customer that goes, or above the last one. */
void
care_customer_list_point_beside(CareCustomerList *self, CareId gone)
{
    guint position = care_query_model_find(self->model, gone);
    CareId below = position != G_MAXUINT ? care_query_model_id_at(self->model, position + 1) : 0;

    gtk_widget_grab_focus(GTK_WIDGET(self->view));
    self->pointed = below == 0 && position != G_MAXUINT && position > 0
                        ? care_query_model_id_at(self->model, position - 1)
                        : below;
    settle_soon(self);
}

/* Shows whom a text finds; "" shows everybody. */
void
care_customer_list_filter(CareCustomerList *self, const char *text)
{
    g_return_if_fail(CARE_IS_CUSTOMER_LIST(self));
    gtk_search_bar_set_search_mode(self->search_bar, *text != '\0');
    gtk_editable_set_text(GTK_EDITABLE(self->entry), text);
}

void
care_customer_list_focus_search(CareCustomerList *self)
{
    g_return_if_fail(CARE_IS_CUSTOMER_LIST(self));
    self->pointed = 0;
    gtk_search_bar_set_search_mode(self->search_bar, TRUE);
    gtk_widget_grab_focus(GTK_WIDGET(self->entry));
}
