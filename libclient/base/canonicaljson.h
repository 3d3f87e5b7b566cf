// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Canonical JSON (specification, appendices): keys sorted by code point, no spaces, integers only.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace client {

//! Fails (Malformed) on a float, on an integer beyond 2^53-1, on a lone surrogate.
Result<QByteArray> canonicalJson(const QJsonValue& value);
//! The bytes that a signature covers: without `signatures` and `unsigned`.
Result<QByteArray> signableJson(QJsonObject object);

} // namespace client
