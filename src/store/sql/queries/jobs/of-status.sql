-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs of the status ?1, the latest first.
SELECT id FROM live_job WHERE status = ?1 ORDER BY received DESC, id DESC
