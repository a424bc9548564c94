-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether nobody has done anything about the follow-up ?1: no edit, no contact, nothing put off.
SELECT NOT EXISTS (SELECT 1 FROM interaction WHERE followup = ?1)
       AND NOT EXISTS (SELECT 1 FROM deferral WHERE rule = 'followup' AND record = ?1)
       AND EXISTS (SELECT 1 FROM followup WHERE id = ?1 AND changed = created)
