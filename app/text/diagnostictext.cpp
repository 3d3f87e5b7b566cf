// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The state of encryption in figures, and what helps with messages that stay locked.
#include "text/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

using client::crypto::EncryptionStatus;
using client::crypto::ShareWith;

QString Words::lockedHelp(const QString& why) const
{
    if (why == "missingKey"_L1) {
        return tr("The sender’s device has not sent the key, or it is on its way. The message "
                  "unlocks by itself when the key arrives.");
    }
    if (why == "unknownIndex"_L1) {
        return tr("This device received a later key of the same conversation. Your recovery code "
                  "or another device brings the earlier one.");
    }
    if (why == "beforeJoin"_L1 || why == "sentBeforeJoin"_L1) {
        return tr("Who joins does not read what was written before. Nothing is to be done.");
    }
    if (why.startsWith("historical"_L1)) {
        return tr("Confirm this device, or set up a recovery code on a device that reads these "
                  "messages.");
    }
    if (why == "withheldUnverified"_L1) {
        return tr("The sender writes to verified devices only. Confirm this device, and verify "
                  "each other.");
    }
    if (why.startsWith("withheld"_L1)) {
        return tr("The sender’s program decided so. Ask the sender.");
    }
    if (why == "senderMismatch"_L1 || why == "replay"_L1 || why == "identityChanged"_L1) {
        return tr("These messages are not what they claim to be. If there are many, tell your "
                  "security contact.");
    }
    if (why == "malformed"_L1 || why == "badPlaintext"_L1) {
        return tr("Ask for the message to be sent again.");
    }
    return why == "unknownAlgorithm"_L1 ? tr("A newer program is needed to read them.")
                                        : tr("Ask for the message to be sent again.");
}

std::vector<std::pair<QString, QString>> Words::diagnosticFacts(const EncryptionStatus& status,
                                                                int restored, int toRestore) const
{
    const auto number = [](int n) { return QLocale().toString(n); };
    const auto yes = [this](bool on) { return on ? tr("yes") : tr("no"); };
    const QString version =
        status.backupVersion.isEmpty() ? tr("none") : status.backupVersion.left(32);
    std::vector<std::pair<QString, QString>> facts{
        {tr("Locked messages"), number(status.undecryptable)},
        {tr("Keys of messages on this device"), number(status.roomKeys)},
        {tr("Of these, in the backup"), number(status.backedUp)},
        {tr("Version of the backup"), version},
        {tr("This device trusts the backup"), yes(status.backupTrusted)},
        {tr("This device can read the backup"), yes(status.backupKeyHere)},
        {tr("Recovery code set up"), yes(status.recovery && !status.recoveryIncomplete)},
        {tr("Digital identity of the account"), yes(status.identityExists)},
        {tr("This device is confirmed"), yes(status.thisDeviceSigned && status.identityTrusted)},
        {tr("This device can confirm others"), yes(status.hasIdentityKeys)},
        {tr("Identity replaced by somebody"), yes(status.identityChanged)},
        {tr("Keys are sent to"), status.shareWith == ShareWith::Verified
                                     ? tr("verified people only")
                                     : tr("every confirmed device")},
    };
    if (toRestore > 0) {
        //: how many keys are restored, of how many
        facts.emplace_back(tr("Being restored"),
                           tr("%1 of %2").arg(number(restored), number(toRestore)));
    }
    return facts;
}

QString Words::diagnosticTitle() const
{
    //: name of the program, its version, then the time
    return tr("State of encryption, %1 %2, %3")
        .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
             QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
}

QString Words::labelled(const QString& label, const QString& value) const
{
    return tr("%1: %2", "a label, then its value").arg(label, value);
}

QString Words::cameraTrouble(CameraTrouble trouble) const
{
    switch (trouble) {
    case CameraTrouble::None:
        return {};
    case CameraTrouble::NotAllowed:
        return tr("This program may not use the camera: the system’s privacy settings forbid it. "
                  "Open a picture of the code instead.");
    case CameraTrouble::Failed:
        return tr("The camera cannot be used now; another program may be using it. Open a picture "
                  "of the code instead.");
    default:
        return tr("This computer has no camera. Take a picture of the code with a telephone and "
                  "open it here.");
    }
}

QString Words::identityChanged() const
{
    return tr("Digital identity changed");
}

QString Words::proofError(const client::Error& error) const
{
    return error.kind == client::Error::Kind::WrongKey ? passphraseWrong() : securityError(error);
}

} // namespace app
