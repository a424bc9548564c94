-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When somebody opened the follow-up ?1 again, by hand, for the last time; 0: nobody did since that is written down.
SELECT coalesce(max(at), 0) FROM audit WHERE op = 'followup-opened' AND detail = ?1
