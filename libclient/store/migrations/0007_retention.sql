-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Messages leave when they are older than their room keeps them.
CREATE INDEX event_by_age ON event (room, ts);
-- Places below it were taken once: none is given a second time, or what is new would count as read.
ALTER TABLE chunk ADD COLUMN next_position INTEGER NOT NULL DEFAULT 0;
