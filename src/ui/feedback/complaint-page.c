/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/complaint-page.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/situation.h"
#include "service/feedback/complaint-flow.h"
#include "service/flow.h"
#include "ui/parts/record-line.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/compose-target.h"
#include "ui/parts/due-act.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/take-back.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/parts/thing-icon.h"
#include "ui/feedback/complaint-about.h"
#include "ui/feedback/complaint-dialog.h"
#include "ui/feedback/feedback-words.h"
#include "ui/feedback/settle-dialog.h"
#include "ui/kit/wrap.h"

struct _CareComplaintPage {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareRecord *complaint;
    CareRecord *customer;
    char *title;

    GtkLabel *words;
    GtkLabel *received;
    CareWrap *acts;
    GtkListBox *people;
    AdwActionRow *answer_row;
    CareThingIcon *answer_icon;
    AdwActionRow *tries_row;
    AdwActionRow *settled_row;
    CareThingIcon *settled_icon;
    GtkWidget *wish;
    GtkWidget *facts;
    GtkWidget *earlier;
    GtkListBox *earlier_list;
    AdwActionRow *desired_row;
    AdwActionRow *cause_row;
    AdwActionRow *resolution_row;
    AdwActionRow *cost_row;
};

G_DEFINE_FINAL_TYPE(CareComplaintPage, care_complaint_page, ADW_TYPE_BIN)

static gboolean
is_set(CareComplaintPage *self, int field)
{
    return care_record_is_set(self->complaint, field);
}

static const char *
text_of(CareComplaintPage *self, int field)
{
    return care_record_text(self->complaint, field);
}

/* What somebody does */

/* With the customer about it, by that way; the answer to it, until it is settled. */
static void
get_in_touch(CareComplaintPage *self, const char *channel, gboolean as_today)
{
    GtkWidget *widget = GTK_WIDGET(self);
    g_autofree char *quote = g_strdup_printf(_("“%s”"), text_of(self, CARE_COMPLAINT_WORDS));
    CareDueRule rule = is_set(self, CARE_COMPLAINT_ACKNOWLEDGED) ? CARE_DUE_UNSETTLED : CARE_DUE_COMPLAINT;
    CareDueItem item = { .rule = rule,
                         .record = care_record_id(self->complaint),
                         .customer = care_record_id(self->customer),
                         .job = care_record_int(self->complaint, CARE_COMPLAINT_JOB),
                         .situation = care_due_rule_info(rule)->situation,
                         .text = quote,
                         .channel = (char *)channel };

    if (as_today)
        care_due_act_open(widget, self->context, &item);
    else
        care_call_dialog_present(self->context, &item, widget);
}

/* The first answer is given as its line on Today gives it; later ones are logged. */
static void
answer_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);
    const char *came = text_of(self, CARE_COMPLAINT_CHANNEL);
    const char *wish = came ? came : care_record_text(self->customer, CARE_CUSTOMER_CHANNEL);

    get_in_touch(self, care_customer_channel_to_take(self->customer, wish),
                 !is_set(self, CARE_COMPLAINT_ACKNOWLEDGED));
}

static void
call_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);

    if (is_set(self, CARE_COMPLAINT_RESOLVED)) /* not about its job, either */
        care_call_dialog_present_plain(self->context, care_record_id(self->customer), 0, widget);
    else
        get_in_touch(self, care_channel_word(CARE_CHANNEL_PHONE), FALSE);
}

static void
settle_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);

    care_settle_dialog_present(widget, self->context, self->complaint);
}

static void
edit_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);

    care_complaint_dialog_present(widget, self->context, self->complaint);
}

static void
write_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);

    care_compose(widget, &(CareMessageOccasion){ .customer = care_record_id(self->customer),
                                                 .job = care_record_int(self->complaint, CARE_COMPLAINT_JOB),
                                                 .situation = care_situation_word(CARE_SITUATION_COMPLAINT),
                                                 .rule = CARE_DUE_COMPLAINT,
                                                 .record = care_record_id(self->complaint) });
}

/* A complaint that is opened again, on its way. */
typedef struct {
    GtkWidget *widget;
    CareRecord *before;
    CareRecord *after;
} Reopened;

static void
on_reopened(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Reopened *reopened = data;
    g_autoptr(GtkWidget) widget = reopened->widget;
    g_autoptr(CareRecord) before = reopened->before;
    g_autoptr(CareRecord) after = reopened->after;
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error))
        care_toast_error(widget, error);
    else
        care_take_back_offer(widget, CARE_STORE(source), before, after, _("Complaint opened again"));
}

