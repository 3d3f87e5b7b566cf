// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// BackupStrip: another program of the account wants no backup. It goes on; the person may say so.
import QtQuick
import Tchap.App
import Tchap.Controls

Strip {
    required property SecurityViewModel security

    tone: Strip.Warning
    text: security.backupDoubted ? qsTr("Another of your programs asks that your messages are not backed up any more. This computer goes on backing them up.") : ""
    action: qsTr("Keep the backup")
    onActed: security.keepBackup()
    onTextChanged: {
        if (text.length > 0) {
            Accessible.announce(text, Accessible.Polite);
        }
    }
}
