/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-page.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/complaint.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/job.h"
#include "model/situation.h"
#include "model/staff.h"
#include "ui/kit/avatar.h"
#include "ui/kit/chip.h"
#include "ui/kit/delete.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/format.h"
#include "ui/kit/stat-strip.h"
#include "ui/kit/template.h"
#include "ui/kit/toggle-menu.h"
#include "ui/parts/compose-target.h"
#include "ui/parts/due-act.h"
#include "ui/parts/reach.h"
#include "ui/customers/customer-editor.h"
#include "ui/customers/customer-facts.h"
#include "ui/customers/customer-strip.h"
#include "ui/customers/customer-tabs.h"
#include "ui/customers/customer-timeline.h"
#include "ui/customers/note-dialog.h"
#include "ui/kit/wrap.h"

/* Where the head is scrolled out of sight. */
#define HEAD_HEIGHT 96

struct _CareCustomerPage {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareId customer;
    CareCustomerFacts *facts;
    gboolean narrow;
    guint stale; /* tabs that show something older, by bit */
    AdwToggleGroup *wide_toggles;
    AdwToggleGroup *narrow_toggles;

    GtkRevealer *head_again;
    AdwAvatar *small_avatar;
    GtkLabel *small_name;
    GtkScrolledWindow *scroller;
    AdwAvatar *avatar;
    GtkLabel *name;
    GtkLabel *facts_label;
    CareWrap *chips;
    GtkBox *head_text;
    GtkWidget *actions;
    AdwBin *chips_below; /* where the chips stand when there is no room beside the avatar */
    GtkButton *main_action;
    AdwButtonContent *main_content;
    GtkWidget *new_job;
    GtkWidget *call;
    CareStatStrip *strip;
    CareFit *tabs_fit;
    GtkStack *tabs;
    GMenu *add_items;
};

G_DEFINE_FINAL_TYPE(CareCustomerPage, care_customer_page, ADW_TYPE_BIN)

/* In the order of the toggles. The timeline is a widget that stays; the others are made anew when they are stale. */
static const struct {
    const char *name;
    const char *label;
    const char *short_label; /* where there is no room for more */
    const char *icon;
    GtkWidget *(*make)(CareContext *context, CareCustomerFacts *facts);
} tabs[] = {
    { "timeline", N_("Timeline"), N_("Timeline"), "care-clock-symbolic", NULL },
    { "jobs", N_("Jobs & Devices"), N_("Jobs"), "care-wrench-symbolic", care_customer_jobs_new },
    { "invoices", N_("Invoices"), N_("Invoices"), "care-receipt-symbolic", care_customer_invoices_new },
    { "gifts", N_("Gifts"), N_("Gifts"), "care-gift-symbolic", care_customer_gifts_new },
    { "documents", N_("Documents"), N_("Documents"), "care-document-symbolic", care_customer_documents_new },
    { "details", N_("Details"), N_("Details"), "care-person-symbolic", care_customer_details_new },
};

static void
show_head(CareCustomerPage *self)
{
    CareRecord *customer = self->facts->customer;
    const char *name = care_record_text(customer, CARE_CUSTOMER_NAME);
    g_autofree char *line = care_customer_facts_line(self->facts, self->narrow);

    care_avatar_set_name(self->avatar, name);
    care_avatar_set_name(self->small_avatar, name);
    gtk_label_set_text(self->name, name);
    gtk_label_set_text(self->small_name, name);
    gtk_label_set_text(self->facts_label, line);
    gtk_widget_set_visible(GTK_WIDGET(self->facts_label), *line != '\0');
    gtk_widget_set_visible(self->call, self->facts->phone != NULL);
    gtk_actionable_set_action_target(GTK_ACTIONABLE(self->call), CARE_CALL_TYPE, self->customer, (gint64)0);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self->call), CARE_CALL_ACTION);
}

static void
show_chips(CareCustomerPage *self)
{
    CareRecord *customer = self->facts->customer;
    const char *channel = care_record_text(customer, CARE_CUSTOMER_CHANNEL);
    const char *wish = care_channel_preferred(channel);
    g_autofree char *prefers = wish ? care_format_capital(wish) : NULL;
    CareId contact = care_record_int(customer, CARE_CUSTOMER_CONTACT);
    g_autoptr(CareRecord) staff
        = contact ? care_store_get(self->store, &care_staff_kind, contact, NULL) : NULL;
    guint n_tags = care_record_list_length(customer, CARE_CUSTOMER_TAGS);

    care_wrap_clear(self->chips);
    if (prefers)
        care_wrap_append(self->chips, care_chip_new(care_channel_icon(channel), prefers, CARE_TONE_ACCENT));
    if (staff) {
        g_autofree char *text
            = g_strdup_printf(_("Looked after by %s"), care_record_text(staff, CARE_STAFF_NAME));

        care_wrap_append(self->chips, care_chip_new("care-person-symbolic", text, CARE_TONE_NEUTRAL));
    }
    for (guint i = 0; i < n_tags; i++)
        care_wrap_append(
            self->chips,
            care_chip_new(NULL,
                          care_record_text(care_record_list_item(customer, CARE_CUSTOMER_TAGS, i),
                                           CARE_CUSTOMER_TAG_TAG),
                          CARE_TONE_NEUTRAL));
    gtk_widget_set_visible(GTK_WIDGET(self->chips),
                           gtk_widget_get_first_child(GTK_WIDGET(self->chips)) != NULL);
}

