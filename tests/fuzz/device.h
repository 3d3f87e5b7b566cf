// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A device with its machine over a real store, in an encrypted room with one other. What an input
// changes is rolled back, so that every input meets the same state.
#pragma once

#include "support/attackroom.h"

namespace fuzzing {

struct Device {
    testing::Room room;

    //! `work` on the machine of the device that is attacked.
    template <class Work>
    void attack(Work work)
    {
        room.bob1.act([&] { work(room.bob1.machine()); }, true);
    }

    static Device& shared()
    {
        static Device device;
        return device;
    }
};

//! The bytes as JSON, or nothing.
inline std::optional<QJsonObject> objectOf(const QByteArray& bytes)
{
    auto object = client::parseObject(bytes);
    return object ? std::optional(*object) : std::nullopt;
}

} // namespace fuzzing
