-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All steps of care that are due by the day ?1.
SELECT id FROM followup WHERE state = 'open' AND due <= ?1 ORDER BY due, id
