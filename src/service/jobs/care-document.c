/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/care-document.h"

#include <glib/gi18n-lib.h>

#include "document/calendar-file.h"
#include "document/care-card.h"
#include "model/device.h"
#include "model/job.h"
#include "model/plan-lane.h"
#include "model/plan.h"
#include "model/situation.h"
#include "service/paper-parties.h"
#include "service/jobs/aftercare.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* How long before a date the customer's calendar speaks up. */
#define ALARM_DAYS 7

/* One date on the card. */
typedef struct {
    CareDate date;
    char *title;
    char *kind; /* of the follow-up or step; "end" for the end of the warranty itself */
} Point;

/* What the plain values of the card borrow from. */
typedef struct {
    CarePaperParties parties;
    CareRecord *device; /* nullable */
    CareDate handed_over;
    GPtrArray *points; /* by date */
} Source;

static void
point_free(gpointer data)
{
    Point *point = data;

    g_free(point->title);
    g_free(point->kind);
    g_free(point);
}

static void
source_clear(Source *source)
{
    care_paper_parties_clear(&source->parties);
    g_clear_object(&source->device);
    g_clear_pointer(&source->points, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static void
add_point(Source *source, CareDate date, const char *title, const char *kind)
{
    Point *point;

    if (!care_date_is_set(date))
        return;
    point = g_new(Point, 1);
    point->date = date;
    point->title = g_strdup(title);
    point->kind = g_strdup(kind);
    g_ptr_array_add(source->points, point);
}

static int
compare_points(gconstpointer a, gconstpointer b)
{
    return care_date_compare((*(Point *const *)a)->date, (*(Point *const *)b)->date);
}

static gboolean
add_followup(CareStatement *row, gpointer source, GError **error)
{
    CareDate due = { 0 };

    care_date_parse(care_statement_text(row, 0), &due);
    add_point(source, due, care_statement_text(row, 1), care_statement_text(row, 2));
    return TRUE;
}

static void
add_plan(Source *source, const CarePaperDesk *desk, CareRecord *plan, CareDate warranty_end)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(desk->connection, desk->zone);
    g_autoptr(GPtrArray) lane
        = plan != NULL ? care_plan_lane(plan, source->handed_over, warranty_end, hours) : NULL;

    for (guint i = 0; lane != NULL && i < lane->len; i++) {
        const CarePlanPoint *point = lane->pdata[i];

        if (care_situation_is(point->kind, CARE_SITUATION_SERVICE)
            || care_situation_is(point->kind, CARE_SITUATION_WARRANTY))
            add_point(source, point->date, point->title, point->kind);
    }
}

static CareRecord *
plan_of(const CarePaperDesk *desk, CareRecord *job)
{
    return care_record_is_set(job, CARE_JOB_PLAN)
               ? care_record_load(desk->connection, &care_plan_kind, care_record_int(job, CARE_JOB_PLAN),
                                  NULL)
               : NULL;
}

static gboolean
read_points(Source *source, const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    gboolean collected = care_record_is_set(job, CARE_JOB_COLLECTED);
    CareDate end = care_record_date(job, CARE_JOB_WARRANTY_END);
    g_autoptr(CareRecord) plan = collected ? NULL : plan_of(desk, job);

    source->points = g_ptr_array_new_with_free_func(point_free);
    source->handed_over = care_date_of_instant(
        collected ? (CareInstant)care_record_int(job, CARE_JOB_COLLECTED) : desk->now, desk->zone);
    if (!collected)
        end = care_aftercare_warranty_end(desk->connection, job, plan, source->handed_over);
    if (collected
        && !care_query_each(desk->connection, "jobs/care-dates", add_followup, source, error, "i",
                            care_record_id(job)))
        return FALSE;
    if (!collected)
        add_plan(source, desk, plan, end);
    add_point(source, end, C_("paper", "Our warranty on this repair ends"), "end");
    g_ptr_array_sort(source->points, compare_points);
    return TRUE;
}

static gboolean
read_source(Source *source, const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    CareId customer = care_record_int(job, CARE_JOB_CUSTOMER);
    CareId contact = care_paper_contact(desk->connection, customer, care_record_int(job, CARE_JOB_STAFF));

    if (care_record_is_set(job, CARE_JOB_DEVICE))
        source->device = care_record_load(desk->connection, &care_device_kind,
                                          care_record_int(job, CARE_JOB_DEVICE), NULL);
    return care_paper_parties_now(&source->parties, desk->connection, desk->data_dir, contact, customer, 0,
                                  error)
           && read_points(source, desk, job, error);
}

static const char *
device_name(const Source *source, CareRecord *job)
{
    return source->device != NULL ? care_record_text(source->device, CARE_DEVICE_NAME)
                                  : care_record_text(job, CARE_JOB_KIND);
}

static CarePaper *
lay_out(const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    g_auto(Source) source = { 0 };
    g_autofree CareCareCardDate *dates = NULL;
    CareCareCard card;

    if (!read_source(&source, desk, job, error))
        return NULL;
    dates = g_new0(CareCareCardDate, source.points->len + 1);
    for (guint i = 0; i < source.points->len; i++) {
        const Point *point = source.points->pdata[i];

        dates[i] = (CareCareCardDate){ .date = point->date, .title = point->title };
    }
    card = (CareCareCard){
        .sheet = desk->sheet,
        .shop = care_paper_parties_shop(&source.parties),
        .customer = care_paper_parties_addressee(&source.parties).name,
        .device = device_name(&source, job),
        .serial = source.device != NULL ? care_record_text(source.device, CARE_DEVICE_SERIAL) : NULL,
        .job = care_record_text(job, CARE_JOB_NUMBER),
        .handed_over = source.handed_over,
        .dates = dates,
        .n_dates = source.points->len,
    };
    return care_care_card_layout(&card);
}

/* How many of its kind come before it. */
static guint
ordinal(GPtrArray *points, guint position)
{
    guint n = 1;

    for (guint i = 0; i < position; i++)
        n += g_strcmp0(((Point *)points->pdata[i])->kind, ((Point *)points->pdata[position])->kind) == 0;
    return n;
}

/* The same for a date before and after hand-over, so that a second import moves the entry of the first. */
static char *
uid(CareRecord *job, GPtrArray *points, guint position)
{
    g_autofree char *id = care_id_to_string(care_record_id(job));

    return g_strdup_printf("job-%s-%s-%u@aftercare", id, ((Point *)points->pdata[position])->kind,
                           ordinal(points, position));
}

static void
clear_entry(gpointer data)
{
    CareCalendarEntry *entry = data;

    g_free((char *)entry->uid);
    g_free((char *)entry->summary);
}

static GArray *
entries_of(const Source *source, CareRecord *job, const char *reach, const char *place)
{
    GArray *entries = g_array_new(FALSE, TRUE, sizeof(CareCalendarEntry));

    g_array_set_clear_func(entries, clear_entry);
    for (guint i = 0; i < source->points->len; i++) {
        const Point *point = source->points->pdata[i];
        CareCalendarEntry entry = {
            .uid = uid(job, source->points, i),
            .date = point->date,
            .summary = g_strdup_printf("%s · %s", point->title, device_name(source, job)),
            .description = reach,
            .location = place,
            .alarm_days = ALARM_DAYS,
        };

        g_array_append_val(entries, entry);
    }
    return entries;
}

static char *
write_calendar(const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    g_auto(Source) source = { 0 };
    g_autoptr(GArray) entries = NULL;
    g_autofree char *reach = NULL;
    g_autofree char *place = NULL;
    CareLetterhead shop;

    if (!read_source(&source, desk, job, error))
        return NULL;
    shop = care_paper_parties_shop(&source.parties);
    reach = g_strjoin(", ", shop.name != NULL ? shop.name : "", shop.phone, NULL);
    place = g_strjoinv(", ", source.parties.seller_address);
    entries = entries_of(&source, job, reach, place);
    return care_calendar_file_write((CareCalendarEntry *)(void *)entries->data, entries->len, desk->now);
}

static gboolean
fits(CareRecord *job)
{
    return !care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED);
}

static char *
file_name(CareRecord *job)
{
    /* Translators: a file's name; %s is a job's number */
    return g_strdup_printf(C_("paper", "Care Card %s"), care_record_text(job, CARE_JOB_NUMBER));
}

const CarePaperKind care_care_paper_kind = {
    .name = "care",
    .label = N_("Care Card"),
    .of = &care_job_kind,
    .fits = fits,
    .lay_out = lay_out,
    .file_name = file_name,
    .calendar = write_calendar,
    .sheets = { &care_sheet_a5, &care_sheet_a6 },
};
