-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The root of the thread in which an event stands; empty: the main timeline.
ALTER TABLE event ADD COLUMN thread TEXT NOT NULL DEFAULT '';
UPDATE event SET thread = coalesce((SELECT r.target FROM relation r WHERE r.room = event.room
    AND r.event_id = event.event_id AND r.rel_type = 'm.thread'), '')
    WHERE json_type(event, '$.state_key') IS NULL;
-- What is related to another event itself begins no thread.
UPDATE event SET thread = '' WHERE thread = event_id OR EXISTS (SELECT 1 FROM relation r
    WHERE r.room = event.room AND r.event_id = event.thread AND r.rel_type <> 'm.redaction');
CREATE INDEX event_by_thread ON event (room, thread, chunk, position, preview, redacted, sender,
    event_id) WHERE thread <> '';
CREATE INDEX event_notifying_thread ON event (room, chunk, position)
    WHERE notify > 0 AND thread <> '';

-- How far a thread was read, and what the server says of it.
CREATE TABLE thread (
    room TEXT NOT NULL,
    root TEXT NOT NULL,
    read_chunk INTEGER NOT NULL DEFAULT 0,
    read_position INTEGER NOT NULL DEFAULT 0,
    server_unread INTEGER NOT NULL DEFAULT 0,
    server_highlights INTEGER NOT NULL DEFAULT 0,
    -- As its root was last told: replies that may not be here, and whether this person wrote some.
    replies INTEGER NOT NULL DEFAULT 0,
    participated INTEGER NOT NULL DEFAULT 0,
    -- Where the server goes on with older replies; '': all are here; NULL: never asked.
    older TEXT,
    PRIMARY KEY (room, root)
) STRICT, WITHOUT ROWID;

-- Up to here everything is read, in threads too: what a receipt without a thread says.
ALTER TABLE room ADD COLUMN flat_chunk INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN flat_position INTEGER NOT NULL DEFAULT 0;
UPDATE room SET flat_chunk = read_chunk, flat_position = read_position;
