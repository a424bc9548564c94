/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/paper.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "document/paper-render.h"
#include "service/invoices/invoice-document.h"
#include "service/jobs/care-document.h"
#include "service/jobs/order-document.h"
#include "service/outreach/letter-document.h"
#include "service/paper-size.h"
#include "store/outside.h"
#include "store/setting.h"

/* clang-format off */
static const CarePaperKind *const kinds[] = {
    &care_order_paper_kind,
    &care_care_paper_kind,
    &care_invoice_paper_kind,
    &care_letter_paper_kind,
    NULL,
};
/* clang-format on */

const CarePaperKind *const *
care_paper_kinds(void)
{
    return kinds;
}

const CarePaperKind *
care_paper_kind_by_name(const char *name)
{
    for (gsize i = 0; kinds[i] != NULL; i++)
        if (g_strcmp0(kinds[i]->name, name) == 0)
            return kinds[i];
    return NULL;
}

const char *
care_paper_kind_label(const CarePaperKind *self)
{
    return g_dgettext(GETTEXT_PACKAGE, self->label);
}

static char *
sheet_names(const CarePaperKind *self)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (gsize i = 0; self->sheets[i] != NULL; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", self->sheets[i]->name);
    return g_string_free_and_steal(g_steal_pointer(&names));
}

const CareSheet *
care_paper_kind_sheet(const CarePaperKind *self, const char *name, GError **error)
{
    g_autofree char *names = NULL;

    for (gsize i = 0; self->sheets[i] != NULL; i++)
        if (g_strcmp0(self->sheets[i]->name, name) == 0)
            return self->sheets[i];
    names = sheet_names(self);
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                _("This paper does not fit on %s. Nothing was written; use one of: %s."), name, names);
    return NULL;
}

/* The shop's own, where this paper fits on it. */
static const CareSheet *
usual_sheet(const CarePaperKind *self, CareConnection *connection)
{
    const CareSheet *own = care_paper_size_of_shop(connection);

    for (gsize i = 0; self->sheets[i] != NULL; i++)
        if (self->sheets[i] == own)
            return own;
    return self->sheets[0];
}

CarePaper *
care_paper_lay_out(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record, GError **error)
{
    CarePaperDesk own = *desk;

    if (self->fits != NULL && !self->fits(record)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED, _("There is no such paper of this: %s."),
                    care_paper_kind_label(self));
        return NULL;
    }
    /* a paper that leaves out what the shop is called, because it could not be read, goes out as if it were right */
    if (!care_settings_check(desk->connection, error))
        return NULL;
    if (own.sheet == NULL)
        own.sheet = usual_sheet(self, desk->connection);
    return self->lay_out(&own, record, error);
}

static gboolean
write_file(const char *path, const char *bytes, gsize length, GError **error)
{
    g_autoptr(GError) cause = NULL;

    if (g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &cause))
        return TRUE;
    care_set_error_not_saved(error, path, cause);
    return FALSE;
}

GBytes *
care_paper_read_kept(const CarePaperKind *self, const char *data_dir, CareRecord *record, GError **error)
{
    g_autofree char *kept = self->kept(data_dir, record);
    g_autoptr(GBytes) bytes = care_plain_file_read(kept, NULL);
    g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;

    if (hash != NULL && g_strcmp0(hash, care_record_text(record, self->kept_hash)) == 0)
        return g_steal_pointer(&bytes);
    if (hash == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    _("The stored paper %s cannot be read. Nothing was written; restore it from a backup."),
                    kept);
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_CORRUPT,
            _("The stored paper %s was altered: it is not the one that was issued. It was not handed out; "
              "restore it from a backup."),
            kept);
    return NULL;
}

static gboolean
copy_kept(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record, const char *path,
          GError **error)
{
    g_autoptr(GBytes) bytes = NULL;

    if (desk->sheet != NULL) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This paper went out already and is kept as it was. Nothing was written; leave "
                              "the size out to get that one."));
        return FALSE;
    }
    bytes = care_paper_read_kept(self, desk->data_dir, record, error);
    return bytes != NULL && write_file(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), error);
}

static gboolean
write_calendar(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record, const char *path,
               GError **error)
{
    g_autofree char *text = NULL;

    if (self->calendar == NULL) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_REFUSED,
            _("This paper has no dates for a calendar. Nothing was written; end the name of the "
              "file in .pdf."));
        return FALSE;
    }
    text = self->calendar(desk, record, error);
    return text != NULL && write_file(path, text, strlen(text), error);
}

static gboolean
write_pdf(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record, const char *path,
          GError **error)
{
    g_autoptr(CarePaper) paper = care_paper_lay_out(self, desk, record, error);
    g_autoptr(GBytes) pdf = paper != NULL ? care_paper_write_pdf(paper, desk->now, error) : NULL;

    return pdf != NULL && write_file(path, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf), error);
}

gboolean
care_paper_export(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record, const char *path,
                  GError **error)
{
    g_autofree char *kept = self->kept != NULL ? self->kept(desk->data_dir, record) : NULL;

    if (!care_path_may_be_written(desk->data_dir, path, error))
        return FALSE;
    if (g_str_has_suffix(path, ".ics"))
        return write_calendar(self, desk, record, path, error);
    if (kept != NULL)
        return copy_kept(self, desk, record, path, error);
    return write_pdf(self, desk, record, path, error);
}
