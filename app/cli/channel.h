// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Channel: lines in from standard input without blocking, lines out to standard output. Its reader
// waits in read(2) and cannot be stopped, so a channel lives as long as the process.
#pragma once

#include <QJsonObject>
#include <QObject>

namespace cli {

class Channel final : public QObject {
    Q_OBJECT

public:
    //! Reading begins with start(); a line over 64 MiB is dropped and told by tooLong().
    explicit Channel(QObject* parent = nullptr) : QObject(parent) {}

    void start();
    void write(const QByteArray& line);

Q_SIGNALS:
    void lineRead(const QByteArray& line);
    void tooLong();
    void ended();
};

} // namespace cli
