// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channel.h"

#include <cstdio>
#include <thread>

namespace cli {

namespace {

constexpr size_t longestLine = 64 * 1024 * 1024;

} // namespace

void Channel::start()
{
    std::thread reader([this] {
        QByteArray line;
        bool dropped = false;
        int byte = 0;
        while ((byte = std::getc(stdin)) != EOF) {
            if (byte != '\n') {
                if (size_t(line.size()) < longestLine) {
                    line.append(char(byte));
                } else {
                    dropped = true;
                }
                continue;
            }
            if (dropped) {
                Q_EMIT tooLong();
            } else if (!line.trimmed().isEmpty()) {
                Q_EMIT lineRead(line);
            }
            line.clear();
            dropped = false;
        }
        if (dropped) {
            Q_EMIT tooLong();
        } else if (!line.trimmed().isEmpty()) {
            Q_EMIT lineRead(line);
        }
        Q_EMIT ended();
    });
    reader.detach(); // it may wait for input for ever
}

void Channel::write(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace cli
