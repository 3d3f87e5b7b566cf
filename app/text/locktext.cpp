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
    if (why == "missingKey"_L1 || why.isEmpty()) {
        return tr("Waiting for this message. It will appear when its key arrives.");
    }
    if (why == "unknownIndex"_L1) {
        return tr("This message was sent before its key was shared with this device. Restore your "
                  "messages with your recovery code to read it.");
    }
    if (why == "beforeJoin"_L1 || why == "sentBeforeJoin"_L1) {
        return tr("You do not have access to this message: it was sent before you joined.");
    }
    if (why == "historicalNoBackup"_L1 || why == "historical"_L1) {
        return tr("This message was sent before you signed in on this computer. Set up a recovery "
                  "code on a device that can read it.");
    }
    if (why == "historicalUnverified"_L1) {
        return tr("This message was sent before you signed in on this computer. Confirm this "
                  "device to read it.");
    }
    if (why.startsWith("withheld"_L1)) {
        return withheldReason(why);
    }
    return refusedReason(why);
}

bool Words::isUnlockable(const TimelineItem& item) const
{
    const QString& why = item.encryptionReason;
    return item.kind == TimelineItem::Kind::Encrypted &&
           (why.startsWith("historical"_L1) || why == "unknownIndex"_L1 ||
            why == "withheldUnverified"_L1);
}

QString Words::withheldReason(const QString& why) const
{
    if (why == "withheldUnverified"_L1) {
        return tr("The sender shares messages with verified devices only. Confirm this device and "
                  "have yourself verified by the sender.");
    }
    if (why == "withheldBlacklisted"_L1) {
        return tr("The sender has blocked this device.");
    }
    if (why == "withheldUnauthorised"_L1) {
        return tr("You do not have access to this message.");
    }
    if (why == "withheldHistory"_L1) {
        return tr("You do not have access to this message: it was written when the history was "
                  "not shared with people who join later.");
    }
    if (why == "withheldUnavailable"_L1) {
        return tr("The device that was asked does not have the key of this message any more.");
    }
    if (why == "withheldNoOlm"_L1) {
        return tr("The sender’s device could not reach yours safely. Ask for the message to be "
                  "sent again.");
    }
    return tr("The sender did not share the key of this message with this device.");
}

QString Words::refusedReason(const QString& why) const
{
    if (why == "senderMismatch"_L1) {
        return tr("This message was refused: its sender could not be authenticated.");
    }
    if (why == "replay"_L1) {
        return tr("This message was refused: it is a copy of another one.");
    }
    if (why == "identityChanged"_L1) {
        return tr("This message was refused: the sender’s digital identity has changed. Verify "
                  "it again.");
    }
    if (why == "malformed"_L1 || why == "badPlaintext"_L1) {
        return tr("This message is damaged. Ask for it to be sent again.");
    }
    if (why == "unknownAlgorithm"_L1) {
        return tr("This message is encrypted in a way that this program does not know. Update it, "
                  "or read it on another device.");
    }
    return tr("This message could not be decrypted.");
}

QString Words::trustSentence(const TimelineItem& item) const
{
    const QString& trust = item.trust;
    if (trust == "notEncrypted"_L1 || trust == "sentInClear"_L1) {
        return tr("Not encrypted");
    }
    if (trust == "identityChanged"_L1) {
        return tr("The sender’s digital identity has changed since it was verified");
    }
    if (trust == "unverified"_L1) {
        return tr("Sent from a device that you blocked, or by somebody whose digital identity has "
                  "changed");
    }
    if (trust == "unsignedDevice"_L1) {
        return tr("Sent from a device that its owner has not verified");
    }
    if (trust == "unknownDevice"_L1) {
        return tr("Sent from an unknown or deleted device");
    }
    if (trust == "sharedHistory"_L1) {
        return item.sharedByName.isEmpty()
                   ? tr("The key of this message was shared by a member")
                   : tr("The key of this message was shared by %1").arg(item.sharedByName);
    }
    if (trust == "forwarded"_L1) {
        return tr("The authenticity of this message cannot be guaranteed on this device");
    }
    return {};
}

QString Words::trustMark(const TimelineItem& item) const
{
    const QString& trust = item.trust;
    if (trust == "notEncrypted"_L1 || trust == "sentInClear"_L1) {
        return tr("Not encrypted");
    }
    if (trust == "identityChanged"_L1) {
        return tr("Identity changed");
    }
    if (trust == "unverified"_L1) {
        return tr("Not trusted");
    }
    if (trust == "unsignedDevice"_L1) {
        return tr("Unverified device");
    }
    if (trust == "unknownDevice"_L1) {
        return tr("Unknown device");
    }
    if (trust == "sharedHistory"_L1) {
        return tr("Key shared");
    }
    return trust == "forwarded"_L1 ? tr("Not certain") : QString();
}

bool Words::isTrustGrave(const TimelineItem& item) const
{
    return item.trust == "notEncrypted"_L1 || item.trust == "sentInClear"_L1 ||
           item.trust == "identityChanged"_L1 || item.trust == "unverified"_L1 ||
           item.trust == "unsignedDevice"_L1;
}

QString Words::lockedCause(const QString& why) const
{
    if (why == "missingKey"_L1) {
        return tr("The key has not arrived");
    }
    if (why == "unknownIndex"_L1) {
        return tr("The key begins after the message");
    }
    if (why == "beforeJoin"_L1 || why == "sentBeforeJoin"_L1) {
        return tr("Sent before you joined");
    }
    if (why.startsWith("historical"_L1)) {
        return tr("Sent before this sign-in");
    }
    if (why.startsWith("withheld"_L1)) {
        return tr("Not shared with this device");
    }
    if (why == "senderMismatch"_L1 || why == "replay"_L1 || why == "identityChanged"_L1) {
        return tr("Refused: not authentic");
    }
    if (why == "malformed"_L1 || why == "badPlaintext"_L1) {
        return tr("Damaged");
    }
    return why == "unknownAlgorithm"_L1 ? tr("Unknown way of encrypting") : tr("Other cause");
}

} // namespace app
