/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What a class_init says of its template, each thing once:
 *
 *     CARE_TEMPLATE(klass, "occasions/gift-dialog.ui");
 *     CARE_TEMPLATE_NEEDS(CARE_TYPE_MONEY_ROW, CARE_TYPE_DATE_ROW);
 *     CARE_TEMPLATE_CHILDREN(klass, CareGiftDialog, cost, given, twice);
 *     CARE_TEMPLATE_CALLBACKS(klass, on_cost, on_given);
 *
 * Children are members of the instance (PRIVATE: of its private part), named like the ids in the .blp; needs are types that
 * only the .blp names. */
#define CARE_TEMPLATE(klass, path)                                                                           \
    gtk_widget_class_set_template_from_resource(GTK_WIDGET_CLASS(klass), "/com/example/Aftercare/ui/" path)
#define CARE_TEMPLATE_NEEDS(...) CARE_EACH(CARE_TEMPLATE_NEED, , , __VA_ARGS__)
#define CARE_TEMPLATE_CHILDREN(klass, Type, ...) CARE_EACH(CARE_TEMPLATE_CHILD, klass, Type, __VA_ARGS__)
#define CARE_TEMPLATE_PRIVATE(klass, Type, ...) CARE_EACH(CARE_TEMPLATE_OWN, klass, Type, __VA_ARGS__)
#define CARE_TEMPLATE_CALLBACKS(klass, ...) CARE_EACH(CARE_TEMPLATE_CALLBACK, klass, , __VA_ARGS__)

#define CARE_TEMPLATE_NEED(unused, unused_too, type) g_type_ensure(type);
#define CARE_TEMPLATE_CHILD(klass, Type, member)                                                             \
    gtk_widget_class_bind_template_child(GTK_WIDGET_CLASS(klass), Type, member);
#define CARE_TEMPLATE_OWN(klass, Type, member)                                                               \
    gtk_widget_class_bind_template_child_private(GTK_WIDGET_CLASS(klass), Type, member);
#define CARE_TEMPLATE_CALLBACK(klass, unused, callback)                                                      \
    gtk_widget_class_bind_template_callback(GTK_WIDGET_CLASS(klass), callback);

/* macro(a, b, x); for each x, up to 40. The preprocessor does not recurse, but it reads again what it made as often as
 * it is wrapped; the empty pair keeps the next step for the next reading. */
#define CARE_EACH(macro, a, b, ...)                                                                          \
    do {                                                                                                     \
        CARE_READ_AGAIN(CARE_EACH_STEP(macro, a, b, __VA_ARGS__))                                            \
    } while (0)
#define CARE_EACH_STEP(macro, a, b, first, ...)                                                              \
    macro(a, b, first) __VA_OPT__(CARE_EACH_NEXT CARE_PAIR(macro, a, b, __VA_ARGS__))
#define CARE_EACH_NEXT() CARE_EACH_STEP
#define CARE_PAIR ()
#define CARE_READ_AGAIN(...) CARE_READ_4(CARE_READ_4(CARE_READ_4(__VA_ARGS__)))
#define CARE_READ_4(...) CARE_READ_1(CARE_READ_1(CARE_READ_1(CARE_READ_1(__VA_ARGS__))))
#define CARE_READ_1(...) CARE_READ_0(CARE_READ_0(CARE_READ_0(CARE_READ_0(__VA_ARGS__))))
#define CARE_READ_0(...) __VA_ARGS__
