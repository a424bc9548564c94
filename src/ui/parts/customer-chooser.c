/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/customer-chooser.h"

#include <glib/gi18n-lib.h>

#include "model/customer-phone.h"
#include "model/customer.h"
#include "store/search.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/template.h"
#include "ui/parts/hit-reason.h"
#include "ui/parts/person-row.h"
#include "ui/parts/typed-customer.h"

#define SHOWN 40
/* What a window keeps while the editor of somebody new is opened. */
#define WAITING "care-chooser-waiting"

struct _CareCustomerChooser {
    AdwDialog parent_instance;

    CareStore *store;
    CareChooserFunc done;
    const char *creates;       /* nullable: a kind */
    GtkWidget *keep;           /* weak */
    GCancellable *cancellable; /* of the search under way */
    gboolean searching;        /* the list does not answer what is typed yet */
    gboolean take_when_found;  /* Enter came before the answer */

    GtkEditable *entry;
    GtkStack *stack;
    GtkListBox *list;
    GtkButton *offer;
};

G_DEFINE_FINAL_TYPE(CareCustomerChooser, care_customer_chooser, ADW_TYPE_DIALOG)

static char *
typed(CareCustomerChooser *self)
{
    return g_strstrip(g_strdup(gtk_editable_get_text(self->entry)));
}

/* That nobody was found is said once somebody was looked for. */
static const char *
page_of(CareCustomerChooser *self)
{
    if (gtk_list_box_get_row_at_index(self->list, 0))
        return "list";
    return *gtk_editable_get_text(self->entry) ? "nobody" : "empty";
}

/* hit: why they were found; NULL where nobody was looked for. */
static void
add_person(CareCustomerChooser *self, CareRecord *customer, const CareSearchHit *hit)
{
    CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);
    const char *number = phone ? care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER) : NULL;
    g_autofree char *reason = hit ? care_hit_reason(self->store, hit, number) : g_strdup(number);
    GtkWidget *row = care_person_row_new(care_record_text(customer, CARE_CUSTOMER_NAME), NULL, reason);

    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    g_object_set_data_full(G_OBJECT(row), "care-customer", g_object_ref(customer), g_object_unref);
    gtk_list_box_append(self->list, row);
}

static void
show_page(CareCustomerChooser *self)
{
    g_autofree char *text = typed(self);
    g_autofree char *label = g_strdup_printf(_("New Customer “%s”"), text);

    gtk_button_set_label(self->offer, label);
    gtk_stack_set_visible_child_name(self->stack, page_of(self));
}

static void
show_recent(CareCustomerChooser *self)
{
    g_autoptr(GPtrArray) customers
        = care_store_query(self->store, &care_customer_kind, NULL, "customers/newest", "i", (gint64)SHOWN);

    gtk_list_box_remove_all(self->list);
    for (guint i = 0; customers && i < customers->len; i++)
        add_person(self, customers->pdata[i], NULL);
    show_page(self);
}

static gpointer
read_hits(CareConnection *connection, gpointer text, GError **error)
{
    return care_search_people(connection, text, SHOWN, error);
}

/* Whoever has left waits for no answer. */
static void
stop(CareCustomerChooser *self)
{
    g_cancellable_cancel(self->cancellable);
    g_clear_object(&self->cancellable);
    self->searching = FALSE;
    self->take_when_found = FALSE;
}

static void
on_row_activated(CareCustomerChooser *self, GtkListBoxRow *row)
{
    CareRecord *customer = g_object_get_data(G_OBJECT(row), "care-customer");
    CareId id = care_record_id(customer);

    stop(self);
    adw_dialog_close(ADW_DIALOG(self));
    care_customer_chooser_answer(self, id);
}

static void
show_hits(CareCustomerChooser *self, GPtrArray *hits)
{
    gtk_list_box_remove_all(self->list);
    for (guint i = 0; i < hits->len; i++) {
        const CareSearchHit *hit = hits->pdata[i];
        g_autoptr(CareRecord) customer = care_store_get(self->store, &care_customer_kind, hit->id, NULL);

        if (customer)
            add_person(self, customer, hit);
    }
    show_page(self);
}

/* Their editor comes, and then what was asked for. */
static void
on_new(CareCustomerChooser *self)
{
    g_autoptr(GtkWidget) keep = self->keep ? g_object_ref(self->keep) : NULL;
    g_autofree char *text = typed(self);
    GtkRoot *window = keep ? gtk_widget_get_root(keep) : NULL;

    adw_dialog_close(ADW_DIALOG(self));
    if (!window)
        return;
    g_object_set_data_full(G_OBJECT(window), WAITING, g_object_ref(self), g_object_unref);
    gtk_widget_activate_action(GTK_WIDGET(window), "win.new-customer-called", "s", text);
}

