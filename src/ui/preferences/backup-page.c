/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/backup-page.h"

#include <glib/gi18n-lib.h>

#include "exchange/backup/backup-secret.h"
#include "exchange/backup/backup.h"
#include "sample/sample.h"
#include "ui/kit/alert.h"
#include "ui/kit/busy.h"
#include "ui/kit/format.h"
#include "ui/kit/secret-row.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/preferences/setting-value.h"

struct _CareBackupPage {
    AdwPreferencesPage parent_instance;

    AdwPreferencesDialog *dialog; /* holds it */
    CareContext *context;
    gulong handler;
    char *path;       /* of the backup that is looked at */
    char *dir;        /* where the daily ones go; nullable */
    gboolean writing; /* today's, into it */

    AdwActionRow *folder;
    GtkWidget *no_folder;
    GtkEditable *daily_password;
    GtkWidget *encrypted;
    AdwActionRow *last;
    GtkEditable *password;
    GtkWidget *now;
    GtkWidget *restore;
    AdwActionRow *working;
};

G_DEFINE_FINAL_TYPE(CareBackupPage, care_backup_page, ADW_TYPE_PREFERENCES_PAGE)

static CareStore *
store_of(CareBackupPage *self)
{
    return care_context_get_store(self->context);
}

static GtkWindow *
window_of(CareBackupPage *self)
{
    return GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self)));
}

static char *
when(CareBackupPage *self, const char *text)
{
    CareClock *clock = care_context_get_clock(self->context);
    CareInstant at;

    if (text == NULL || !care_instant_parse(text, &at))
        return g_strdup(_("None yet"));
    return care_format_instant(at, care_clock_zone(clock), care_clock_today(clock));
}

/* With its day, be it today: one of several is chosen by it. */
static char *
taken(CareBackupPage *self, const char *text)
{
    GTimeZone *zone = care_clock_zone(care_context_get_clock(self->context));
    g_autofree char *day = NULL;
    g_autofree char *time = NULL;
    CareInstant at;

    if (text == NULL || !care_instant_parse(text, &at))
        return g_strdup(_("at an unknown time"));
    day = care_format_date_full(care_date_of_instant(at, zone));
    time = care_format_time(at, zone);
    /* Translators: a day and a time, "11 September 2028, 16:40" */
    return g_strdup_printf(_("%s, %s"), day, time);
}

static void
show(CareBackupPage *self)
{
    g_autofree char *folder = care_store_setting(store_of(self), CARE_SETTING_BACKUP_DIR);
    g_autofree char *last = care_store_setting(store_of(self), CARE_SETTING_LAST_BACKUP);
    g_autofree char *name = folder != NULL ? g_filename_display_name(folder) : NULL;
    g_autofree char *place = care_store_setting(store_of(self), CARE_SETTING_LAST_BACKUP_PLACE);
    g_autofree char *date = when(self, last);
    g_autofree char *told
        = last != NULL && place != NULL ? g_strdup_printf("%s · %s", date, place) : g_strdup(date);
    const char *failure = care_backup_failure(store_of(self));
    g_autofree char *said = failure != NULL ? g_strdup_printf("%s\n%s", told, failure) : g_strdup(told);

    adw_action_row_set_subtitle(self->folder, name != NULL ? name : _("None: there is no daily backup"));
    gtk_widget_set_visible(self->no_folder, folder != NULL);
    gtk_widget_set_visible(self->encrypted, care_backup_secret_is_set(store_of(self)));
    adw_action_row_set_subtitle(self->last, said);
}

static void
say(CareBackupPage *self, const char *text)
{
    adw_preferences_dialog_add_toast(self->dialog, care_toast_new(text));
}

static void
set_working(CareBackupPage *self, const char *what)
{
    GtkWidget *const rows[] = { self->now, self->restore, NULL };

    if (what == NULL) {
        care_busy_end_rows(rows, GTK_WIDGET(self->working));
        return;
    }
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->working), what);
    care_busy_begin_rows(rows, GTK_WIDGET(self->working));
}

static const char *
password_of(CareBackupPage *self)
{
    const char *text = gtk_editable_get_text(self->password);

    return *text != '\0' ? text : NULL;
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareBackupInfo) info = care_backup_write_finish(CARE_STORE(source), result, &error);
    g_autofree char *text = NULL;

    if (self->context == NULL)
        return;
    set_working(self, NULL);
    show(self);
    if (info == NULL) {
        say(self, error->message);
        return;
    }
    gtk_editable_set_text(self->password, "");
    text = g_strdup_printf(ngettext("Backed up and checked: %u customer",
                                    "Backed up and checked: %u customers", info->customers),
                           info->customers);
    if (info->ok)
        say(self, text);
    else
        say(self, info->ruled ? care_backup_info_fault(info)
                              : _("Backed up, but the shop’s data has faults; “verify” names them"));
}

