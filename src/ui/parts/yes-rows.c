/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/yes-rows.h"

#include "model/channel.h"

static const char *const ways[] = { "phone", "counter", "email", "sms", "letter" };

static CareClock *
clock_of(CareRecordDialog *dialog)
{
    return care_context_get_clock(care_record_dialog_get_context(dialog));
}

void
care_yes_rows_fill(AdwComboRow *how)
{
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
        gtk_string_list_append(words, care_choice_label(&care_channel_set, ways[i]));
    adw_combo_row_set_model(how, G_LIST_MODEL(words));
}

const char *
care_yes_rows_how(AdwComboRow *how)
{
    guint selected = adw_combo_row_get_selected(how);

    return selected < G_N_ELEMENTS(ways) ? ways[selected] : NULL;
}

gboolean
care_yes_rows_check(CareRecordDialog *dialog, CareDateRow *row, const char *ahead)
{
    CareDate date;

    if (!care_typed_row_check(CARE_TYPED_ROW(row)) || !care_date_row_get_date(row, &date))
        return FALSE;
    if (care_date_compare(date, care_clock_today(clock_of(dialog))) <= 0)
        return TRUE;
    care_record_dialog_say(dialog, ahead);
    return FALSE;
}

CareInstant
care_yes_rows_instant(CareRecordDialog *dialog, CareDateRow *row)
{
    CareClock *clock = clock_of(dialog);
    CareDate date = { 0 };

    care_date_row_get_date(row, &date);
    if (care_date_compare(date, care_clock_today(clock)) == 0)
        return care_clock_now(clock);
    return care_instant_of_date(date, 12, 0, care_clock_zone(clock));
}
