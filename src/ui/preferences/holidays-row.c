/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/holidays-row.h"

#include <glib/gi18n-lib.h>

#include "model/holiday-rule.h"
#include "model/holidays.h"
#include "store/hours.h"
#include "store/setting.h"
#include "ui/kit/plain-row.h"
#include "ui/preferences/holidays-page.h"
#include "ui/preferences/setting-row.h"

/* Owned by the row. */
typedef struct {
    AdwPreferencesDialog *dialog; /* holds it */
    CareContext *context;
    GtkWidget *row;
    gulong handler;
} Holidays;

static void
holidays_free(gpointer data)
{
    Holidays *self = data;

    g_clear_signal_handler(&self->handler, care_context_get_store(self->context));
    g_object_unref(self->context);
    g_free(self);
}

/* Without those of one day that is over. */
static guint
still_to_come(Holidays *self)
{
    CareStore *store = care_context_get_store(self->context);
    CareDate today = care_clock_today(care_context_get_clock(self->context));
    g_autoptr(CareHolidays) holidays = care_shop_holidays_read(care_store_reader(store));
    guint n = 0, coming = 0;
    const CareHolidayRule *rules = holidays != NULL ? care_holidays_rules(holidays, &n) : NULL;

    for (guint i = 0; i < n; i++)
        coming += care_date_is_set(care_holiday_rule_next(&rules[i], today));
    return coming;
}

static void
show(Holidays *self)
{
    guint n = still_to_come(self);
    g_autofree char *text = g_strdup_printf(ngettext("Closed on %u day", "Closed on %u days", n), n);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(self->row), n > 0 ? text : _("Open on all of them"));
}

static void
on_changed(Holidays *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "setting"))
        show(self);
}

static void
on_activated(Holidays *self)
{
    adw_preferences_dialog_push_subpage(self->dialog,
                                        ADW_NAVIGATION_PAGE(care_holidays_page_new(self->context)));
}

GtkWidget *
care_holidays_row_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    Holidays *self = g_new0(Holidays, 1);
    GtkWidget *row = care_plain_row_new(_("Holidays"), NULL);

    self->dialog = dialog;
    self->context = g_object_ref(context);
    self->row = row;
    care_setting_row_mark(row, CARE_SETTING_HOLIDAYS);
    care_plain_row_lead_on(row);
    g_object_set_data_full(G_OBJECT(row), "care-holidays", self, holidays_free);
    g_signal_connect_swapped(row, "activated", G_CALLBACK(on_activated), self);
    self->handler
        = g_signal_connect_swapped(care_context_get_store(context), "changed", G_CALLBACK(on_changed), self);
    show(self);
    return row;
}
