/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/opener.h"

static gboolean
has_program(const char *type)
{
    g_autoptr(GAppInfo) program = NULL;

    if (g_file_test("/.flatpak-info", G_FILE_TEST_EXISTS))
        return TRUE;
    program = g_app_info_get_default_for_type(type, FALSE);
    return program != NULL;
}

gboolean
care_opener_has_program(GFile *file)
{
    g_autofree char *name = g_file_get_basename(file);
    g_autofree char *type = g_content_type_guess(name, NULL, 0, NULL);

    return has_program(type);
}

gboolean
care_opener_has_file_manager(void)
{
    return has_program("inode/directory");
}
