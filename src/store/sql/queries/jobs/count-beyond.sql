-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many jobs of the year ?1 have a number beyond ?2, up to ?3; both have as many digits.
SELECT count(*) FROM job
WHERE number > ?1 || '-' || ?2 AND number <= ?1 || '-' || ?3 AND length(number) = length(?1 || '-' || ?2)
