-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE crypto_account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pickle BLOB NOT NULL,
    keys_uploaded INTEGER NOT NULL,
    server_one_time_keys INTEGER NOT NULL,
    fallback_used INTEGER NOT NULL,
    fallback_made_at INTEGER NOT NULL,
    fallback_retire_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    pending_upload BLOB NOT NULL
) STRICT;

CREATE TABLE crypto_device (
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    curve25519 BLOB NOT NULL,
    ed25519 BLOB NOT NULL,
    display_name TEXT NOT NULL,
    algorithms TEXT NOT NULL,
    keys TEXT NOT NULL,
    blocked INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    PRIMARY KEY (user, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX crypto_device_by_key ON crypto_device (curve25519);

CREATE TABLE crypto_identity (
    user TEXT PRIMARY KEY,
    master BLOB NOT NULL,
    self_signing BLOB NOT NULL,
    user_signing BLOB NOT NULL,
    pinned_master BLOB NOT NULL,
    changed INTEGER NOT NULL,
    master_key TEXT NOT NULL,
    self_signing_key TEXT NOT NULL,
    user_signing_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_tracked (
    user TEXT PRIMARY KEY,
    outdated INTEGER NOT NULL,
    sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX crypto_tracked_outdated ON crypto_tracked (user) WHERE outdated <> 0;

CREATE TABLE crypto_olm (
    session_id BLOB PRIMARY KEY,
    sender_key BLOB NOT NULL,
    pickle BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    last_received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX crypto_olm_by_key ON crypto_olm (sender_key, last_received_at);

-- Hashes of to-device ciphertexts that were processed.
CREATE TABLE crypto_seen (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sender_key BLOB NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (sender_key, hash)
) STRICT;
CREATE INDEX crypto_seen_by_age ON crypto_seen (sender_key, id);

CREATE TABLE crypto_repair (
    sender_key BLOB PRIMARY KEY,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_inbound (
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    sender_key BLOB NOT NULL,
    ed25519 BLOB NOT NULL,
    owner TEXT NOT NULL,
    pickle BLOB NOT NULL,
    source INTEGER NOT NULL,
    first_index INTEGER NOT NULL,
    shared_history INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (room, session_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_outbound (
    room TEXT PRIMARY KEY,
    session_id BLOB NOT NULL,
    pickle BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    invalidated INTEGER NOT NULL,
    shared_history INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_share (
    session_id BLOB NOT NULL,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    curve25519 BLOB NOT NULL,
    message_index INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL,
    withheld_code TEXT NOT NULL,
    PRIMARY KEY (session_id, user, device, curve25519)
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_withheld (
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (room, session_id)
) STRICT, WITHOUT ROWID;

-- The replay check: one event for each index of a session, for ever.
CREATE TABLE megolm_index (
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    message_index INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    ts INTEGER NOT NULL,
    PRIMARY KEY (room, session_id, message_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_room (
    room TEXT PRIMARY KEY,
    algorithm TEXT NOT NULL,
    rotation_messages INTEGER NOT NULL,
    rotation_ms INTEGER NOT NULL,
    history_visibility TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE crypto_outgoing (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    body TEXT NOT NULL,
    room TEXT NOT NULL
) STRICT;

CREATE TABLE crypto_value (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