/* The clock goes on; cause and resolution stay for whoever reads on. */
static void
reopen_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);
    Reopened *reopened = g_new(Reopened, 1);

    reopened->widget = g_object_ref(widget);
    reopened->before = care_record_copy(self->complaint);
    reopened->after = care_record_copy(self->complaint);
    care_record_clear(reopened->after, CARE_COMPLAINT_RESOLVED);
    care_record_clear(reopened->after, CARE_COMPLAINT_CONFIRMATION);
    care_flow_save_async(self->store, reopened->after, reopened->before, NULL, on_reopened, reopened);
}

static void
delete_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(widget);

    care_record_line_delete(widget, self->store, self->complaint);
}

/* What the page shows */

static void
add_act(CareComplaintPage *self, const char *label, const char *action, gboolean owed)
{
    GtkWidget *button = gtk_button_new_with_label(label);

    if (owed)
        gtk_widget_add_css_class(button, "suggested-action");
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
    care_wrap_append(self->acts, button);
}

/* One accent: what is owed now. */
static void
update_acts(CareComplaintPage *self)
{
    gboolean answered = is_set(self, CARE_COMPLAINT_ACKNOWLEDGED);
    gboolean settled = is_set(self, CARE_COMPLAINT_RESOLVED);

    care_wrap_clear(self->acts);
    if (settled) {
        add_act(self, _("Open Again"), "complaint.reopen", FALSE);
        return;
    }
    add_act(self, answered ? _("Log Another Contact…") : _("Answer…"), "complaint.answer", !answered);
    add_act(self, _("Settle…"), "complaint.settle", answered);
}

static void
update_people(CareComplaintPage *self)
{
    care_complaint_about_fill(self->people, self->store, self->complaint, self->customer, "complaint.call");
    gtk_widget_set_visible(self->earlier,
                           care_complaint_earlier_fill(self->earlier_list, self->context, self->complaint));
}

static void
update_steps(CareComplaintPage *self)
{
    CareClock *clock = care_context_get_clock(self->context);
    g_autoptr(CareAnswerClock) answers = care_answer_clock_new(care_store_reader(self->store), clock);
    g_autofree char *answered = care_complaint_first_answer(self->complaint, answers);
    CareTone tone;
    g_autofree char *standing = care_complaint_standing(self->complaint, answers, clock, &tone);
    int tries = care_complaint_tries(care_store_reader(self->store), self->complaint);
    g_autofree char *often = g_strdup_printf(ngettext("%d time", "%d times", (gulong)tries), tries);
    gboolean settled = is_set(self, CARE_COMPLAINT_RESOLVED);
    const char *confirmation
        = care_choice_label(&care_confirmation_set, text_of(self, CARE_COMPLAINT_CONFIRMATION));
    g_autofree char *day
        = settled ? care_format_instant(care_record_int(self->complaint, CARE_COMPLAINT_RESOLVED),
                                        care_clock_zone(clock), care_clock_today(clock))
                  : NULL;
    g_autofree char *end = settled ? g_strdup_printf("%s · %s", day, confirmation) : NULL;

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->answer_row),
                                  answered ? _("First Answer") : _("Not Answered Yet"));
    adw_action_row_set_subtitle(self->answer_row, answered ? answered : standing);
    care_thing_icon_set_icon_name(self->answer_icon,
                                  answered ? "care-check-symbolic" : "care-alert-symbolic");
    care_thing_icon_set_tone(self->answer_icon, answered ? CARE_TONE_SUCCESS : tone);
    adw_action_row_set_subtitle(self->tries_row, often);
    gtk_widget_set_visible(GTK_WIDGET(self->tries_row), tries > 0);
    adw_action_row_set_subtitle(self->settled_row, settled ? end : _("Not yet"));
    care_thing_icon_set_icon_name(self->settled_icon,
                                  settled ? "care-check-symbolic" : "care-clock-symbolic");
    care_thing_icon_set_tone(self->settled_icon, settled ? CARE_TONE_SUCCESS : CARE_TONE_NEUTRAL);
}

