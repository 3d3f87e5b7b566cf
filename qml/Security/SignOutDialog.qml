// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SignOutDialog: before this computer forgets everything: what is only here, and how it is saved
// first.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    required property App app
    property bool waited: false
    readonly property SecurityViewModel security: app.security
    readonly property int unsaved: security.unsaved
    readonly property bool known: unsaved >= 0
    readonly property bool waiting: unsaved > 0 && security.backupOn

    signal setUpRequested

    function show() {
        waited = false;
        security.refresh();
        open();
    }

    title: qsTr("Sign out of this computer?")
    mainAction: unsaved > 0 ? qsTr("Sign out anyway") : qsTr("Sign out")
    dangerous: true
    closesOnMain: true
    onMainRequested: app.signOut()
    onWaitingChanged: {
        if (opened && waiting) {
            waited = true;
        }
    }
    onOpened: waited = waiting

    Timer {
        interval: 1000
        repeat: true
        running: dialog.opened && dialog.unsaved !== 0
        onTriggered: dialog.security.refresh()
    }
    Prose {
        text: qsTr("Your messages are erased from this computer.")
    }
    Strip {
        Layout.fillWidth: true
        radius: Theme.radius
        tone: Strip.Warning
        text: dialog.known ? "" : qsTr("It is not known whether the keys of your messages are in your backup. Those that are only here are lost.")
    }
    ColumnLayout {
        visible: dialog.unsaved > 0
        spacing: Theme.space3

        Strip {
            Layout.fillWidth: true
            radius: Theme.radius
            tone: Strip.Warning
            text: dialog.unsaved <= 0 ? "" : dialog.security.backupOn ? qsTr("%n key(s) of messages are not in your backup yet. Without them, these messages stay locked for ever.", "", dialog.unsaved) : qsTr("%n key(s) of messages are only on this computer: no backup is running. Without them, these messages stay locked for ever.", "", dialog.unsaved)
            onTextChanged: {
                if (text.length > 0 && !dialog.waited) {
                    Accessible.announce(text, Accessible.Polite);
                }
            }
        }
        Waiting {
            visible: dialog.waiting
            text: qsTr("They are being saved. This dialog says when it is done.")
        }
        ActionButton {
            visible: !dialog.security.backupOn
            text: qsTr("Set up recovery first")
            onClicked: {
                dialog.close();
                dialog.setUpRequested();
            }
        }
    }
    RowLayout {
        id: saved

        visible: dialog.waited && dialog.unsaved === 0
        spacing: Theme.space3
        onVisibleChanged: {
            if (visible) {
                Accessible.announce(savedText.text, Accessible.Polite);
            }
        }

        Glyph {
            source: "qrc:/icons/shield-check.svg"
            size: Theme.glyphTool
            color: Theme.success
        }
        Prose {
            id: savedText

            text: qsTr("All keys are in your backup now.")
        }
    }
}
