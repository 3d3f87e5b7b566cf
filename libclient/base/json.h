// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading JSON of strangers: bounded in size and depth before QJsonDocument sees it.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace client {

inline constexpr int maxJsonDepth = 100;

//! Malformed if not one JSON object, deeper than maxJsonDepth, or not UTF-8.
Result<QJsonObject> parseObject(const QByteArray& text);
Result<QJsonArray> parseArray(const QByteArray& text); //!< likewise
QByteArray toJson(const QJsonObject& object);          //!< compact
QByteArray toJson(const QJsonArray& array);

} // namespace client
