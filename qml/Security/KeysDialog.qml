// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeysDialog: the keys of messages into a file, or out of one, under a passphrase. Who takes them
// out shows first that the account is theirs.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtCore
import Tchap.App
import Tchap.Controls

FlowDialog {
    id: dialog

    required property KeyFilesViewModel files
    property bool exporting: false
    property url file
    readonly property bool working: files.working
    readonly property bool differ: exporting && again.text.length > 0 && again.text !== passphrase.text

    function pick(toExport: bool) {
        exporting = toExport;
        chooser.fileMode = toExport ? FileDialog.SaveFile : FileDialog.OpenFile;
        if (toExport) {
            chooser.selectedFile = chooser.currentFolder + "/" + encodeURIComponent(qsTr("tchap-keys.txt"));
        }
        chooser.open();
    }
    function show(file: url) {
        dialog.file = file;
        empty();
        files.begin();
        open();
    }
    function empty() {
        for (const each of [proof, passphrase, again]) {
            each.clear();
        }
    }

    title: exporting ? qsTr("Save the keys") : qsTr("Add keys from a file")
    busy: working
    canLeave: !working
    mainAction: exporting ? qsTr("Save") : qsTr("Add")
    mainEnabled: exporting ? proof.text.length > 0 && passphrase.text.length >= 8 && again.text === passphrase.text : passphrase.text.length > 0
    onOpened: exporting ? proof.grab() : passphrase.grab()
    onMainRequested: {
        if (exporting) {
            files.exportKeys(file, proof.text, passphrase.text);
        } else {
            files.importKeys(file, passphrase.text);
        }
    }
    onClosed: {
        empty();
        files.begin();
    }

    Connections {
        target: dialog.files
        enabled: dialog.opened

        function onDone() {
            dialog.close();
        }
        function onChanged() {
            if (dialog.files.proofError.length > 0) {
                proof.grab();
            } else if (dialog.files.errorText.length > 0) {
                passphrase.grab();
            }
        }
    }
    FileDialog {
        id: chooser

        parentWindow: dialog.parent.Window.window // this dialog is in none until it opens
        title: dialog.title
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: dialog.show(selectedFile)
    }

    Prose {
        text: dialog.exporting ? qsTr("Whoever has the file and its passphrase can read your messages. First show that it is you.") : qsTr("Type the passphrase that was chosen when the file was saved.")
    }
    Field {
        id: proof

        Layout.fillWidth: true
        visible: dialog.exporting
        label: dialog.files.byPassphrase ? qsTr("Passphrase of this computer") : qsTr("Password of your account")
        hint: dialog.files.byPassphrase ? qsTr("The one that opens the program.") : ""
        secret: true
        readOnly: dialog.working
        fault: dialog.files.proofError
        onAccepted: passphrase.grab()
    }
    Field {
        id: passphrase

        Layout.fillWidth: true
        label: qsTr("Passphrase of the file")
        hint: dialog.exporting ? qsTr("A new one, of at least 8 characters. You need it to read the file again.") : ""
        secret: true
        readOnly: dialog.working
        fault: dialog.files.errorText
        onAccepted: dialog.exporting ? again.grab() : dialog.ask()
    }
    Field {
        id: again

        Layout.fillWidth: true
        visible: dialog.exporting
        label: qsTr("The same passphrase again")
        secret: true
        readOnly: dialog.working
        fault: dialog.differ ? qsTr("The two passphrases differ.") : ""
        onAccepted: dialog.ask()
    }
    Waiting {
        visible: dialog.working
        text: dialog.exporting ? qsTr("Saving…") : qsTr("Adding…")
    }
}
