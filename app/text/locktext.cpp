// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a message cannot be read, and what a message's marks mean, in plain words.
#include "text/words.h"

using namespace Qt::StringLiterals;

namespace app {

using client::timeline::TimelineItem;

QString Words::lockedReason(const TimelineItem& item) const
{
    const QString& why = item.encryptionReason;
    if (why == "missingKey"_L1 || why == "unknownIndex"_L1 || why.isEmpty()) {
        return tr("Waiting for this message. It will appear when its key arrives.");
    }
    if (why == "beforeJoin"_L1) {
        return tr("You do not have access to this message: it was sent before you joined.");
    }
    if (why == "historical"_L1) {
        return tr("This message was sent before you signed in on this computer.");
    }
    if (why == "withheldUnverified"_L1) {
        return tr("The sender did not share the key with this device, which is not verified.");
    }
    if (why == "withheldBlacklisted"_L1) {
        return tr("The sender has blocked this device.");
    }
    if (why.startsWith("withheld"_L1)) {
        return tr("The sender did not share the key of this message with this device.");
    }
    if (why == "senderMismatch"_L1 || why == "replay"_L1) {
        return tr("This message was refused: its sender could not be authenticated.");
    }
    if (why == "unknownAlgorithm"_L1) {
        return tr("This message is encrypted in a way that this program does not know.");
    }
    return tr("This message could not be decrypted.");
}

QString Words::trustSentence(const TimelineItem& item) const
{
    const QString& trust = item.trust;
    if (trust == "notEncrypted"_L1) {
        return tr("Not encrypted");
    }
    if (trust == "unsignedDevice"_L1) {
        return tr("Sent from a device that its owner has not verified");
    }
    if (trust == "unknownDevice"_L1) {
        return tr("Sent from an unknown or deleted device");
    }
    if (trust == "forwarded"_L1) {
        return tr("The authenticity of this message cannot be guaranteed on this device");
    }
    return {};
}

} // namespace app
