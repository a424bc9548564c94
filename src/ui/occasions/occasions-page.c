/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/occasions/occasions-page.h"

#include <glib/gi18n-lib.h>

#include "model/gift.h"
#include "model/occasion.h"
#include "service/occasions/occasions.h"
#include "store/query-model.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/banner.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/parts/customer-chooser.h"
#include "ui/parts/person-row.h"
#include "ui/occasions/gift-dialog.h"
#include "ui/occasions/gift-row.h"
#include "ui/occasions/occasion-dialog.h"
#include "ui/occasions/occasion-row.h"

#define ROWS_AT_ONCE 100 /* a shop with 100,000 customers has thousands of birthdays in two months */

/* The place "Occasions": what comes up in the next 60 days, and the gifts. */
struct _CareOccasionsPage {
    CarePlace parent_instance;

    CareStore *store;
    CareQueryModel *model; /* gifts, newest first */
    GPtrArray *upcoming;   /* nullable: not read yet */
    CareDate day;          /* of what is on screen */
    guint shown;
    gboolean narrow;
    gboolean reading;
    gboolean again;

    AdwToggleGroup *mode;
    CareBanner *banner;
    GtkStack *stack;
    GtkBox *groups;
    GtkWidget *more;
    GtkListView *gifts;
};

G_DEFINE_FINAL_TYPE(CareOccasionsPage, care_occasions_page, CARE_TYPE_PLACE)

static CareContext *
context_of(CareOccasionsPage *self)
{
    return care_place_get_context(CARE_PLACE(self));
}

static CareDate
today_of(CareOccasionsPage *self)
{
    return care_clock_today(care_context_get_clock(context_of(self)));
}

static gboolean
shows_gifts(CareOccasionsPage *self)
{
    return g_strcmp0(adw_toggle_group_get_active_name(self->mode), "gifts") == 0;
}

static void
show_page(CareOccasionsPage *self)
{
    const char *page;

    if (shows_gifts(self))
        page = self->model && g_list_model_get_n_items(G_LIST_MODEL(self->model)) > 0 ? "gifts" : "no-gifts";
    else if (!self->upcoming)
        page = "reading";
    else
        page = self->upcoming->len > 0 ? "days" : "no-days";
    gtk_stack_set_visible_child_name(self->stack, page);
}

static void
on_mode(CareOccasionsPage *self)
{
    show_page(self);
}

/* Coming up */

static GtkWidget *
group_new(CareOccasionsPage *self, const char *title)
{
    GtkWidget *group = adw_preferences_group_new();

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), title);
    gtk_box_append(self->groups, group);
    return group;
}

static void
show_days(CareOccasionsPage *self)
{
    g_autoptr(GtkSizeGroup) buttons = gtk_size_group_new(GTK_SIZE_GROUP_HORIZONTAL);
    guint n = MIN(self->upcoming->len, self->shown);
    g_autofree char *last = NULL;
    GtkWidget *group = NULL;
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self->groups))))
        gtk_box_remove(self->groups, child);
    for (guint i = 0; i < n; i++) {
        const CareUpcoming *upcoming = self->upcoming->pdata[i];
        g_autofree char *title = care_occasion_group_title(upcoming->date, self->day);
        GtkWidget *row = care_occasion_row_new(context_of(self), upcoming, self->day, buttons);

        if (g_strcmp0(title, last) != 0)
            group = group_new(self, title);
        g_set_str(&last, title);
        care_person_row_set_show_avatar(CARE_PERSON_ROW(row), !self->narrow);
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    }
    gtk_widget_set_visible(self->more, n < self->upcoming->len);
    show_page(self);
}

static void refresh(CareOccasionsPage *self);

typedef struct {
    CareDate today;
    GTimeZone *zone;
} Reading;

static void
reading_free(gpointer data)
{
    Reading *reading = data;

    g_time_zone_unref(reading->zone);
    g_free(reading);
}

static gpointer
read_upcoming(CareConnection *connection, gpointer data, GError **error)
{
    Reading *reading = data;
    const CareOccasionScope scope = { .days = CARE_OCCASIONS_DAYS_AHEAD };

    return care_occasions_upcoming(connection, reading->today, &scope, reading->zone, error);
}

