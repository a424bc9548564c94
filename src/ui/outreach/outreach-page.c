/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outreach/outreach-page.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/interaction.h"
#include "model/situation.h"
#include "model/text.h"
#include "service/outreach/default-texts.h"
#include "store/query-model.h"
#include "ui/kit/combo-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/facts.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/room.h"
#include "ui/kit/template.h"
#include "ui/parts/thing-icon.h"
#include "ui/outreach/sent-dialog.h"
#include "ui/outreach/sent-row.h"
#include "ui/outreach/text-editor.h"

/* The place "Outreach": the shop's texts, and the log of what really went out. */
struct _CareOutreachPage {
    CarePlace parent_instance;

    CareStore *store;
    CareQueryModel *model; /* what was sent, newest first */

    AdwToggleGroup *mode;
    GtkWidget *add;
    GtkWidget *filter;
    GtkEditable *entry;
    GtkDropDown *channel;
    GtkStack *stack;
    GtkBox *texts;
    GtkListView *sent;
};

G_DEFINE_FINAL_TYPE(CareOutreachPage, care_outreach_page, CARE_TYPE_PLACE)

/* The drop-down's rows after "All channels". */
static const CareChannel channels[]
    = { CARE_CHANNEL_EMAIL, CARE_CHANNEL_SMS, CARE_CHANNEL_PHONE, CARE_CHANNEL_LETTER, CARE_CHANNEL_COUNTER };

static CareContext *
context_of(CareOutreachPage *self)
{
    return care_place_get_context(CARE_PLACE(self));
}

static gboolean
shows_sent(CareOutreachPage *self)
{
    return g_strcmp0(adw_toggle_group_get_active_name(self->mode), "sent") == 0;
}

static gboolean
is_filtered(CareOutreachPage *self)
{
    return *gtk_editable_get_text(self->entry) != '\0' || gtk_drop_down_get_selected(self->channel) > 0;
}

static void
show_page(CareOutreachPage *self)
{
    gboolean sent = shows_sent(self);
    guint n = self->model ? g_list_model_get_n_items(G_LIST_MODEL(self->model)) : 0;
    const char *page;

    if (!sent)
        page = gtk_widget_get_first_child(GTK_WIDGET(self->texts)) ? "texts" : "no-texts";
    else if (n > 0)
        page = "sent";
    else
        page = is_filtered(self) ? "no-match" : "no-sent";
    gtk_widget_set_visible(self->add, !sent);
    gtk_widget_set_visible(self->filter, sent && (n > 0 || is_filtered(self)));
    gtk_stack_set_visible_child_name(self->stack, page);
}

static void
on_mode(CareOutreachPage *self)
{
    show_page(self);
}

/* Texts */

static void
edit(CareOutreachPage *self, CareRecord *text)
{

    care_text_editor_present(care_place_front(CARE_PLACE(self)), context_of(self), text);
}

static void
on_text_activated(GtkWidget *row, CareOutreachPage *self)
{
    edit(self, g_object_get_data(G_OBJECT(row), "care-text"));
}

static void
on_add(CareOutreachPage *self)
{
    g_autoptr(CareRecord) text = NULL;

    if (!self->store)
        return;
    text = CARE_RECORD(care_text_new());
    edit(self, text);
}

static GtkWidget *
text_row_new(CareOutreachPage *self, CareRecord *text)
{
    const char *situation = care_record_text(text, CARE_TEXT_SITUATION);
    const char *subject = care_record_text(text, CARE_TEXT_SUBJECT);
    const char *icon = care_situation_icon(situation);
    g_autoptr(GString) facts = g_string_new(NULL);
    GtkWidget *row;

    care_facts_add(facts, care_choice_label(&care_situation_set, situation));
    care_facts_add(facts, subject);
    row = care_plain_row_new(care_record_text(text, CARE_TEXT_NAME), facts->str);
    adw_action_row_add_prefix(ADW_ACTION_ROW(row), care_thing_icon_new(icon, CARE_TONE_NEUTRAL));
    care_plain_row_lead_on(row);
    g_object_set_data_full(G_OBJECT(row), "care-text", g_object_ref(text), g_object_unref);
    g_signal_connect_object(row, "activated", G_CALLBACK(on_text_activated), self, 0);
    return row;
}

