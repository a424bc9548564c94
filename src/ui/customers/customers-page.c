/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customers-page.h"

#include <string.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/document.h"
#include "store/draft.h"
#include "store/kind-query.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/has-cursor.h"
#include "ui/kit/template.h"
#include "ui/customers/customer-editor.h"
#include "ui/customers/customer-list.h"
#include "ui/customers/customer-page.h"
#include "ui/customers/device-editor.h"
#include "ui/customers/note-dialog.h"

typedef struct {
    CareId id;
    gboolean chosen;
} Gone;

struct _CareCustomersPage {
    CarePlace parent_instance;

    gulong changed_handler;

    GtkStack *stack;
    AdwNavigationSplitView *split_view;
    AdwNavigationPage *detail_page;
    GtkStack *detail;
    CareCustomerList *list;
    CareCustomerPage *page;
    gboolean chosen; /* whoever is shown was opened by somebody, not because the page would be empty */
    GArray *gone;    /* Gone: who were open when they were deleted, the last one last */
    gboolean after;  /* nobody was opened since the last of them went, or came back */
};

G_DEFINE_FINAL_TYPE(CareCustomersPage, care_customers_page, CARE_TYPE_PLACE)

static CareStore *
store_of(CareCustomersPage *self)
{
    return care_context_get_store(care_place_get_context(CARE_PLACE(self)));
}

static void
show_customer(CareCustomersPage *self, CareId customer, gboolean in_front)
{
    const char *name;

    self->chosen = in_front;
    gtk_widget_set_visible(GTK_WIDGET(self->detail), TRUE);
    if (in_front)
        self->after = FALSE;
    if (!care_customer_page_set_customer(self->page, customer)) {
        gtk_stack_set_visible_child_name(self->detail, "nobody");
        return;
    }
    name = care_customer_page_get_name(self->page);
    adw_navigation_page_set_title(self->detail_page, name ? name : "");
    gtk_stack_set_visible_child_name(self->detail, "customer");
    if (in_front)
        adw_navigation_split_view_set_show_content(self->split_view, TRUE);
}

/* Where the page covers the list, the cursor goes along; beside it, it stays with who is asking the list. */
static void
on_open(CareCustomersPage *self, CareId customer)
{
    if (adw_navigation_split_view_get_collapsed(self->split_view))
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "customer", customer);
    else
        show_customer(self, customer, TRUE);
}

static gboolean
may_fill(CareCustomersPage *self)
{
    return care_customer_list_first(self->list) != 0 && care_customer_page_get_customer(self->page) == 0
           && !adw_navigation_split_view_get_collapsed(self->split_view);
}

static void
fill(CareCustomersPage *self)
{
    CareId first = care_customer_list_first(self->list);

    gtk_widget_set_visible(GTK_WIDGET(self->detail), TRUE);
    if (!may_fill(self))
        return;
    care_customer_list_select(self->list, first);
    show_customer(self, first, FALSE);
}

static void
on_narrow(CareCustomersPage *self)
{
    care_customer_list_set_narrow(self->list, TRUE);
    care_customer_page_set_narrow(self->page, TRUE);
}

static void
on_wide(CareCustomersPage *self)
{
    care_customer_list_set_narrow(self->list, FALSE);
    care_customer_page_set_narrow(self->page, FALSE);
    if (gtk_widget_get_mapped(GTK_WIDGET(self)) && !self->after)
        fill(self);
}

static void
update_empty(CareCustomersPage *self)
{
    gboolean any = care_kind_has_any(care_store_reader(store_of(self)), &care_customer_kind);

    gtk_stack_set_visible_child_name(self->stack, any ? "people" : "empty");
}

static gboolean
is_back(CareCustomersPage *self, CareId id)
{
    g_autoptr(CareRecord) customer = care_store_get(store_of(self), &care_customer_kind, id, NULL);

    return customer && care_record_stamp(customer).deleted == 0;
}

/* Who came back is waited for no more, also where somebody else was opened meanwhile. Of several, who went last. */
static Gone
take_back(CareCustomersPage *self)
{
    Gone last = { 0, FALSE };

    for (guint i = self->gone->len; i > 0; i--) {
        Gone gone = g_array_index(self->gone, Gone, i - 1);

        if (!is_back(self, gone.id))
            continue;
        g_array_remove_index(self->gone, i - 1);
        if (last.id == 0)
            last = gone;
    }
    return last;
}

/* Whose deletion was taken back is there as before, and has the cursor if it went on along the list. */
static gboolean
reopen(CareCustomersPage *self)
{
    Gone back = take_back(self);

    if (back.id == 0 || !self->after)
        return FALSE;
    care_customer_list_select(self->list, back.id);
    show_customer(self, back.id, FALSE);
    care_customer_list_point(self->list, back.id);
    self->chosen = back.chosen;
    return TRUE;
}

