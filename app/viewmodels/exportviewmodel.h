// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ExportViewModel: a conversation that is written to a file, and how far it is. Owned by App; goes
// on while the person does something else.
#pragma once

#include "base/task.h"
#include "transcript/exporter.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace app {

class ExportViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool working READ working NOTIFY changed FINAL)
    Q_PROPERTY(QString roomId READ roomId NOTIFY changed FINAL) //!< of what is being written
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    enum class Format { Html, Text, Json };
    Q_ENUM(Format)

    explicit ExportViewModel(const Words& words) : m_words(&words) {}

    void attach(client::session::Session* session); //!< null: nobody is signed in any more

    bool working() const { return m_working; }

    QString roomId() const { return m_roomId; }

    QString progressText() const { return m_progressText; }

    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void begin(); //!< the form is opened: no error
    //! `days`: how far back; 0: everything.
    Q_INVOKABLE void start(const QString& roomId, const QUrl& file,
                           app::ExportViewModel::Format format, int days, bool files);
    Q_INVOKABLE void cancel();
    //! "Comité d'été.html": a name that every system takes.
    Q_INVOKABLE QString fileNameFor(const QString& title,
                                    app::ExportViewModel::Format format) const;

Q_SIGNALS:
    void changed();
    void done();
    void said(const QString& sentence);

private:
    client::Task<> run(ExportWish wish);

    const Words* m_words;
    client::session::Session* m_session = nullptr;
    bool m_working = false;
    QString m_roomId, m_progressText, m_errorText;
    std::unique_ptr<Exporter> m_exporter; //!< of the last export
    client::TaskScope m_scope;            // last member
};

} // namespace app
