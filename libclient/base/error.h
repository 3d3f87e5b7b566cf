// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Error and Result: the one vocabulary in which every room says that something failed.
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>
#include <utility>

namespace client {

//! What went wrong. `detail` is for the log and for programmers, never shown to a person;
//! app/text/errortext turns `kind` (and `errcode`) into a sentence.
struct Error {
    enum class Kind {
        Offline,     //!< no route, no name, connection refused or cut
        Timeout,     //!< the server did not answer in time
        RateLimited, //!< 429; see retryAfter
        SignedOut,   //!< 401: the access token is no longer good (see softLogout)
        Forbidden,   //!< 403
        NotFound,    //!< 404, or nothing local by that id
        Server,      //!< 5xx or an answer that makes no sense at this moment
        Malformed,   //!< bytes that are not what they must be
        Invalid,     //!< the caller's arguments (bad id, empty name, too large …)
        Tls,         //!< certificate refused
        NotMatrix,   //!< a server, but not a Matrix home server
        Crypto,      //!< a check of cryptography failed
        WrongKey,    //!< the store's key or passphrase is not the right one
        Damaged,     //!< the store's file is not readable
        TooNew,      //!< the store was written by a newer program
        DiskFull,    //!< no space left
        Busy,        //!< another program uses this account's store
        Store,       //!< any other failure of the store
        Unsupported, //!< the server or the room asks for what this program cannot do
        Cancelled,   //!< whoever asked for it stopped it
        Internal,    //!< a broken promise inside the program
    };

    Kind kind = Kind::Internal;
    int code = 0;    //!< HTTP status or library code; 0 where there is none
    QString detail;  //!< for logs
    QString errcode; //!< Matrix error code as received ("M_FORBIDDEN"), else empty
    std::optional<std::chrono::milliseconds> retryAfter;
    bool softLogout = false; //!< with SignedOut: keep the store, ask for the password again

    bool operator==(const Error&) const = default;
};

//! Stable lower-camel name of a kind ("rateLimited"): part of tchap-cli's public interface.
QString kindName(Error::Kind kind);

template <class T = void>
using Result = std::expected<T, Error>;

//! `return fail(Error::Kind::Malformed, u"no device_id"_s);`
inline std::unexpected<Error> fail(Error::Kind kind, QString detail = {}, int code = 0)
{
    return std::unexpected(Error{.kind = kind,
                                 .code = code,
                                 .detail = std::move(detail),
                                 .errcode = {},
                                 .retryAfter = {},
                                 .softLogout = false});
}

} // namespace client