static void
update_facts(CareComplaintPage *self)
{
    g_autofree char *currency = care_store_setting(self->store, CARE_SETTING_CURRENCY);
    g_autofree char *cost = is_set(self, CARE_COMPLAINT_COST)
                                ? care_money_format(care_record_int(self->complaint, CARE_COMPLAINT_COST),
                                                    care_record_currency(self->complaint, currency))
                                : NULL;
    gboolean any = care_plain_row_show(self->cause_row, text_of(self, CARE_COMPLAINT_CAUSE));

    any |= care_plain_row_show(self->resolution_row, text_of(self, CARE_COMPLAINT_RESOLUTION));
    any |= care_plain_row_show(self->cost_row, cost);
    gtk_widget_set_visible(self->facts, any);
    gtk_widget_set_visible(self->wish,
                           care_plain_row_show(self->desired_row, text_of(self, CARE_COMPLAINT_DESIRED)));
}

static void
update(CareComplaintPage *self)
{
    g_autofree char *quote = g_strdup_printf(_("“%s”"), text_of(self, CARE_COMPLAINT_WORDS));
    g_autofree char *received = care_complaint_received(self->complaint, self->store);
    g_autofree char *who = care_isolate(care_record_text(self->customer, CARE_CUSTOMER_NAME));

    g_free(self->title);
    self->title = g_strdup_printf(_("Complaint of %s"), who);
    gtk_label_set_text(self->words, quote);
    gtk_label_set_text(self->received, received);
    update_acts(self);
    update_people(self);
    update_steps(self);
    update_facts(self);
}

static void
care_complaint_page_dispose(GObject *object)
{
    CareComplaintPage *self = CARE_COMPLAINT_PAGE(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_COMPLAINT_PAGE);
    g_clear_object(&self->complaint);
    g_clear_object(&self->customer);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_complaint_page_parent_class)->dispose(object);
}

static void
care_complaint_page_finalize(GObject *object)
{
    g_free(CARE_COMPLAINT_PAGE(object)->title);
    G_OBJECT_CLASS(care_complaint_page_parent_class)->finalize(object);
}

static void
care_complaint_page_class_init(CareComplaintPageClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_complaint_page_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_complaint_page_finalize;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_THING_ICON);
    CARE_TEMPLATE(klass, "feedback/complaint-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareComplaintPage, words, received, acts, people, answer_row, answer_icon,
                           tries_row, settled_row, settled_icon, wish, facts, earlier, earlier_list,
                           desired_row, cause_row, resolution_row, cost_row);
    gtk_widget_class_install_action(widget_class, "complaint.answer", NULL, answer_action);
    gtk_widget_class_install_action(widget_class, "complaint.call", NULL, call_action);
    gtk_widget_class_install_action(widget_class, "complaint.settle", NULL, settle_action);
    gtk_widget_class_install_action(widget_class, "complaint.reopen", NULL, reopen_action);
    gtk_widget_class_install_action(widget_class, "complaint.edit", NULL, edit_action);
    gtk_widget_class_install_action(widget_class, "complaint.write", NULL, write_action);
    gtk_widget_class_install_action(widget_class, "complaint.delete", NULL, delete_action);
}

static void
care_complaint_page_init(CareComplaintPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_complaint_page_set_context(CareComplaintPage *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_COMPLAINT_PAGE(self) && !self->context);
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
}

gboolean
care_complaint_page_set_complaint(CareComplaintPage *self, CareId id)
{
    g_autoptr(CareRecord) complaint = care_store_get(self->store, &care_complaint_kind, id, NULL);
    g_autoptr(CareRecord) customer = NULL;

    g_return_val_if_fail(CARE_IS_COMPLAINT_PAGE(self), FALSE);
    if (!complaint || care_record_stamp(complaint).deleted != 0)
        return FALSE;
    customer = care_store_get(self->store, &care_customer_kind,
                              care_record_int(complaint, CARE_COMPLAINT_CUSTOMER), NULL);
    if (!customer || care_record_stamp(customer).deleted != 0)
        return FALSE;
    g_set_object(&self->complaint, complaint);
    g_set_object(&self->customer, customer);
    update(self);
    return TRUE;
}

gboolean
care_complaint_page_refresh(CareComplaintPage *self, CareChangeSet *changes)
{
    g_return_val_if_fail(CARE_IS_COMPLAINT_PAGE(self), FALSE);
    if (!self->complaint)
        return TRUE;
    if (care_change_set_concerns(changes, self->complaint)) {
        if (care_complaint_page_set_complaint(self, care_record_id(self->complaint)))
            return TRUE;
        g_clear_object(&self->complaint);
        return FALSE;
    }
    return TRUE;
}

const char *
care_complaint_page_get_title(CareComplaintPage *self)
{
    g_return_val_if_fail(CARE_IS_COMPLAINT_PAGE(self), NULL);
    return self->title;
}