/* The one thing owed now, in words; without one, what a customer at the counter usually wants. */
static void
show_main_action(CareCustomerPage *self)
{
    gboolean owed = care_promise_is_owed(self->facts->promise);
    g_autofree char *label = owed ? care_promise_action(self->facts) : g_strdup(_("New Job"));
    const char *icon = owed ? care_promise_icon(self->facts) : "list-add-symbolic";

    adw_button_content_set_label(self->main_content, label);
    adw_button_content_set_icon_name(self->main_content, icon);
    gtk_widget_set_visible(self->new_job, owed);
}

static CareCustomerTimeline *
timeline_of(CareCustomerPage *self)
{
    return CARE_CUSTOMER_TIMELINE(gtk_stack_get_child_by_name(self->tabs, "timeline"));
}

/* Fills the tab that is looked at, if it shows something older. */
static void
fill_tab(CareCustomerPage *self)
{
    const char *name = gtk_stack_get_visible_child_name(self->tabs);

    for (guint i = 0; self->facts && i < G_N_ELEMENTS(tabs); i++) {
        if (g_strcmp0(tabs[i].name, name) != 0 || !(self->stale & (1u << i)))
            continue;
        self->stale &= ~(1u << i);
        if (tabs[i].make)
            adw_bin_set_child(ADW_BIN(gtk_stack_get_visible_child(self->tabs)),
                              tabs[i].make(self->context, self->facts));
        else
            care_customer_timeline_set_customer(timeline_of(self), self->facts);
    }
}

static gboolean
load(CareCustomerPage *self)
{
    CareClock *clock = care_context_get_clock(self->context);
    CareCustomerFacts *facts = care_customer_facts_load(self->store, self->customer, clock);

    if (facts && care_record_stamp(facts->customer).deleted != 0)
        g_clear_pointer(&facts, care_customer_facts_free);
    if (!facts)
        return FALSE;
    g_clear_pointer(&self->facts, care_customer_facts_free);
    self->facts = facts;
    show_head(self);
    show_chips(self);
    show_main_action(self);
    care_customer_strip_fill(self->strip, facts, clock);
    self->stale = ~0u;
    fill_tab(self);
    return TRUE;
}

static void
on_main_action(CareCustomerPage *self)
{
    GtkWidget *widget = GTK_WIDGET(self);

    if (self->facts->promise == CARE_PROMISE_DUE)
        care_due_act_open(widget, self->context, self->facts->line);
    else if (self->facts->promise == CARE_PROMISE_RESOLVE)
        gtk_widget_activate_action(widget, "win.open", "(sx)", "complaint",
                                   care_record_id(self->facts->promised));
    else
        gtk_widget_activate_action(widget, "win.create", "(sx)", "job", self->customer);
}

static void
edit_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareCustomerPage *self = CARE_CUSTOMER_PAGE(widget);

    care_customer_editor_present(widget, self->context, self->facts->customer);
}

static void
create_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *kind = parameter ? g_variant_get_string(parameter, NULL) : "job";

    gtk_widget_activate_action(widget, "win.create", "(sx)", kind, CARE_CUSTOMER_PAGE(widget)->customer);
}

/* The parameter: the way, as the button says it. */
static void
write_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_compose(widget, &(CareMessageOccasion){ .customer = CARE_CUSTOMER_PAGE(widget)->customer,
                                                 .situation = care_situation_word(CARE_SITUATION_OTHER),
                                                 .channel = parameter ? g_variant_get_string(parameter, NULL)
                                                                      : NULL });
}

static void
note_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareCustomerPage *self = CARE_CUSTOMER_PAGE(widget);

    care_note_dialog_present(widget, self->context, self->facts);
}

static void
print_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_customer_timeline_print(timeline_of(CARE_CUSTOMER_PAGE(widget)));
}

static void
delete_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareCustomerPage *self = CARE_CUSTOMER_PAGE(widget);
    g_autofree char *who = care_isolate(care_customer_page_get_name(self));
    /* Translators: %s is a customer */
    g_autofree char *sentence = g_strdup_printf(_("%s deleted"), who);

    care_delete_with_undo(widget, self->store, &care_customer_kind, self->customer, sentence);
}

