// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Connection: the account's requests with its token, refreshed when it expires, and whether the
// server can be reached. Owned by Session; lives on the home thread.
#pragma once

#include "base/task.h"
#include "engine/enginethread.h"
#include "net/transport.h"

#include <QObject>

namespace client::sync {

class Connection final : public QObject {
    Q_OBJECT

public:
    enum class State { Offline, Connecting, Online, SignedOut };

    Connection(net::Transport& transport, engine::EngineThread& engine, const Clock& clock);

    //! As the transport's; a token that expired is refreshed once (specification, "Refresh access
    //! tokens") and the request sent again.
    Task<Result<api::Response>> send(api::Request request);
    Task<Result<api::Response>> upload(api::Request request, QString path, net::Progress progress);
    Task<Result<api::Response>> download(api::Request request, QString path, qint64 resumeFrom,
                                         net::Progress progress);

    void setAccount(const engine::Account& account);

    const engine::Account& account() const { return m_account; }

    State state() const { return m_state; }

    const std::optional<Error>& lastError() const { return m_lastError; }

    void setState(State state, std::optional<Error> error);

Q_SIGNALS:
    void stateChanged();
    void cameOnline();
    void signedOut(bool soft);

private:
    enum class Way { Send, Upload, Download };

    struct Call {
        Way way = Way::Send;
        api::Request request;
        QString path;
        qint64 resumeFrom = 0;
        net::Progress progress;
    };

    Task<Result<api::Response>> carry(Call call);
    Task<Result<api::Response>> once(const Call* call);
    Task<bool> refresh(QByteArray failedToken);
    Task<> renew();

    net::Transport* m_transport;
    engine::EngineThread* m_engine;
    const Clock* m_clock;
    engine::Account m_account;
    State m_state = State::Offline;
    std::optional<Error> m_lastError;
    bool m_refreshing = false;
    bool m_refreshRefused = false;
    TaskScope m_scope; // last member
};

} // namespace client::sync
