-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The signed-in account; tokens live nowhere else.
CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    homeserver TEXT NOT NULL,
    access_token BLOB NOT NULL,
    refresh_token BLOB NOT NULL,
    token_expires INTEGER NOT NULL,
    signed_out INTEGER NOT NULL
) STRICT;

CREATE TABLE sync (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- room = '' : global.
CREATE TABLE accountdata (
    room TEXT NOT NULL,
    type TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (room, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    room TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is known of a room beside its state, and the cached summary that lists show.
CREATE TABLE room (
    id TEXT PRIMARY KEY,
    membership TEXT NOT NULL,
    members_complete INTEGER NOT NULL DEFAULT 0,
    heroes TEXT NOT NULL DEFAULT '[]',
    joined_count INTEGER NOT NULL DEFAULT -1,
    invited_count INTEGER NOT NULL DEFAULT -1,
    server_unread INTEGER NOT NULL DEFAULT 0,
    server_highlights INTEGER NOT NULL DEFAULT 0,
    -- The place up to which this person has read; moves forward only.
    read_chunk INTEGER NOT NULL DEFAULT 0,
    read_position INTEGER NOT NULL DEFAULT 0,
    summary TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;

-- Current state, without members.
CREATE TABLE state (
    room TEXT NOT NULL,
    type TEXT NOT NULL,
    state_key TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (room, type, state_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    room TEXT NOT NULL,
    user TEXT NOT NULL,
    membership TEXT NOT NULL,
    name TEXT NOT NULL,
    avatar TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (room, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_membership ON member (room, membership);
CREATE INDEX member_by_user ON member (user, membership);
CREATE INDEX member_by_name ON member (room, name);

-- A run of events without a hole. A higher id is newer. Between a chunk and the next older one
-- events are missing when prev_batch is set; without it the two are neighbours, or the oldest chunk
-- begins at the start of the room.
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    prev_batch TEXT
) STRICT;
CREATE INDEX chunk_by_room ON chunk (room, id);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    event_id TEXT NOT NULL,
    chunk INTEGER NOT NULL REFERENCES chunk (id),
    position INTEGER NOT NULL,
    sender TEXT NOT NULL,
    type TEXT NOT NULL,
    ts INTEGER NOT NULL,
    txn TEXT NOT NULL DEFAULT '',
    -- The event as received; what a redaction leaves of it.
    event TEXT NOT NULL,
    decryption TEXT NOT NULL
        CHECK (decryption IN ('plain', 'pending', 'waiting', 'done', 'failed')),
    reason TEXT NOT NULL DEFAULT '',
    session_id BLOB NOT NULL,
    -- {"type": …, "content": …} when decrypted.
    clear TEXT NOT NULL DEFAULT '{}',
    trust TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    redacted INTEGER NOT NULL DEFAULT 0,
    -- By the push rules: 0 nothing, 1 notifies, 2 highlights.
    notify INTEGER NOT NULL DEFAULT 0,
    -- Worth being the last message of a list's row.
    preview INTEGER NOT NULL DEFAULT 0,
    -- Came by a sync and not yet announced to the person: a late decryption may still announce it.
    fresh INTEGER NOT NULL DEFAULT 0,
    UNIQUE (room, event_id)
) STRICT;
CREATE UNIQUE INDEX event_by_place ON event (room, chunk, position);
CREATE INDEX event_by_session ON event (session_id) WHERE decryption IN ('waiting', 'failed');
CREATE INDEX event_pending ON event (room, id) WHERE decryption = 'pending';
CREATE INDEX event_notifying ON event (room, chunk, position) WHERE notify > 0;
CREATE INDEX event_preview ON event (room, chunk, position) WHERE preview > 0;

-- Who points at whom: edits, reactions, references and (rel_type m.redaction) redactions.
CREATE TABLE relation (
    room TEXT NOT NULL,
    target TEXT NOT NULL,
    event_id TEXT NOT NULL,
    rel_type TEXT NOT NULL,
    key TEXT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (room, target, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_event ON relation (room, event_id);

CREATE TABLE receipt (
    room TEXT NOT NULL,
    user TEXT NOT NULL,
    type TEXT NOT NULL,
    event_id TEXT NOT NULL,
    ts INTEGER NOT NULL,
    PRIMARY KEY (room, user, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_event ON receipt (room, event_id);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    txn TEXT NOT NULL UNIQUE,
    room TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
    type TEXT NOT NULL,
    content TEXT NOT NULL,
    -- Event id, or txn of a row that is not sent yet, that the content points at.
    target TEXT NOT NULL DEFAULT '',
    -- The content as it was first handed to the network (encrypted: the ratchet has moved): resent
    -- as it is.
    wire TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    created INTEGER NOT NULL,
    event_id TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_by_room ON outbox (room, state, id);
CREATE INDEX outbox_by_event ON outbox (event_id) WHERE event_id <> '';

-- Bytes of a message that wait in media/outbox; always ciphertext on disk.
CREATE TABLE upload (
    txn TEXT NOT NULL REFERENCES outbox (txn) ON DELETE CASCADE,
    thumbnail INTEGER NOT NULL,
    file TEXT NOT NULL,
    encrypted INTEGER NOT NULL,
    key BLOB NOT NULL,
    iv BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    mimetype TEXT NOT NULL,
    mxc TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (txn, thumbnail)
) STRICT, WITHOUT ROWID;

-- Transaction ids of messages that the server has accepted.
CREATE TABLE senttxn (
    txn TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    event_id TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX senttxn_by_event ON senttxn (event_id);
