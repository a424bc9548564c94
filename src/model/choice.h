/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of choices is an X-macro, W(ENUMERATOR, word, N_(label), icon): the word is what is stored, the label what one of
 * it is called, the icon symbolic and NULL where none is shown. From it come the enumerators that C code compares by and
 * the set that a CHOICE field names. */
typedef struct {
    const char *word;
    const char *label; /* untranslated */
    const char *icon;
} CareChoice;

typedef struct {
    const CareChoice *choices;
    int n;
} CareChoiceSet;

/* The place of a word in its set, which is its enumerator; -1 for NULL and for what is none of them. */
int care_choice_find(const CareChoiceSet *set, const char *word);
/* What people call it, translated; the word itself (or NULL) when it is none of them. */
const char *care_choice_label(const CareChoiceSet *set, const char *word);
/* "a|b|c", for who has to write one of them; transfer full. */
char *care_choice_words(const CareChoiceSet *set);

#define CARE_CHOICE_ENUMERATOR(id, word, label, icon) id,
#define CARE_CHOICE_ROW(id, word, label, icon) { word, label, icon },

#define CARE_DECLARE_CHOICES(TypeName, type_name, SET)                                                       \
    typedef enum { SET(CARE_CHOICE_ENUMERATOR) } TypeName;                                                   \
    extern const CareChoiceSet type_name##_set;                                                              \
    /* Whether the word, nullable, is this one. */                                                           \
    static inline gboolean type_name##_is(const char *word, TypeName choice)                                 \
    {                                                                                                        \
        return care_choice_find(&type_name##_set, word) == (int)choice;                                      \
    }                                                                                                        \
    static inline const char *type_name##_word(TypeName choice)                                              \
    {                                                                                                        \
        return type_name##_set.choices[choice].word;                                                         \
    }

#define CARE_DEFINE_CHOICES(type_name, SET)                                                                  \
    static const CareChoice type_name##_choices[] = { SET(CARE_CHOICE_ROW) };                                \
    const CareChoiceSet type_name##_set = { type_name##_choices, G_N_ELEMENTS(type_name##_choices) };

G_END_DECLS