/* Nobody takes their place: the next note would go to a stranger. The cursor stands on who is next in the list. */
static void
show_nobody(CareCustomersPage *self, CareId gone)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));
    gboolean was_here = care_has_cursor(GTK_WIDGET(self->page)) || !root || !gtk_root_get_focus(root);

    g_array_append_val(self->gone, ((Gone){ gone, self->chosen }));
    self->after = TRUE;
    care_customer_list_select(self->list, 0);
    show_customer(self, 0, FALSE);
    adw_navigation_split_view_set_show_content(self->split_view, FALSE);
    if (was_here)
        care_customer_list_point_beside(self->list, gone);
}

static void
on_store_changed(CareCustomersPage *self, CareChangeSet *changes)
{
    CareId shown = care_customer_page_get_customer(self->page);

    if (care_change_set_touches(changes, "customer:name"))
        update_empty(self);
    if (reopen(self) || shown == 0)
        return;
    if (!care_customer_page_refresh(self->page, changes))
        show_nobody(self, shown);
    else
        adw_navigation_page_set_title(self->detail_page, care_customer_page_get_name(self->page));
}

static gboolean
open_customer(CareCustomersPage *self, CareId customer)
{
    care_customer_list_select(self->list, customer);
    show_customer(self, customer, TRUE);
    return care_customer_page_get_customer(self->page) == customer;
}

/* What has no place of its own: the tab of its owner's page that shows it, if not the timeline, and its editor. */
static const struct {
    const CareKind *kind;
    const char *tab;
    GType (*editor)(void);
} owned[] = {
    { &care_device_kind, "jobs", care_device_editor_get_type },
    { &care_document_kind, "documents", NULL },
};

static gboolean
edit(CareCustomersPage *self, CareRecord *record)
{
    for (gsize i = 0; i < G_N_ELEMENTS(owned); i++) {
        if (care_record_is(record, owned[i].kind) && owned[i].editor) {
            care_record_dialog_present(g_object_new(owned[i].editor(), NULL), GTK_WIDGET(self),
                                       care_place_get_context(CARE_PLACE(self)), record);
            return TRUE;
        }
    }
    return FALSE;
}

/* What belongs to somebody opens on their page. */
static gboolean
open_owned(CareCustomersPage *self, const CareKind *kind, CareId id)
{
    g_autoptr(CareRecord) record = care_store_get(store_of(self), kind, id, NULL);

    if (!record || !open_customer(self, care_record_customer(record)))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(owned); i++)
        if (owned[i].kind == kind && owned[i].tab)
            care_customer_page_show_tab(self->page, owned[i].tab);
    edit(self, record);
    return TRUE;
}

static gboolean
care_customers_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(place);
    const CareKind *of = care_kind_by_name(kind);

    if (of == &care_customer_kind)
        return open_customer(self, id);
    return of && care_kind_customer_field(of) >= 0 && open_owned(self, of, id);
}

/* What most want to fill in next stands ready. */
static CareRecord *
new_customer(void)
{
    CareRecord *customer = CARE_RECORD(care_customer_new());

    care_record_list_add(customer, CARE_CUSTOMER_PHONES);
    return customer;
}

static gboolean
create_owned(CareCustomersPage *self, const CareKind *kind, CareId customer)
{
    g_autoptr(CareRecord) record = kind ? care_record_new(kind) : NULL;

    if (!record || care_kind_customer_field(kind) < 0)
        return FALSE;
    care_record_set_int(record, care_kind_customer_field(kind), customer);
    return edit(self, record);
}

static gboolean
care_customers_page_create(CarePlace *place, const char *kind, CareId customer)
{
    CareContext *context = care_place_get_context(place);

    if (g_str_equal(kind, "customer")) {
        g_autoptr(CareRecord) new = new_customer();

        care_customer_editor_present(care_place_front(place), context, new);
        return TRUE;
    }
    return customer != 0 && create_owned(CARE_CUSTOMERS_PAGE(place), care_kind_by_name(kind), customer);
}

static gboolean
resume_owned(CareCustomersPage *self, const CareKind *kind, const char *draft)
{
    g_autoptr(CareRecord) record = kind ? care_draft_resume(store_of(self), draft, kind) : NULL;

    if (!record)
        return FALSE;
    open_customer(self, care_record_customer(record));
    return edit(self, record);
}

static gboolean
resume_customer(CareCustomersPage *self, const char *draft)
{
    g_autoptr(CareRecord) customer = care_draft_resume(store_of(self), draft, &care_customer_kind);

    if (!customer)
        return FALSE;
    if (care_record_id(customer) != 0)
        open_customer(self, care_record_id(customer));
    care_customer_editor_present_left(GTK_WIDGET(self), care_place_get_context(CARE_PLACE(self)), customer,
                                      draft);
    return TRUE;
}

/* "customer:new", "customer:new:KIND" or "customer:ID"; the same of a note, or of what belongs to somebody */
static gboolean
care_customers_page_resume(CarePlace *place, const char *draft)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(place);
    g_autofree char *kind = g_strndup(draft, strcspn(draft, ":"));

    if (g_str_has_prefix(draft, "note:"))
        return care_note_dialog_continue(GTK_WIDGET(self), care_place_get_context(place), draft);
    if (g_str_has_prefix(draft, "customer:"))
        return resume_customer(self, draft);
    return resume_owned(self, care_kind_by_name(kind), draft);
}