/* The first digits of a phone find, and nobody is made of them. */
static gboolean
may_begin(CareCustomerChooser *self)
{
    g_autofree char *text = typed(self);

    return *text == '\0' || care_typed_customer_may_be(text);
}

/* Whoever types fast means what was typed, not what an earlier letter found. Whoever is found by nothing is new, mostly. */
static void
on_entry_activated(CareCustomerChooser *self)
{
    GtkListBoxRow *first = gtk_list_box_get_row_at_index(self->list, 0);

    self->take_when_found = self->searching;
    if (self->searching)
        return;
    if (first)
        on_row_activated(self, first);
    else if (may_begin(self))
        on_new(self);
}

static void
on_hits(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareCustomerChooser) self = data;
    g_autoptr(GPtrArray) hits = care_store_read_finish(CARE_STORE(source), result, NULL);
    gboolean take = self->take_when_found;

    /* a later letter may have been typed since this search ended */
    if (!self->cancellable || g_task_get_cancellable(G_TASK(result)) != self->cancellable)
        return;
    self->searching = FALSE;
    self->take_when_found = FALSE;
    if (hits)
        show_hits(self, hits);
    if (hits && take)
        on_entry_activated(self);
}

static void
on_changed(CareCustomerChooser *self)
{
    g_autofree char *text = typed(self);

    stop(self);
    self->searching = *text != '\0';
    if (!self->searching) {
        show_recent(self);
        return;
    }
    self->cancellable = g_cancellable_new();
    care_store_read_async(self->store, read_hits, g_strdup(text), g_free, (GDestroyNotify)g_ptr_array_unref,
                          self->cancellable, on_hits, g_object_ref(self));
}

static void
on_stop(CareCustomerChooser *self)
{
    adw_dialog_close(ADW_DIALOG(self));
}

/* By a row, by Escape or by a click beside it. */
static void
care_customer_chooser_closed(AdwDialog *dialog)
{
    stop(CARE_CUSTOMER_CHOOSER(dialog));
}

static void
care_customer_chooser_dispose(GObject *object)
{
    CareCustomerChooser *self = CARE_CUSTOMER_CHOOSER(object);

    stop(self);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_CHOOSER);
    g_clear_weak_pointer(&self->keep);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_customer_chooser_parent_class)->dispose(object);
}

static void
care_customer_chooser_class_init(CareCustomerChooserClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_chooser_dispose;
    ADW_DIALOG_CLASS(klass)->closed = care_customer_chooser_closed;

    CARE_TEMPLATE(klass, "parts/customer-chooser.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerChooser, entry, stack, list, offer);
    CARE_TEMPLATE_CALLBACKS(klass, on_changed, on_row_activated, on_entry_activated, on_new, on_stop);
}

static void
care_customer_chooser_init(CareCustomerChooser *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_customer_chooser_present(GtkWidget *parent, CareContext *context, const char *title, const char *creates,
                              CareChooserFunc done, GtkWidget *keep)
{
    CareCustomerChooser *self = g_object_new(CARE_TYPE_CUSTOMER_CHOOSER, "title", title, NULL);

    self->store = g_object_ref(care_context_get_store(context));
    self->creates = g_intern_string(creates);
    self->done = done;
    g_set_weak_pointer(&self->keep, keep);
    show_recent(self);
    care_dialog_focus(ADW_DIALOG(self), GTK_WIDGET(self->entry));
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(GTK_WIDGET(self->entry));
}

CareCustomerChooser *
care_customer_chooser_take_waiting(GtkWidget *window)
{
    return g_object_steal_data(G_OBJECT(window), WAITING);
}

const char *
care_customer_chooser_creates(CareCustomerChooser *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_CHOOSER(self), NULL);
    return self->creates;
}

/* However fast the keys are. */
void
care_customer_chooser_answer(CareCustomerChooser *self, CareId customer)
{
    g_autoptr(GtkWidget) keep = NULL;

    g_return_if_fail(CARE_IS_CUSTOMER_CHOOSER(self));
    keep = self->keep ? g_object_ref(self->keep) : NULL;
    g_clear_weak_pointer(&self->keep);
    if (keep)
        self->done(customer, keep);
}
