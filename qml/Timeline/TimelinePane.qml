// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TimelinePane: the messages with everything around them: menus, dialogs, the way to the newest.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtCore
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: pane

    required property App app
    required property RoomViewModel room
    readonly property Words words: app.words

    //! Locked messages may be unlocked by what this device lacks.
    readonly property string remedy: {
        switch (app.security.state) {
        case SecurityViewModel.State.Confirm:
            return qsTr("Confirm this device");
        case SecurityViewModel.State.Restore:
            return qsTr("Enter the recovery code");
        default:
            return "";
        }
    }

    signal composerWanted
    signal personRequested(string user, string name, string avatar)
    signal remedyRequested

    function showEvent(eventId: string): bool {
        return list.goToEvent(eventId);
    }
    function focusList() {
        list.keyed = true;
        list.forceActiveFocus(Qt.TabFocusReason);
    }
    function save(item: timelineItem) {
        saver.eventId = item.eventId;
        saver.selectedFile = StandardPaths.writableLocation(StandardPaths.DownloadLocation) + "/" + encodeURIComponent(item.file.name);
        saver.open();
    }
    //! Asks first where the words of a link do not say where it leads.
    function follow(link: string, honest: bool) {
        if (link.startsWith("matrix:")) {
            toast(qsTr("This link leads to a conversation that this program cannot open yet."));
        } else if (honest) {
            pane.app.openLink(link);
        } else {
            linkDialog.link = link;
            linkDialog.open();
        }
    }
    function toast(sentence: string) {
        pane.app.said(sentence);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MessageList {
        id: list

        anchors.fill: parent
        focus: true
        visible: pane.room.loaded
        room: pane.room
        words: pane.words
        onActionsRequested: (item, at) => picker.showFor(item, at)
        onMenuRequested: (item, at) => menu.showFor(item, at)
        onLinkActivated: (link, honest) => pane.follow(link, honest)
        onPictureActivated: item => viewer.show(item)
        onSaveRequested: item => pane.save(item)
        onTypedText: pane.composerWanted()
        remedy: pane.remedy
        onPersonRequested: item => pane.personRequested(item.sender, item.senderName, item.senderAvatar)
        onRemedyRequested: pane.remedyRequested()
        footer: OlderPart {
            width: list.width
            room: pane.room
        }
    }
    Skeleton {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        visible: !pane.room.loaded
        rows: 3
    }
    Emptiness {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.space8 * 2, 360)
        visible: pane.room.loaded && list.count === 0
        glyph: "dialog-messages"
        text: qsTr("No messages yet.")
    }
    NewestButton {
        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: Theme.space4
        }
        visible: pane.room.loaded && (list.below > 120 || pane.room.detached)
        count: pane.room.newBelow
        onClicked: list.goToNewest()
    }

    MessageMenu {
        id: menu

        room: pane.room
        words: pane.words
        remedy: pane.remedy
        onPersonRequested: item => pane.personRequested(item.sender, item.senderName, item.senderAvatar)
        onRemedyRequested: pane.remedyRequested()
        onReactRequested: (item, at) => picker.showFor(item, at)
        onDeleteRequested: item => {
            deleter.uid = item.uid;
            deleter.open();
        }
        onSaveRequested: item => pane.save(item)
        onPictureRequested: item => viewer.show(item)
    }
    ReactionPicker {
        id: picker

        onPicked: (eventId, key) => pane.room.react(eventId, key)
    }
    PictureViewer {
        id: viewer

        roomId: pane.room.roomId
        words: pane.words
        onSaveRequested: item => pane.save(item)
        onClosed: pane.focusList()
    }
    ConfirmDialog {
        id: deleter

        property string uid: ""

        title: qsTr("Delete this message?")
        sentence: qsTr("It disappears for everybody in the conversation. This cannot be undone.")
        mainAction: qsTr("Delete")
        dangerous: true
        onMainRequested: pane.room.redact(uid)
    }
    ConfirmDialog {
        id: linkDialog

        property string link: ""

        title: link.startsWith("mailto:") ? qsTr("Write an email?") : qsTr("Open %1?").arg(pane.words.linkHost(link))
        sentence: link
        mainAction: qsTr("Open")
        firstFocus: null
        onMainRequested: pane.app.openLink(link)
    }
    FileDialog {
        id: saver

        property string eventId: ""

        title: qsTr("Save the file")
        fileMode: FileDialog.SaveFile
        onAccepted: pane.room.saveFile(eventId, selectedFile)
    }
    Connections {
        target: pane.room

        function onArrived(sentence: string) {
            list.announce(sentence);
        }
    }
}
