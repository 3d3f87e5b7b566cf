// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Encryption::Parts: what the encryption's front works with. Owned by Session::Parts.
#pragma once

#include "session/encryption.h"
#include "sync/recovery.h"

namespace client::session {

struct Encryption::Parts {
    engine::EngineThread& engine;
    sync::Connection& connection;
    sync::CryptoPump& pump;
    sync::Publish publish;
    sync::BackupLoop backup;
    sync::DehydrationLoop dehydration;
    sync::Recovery recovery;

    //! Something of the encryption changed: is there anything to do?
    void wake()
    {
        backup.wake();
        dehydration.wake();
    }

    //! Publishes what was done and lets the machine's requests go out.
    Task<Result<>> done(Result<engine::Update> update);
    //! One act on the machine's verifications.
    Task<Result<>>
    verify(std::function<bool(crypto::Verifications&, std::vector<crypto::VerificationView>&)> act);
};

} // namespace client::session
