/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-timeline.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/interaction.h"
#include "ui/kit/template.h"
#include "ui/parts/timeline.h"
#include "ui/customers/note-dialog.h"
#include "ui/customers/timeline-model.h"
#include "ui/customers/timeline-print.h"

struct _CareCustomerTimeline {
    AdwBin parent_instance;

    CareContext *context;
    CareRecord *customer;
    CareTimelineModel *model;
    GSimpleActionGroup *actions;

    GtkSearchBar *search_bar;
    GtkSearchEntry *entry;
    GtkStack *stack;
    CareTimeline *timeline;
    GtkWidget *tools;
    GtkMenuButton *filter_button;
};

G_DEFINE_FINAL_TYPE(CareCustomerTimeline, care_customer_timeline, ADW_TYPE_BIN)

/* What the filter's choices let through. */
static const struct {
    const char *name;
    const char *label;
    CareStory story; /* NONE: all */
} filters[] = {
    { "all", N_("Everything"), CARE_STORY_NONE },
    { "jobs", N_("Jobs"), CARE_STORY_JOBS },
    { "messages", N_("Calls, Messages and Notes"), CARE_STORY_MESSAGES },
    { "money", N_("Invoices and Payments"), CARE_STORY_MONEY },
    { "feedback", N_("Feedback and Complaints"), CARE_STORY_FEEDBACK },
    { "gifts", N_("Gifts and Documents"), CARE_STORY_GIFTS },
};

/* As the model wants them; NULL for all. Transfer full. */
static char *
kinds_of(CareStory story)
{
    GString *names = story != CARE_STORY_NONE ? g_string_new(",") : NULL;

    for (const CareKind *const *kind = care_kinds(); names && *kind; kind++)
        if ((*kind)->story == story)
            g_string_append_printf(names, "%s,", (*kind)->name);
    return names ? g_string_free_and_steal(names) : NULL;
}

static gboolean
is_filtered(CareCustomerTimeline *self)
{
    g_autoptr(GVariant) filter = g_action_group_get_action_state(G_ACTION_GROUP(self->actions), "filter");

    return g_strcmp0(g_variant_get_string(filter, NULL), "all") != 0
           || *gtk_editable_get_text(GTK_EDITABLE(self->entry)) != '\0';
}

static void
show_story(CareCustomerTimeline *self)
{
    guint n = g_list_model_get_n_items(G_LIST_MODEL(self->model));

    gtk_stack_set_visible_child_name(self->stack, n > 0 ? "story" : is_filtered(self) ? "nothing" : "empty");
}

static void
on_filter(GSimpleAction *action, GVariant *state, gpointer user_data)
{
    CareCustomerTimeline *self = user_data;
    const char *name = g_variant_get_string(state, NULL);

    g_simple_action_set_state(action, state);
    for (guint i = 0; i < G_N_ELEMENTS(filters); i++) {
        if (g_str_equal(filters[i].name, name)) {
            g_autofree char *kinds = kinds_of(filters[i].story);

            care_timeline_model_set_kinds(self->model, kinds);
        }
    }
    show_story(self);
}

static void
on_search_changed(CareCustomerTimeline *self)
{
    if (!self->model)
        return;
    care_timeline_model_set_search(self->model, gtk_editable_get_text(GTK_EDITABLE(self->entry)));
    show_story(self);
}

static void
on_show_everything(CareCustomerTimeline *self)
{
    gtk_editable_set_text(GTK_EDITABLE(self->entry), "");
    gtk_search_bar_set_search_mode(self->search_bar, FALSE);
    g_action_group_change_action_state(G_ACTION_GROUP(self->actions), "filter", g_variant_new_string("all"));
    care_timeline_model_set_search(self->model, NULL);
    show_story(self);
}

/* A note is opened here, everything else in its own place. */
static void
on_entry_activated(CareCustomerTimeline *self, CareTimelineEntry *entry)
{
    if (!entry->kind)
        return;
    if (g_str_equal(entry->kind, "interaction"))
        care_note_dialog_edit(GTK_WIDGET(self), self->context, entry->id);
    else
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open-here", "(sx)", entry->kind, entry->id);
}

static void
make_filter(CareCustomerTimeline *self)
{
    static const GActionEntry entries[] = { { "filter", NULL, "s", "'all'", on_filter } };
    g_autoptr(GMenu) menu = g_menu_new();

    self->actions = g_simple_action_group_new();
    g_action_map_add_action_entries(G_ACTION_MAP(self->actions), entries, G_N_ELEMENTS(entries), self);
    gtk_widget_insert_action_group(GTK_WIDGET(self), "story", G_ACTION_GROUP(self->actions));
    for (guint i = 0; i < G_N_ELEMENTS(filters); i++) {
        g_autofree char *action = g_strdup_printf("story.filter::%s", filters[i].name);

        g_menu_append(menu, _(filters[i].label), action);
    }
    gtk_menu_button_set_menu_model(self->filter_button, G_MENU_MODEL(menu));
}

static void
care_customer_timeline_dispose(GObject *object)
{
    CareCustomerTimeline *self = CARE_CUSTOMER_TIMELINE(object);

    if (self->timeline) {
        care_timeline_set_entries(self->timeline, NULL);
        care_timeline_set_tools(self->timeline, NULL);
    }
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_TIMELINE);
    g_clear_object(&self->actions);
    g_clear_object(&self->model);
    g_clear_object(&self->customer);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_customer_timeline_parent_class)->dispose(object);
}

static void
care_customer_timeline_class_init(CareCustomerTimelineClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_timeline_dispose;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_TIMELINE);
    CARE_TEMPLATE(klass, "customers/customer-timeline.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerTimeline, search_bar, entry, stack, timeline, tools,
                           filter_button);
    CARE_TEMPLATE_CALLBACKS(klass, on_search_changed, on_show_everything, on_entry_activated);
}

static void
care_customer_timeline_init(CareCustomerTimeline *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    gtk_search_bar_connect_entry(self->search_bar, GTK_EDITABLE(self->entry));
    make_filter(self);
    care_timeline_set_tools(self->timeline, self->tools);
}

GtkWidget *
care_customer_timeline_new(void)
{
    return g_object_new(CARE_TYPE_CUSTOMER_TIMELINE, NULL);
}

/* Once, before the first customer. */
void
care_customer_timeline_set_context(CareCustomerTimeline *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_CUSTOMER_TIMELINE(self) && !self->context);
    self->context = g_object_ref(context);
    self->model = care_timeline_model_new(care_context_get_store(context));
}

/* Reads the story of the facts' customer; what was unfolded of the same one stays unfolded. */
void
care_customer_timeline_set_customer(CareCustomerTimeline *self, CareCustomerFacts *facts)
{
    gboolean same = self->customer && care_record_id(self->customer) == care_record_id(facts->customer);

    g_return_if_fail(CARE_IS_CUSTOMER_TIMELINE(self) && self->model);
    g_set_object(&self->customer, facts->customer);
    if (!same) {
        care_timeline_set_entries(self->timeline, NULL);
        on_show_everything(self);
    }
    care_timeline_model_set_customer(self->model, care_record_id(facts->customer), facts->first_name);
    if (!same) /* else it follows the model by itself */
        care_timeline_set_entries(self->timeline, G_LIST_MODEL(self->model));
    show_story(self);
}

/* Prints what is shown: filter and search count. */
void
care_customer_timeline_print(CareCustomerTimeline *self)
{
    g_return_if_fail(CARE_IS_CUSTOMER_TIMELINE(self));
    if (self->customer)
        care_timeline_print(GTK_WIDGET(self), self->context, self->customer, self->model, is_filtered(self));
}