/* Where nobody was chosen yet the cursor begins in the list: on the page of a stranger the next key would be theirs. */
static GtkWidget *
care_customers_page_cursor(CarePlace *place, const char *kind)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(place);

    return !kind && !self->chosen && care_customer_list_first(self->list) != 0 ? GTK_WIDGET(self->list)
                                                                               : NULL;
}

static gboolean
care_customers_page_focus_search(CarePlace *place)
{
    care_customer_list_focus_search(CARE_CUSTOMERS_PAGE(place)->list);
    return TRUE;
}

/* The one who was opened, or whose page has the cursor, stands at the counter; whoever merely fills the page does not, nor
 * one behind the list. */
static CareId
care_customers_page_customer(CarePlace *place)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(place);
    gboolean seen = !adw_navigation_split_view_get_collapsed(self->split_view)
                    || adw_navigation_split_view_get_show_content(self->split_view);

    return seen && (self->chosen || care_has_cursor(GTK_WIDGET(self->page)))
               ? care_customer_page_get_customer(self->page)
               : 0;
}

static gboolean
fill_now(gpointer data)
{
    fill(data);
    return G_SOURCE_REMOVE;
}

static void
on_painted(CareCustomersPage *self, GdkFrameClock *clock)
{
    g_signal_handlers_disconnect_by_func(clock, on_painted, self);
    g_idle_add_full(G_PRIORITY_DEFAULT, fill_now, g_object_ref(self), g_object_unref);
}

static void
on_map(CareCustomersPage *self)
{
    g_signal_handlers_disconnect_by_func(self, on_map, NULL);
    g_signal_connect_object(gtk_widget_get_frame_clock(GTK_WIDGET(self)), "after-paint",
                            G_CALLBACK(on_painted), self, G_CONNECT_SWAPPED);
}

/* Wide, an empty half of the window would be a waste: whoever stands first is shown. The list is what one waits for, so its
 * first frame does not wait for their page, nor for that of somebody else who is to be opened. */
static void
care_customers_page_shown(CarePlace *place)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(place);

    if (gtk_widget_get_mapped(GTK_WIDGET(self))) {
        fill(self);
    } else if (may_fill(self)) {
        gtk_widget_set_visible(GTK_WIDGET(self->detail), FALSE);
        g_signal_connect(self, "map", G_CALLBACK(on_map), NULL);
    }
}

static void
care_customers_page_constructed(GObject *object)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(object);
    CareContext *context = care_place_get_context(CARE_PLACE(object));

    G_OBJECT_CLASS(care_customers_page_parent_class)->constructed(object);
    if (!context) /* the bare template, in a test */
        return;
    care_customer_list_set_context(self->list, context);
    care_customer_page_set_context(self->page, context);
    update_empty(self);
    self->changed_handler
        = g_signal_connect_swapped(store_of(self), "changed", G_CALLBACK(on_store_changed), self);
}

static void
care_customers_page_dispose(GObject *object)
{
    CareCustomersPage *self = CARE_CUSTOMERS_PAGE(object);

    if (self->changed_handler)
        g_clear_signal_handler(&self->changed_handler, store_of(self));
    G_OBJECT_CLASS(care_customers_page_parent_class)->dispose(object);
}

static void
care_customers_page_finalize(GObject *object)
{
    g_array_unref(CARE_CUSTOMERS_PAGE(object)->gone);
    G_OBJECT_CLASS(care_customers_page_parent_class)->finalize(object);
}

static void
care_customers_page_class_init(CareCustomersPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_customers_page_constructed;
    object_class->dispose = care_customers_page_dispose;
    object_class->finalize = care_customers_page_finalize;
    place_class->open_row = care_customers_page_open_row;
    place_class->create = care_customers_page_create;
    place_class->cursor = care_customers_page_cursor;
    place_class->focus_search = care_customers_page_focus_search;
    place_class->resume = care_customers_page_resume;
    place_class->customer = care_customers_page_customer;
    place_class->shown = care_customers_page_shown;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_CUSTOMER_LIST, CARE_TYPE_CUSTOMER_PAGE);
    CARE_TEMPLATE(klass, "customers/customers-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomersPage, stack, split_view, detail_page, detail, list, page);
    CARE_TEMPLATE_CALLBACKS(klass, on_open, on_narrow, on_wide);
}

static void
care_customers_page_init(CareCustomersPage *self)
{
    self->gone = g_array_new(FALSE, FALSE, sizeof(Gone));
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* Shows whom a text finds, from a search that found too many to show. */
void
care_customers_page_filter(CareCustomersPage *self, const char *text)
{
    g_return_if_fail(CARE_IS_CUSTOMERS_PAGE(self));
    care_customer_list_filter(self->list, text);
    adw_navigation_split_view_set_show_content(self->split_view, FALSE);
}
