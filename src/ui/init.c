/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/init.h"

#include "ui/kit/banner.h"
#include "ui/kit/combo-row.h"
#include "ui/kit/contrast.h"
#include "ui/kit/menu-names.h"
#include "ui/kit/number-texts.h"
#include "ui/kit/room.h"

/* Generated beside this file's object, where no include path leads. */
GResource *care_resources_get_resource(void);
GResource *care_templates_get_resource(void);

/* Makes templates, style and icons known. A static library's own constructors would be left out by the linker.
 * Call once, on the main thread, before the first widget; tests call it too. */
void
care_ui_init(void)
{
    g_resources_register(care_resources_get_resource());
    g_resources_register(care_templates_get_resource());
    g_type_ensure(CARE_TYPE_BANNER);
    g_type_ensure(CARE_TYPE_COMBO_ROW); /* templates of every place name it */
    care_menu_names_begin();
}

/** care_ui_follow: looks as the person has it set for all programs: contrast, size of letters, from which side it is read.
 *
 * Call once, on the main thread, when the toolkit was begun, which knows that from then on. */
void
care_ui_follow(GdkDisplay *display)
{
    care_contrast_follow(display);
    care_number_texts_begin();
    care_rooms_follow(display);
}
