-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether there is an issued document ?1.
SELECT EXISTS (SELECT 1 FROM invoice WHERE number = ?1)