void
care_backup_page_write(CareBackupPage *self, const char *path)
{
    set_working(self, _("Writing the backup and checking it…"));
    care_backup_write_async(store_of(self), path, password_of(self), NULL, on_written, g_object_ref(self));
}

static void
on_place_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GFile) file = gtk_file_dialog_save_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;

    if (path != NULL && self->context != NULL)
        care_backup_page_write(self, path);
}

static void
on_now(CareBackupPage *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();
    g_autofree char *name = care_backup_name(care_clock_today(care_context_get_clock(self->context)));

    gtk_file_dialog_set_title(dialog, _("Back Up to…"));
    gtk_file_dialog_set_initial_name(dialog, name);
    gtk_file_dialog_save(dialog, window_of(self), NULL, on_place_chosen, g_object_ref(self));
}

static void
on_folder_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GFile) file = gtk_file_dialog_select_folder_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;

    if (path != NULL && self->context != NULL)
        care_setting_save(store_of(self), CARE_SETTING_BACKUP_DIR, _("Backup folder"), path);
}

static void
on_choose_folder(CareBackupPage *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();

    gtk_file_dialog_set_title(dialog, _("Choose a Folder for Backups"));
    gtk_file_dialog_select_folder(dialog, window_of(self), NULL, on_folder_chosen, g_object_ref(self));
}

static void
on_no_folder(CareBackupPage *self)
{
    care_setting_save(store_of(self), CARE_SETTING_BACKUP_DIR, _("Backup folder"), NULL);
}

static void
end_daily(CareBackupPage *self, GObject *source, GAsyncResult *result, const char *told)
{
    g_autoptr(GError) error = NULL;
    gboolean written = care_backup_daily_finish(CARE_STORE(source), result, &error);

    if (self->context == NULL)
        return;
    self->writing = FALSE;
    set_working(self, NULL);
    show(self);
    if (error != NULL || written)
        say(self, error != NULL ? error->message : told);
}

static void
on_first(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;

    end_daily(self, source, result, _("The first backup is in the folder, and checked"));
}

static void
on_locked(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;

    end_daily(self, source, result, _("Today’s backup wants its password, too"));
}

/* What is tried out in the sample shop goes into nobody's folder. */
static gboolean
is_sample(CareBackupPage *self)
{
    g_autofree char *sample = care_sample_dir();

    return g_strcmp0(care_context_get_data_dir(self->context), sample) == 0;
}

/* Nothing that is to be locked lies open until tomorrow. One that is written just now is written anew when it is done. */
static void
lock_today(CareBackupPage *self)
{
    if (self->dir == NULL || self->writing || is_sample(self))
        return;
    self->writing = TRUE;
    set_working(self, _("Writing the backup and checking it…"));
    care_backup_daily_anew_async(store_of(self), on_locked, g_object_ref(self));
}

static void
on_password_kept(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GError) error = NULL;
    gboolean kept = care_backup_secret_set_finish(result, &error);

    if (kept)
        care_toast_barrier(GTK_WIDGET(self));
    if (self->context == NULL)
        return;
    if (kept)
        gtk_editable_set_text(self->daily_password, "");
    say(self, !kept ? error->message
              : care_backup_secret_is_set(store_of(self))
                  ? _("From now on the daily file wants its password")
                  : _("From now on the daily file wants no password"));
    if (kept && care_backup_secret_is_set(store_of(self)))
        lock_today(self);
}

static void
on_daily_password(CareBackupPage *self)
{
    const char *password = gtk_editable_get_text(self->daily_password);

    if (*password != '\0')
        care_backup_secret_set_async(store_of(self), password, on_password_kept, g_object_ref(self));
}

static void
on_no_password(CareBackupPage *self)
{
    care_backup_secret_set_async(store_of(self), NULL, on_password_kept, g_object_ref(self));
}

static void
on_answered(AdwAlertDialog *alert, const char *answer, gpointer data)
{
    CareBackupPage *self = data;

    if (g_str_equal(answer, "restore")) {
        const char *password = password_of(self);

        set_working(self, _("Restoring…"));
        gtk_widget_activate_action(GTK_WIDGET(self), "app.restore", "(ss)", self->path,
                                   password != NULL ? password : "");
    }
}

