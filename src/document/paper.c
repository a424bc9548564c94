/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* CarePaper: the result of laying out a document. It holds plain values only, no font and no surface, so it may
 * be made in one thread and drawn in another, as long as nobody changes it meanwhile. Drawing is in
 * paper-render. */
#include "document/paper.h"

struct _CarePaper {
    GObject parent_instance;
    double width;
    double height;
    char *title;
    char *author;
    const char *language; /* interned */
    GPtrArray *pages;     /* of GPtrArray of CareBox */
};

G_DEFINE_FINAL_TYPE(CarePaper, care_paper, G_TYPE_OBJECT)

CareBox *
care_box_new(CareBoxKind kind, double x, double y, double width, double height)
{
    CareBox *box = g_new0(CareBox, 1);

    box->kind = kind;
    box->x = x;
    box->y = y;
    box->width = width;
    box->height = height;
    box->style.colour = CARE_INK;

    return box;
}

CareBox *
care_box_copy(const CareBox *box)
{
    CareBox *copy = g_memdup2(box, sizeof *box);

    copy->text = g_strdup(box->text);
    copy->image = box->image != NULL ? g_bytes_ref(box->image) : NULL;

    return copy;
}

void
care_box_free(CareBox *box)
{
    g_free(box->text);
    g_clear_pointer(&box->image, g_bytes_unref);
    g_free(box);
}

static void
care_paper_finalize(GObject *object)
{
    CarePaper *self = CARE_PAPER(object);

    g_clear_pointer(&self->title, g_free);
    g_clear_pointer(&self->author, g_free);
    g_clear_pointer(&self->pages, g_ptr_array_unref);
    G_OBJECT_CLASS(care_paper_parent_class)->finalize(object);
}

static void
care_paper_class_init(CarePaperClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_paper_finalize;
}

static void
care_paper_init(CarePaper *self)
{
    self->pages = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
}

/* An empty document. Size in points; title and author end up in the PDF's properties and may be NULL. */
CarePaper *
care_paper_new(double width, double height, const char *title, const char *author)
{
    CarePaper *self = g_object_new(CARE_TYPE_PAPER, NULL);

    self->width = width;
    self->height = height;
    self->title = title != NULL ? g_utf8_make_valid(title, -1) : NULL;
    self->author = author != NULL ? g_utf8_make_valid(author, -1) : NULL;

    return self;
}

/* Adds an empty page and returns its position, counted from 0. */
guint
care_paper_add_page(CarePaper *self)
{
    g_ptr_array_add(self->pages, g_ptr_array_new_with_free_func((GDestroyNotify)care_box_free));

    return self->pages->len - 1;
}

/* Takes the box. */
void
care_paper_add_box(CarePaper *self, guint page, CareBox *box)
{
    g_return_if_fail(page < self->pages->len);

    g_ptr_array_add(g_ptr_array_index(self->pages, page), box);
}

/* Figures are written from left to right everywhere, so a column of them keeps its points below each other. */
static void
mirror_box(CareBox *box, double width)
{
    box->x = width - box->x - box->width;
    if (box->style.tabular && box->style.align == CARE_ALIGN_END)
        return;
    if (box->style.align == CARE_ALIGN_START)
        box->style.align = CARE_ALIGN_END;
    else if (box->style.align == CARE_ALIGN_END)
        box->style.align = CARE_ALIGN_START;
}

/* Swaps left and right, for a document in a language that is written from right to left. */
void
care_paper_mirror(CarePaper *self)
{
    for (guint page = 0; page < self->pages->len; page++) {
        GPtrArray *boxes = g_ptr_array_index(self->pages, page);

        for (guint i = 0; i < boxes->len; i++)
            mirror_box(g_ptr_array_index(boxes, i), self->width);
    }
}

/* What its Han is to be drawn as ("ja"); NULL: by the locale. */
void
care_paper_set_language(CarePaper *self, const char *language)
{
    self->language = g_intern_string(language);
}

const char *
care_paper_get_language(CarePaper *self)
{
    return self->language;
}

double
care_paper_get_width(CarePaper *self)
{
    return self->width;
}

double
care_paper_get_height(CarePaper *self)
{
    return self->height;
}

const char *
care_paper_get_title(CarePaper *self)
{
    return self->title;
}

const char *
care_paper_get_author(CarePaper *self)
{
    return self->author;
}

guint
care_paper_get_n_pages(CarePaper *self)
{
    return self->pages->len;
}

guint
care_paper_get_n_boxes(CarePaper *self, guint page)
{
    g_return_val_if_fail(page < self->pages->len, 0);

    return ((GPtrArray *)g_ptr_array_index(self->pages, page))->len;
}

/* Owned by the paper. */
const CareBox *
care_paper_get_box(CarePaper *self, guint page, guint position)
{
    g_return_val_if_fail(position < care_paper_get_n_boxes(self, page), NULL);

    return g_ptr_array_index((GPtrArray *)g_ptr_array_index(self->pages, page), position);
}

/* All text in reading order, one run a line, pages parted by a form feed: for screen readers and tests. Free with
 * g_free. */
char *
care_paper_get_text(CarePaper *self)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint page = 0; page < self->pages->len; page++) {
        for (guint i = 0; i < care_paper_get_n_boxes(self, page); i++) {
            const CareBox *box = care_paper_get_box(self, page, i);

            if (box->text != NULL)
                g_string_append_printf(text, "%s\n", box->text);
        }
        g_string_append_c(text, '\f');
    }

    return g_strdup(text->str);
}
