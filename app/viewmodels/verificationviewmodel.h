// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// VerificationViewModel: the one verification on the screen, whoever began it. Owned by App.
#pragma once

#include "base/task.h"
#include "session/encryption.h"
#include "session/session.h"

#include <QImage>
#include <QObject>
#include <QUrl>
#include <QVariant>

namespace app {

class Words;

class VerificationViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(bool incoming READ incoming NOTIFY changed FINAL)
    Q_PROPERTY(bool own READ own NOTIFY changed FINAL) //!< between devices of this account
    Q_PROPERTY(QString personName READ personName NOTIFY changed FINAL)
    Q_PROPERTY(QString userId READ userId NOTIFY changed FINAL)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed FINAL)
    //! Seven, each with `symbol` and `name`, in state Sas.
    Q_PROPERTY(QVariantList emoji READ emoji NOTIFY changed FINAL)
    Q_PROPERTY(QString decimals READ decimals NOTIFY changed FINAL)
    Q_PROPERTY(bool canSas READ canSas NOTIFY changed FINAL)
    Q_PROPERTY(bool canShowQr READ canShowQr NOTIFY changed FINAL)
    Q_PROPERTY(bool canScanQr READ canScanQr NOTIFY changed FINAL)
    Q_PROPERTY(QStringList qrRows READ qrRows NOTIFY changed FINAL) //!< see images/qrcode.h
    Q_PROPERTY(QString endText READ endText NOTIFY changed FINAL)   //!< in state Cancelled
    Q_PROPERTY(bool alarming READ alarming NOTIFY changed FINAL)    //!< in state Cancelled
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)

public:
    enum class State {
        None,     //!< nothing is followed
        Starting, //!< our request is on its way to the server
        Requested,
        Ready,
        Started,
        Sas,
        Scanned,
        Confirmed,
        Done,
        Cancelled,
        Failed, //!< could not be begun: errorText
    };
    Q_ENUM(State)

    explicit VerificationViewModel(const Words& words);

    //! A null session: nobody is signed in.
    void attach(client::session::Session* session);

    State state() const { return m_state; }

    bool incoming() const { return m_view.incoming; }

    bool own() const { return m_view.user == m_me; }

    QString personName() const;

    QString userId() const { return m_view.user.toString(); }

    QString deviceId() const { return m_view.device.toString(); }

    QVariantList emoji() const;
    QString decimals() const;

    bool canSas() const { return m_view.canSas; }

    bool canShowQr() const { return m_view.canShowQr; }

    bool canScanQr() const { return m_view.canScanQr; }

    QStringList qrRows() const { return m_qrRows; }

    QString endText() const;
    bool alarming() const;

    QString errorText() const { return m_errorText; }

    bool busy() const { return m_busy; }

    //! Own account: empty device asks all of them. Somebody else: in `room`, the direct
    //! conversation; empty: it is found, or made.
    Q_INVOKABLE void verify(const QString& user, const QString& name, const QString& device,
                            const QString& room);
    Q_INVOKABLE void verifyOwn(const QString& device);
    Q_INVOKABLE void accept();
    Q_INVOKABLE void startEmoji();
    Q_INVOKABLE void match();
    Q_INVOKABLE void mismatch();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void scanFile(const QUrl& file);
    Q_INVOKABLE void scanClipboard();
    void scanned(const QByteArray& payload); //!< of a QR code; empty: there was none
    Q_INVOKABLE void close();                //!< the sheet goes: what is under way is cancelled

Q_SIGNALS:
    void changed();
    void wanted(); //!< somebody asks, or one was begun: show the sheet
    void verified();

private:
    using Encryption = client::session::Encryption;
    using View = client::crypto::VerificationView;
    client::Task<> runRequest(client::UserId user, client::DeviceId device, client::RoomId room);
    client::Task<> runAct(client::Task<client::Result<>> task);
    client::Task<> runQuietly(client::Task<client::Result<>> task);
    client::Task<> runQr(QString flow);
    client::Task<> runLook();
    void act(client::Task<client::Result<>> task);
    void follow(const View& view);
    void adopt(const View& view);
    void scan(const QImage& picture);
    client::Task<client::Result<QString>> request(client::UserId user, client::DeviceId device,
                                                  client::RoomId room);
    bool idle() const;
    bool running() const;

    const Words* m_words;
    Encryption* m_encryption = nullptr;
    client::session::Session* m_session = nullptr;
    client::UserId m_me;
    View m_view;
    State m_state = State::None;
    QString m_name, m_errorText;
    QString m_closed; //!< the flow that was left last: it does not pop up again
    QStringList m_qrRows;
    bool m_busy = false;
    client::TaskScope m_scope; // last member
};

} // namespace app
