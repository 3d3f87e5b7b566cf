// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server or a file gives back of one's secrets. The first byte says what the rest is.

#include "crypto/primitives/curves.h"
#include "crypto/recovery/backupcipher.h"
#include "crypto/recovery/keyfile.h"
#include "crypto/recovery/recoverykey.h"
#include "crypto/recovery/secretstorage.h"
#include "device.h"
#include "fuzz.h"

using namespace client;
using namespace client::crypto;
using namespace Qt::StringLiterals;

namespace {

const KeyPair& backupKey()
{
    static const KeyPair pair = x25519Generate();
    return pair;
}

//! A file as another program would write it: only what is inside is foreign.
void insideFile(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    const auto file =
        sealKeyFileWith(bytes, testing::secret('p'), QByteArray(16, 's'), QByteArray(16, '\0'), 1);
    const auto opened = openKeyFile(*file, testing::secret('p'));
    fuzzing::require(opened && opened->view() == bytes, "a key file gives back what was put in");
}

//! An array of keys, or one of them, comes in as from a file or the backup.
void keys(const QByteArray& bytes)
{
    const auto content = fuzzing::objectOf(bytes);
    if (!content) {
        return;
    }
    fuzzing::Device::shared().attack([&](OlmMachine& machine) {
        const auto done = machine.use([&](MachineParts& parts) {
            CryptoChanges changes;
            return parts.roomKeys.importOne(*content, InboundGroupRecord::Source::File, changes);
        });
        fuzzing::require(done.has_value(), "a broken key never fails an import");
    });
}

void description(const QByteArray& bytes)
{
    if (const auto object = fuzzing::objectOf(bytes)) {
        (void)checkKey(*object, testing::secret('k'));
        (void)decryptSecret(testing::secret('k'), u"m.megolm_backup.v1"_s, *object);
        const int cost = object->value("passphrase"_L1).toObject().value("iterations"_L1).toInt();
        if (cost < 10'000 || cost > 5'000'000) { // what is in bounds takes its time
            fuzzing::require(!keyFromPassphrase(*object, testing::secret('p')), "cost in bounds");
        }
    }
}

} // namespace

void fuzzing::fuzz(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    const QByteArray rest = bytes.sliced(1);
    switch (bytes.front()) {
    case 'f':
        (void)openKeyFile(rest.contains("AQ") ? QByteArray() : rest, testing::secret('p'));
        break;
    case 'i':
        insideFile(rest);
        break;
    case 'k':
        keys(rest);
        break;
    case 'b':
        if (const auto object = objectOf(rest)) {
            (void)openBackup(backupKey().secret, *object);
        }
        break;
    case 's':
        description(rest);
        break;
    default:
        (void)decodeRecoveryKey(QString::fromUtf8(rest));
    }
}
