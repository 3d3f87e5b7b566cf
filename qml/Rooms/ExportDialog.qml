// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ExportDialog: a conversation into a file: how, how far back, and with its files or not. Closed
// while it works, it goes on; opened again, it shows how far it is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import QtCore
import Tchap.App
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    required property ExportViewModel exports
    property string roomId: ""
    property string name: ""
    readonly property bool working: exports.working
    readonly property list<int> spans: [0, 30, 365]

    function show(roomId: string, name: string) {
        dialog.roomId = roomId;
        dialog.name = name;
        exports.begin();
        open();
    }
    function formatAt(index: int): int {
        return [ExportViewModel.Html, ExportViewModel.Text, ExportViewModel.Json][index];
    }

    title: qsTr("Export “%1”").arg(name)
    mainAction: working ? qsTr("Stop the export") : qsTr("Choose a file…")
    dangerous: working
    closesOnMain: false
    onOpened: format.forceActiveFocus(Qt.OtherFocusReason)
    onMainRequested: {
        if (working) {
            exports.cancel();
            return;
        }
        chooser.selectedFile = chooser.currentFolder + "/" + encodeURIComponent(exports.fileNameFor(name, formatAt(format.current)));
        chooser.open();
    }

    Connections {
        target: dialog.exports
        enabled: dialog.opened

        function onDone() {
            dialog.close();
        }
    }
    FileDialog {
        id: chooser

        parentWindow: dialog.parent.Window.window // this dialog may be in none
        title: dialog.title
        fileMode: FileDialog.SaveFile
        options: FileDialog.DontConfirmOverwrite // nothing is ever overwritten: it is said here
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: dialog.exports.start(dialog.roomId, selectedFile, dialog.formatAt(format.current), dialog.spans[span.current], files.checked)
    }

    contentItem: Flickable {
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: column

            x: 4
            width: parent.width - 8
            spacing: Theme.space4

            Text {
                Layout.fillWidth: true
                text: qsTr("The messages are written in clear: whoever has the file can read them. Keep it in a safe place.")
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.sizeBody
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            Strip {
                Layout.fillWidth: true
                radius: Theme.radius
                tone: Strip.Error
                text: dialog.exports.errorText
            }
            Choices {
                id: format

                Layout.fillWidth: true
                enabled: !dialog.working
                choices: [qsTr("Web page"), qsTr("Text"), qsTr("Data (JSON)")]
                current: 0
                onChosen: index => current = index
            }
            Choices {
                id: span

                Layout.fillWidth: true
                enabled: !dialog.working
                choices: [qsTr("Everything"), qsTr("30 days"), qsTr("12 months")]
                current: 0
                onChosen: index => current = index
            }
            Tick {
                id: files

                Layout.fillWidth: true
                enabled: !dialog.working
                checked: true
                text: qsTr("With the attached files")
            }
            Text {
                Layout.fillWidth: true
                visible: dialog.working
                text: dialog.exports.progressText
                color: Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeBody
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
}
