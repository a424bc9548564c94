-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the file ?1 is a document's, the shop's logo (the setting ?2), or the logo that an invoice bears: the shop may have a new one.
SELECT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)
    OR EXISTS (SELECT 1 FROM setting WHERE key = ?2 AND value = ?1)
    OR EXISTS (SELECT 1 FROM invoice WHERE instr(seller, ?1))