static void
unref_array(gpointer array)
{
    g_ptr_array_unref(array);
}

static void
on_read(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareOccasionsPage) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) upcoming = care_store_read_finish(CARE_STORE(source), result, &error);

    self->reading = FALSE;
    if (!self->store) /* the page was taken down meanwhile */
        return;
    care_banner_show_error(self->banner, error);
    if (upcoming) {
        g_clear_pointer(&self->upcoming, g_ptr_array_unref);
        self->upcoming = g_steal_pointer(&upcoming);
        show_days(self);
    }
    if (self->again)
        refresh(self);
}

static void
refresh(CareOccasionsPage *self)
{
    Reading *reading;

    self->again = self->reading;
    if (self->reading)
        return;
    self->reading = TRUE;
    self->day = today_of(self);
    reading = g_new(Reading, 1);
    reading->today = self->day;
    reading->zone = g_time_zone_ref(care_clock_zone(care_context_get_clock(context_of(self))));
    care_store_read_async(self->store, read_upcoming, reading, reading_free, unref_array, NULL, on_read,
                          g_object_ref(self));
}

static void
on_more(CareOccasionsPage *self)
{
    self->shown += ROWS_AT_ONCE;
    show_days(self);
}

static void
set_narrow(CareOccasionsPage *self, gboolean narrow)
{
    self->narrow = narrow;
    if (self->upcoming)
        show_days(self);
}

static void
on_narrow(CareOccasionsPage *self)
{
    set_narrow(self, TRUE);
}

static void
on_wide(CareOccasionsPage *self)
{
    set_narrow(self, FALSE);
}

/* Gifts */

static GtkWidget *
make_gift_row(gpointer place)
{
    return care_gift_row_new();
}

static const char *
show_gift_row(GtkWidget *row, CareRecord *gift, gpointer place)
{
    if (gift)
        care_gift_row_set_gift(CARE_GIFT_ROW(row), context_of(place), gift);
    return care_gift_row_get_title(CARE_GIFT_ROW(row));
}

static const CareRecordRows gift_rows = { make_gift_row, show_gift_row, "customer" };

static void
on_gift_activated(CareOccasionsPage *self, guint position)
{
    g_autoptr(CareRecord) gift = g_list_model_get_item(G_LIST_MODEL(self->model), position);

    if (gift)
        care_gift_dialog_present(GTK_WIDGET(self), context_of(self), gift);
}

static void
make_gifts(CareOccasionsPage *self)
{
    g_autoptr(CareQuery) query = care_query_new("occasions/gifts", "gift,customer:name", "");

    self->model = care_query_model_new(self->store, &care_gift_kind);
    g_signal_connect_object(self->model, "items-changed", G_CALLBACK(show_page), self, G_CONNECT_SWAPPED);
    care_record_rows_install(self->gifts, &gift_rows, self->store, self);
    care_record_rows_set_list(self->gifts, G_LIST_MODEL(self->model));
    care_query_model_set_query(self->model, query);
}

/* The place */

static gboolean
care_occasions_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareOccasionsPage *self = CARE_OCCASIONS_PAGE(place);
    gboolean gift = g_str_equal(kind, "gift");
    g_autoptr(CareRecord) record
        = care_store_get(self->store, gift ? &care_gift_kind : &care_occasion_kind, id, NULL);

    if (!record)
        return FALSE;
    adw_toggle_group_set_active_name(self->mode, gift ? "gifts" : "days");
    if (gift)
        care_gift_dialog_present(care_place_front(place), context_of(self), record);
    else
        care_occasion_dialog_present(care_place_front(place), context_of(self), record);
    return TRUE;
}

/* From a day's row: the row says what it is for. */
static void
gift_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlace *place = CARE_PLACE(widget);
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());
    const char *occasion;
    gint64 customer;

    g_variant_get(parameter, "(x&s)", &customer, &occasion);
    care_record_set_int(gift, CARE_GIFT_CUSTOMER, customer);
    care_record_set_text(gift, CARE_GIFT_OCCASION, occasion);
    care_gift_dialog_present(care_place_front(place), care_place_get_context(place), gift);
}

