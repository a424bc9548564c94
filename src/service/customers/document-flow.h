/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

/* A document is a row and its file: there is none without the other. */
extern const CareKindFlow care_document_flow;
