// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeysDialog: the passphrase of a file of keys that is written or read.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtCore
import Tchap.App
import Tchap.Controls

FlowDialog {
    id: dialog

    required property SecurityViewModel security
    property bool exporting: false
    property url file
    readonly property bool working: security.step === SecurityViewModel.Step.Working
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
        passphrase.clear();
        again.clear();
        security.begin();
        open();
    }

    title: exporting ? qsTr("Save the keys") : qsTr("Add keys from a file")
    busy: working
    canLeave: !working
    mainAction: exporting ? qsTr("Save") : qsTr("Add")
    mainEnabled: passphrase.text.length >= (exporting ? 8 : 1) && (!exporting || again.text === passphrase.text)
    onOpened: passphrase.grab()
    onMainRequested: {
        if (exporting) {
            security.exportKeys(file, passphrase.text);
        } else {
            security.importKeys(file, passphrase.text);
        }
    }
    onClosed: {
        passphrase.clear();
        again.clear();
        if (!working) {
            security.begin();
        }
    }

    Connections {
        target: dialog.security
        enabled: dialog.opened

        function onFlowChanged() {
            if (dialog.security.step === SecurityViewModel.Step.Done) {
                dialog.close();
            } else if (dialog.security.step === SecurityViewModel.Step.Refused) {
                passphrase.grab();
            }
        }
    }
    FileDialog {
        id: chooser

        title: dialog.title
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: dialog.show(selectedFile)
    }

    Prose {
        text: dialog.exporting ? qsTr("A passphrase protects the file. You need it to read the file again.") : qsTr("Type the passphrase that was chosen when the file was saved.")
    }
    Field {
        id: passphrase

        Layout.fillWidth: true
        label: qsTr("Passphrase of the file")
        hint: dialog.exporting ? qsTr("At least 8 characters, and not your password.") : ""
        secret: true
        readOnly: dialog.working
        fault: dialog.security.errorText
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