static void
on_scrolled(CareCustomerPage *self, GtkAdjustment *adjustment)
{
    gtk_revealer_set_reveal_child(self->head_again, gtk_adjustment_get_value(adjustment) > HEAD_HEIGHT);
}

/* Where there is no room for all words the active tab keeps its own. */
static void
on_narrow_active(CareCustomerPage *self)
{
    guint active = adw_toggle_group_get_active(self->narrow_toggles);

    for (guint i = 0; i < G_N_ELEMENTS(tabs); i++)
        adw_toggle_set_label(adw_toggle_group_get_toggle(self->narrow_toggles, i),
                             i == active ? _(tabs[i].short_label) : NULL);
}

static AdwToggleGroup *
toggles_new(CareCustomerPage *self, gboolean narrow)
{
    AdwToggleGroup *group = ADW_TOGGLE_GROUP(adw_toggle_group_new());

    for (guint i = 0; i < G_N_ELEMENTS(tabs); i++) {
        AdwToggle *toggle = adw_toggle_new();
        /* the tooltip is markup */
        g_autofree char *tooltip = g_markup_escape_text(_(tabs[i].label), -1);

        adw_toggle_set_name(toggle, tabs[i].name);
        if (narrow) {
            adw_toggle_set_icon_name(toggle, tabs[i].icon);
            adw_toggle_set_tooltip(toggle, tooltip);
        } else {
            adw_toggle_set_label(toggle, _(tabs[i].label));
        }
        adw_toggle_group_add(group, toggle);
    }
    g_object_set(group, "can-shrink", FALSE, "halign", GTK_ALIGN_CENTER, NULL);
    gtk_widget_add_css_class(GTK_WIDGET(group), "round");
    g_object_bind_property(self->tabs, "visible-child-name", group, "active-name",
                           G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
    return group;
}

static void
make_tabs(CareCustomerPage *self)
{
    CareFit *icons = g_object_new(CARE_TYPE_FIT, NULL);

    for (guint i = 0; i < G_N_ELEMENTS(tabs); i++)
        gtk_stack_add_named(self->tabs, tabs[i].make ? adw_bin_new() : care_customer_timeline_new(),
                            tabs[i].name);
    self->wide_toggles = toggles_new(self, FALSE);
    self->narrow_toggles = toggles_new(self, TRUE);
    care_fit_set_wide(self->tabs_fit, GTK_WIDGET(self->wide_toggles));
    care_fit_set_narrow(self->tabs_fit, GTK_WIDGET(icons));
    care_fit_set_wide(icons, GTK_WIDGET(self->narrow_toggles));
    care_toggle_menu_fit(icons, self->narrow_toggles, self->wide_toggles, _("What to show"));
    g_signal_connect_object(self->narrow_toggles, "notify::active", G_CALLBACK(on_narrow_active), self,
                            G_CONNECT_SWAPPED);
    on_narrow_active(self);
    g_signal_connect_object(self->tabs, "notify::visible-child", G_CALLBACK(fill_tab), self,
                            G_CONNECT_SWAPPED);
}

static void
care_customer_page_dispose(GObject *object)
{
    CareCustomerPage *self = CARE_CUSTOMER_PAGE(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_PAGE);
    g_clear_pointer(&self->facts, care_customer_facts_free);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_customer_page_parent_class)->dispose(object);
}

static void
care_customer_page_class_init(CareCustomerPageClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_customer_page_dispose;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_STAT_STRIP, CARE_TYPE_FIT);
    CARE_TEMPLATE(klass, "customers/customer-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerPage, head_again, small_avatar, small_name, scroller, avatar,
                           name, facts_label, chips, head_text, chips_below, actions, main_action,
                           main_content, new_job, call, strip, tabs_fit, tabs, add_items);
    CARE_TEMPLATE_CALLBACKS(klass, on_main_action);

    gtk_widget_class_install_action(widget_class, "customer.edit", NULL, edit_action);
    gtk_widget_class_install_action(widget_class, "customer.delete", NULL, delete_action);
    gtk_widget_class_install_action(widget_class, "customer.note", NULL, note_action);
    gtk_widget_class_install_action(widget_class, "customer.write", NULL, write_action);
    gtk_widget_class_install_action(widget_class, "customer.write-by", "s", write_action);
    gtk_widget_class_install_action(widget_class, "customer.new-job", NULL, create_action);
    gtk_widget_class_install_action(widget_class, "customer.add", "s", create_action);
    gtk_widget_class_install_action(widget_class, "customer.print", NULL, print_action);
}