static void
add_gift(CareId customer, gpointer place)
{
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());

    care_record_set_int(gift, CARE_GIFT_CUSTOMER, customer);
    care_gift_dialog_present(care_place_front(place), context_of(place), gift);
}

static void
add_occasion(CareId customer, gpointer place)
{
    g_autoptr(CareRecord) occasion = CARE_RECORD(care_occasion_new());

    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, customer);
    care_occasion_dialog_present(care_place_front(place), context_of(place), occasion);
}

static gboolean
care_occasions_page_create(CarePlace *place, const char *kind, CareId customer)
{
    gboolean gift = g_str_equal(kind, "gift");
    CareChooserFunc add = gift ? add_gift : add_occasion;

    if (!gift && !g_str_equal(kind, "occasion"))
        return FALSE;
    if (customer == 0)
        care_customer_chooser_present(care_place_front(place), context_of(CARE_OCCASIONS_PAGE(place)),
                                      gift ? _("Who Gets the Gift?") : _("Whose Occasion Is It?"), kind, add,
                                      GTK_WIDGET(place));
    else
        add(customer, place);
    return TRUE;
}

/* Of what is shown: days or gifts. */
static void
on_add(CareOccasionsPage *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.create", "(sx)",
                               shows_gifts(self) ? "gift" : "occasion", (gint64)0);
}

/* "gift:new", "occasion:ID" … */
static gboolean
care_occasions_page_resume(CarePlace *place, const char *draft)
{
    CareOccasionsPage *self = CARE_OCCASIONS_PAGE(place);
    gboolean gift = g_str_has_prefix(draft, "gift:");
    g_autoptr(CareRecord) record
        = care_draft_resume(self->store, draft, gift ? &care_gift_kind : &care_occasion_kind);

    if (!record)
        return FALSE;
    if (gift)
        care_gift_dialog_present(care_place_front(place), context_of(self), record);
    else
        care_occasion_dialog_present(care_place_front(place), context_of(self), record);
    return TRUE;
}

static void
care_occasions_page_shown(CarePlace *place)
{
    CareOccasionsPage *self = CARE_OCCASIONS_PAGE(place);

    if (self->store && care_date_compare(self->day, today_of(self)) != 0)
        refresh(self);
}

static void
on_store_changed(CareOccasionsPage *self, CareChangeSet *changes)
{
    if (care_change_set_touches(changes,
                                "customer:name birthday channel,occasion,job:customer received,deferral"))
        refresh(self);
}

static void
care_occasions_page_constructed(GObject *object)
{
    CareOccasionsPage *self = CARE_OCCASIONS_PAGE(object);

    G_OBJECT_CLASS(care_occasions_page_parent_class)->constructed(object);
    if (!context_of(self) || !care_context_get_store(context_of(self)))
        return;
    self->store = g_object_ref(care_context_get_store(context_of(self)));
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    make_gifts(self);
    refresh(self);
}

static void
care_occasions_page_dispose(GObject *object)
{
    CareOccasionsPage *self = CARE_OCCASIONS_PAGE(object);

    G_OBJECT_CLASS(care_occasions_page_parent_class)->dispose(object);
    g_clear_pointer(&self->upcoming, g_ptr_array_unref);
    g_clear_object(&self->model);
    g_clear_object(&self->store);
}

static void
care_occasions_page_class_init(CareOccasionsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_occasions_page_constructed;
    object_class->dispose = care_occasions_page_dispose;
    place_class->open_row = care_occasions_page_open_row;
    place_class->create = care_occasions_page_create;
    place_class->resume = care_occasions_page_resume;
    place_class->shown = care_occasions_page_shown;

    gtk_widget_class_install_action(GTK_WIDGET_CLASS(klass), "occasions.gift", "(xs)", gift_action);
    CARE_TEMPLATE(klass, "occasions/occasions-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareOccasionsPage, mode, banner, stack, groups, more, gifts);
    CARE_TEMPLATE_CALLBACKS(klass, on_add, on_mode, on_more, on_narrow, on_wide, on_gift_activated);
}

static void
care_occasions_page_init(CareOccasionsPage *self)
{
    self->shown = ROWS_AT_ONCE;
    gtk_widget_init_template(GTK_WIDGET(self));
}
