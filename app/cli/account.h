// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Account: the one session of the process: signed in, restored, ended; and the key of its store.
#pragma once

#include "clioptions.h"

#include <functional>
#include <memory>

namespace cli {

class Account {
public:
    //! `beforeClose` ends whatever still works with the session that is about to go.
    Account(CliOptions options, std::function<void()> beforeClose);

    //! nullptr: none is open.
    client::session::Session* session() const { return m_session.get(); }

    client::Task<client::Result<>> login(client::session::LoginRequest request);
    client::Task<client::Result<>> restore();
    client::Task<client::Result<>> logout();
    void close(); //!< keeps what is stored

private:
    client::Task<client::Result<client::SecretBytes>> storedKey();
    client::Task<client::Result<client::SecretBytes>> newKey();
    client::Result<client::SecretBytes> askPassphrase();
    client::session::SessionOptions sessionOptions(client::SecretBytes key) const;

    CliOptions m_options;
    std::function<void()> m_beforeClose;
    QString m_folder;
    client::SecretBytes m_key; //!< of the open store: a sign-in after a soft logout goes on with it
    std::unique_ptr<client::session::Session> m_session;
    bool m_busy = false; //!< signing in or out
};

} // namespace cli