static gboolean
on_edit_key(GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
    CareCustomerPage *self = CARE_CUSTOMER_PAGE(widget);

    if (!gtk_widget_get_mapped(widget) || !self->facts)
        return GDK_EVENT_PROPAGATE;
    edit_action(widget, "customer.edit", NULL);
    return GDK_EVENT_STOP;
}

/* Ctrl+E edits whoever is shown, wherever the cursor is: in the list as well. */
static void
add_edit_key(CareCustomerPage *self)
{
    GtkEventController *keys = gtk_shortcut_controller_new();
    GtkShortcut *shortcut = gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_e, GDK_CONTROL_MASK),
                                             gtk_callback_action_new(on_edit_key, NULL, NULL));

    gtk_shortcut_controller_set_scope(GTK_SHORTCUT_CONTROLLER(keys), GTK_SHORTCUT_SCOPE_GLOBAL);
    gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys), shortcut);
    gtk_widget_add_controller(GTK_WIDGET(self), keys);
}

/* Whatever says that it can be added to a customer, and narrow what has no button then. */
static void
fill_add_items(CareCustomerPage *self)
{
    g_menu_remove_all(self->add_items);
    if (self->narrow)
        g_menu_append(self->add_items, _("Add _Note…"), "customer.note");
    for (const CareKind *const *kind = care_kinds(); *kind; kind++) {
        g_autoptr(GMenuItem) item = g_menu_item_new(care_kind_add_label(*kind), NULL);

        g_menu_item_set_action_and_target(item, "customer.add", "s", (*kind)->name);
        if ((*kind)->add)
            g_menu_append_item(self->add_items, item);
    }
}

static void
care_customer_page_init(CareCustomerPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    fill_add_items(self);
    make_tabs(self);
    care_buttons_break(self->actions);
    add_edit_key(self);
    g_signal_connect_object(gtk_scrolled_window_get_vadjustment(self->scroller), "value-changed",
                            G_CALLBACK(on_scrolled), self, G_CONNECT_SWAPPED);
}

/* Once, before the first customer. */
void
care_customer_page_set_context(CareCustomerPage *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_CUSTOMER_PAGE(self) && !self->context);
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    care_customer_timeline_set_context(timeline_of(self), context);
}

/* FALSE, showing nobody, when there is no such customer. */
gboolean
care_customer_page_set_customer(CareCustomerPage *self, CareId customer)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PAGE(self), FALSE);

    if (customer != self->customer) {
        gtk_adjustment_set_value(gtk_scrolled_window_get_vadjustment(self->scroller), 0);
        gtk_stack_set_visible_child_name(self->tabs, "timeline");
    }
    self->customer = customer;
    if (customer != 0 && load(self))
        return TRUE;
    self->customer = 0;
    return FALSE;
}

static gboolean
concerns(CareCustomerPage *self, CareChangeSet *changes)
{
    return !self->facts || care_change_set_concerns(changes, self->facts->customer);
}

/* FALSE when the customer is gone. */
gboolean
care_customer_page_refresh(CareCustomerPage *self, CareChangeSet *changes)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PAGE(self), FALSE);
    return self->customer != 0 && (!concerns(self, changes) || load(self));
}

/* 0 while nobody is shown. */
CareId
care_customer_page_get_customer(CareCustomerPage *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PAGE(self), 0);
    return self->customer;
}

const char *
care_customer_page_get_name(CareCustomerPage *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PAGE(self), NULL);
    return self->facts ? care_record_text(self->facts->customer, CARE_CUSTOMER_NAME) : NULL;
}

/* Narrow, the chips go below the avatar, and the last of the buttons, which had a line of its own, into the menu. */
void
care_customer_page_set_narrow(CareCustomerPage *self, gboolean narrow)
{
    g_autoptr(GtkWidget) chips = NULL;

    g_return_if_fail(CARE_IS_CUSTOMER_PAGE(self));
    if (self->narrow == narrow)
        return;
    self->narrow = narrow;
    chips = g_object_ref(GTK_WIDGET(self->chips));
    if (narrow) {
        gtk_box_remove(self->head_text, chips);
        adw_bin_set_child(self->chips_below, chips);
    } else {
        adw_bin_set_child(self->chips_below, NULL);
        gtk_box_append(self->head_text, chips);
    }
    gtk_widget_set_visible(GTK_WIDGET(self->chips_below), narrow);
    fill_add_items(self);
    adw_avatar_set_size(self->avatar, narrow ? 64 : 80);
    if (self->facts)
        show_head(self);
}

/* "timeline", "jobs", "invoices", "gifts", "documents" or "details". */
void
care_customer_page_show_tab(CareCustomerPage *self, const char *tab)
{
    g_return_if_fail(CARE_IS_CUSTOMER_PAGE(self));
    gtk_stack_set_visible_child_name(self->tabs, tab);
}
