// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON-RPC 2.0: what a line asks for, and how answers look. Pure.
#pragma once

#include "base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <variant>
#include <vector>

namespace cli {

enum RpcCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    LibraryError = -32000,
};

struct Request {
    QJsonValue id = QJsonValue::Undefined; //!< undefined: a notification, never answered
    QString method;
    QJsonObject params;

    bool wantsAnswer() const { return !id.isUndefined(); }
};

struct Fault {
    QJsonValue id = QJsonValue::Null;
    int code = InvalidRequest;
    QString message;
};

//! The call of a line, or those of a batch. Every answer is an object on a line of its own, those
//! of a batch too: who reads the output never meets anything else.
std::vector<std::variant<Request, Fault>> parseLine(const QByteArray& line);

QJsonObject resultObject(const QJsonValue& id, const QJsonValue& result);
QJsonObject faultObject(const Fault& fault);
//! `data` has kind, errcode and retryAfterMs; an error with code InvalidParams is the caller's.
QJsonObject errorObject(const client::Error& error);
QJsonObject errorAnswer(const QJsonValue& id, const client::Error& error);
QJsonObject notification(const QString& method, const QJsonObject& params);

//! An English sentence for a person at a terminal.
QString sentence(const client::Error& error);

} // namespace cli
