-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing is put off for the record ?1 any more.
DELETE FROM deferral WHERE record = ?1