/* What a situation belongs to; read_texts() brings them in this order. */
static const char *
group_title(const char *situation)
{
    switch (care_situation_named(situation)) {
    case CARE_SITUATION_READY:
    case CARE_SITUATION_INVOICE:
    case CARE_SITUATION_REMINDER:
        return _("While a Job Runs");
    case CARE_SITUATION_THANKS:
    case CARE_SITUATION_CHECK:
    case CARE_SITUATION_FEEDBACK:
    case CARE_SITUATION_SERVICE:
    case CARE_SITUATION_WARRANTY:
        return _("Aftercare");
    case CARE_SITUATION_COMPLAINT:
    case CARE_SITUATION_OCCASION:
    case CARE_SITUATION_OTHER:
    default:
        return _("Personal");
    }
}

static GPtrArray *
read_texts(CareOutreachPage *self)
{
    return care_store_query(self->store, &care_text_kind, NULL, "outreach/texts", "");
}

static void
show_texts(CareOutreachPage *self)
{
    g_autoptr(GPtrArray) texts = read_texts(self);
    const char *last = NULL;
    GtkWidget *group = NULL;
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self->texts))))
        gtk_box_remove(self->texts, child);
    for (guint i = 0; texts && i < texts->len; i++) {
        const char *title = group_title(care_record_text(texts->pdata[i], CARE_TEXT_SITUATION));

        if (g_strcmp0(title, last) != 0) {
            group = adw_preferences_group_new();
            adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), title);
            gtk_box_append(self->texts, group);
        }
        last = title;
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), text_row_new(self, texts->pdata[i]));
    }
    show_page(self);
}

/* What was sent */

/* The customer's name and the subject are looked through only where somebody typed something. */
static CareQuery *
make_query(CareOutreachPage *self)
{
    g_autofree char *typed = g_strstrip(g_strdup(gtk_editable_get_text(self->entry)));
    guint selected = gtk_drop_down_get_selected(self->channel);
    const char *channel
        = selected > 0 && selected <= G_N_ELEMENTS(channels) ? care_channel_word(channels[selected - 1]) : "";

    if (*typed == '\0')
        return care_query_new("outreach/sent", "interaction,customer:name", "s", channel);
    return care_query_new("outreach/sent-matching", "interaction,customer", "ss", channel, typed);
}

static void
on_filter(CareOutreachPage *self)
{
    g_autoptr(CareQuery) query = NULL;

    if (!self->model)
        return;
    query = make_query(self);
    care_query_model_set_query(self->model, query);
    show_page(self);
}

static void
on_show_everything(CareOutreachPage *self)
{
    gtk_editable_set_text(GTK_EDITABLE(self->entry), "");
    gtk_drop_down_set_selected(self->channel, 0);
    gtk_widget_grab_focus(GTK_WIDGET(self->entry));
}

static GtkWidget *
make_row(gpointer place)
{
    return care_sent_row_new();
}

static const char *
show_row(GtkWidget *row, CareRecord *interaction, gpointer place)
{
    if (interaction)
        care_sent_row_set_interaction(CARE_SENT_ROW(row), context_of(place), interaction);
    return care_sent_row_get_title(CARE_SENT_ROW(row));
}

static const CareRecordRows sent_rows = { make_row, show_row, "customer" };

static void
on_sent_activated(CareOutreachPage *self, guint position)
{
    g_autoptr(CareRecord) interaction = g_list_model_get_item(G_LIST_MODEL(self->model), position);

    if (interaction)
        care_sent_dialog_present(GTK_WIDGET(self), context_of(self), interaction);
}

