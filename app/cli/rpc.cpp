// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpc.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using client::Error;
using Kind = client::Error::Kind;

namespace cli {

namespace {

bool isId(const QJsonValue& id)
{
    return id.isUndefined() || id.isString() || id.isDouble() || id.isNull();
}

std::variant<Request, Fault> parseCall(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const QJsonValue id = object.value("id"_L1);
    Fault fault;
    fault.id = isId(id) && !id.isUndefined() ? id : QJsonValue(QJsonValue::Null);
    if (!value.isObject() || object.value("jsonrpc"_L1).toString() != "2.0"_L1 || !isId(id) ||
        !object.value("method"_L1).isString()) {
        fault.message = u"Not a JSON-RPC 2.0 request."_s;
        return fault;
    }
    const QJsonValue params = object.value("params"_L1);
    if (!params.isUndefined() && !params.isObject() &&
        !(params.isArray() && params.toArray().isEmpty())) {
        fault.code = InvalidParams;
        fault.message = u"params must be an object."_s;
        return fault;
    }
    return Request{id, object.value("method"_L1).toString(), params.toObject()};
}

//! QJsonDocument knows objects and arrays only; a lone text or number is JSON as well.
bool isLoneValue(const QByteArray& line)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + line + ']');
    return wrapped.isArray() && wrapped.array().size() == 1;
}

QString waitSentence(const Error& error)
{
    if (!error.retryAfter) {
        return u"The server asks to wait before the next try."_s;
    }
    return u"The server asks to wait %1 s before the next try."_s.arg(
        (error.retryAfter->count() + 999) / 1000);
}

QString forbiddenSentence(const Error& error)
{
    if (error.errcode.isEmpty()) {
        return u"This is not permitted."_s;
    }
    return error.errcode == "M_USER_DEACTIVATED"_L1
               ? u"The account has been deactivated."_s
               : u"The server refuses this (wrong password or not permitted)."_s;
}

//! Of what is kept on this computer; empty: the error is of another kind.
QString storeSentence(Error::Kind kind)
{
    switch (kind) {
    case Kind::WrongKey:
        return u"This is not the right passphrase or key."_s;
    case Kind::Damaged:
        return u"The stored data is damaged."_s;
    case Kind::TooNew:
        return u"The stored data was written by a newer version."_s;
    case Kind::DiskFull:
        return u"The disk is full."_s;
    case Kind::Busy:
        return u"Another program uses this account's data."_s;
    case Kind::Store:
        return u"The stored data cannot be read or written."_s;
    default:
        return {};
    }
}

} // namespace

std::vector<std::variant<Request, Fault>> parseLine(const QByteArray& line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError) {
        Fault fault;
        if (isLoneValue(line)) {
            fault.message = u"Not a JSON-RPC 2.0 request."_s;
            return {fault};
        }
        fault.code = ParseError;
        fault.message = u"Not JSON: %1."_s.arg(error.errorString());
        return {fault};
    }
    if (!document.isArray()) {
        return {parseCall(document.object())};
    }
    std::vector<std::variant<Request, Fault>> calls;
    for (const QJsonValue& call : document.array()) {
        calls.push_back(parseCall(call));
    }
    if (calls.empty()) {
        Fault fault;
        fault.message = u"An empty batch."_s;
        calls.emplace_back(fault);
    }
    return calls;
}

QString sentence(const Error& error)
{
    switch (error.kind) {
    case Kind::Offline:
        return u"The server cannot be reached."_s;
    case Kind::Timeout:
        return u"It took too long."_s;
    case Kind::RateLimited:
        return waitSentence(error);
    case Kind::SignedOut:
        return u"Not signed in any more."_s;
    case Kind::Forbidden:
        return forbiddenSentence(error);
    case Kind::NotFound:
        return u"There is no such thing."_s;
    case Kind::Server:
        return u"The server failed to do it."_s;
    case Kind::Malformed:
        return u"The answer makes no sense."_s;
    case Kind::Invalid:
        return u"This cannot be done with these values."_s;
    case Kind::Tls:
        return u"The server's certificate was refused."_s;
    case Kind::NotMatrix:
        return u"This is not a Matrix home server."_s;
    case Kind::Crypto:
        return u"A check of the encryption failed."_s;
    case Kind::Unsupported:
        return u"This is not supported here."_s;
    case Kind::Cancelled:
        return u"It was stopped."_s;
    default:
        break;
    }
    const QString stored = storeSentence(error.kind);
    return stored.isEmpty() ? u"The program made a mistake."_s : stored;
}

QJsonObject resultObject(const QJsonValue& id, const QJsonValue& result)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"result"_s, result}};
}

QJsonObject faultObject(const Fault& fault)
{
    return {{u"jsonrpc"_s, u"2.0"_s},
            {u"id"_s, fault.id},
            {u"error"_s, QJsonObject{{u"code"_s, fault.code},
                                     {u"message"_s, fault.message},
                                     {u"data"_s, QJsonObject{{u"kind"_s, u"invalid"_s}}}}}};
}

QJsonObject errorObject(const Error& error)
{
    QJsonObject data{{u"kind"_s, client::kindName(error.kind)}};
    if (!error.errcode.isEmpty()) {
        data.insert(u"errcode"_s, error.errcode);
    }
    if (error.retryAfter) {
        data.insert(u"retryAfterMs"_s, qint64(error.retryAfter->count()));
    }
    QString message = sentence(error);
    if (!error.detail.isEmpty()) {
        message += u" (%1)"_s.arg(error.detail);
    }
    const bool callers = error.code == InvalidParams || error.code == MethodNotFound;
    return {{u"code"_s, callers ? error.code : int(LibraryError)},
            {u"message"_s, callers ? error.detail : message},
            {u"data"_s, data}};
}

QJsonObject errorAnswer(const QJsonValue& id, const Error& error)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"error"_s, errorObject(error)}};
}

QJsonObject notification(const QString& method, const QJsonObject& params)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}};
}

} // namespace cli
