// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Discovery: from what a person typed to a home server that answers (specification, "Server
// discovery").
#pragma once

#include "net/qttransport.h"

#include <QStringList>

namespace client::net {

struct Discovered {
    QUrl baseUrl;
    QStringList versions;
    QStringList loginFlows;
};

//! `input`: a server name, a user id, or a base URL. Sets the transport's base URL. Offline (not
//! found), Tls, NotMatrix, Timeout, Malformed (a broken well-known document), Invalid (no address).
Task<Result<Discovered>> discover(QtTransport* transport, QString input);

} // namespace client::net