static void
make_sent(CareOutreachPage *self)
{
    g_autoptr(GtkStringList) ways = gtk_string_list_new(NULL);

    gtk_string_list_append(ways, _("All channels"));
    for (gsize i = 0; i < G_N_ELEMENTS(channels); i++)
        gtk_string_list_append(ways, care_choice_label(&care_channel_set, care_channel_word(channels[i])));
    gtk_drop_down_set_model(self->channel, G_LIST_MODEL(ways));
    care_drop_down_say_entries(self->channel);
    self->model = care_query_model_new(self->store, &care_interaction_kind);
    g_signal_connect_object(self->model, "items-changed", G_CALLBACK(show_page), self, G_CONNECT_SWAPPED);
    care_record_rows_install(self->sent, &sent_rows, self->store, self);
    care_record_rows_set_list(self->sent, G_LIST_MODEL(self->model));
    on_filter(self);
}

/* The place */

static gboolean
care_outreach_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareOutreachPage *self = CARE_OUTREACH_PAGE(place);
    gboolean text = g_str_equal(kind, "text");
    g_autoptr(CareRecord) record
        = care_store_get(self->store, text ? &care_text_kind : &care_interaction_kind, id, NULL);

    if (!record)
        return FALSE;
    adw_toggle_group_set_active_name(self->mode, text ? "texts" : "sent");
    if (text)
        edit(self, record);
    else
        care_sent_dialog_present(GTK_WIDGET(self), context_of(self), record);
    return TRUE;
}

static gboolean
care_outreach_page_create(CarePlace *place, const char *kind, CareId customer)
{
    if (!g_str_equal(kind, "text"))
        return FALSE;
    on_add(CARE_OUTREACH_PAGE(place));
    return TRUE;
}

/* "text:new", "text:ID" */
static gboolean
care_outreach_page_resume(CarePlace *place, const char *draft)
{
    CareOutreachPage *self = CARE_OUTREACH_PAGE(place);
    g_autoptr(CareRecord) text = care_draft_resume(self->store, draft, &care_text_kind);

    if (text)
        care_text_editor_present(GTK_WIDGET(self), context_of(self), text);
    return text != NULL;
}

static gboolean
care_outreach_page_focus_search(CarePlace *place)
{
    CareOutreachPage *self = CARE_OUTREACH_PAGE(place);

    adw_toggle_group_set_active_name(self->mode, "sent");
    return gtk_widget_get_visible(self->filter) && gtk_widget_grab_focus(GTK_WIDGET(self->entry));
}

static void
on_store_changed(CareOutreachPage *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "text"))
        show_texts(self);
}

static void
care_outreach_page_constructed(GObject *object)
{
    CareOutreachPage *self = CARE_OUTREACH_PAGE(object);

    G_OBJECT_CLASS(care_outreach_page_parent_class)->constructed(object);
    if (!context_of(self) || !care_context_get_store(context_of(self)))
        return;
    self->store = g_object_ref(care_context_get_store(context_of(self)));
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    make_sent(self);
    show_texts(self);
    care_default_texts_add_async(self->store);
}

static void
care_outreach_page_dispose(GObject *object)
{
    CareOutreachPage *self = CARE_OUTREACH_PAGE(object);

    G_OBJECT_CLASS(care_outreach_page_parent_class)->dispose(object);
    g_clear_object(&self->model);
    g_clear_object(&self->store);
}

static void
care_outreach_page_class_init(CareOutreachPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_outreach_page_constructed;
    object_class->dispose = care_outreach_page_dispose;
    place_class->open_row = care_outreach_page_open_row;
    place_class->create = care_outreach_page_create;
    place_class->resume = care_outreach_page_resume;
    place_class->focus_search = care_outreach_page_focus_search;

    CARE_TEMPLATE(klass, "outreach/outreach-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareOutreachPage, mode, add, filter, entry, channel, stack, texts, sent);
    CARE_TEMPLATE_CALLBACKS(klass, on_mode, on_add, on_filter, on_show_everything, on_sent_activated);
}

static void
care_outreach_page_init(CareOutreachPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_room_give(self->filter, 6);
}
