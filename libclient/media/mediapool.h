// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MediaPool: the thread where files are encrypted, decrypted and kept. Owned by Session.
#pragma once

#include "base/bell.h"
#include "base/worker.h"
#include "media/mediacache.h"

namespace client::media {

class MediaPool {
public:
    //! `make` is called on the pool's thread.
    explicit MediaPool(Worker<MediaCache>::Maker make)
        : m_bell([this] { m_worker.deliver(); })
        , m_worker(std::move(make), [this] { m_bell.ring(); })
    {}

    template <class Job>
    auto run(Job job)
    {
        return m_worker.run(std::move(job));
    }

private:
    Bell m_bell; //!< lives on the thread of the coroutines
    Worker<MediaCache> m_worker;
};

} // namespace client::media
