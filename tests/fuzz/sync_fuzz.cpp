// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answer of a sync, through the whole engine and its store.

#include "base/json.h"
#include "engine/engine.h"
#include "fuzz.h"
#include "support/peer.h"

using namespace client;
using namespace Qt::StringLiterals;

namespace {

struct Opened {
    QTemporaryDir folder;
    testing::FakeClock clock;
    std::unique_ptr<engine::Engine> engine;

    Opened()
    {
        engine = testing::must(
            engine::Engine::open({folder.path(), testing::secret('r'), &clock, "Europe/Paris"}));
        engine::Account account;
        account.user = UserId(u"@b:x.fr"_s);
        account.device = DeviceId(u"B1"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        testing::must(engine->saveAccount(account));
    }
};

} // namespace

void fuzzing::fuzz(const QByteArray& bytes)
{
    static std::unique_ptr<Opened> opened;
    static int inputs = 0;
    if (!opened || ++inputs % 500 == 0) { // what inputs leave behind must not pile up
        opened = std::make_unique<Opened>();
    }
    (void)opened->engine->applySync(bytes);
    require(opened->engine->applySync("{\"next_batch\":\"next\"}").has_value(),
            "the next sync is taken");
}