/* What would come back is said before anything is touched. */
static void
ask(CareBackupPage *self, const CareBackupInfo *info)
{
    g_autofree char *date = taken(self, info->taken);
    g_autofree char *body = g_strdup_printf(
        /* Translators: a day with its time, and two numbers */
        _("It was taken %s. Customers in it: %u; invoices: %u. It takes the place of the shop as it is now, "
          "which is kept beside it."),
        date, info->customers, info->invoices);
    AdwDialog *alert = ADW_DIALOG(care_alert_new(_("Restore This Backup?"), body));

    if (!info->ok)
        adw_alert_dialog_format_body(ADW_ALERT_DIALOG(alert), "%s\n\n%s", body,
                                     info->miscounted
                                         ? care_backup_info_fault(info)
                                         : _("Some of its data has faults; “verify” names them afterwards."));
    adw_alert_dialog_add_responses(ADW_ALERT_DIALOG(alert), "cancel", _("_Cancel"), "restore", _("_Restore"),
                                   NULL);
    adw_alert_dialog_set_response_appearance(ADW_ALERT_DIALOG(alert), "restore", ADW_RESPONSE_DESTRUCTIVE);
    adw_alert_dialog_set_close_response(ADW_ALERT_DIALOG(alert), "cancel");
    g_signal_connect_object(alert, "response", G_CALLBACK(on_answered), self, 0);
    adw_dialog_present(alert, GTK_WIDGET(self));
}

static void
on_checked(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareBackupInfo) info = care_backup_check_finish(result, &error);

    if (self->context == NULL)
        return;
    set_working(self, NULL);
    if (info != NULL)
        ask(self, info);
    else
        say(self, error->message);
}

void
care_backup_page_read(CareBackupPage *self, const char *path)
{
    g_set_str(&self->path, path);
    set_working(self, _("Looking through the backup…"));
    care_backup_check_async(path, care_context_get_data_dir(self->context), password_of(self), NULL,
                            on_checked, g_object_ref(self));
}

static void
on_backup_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareBackupPage) self = data;
    g_autoptr(GFile) file = gtk_file_dialog_open_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;

    if (path != NULL && self->context != NULL)
        care_backup_page_read(self, path);
}

static void
on_restore(CareBackupPage *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();

    gtk_file_dialog_set_title(dialog, _("Choose a Backup"));
    gtk_file_dialog_open(dialog, window_of(self), NULL, on_backup_chosen, g_object_ref(self));
}

/* Whoever chooses a folder looks into it, and finds the first backup there, not that of the next start. */
static void
follow_folder(CareBackupPage *self)
{
    g_autofree char *dir = care_store_setting(store_of(self), CARE_SETTING_BACKUP_DIR);

    if (!g_set_str(&self->dir, dir) || dir == NULL || is_sample(self))
        return;
    self->writing = TRUE;
    set_working(self, _("Writing the backup and checking it…"));
    care_backup_daily_async(store_of(self), on_first, g_object_ref(self));
}

static void
on_store_changed(CareBackupPage *self, CareChangeSet *changes)
{
    if (!care_change_set_has_kind(changes, "setting"))
        return;
    show(self);
    follow_folder(self);
}

static void
care_backup_page_dispose(GObject *object)
{
    CareBackupPage *self = CARE_BACKUP_PAGE(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_BACKUP_PAGE);
    if (self->context != NULL)
        g_clear_signal_handler(&self->handler, store_of(self));
    g_clear_object(&self->context);
    g_clear_pointer(&self->path, g_free);
    g_clear_pointer(&self->dir, g_free);
    G_OBJECT_CLASS(care_backup_page_parent_class)->dispose(object);
}

static void
care_backup_page_class_init(CareBackupPageClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_backup_page_dispose;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_SECRET_ROW);
    CARE_TEMPLATE(klass, "preferences/backup-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareBackupPage, folder, no_folder, daily_password, encrypted, last,
                           password, now, restore, working);
    CARE_TEMPLATE_CALLBACKS(klass, on_now, on_restore, on_choose_folder, on_no_folder, on_daily_password,
                            on_no_password);
}

static void
care_backup_page_init(CareBackupPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

GtkWidget *
care_backup_page_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    CareBackupPage *self = g_object_new(CARE_TYPE_BACKUP_PAGE, NULL);

    self->dialog = dialog;
    self->context = g_object_ref(context);
    self->dir = care_store_setting(store_of(self), CARE_SETTING_BACKUP_DIR);
    self->handler = g_signal_connect_swapped(store_of(self), "changed", G_CALLBACK(on_store_changed), self);
    show(self);
    return GTK_WIDGET(self);
}
