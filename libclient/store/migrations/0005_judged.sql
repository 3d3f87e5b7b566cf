-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A device that becomes known may say whose the sessions are that came before it.
CREATE INDEX crypto_inbound_by_sender ON crypto_inbound (sender_key, room);
