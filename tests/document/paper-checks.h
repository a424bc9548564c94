/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/paper.h"

int paper_find(CarePaper *paper, const char *text);
guint paper_count(CarePaper *paper, guint page, const char *text);
void assert_has(CarePaper *paper, const char *text);
void assert_lacks(CarePaper *paper, const char *text);
void assert_nothing_clipped(CarePaper *paper, double side);
void assert_no_overlap(CarePaper *paper);
void assert_pages_numbered(CarePaper *paper);
