// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConversationPane: header, messages and composer of the open conversation.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Composer
import Tchap.Controls
import Tchap.Security
import Tchap.Theme
import Tchap.Timeline

FocusScope {
    id: pane

    required property App app
    required property RoomViewModel room
    required property SecuritySheets sheets
    required property bool canGoBack
    readonly property bool canWrite: room.canWrite
    readonly property bool timelineFocused: timeline.activeFocus
    readonly property bool composerFocused: composer.activeFocus
    readonly property string directRoom: room.summary.isDirect ? room.roomId : ""
    readonly property bool invited: room.summary.membership === RoomSummary.Membership.Invited

    signal backRequested

    function focusComposer() {
        if (canWrite) {
            composer.focusField();
        } else {
            timeline.focusList();
        }
    }
    function focusTimeline() {
        timeline.focusList();
    }
    function attachFile() {
        if (canWrite) {
            composer.chooseFiles();
        }
    }

    readonly property bool threadAlone: width < Math.round(760 * Theme.scale)
    readonly property ThreadPane threadPane: threads.item as ThreadPane

    function showThread() {
        threads.active = false;
        threads.room = room.thread;
        threads.active = room.thread !== null;
        if (threadPane) {
            threadPane.focusComposer();
        } else {
            focusComposer();
        }
    }

    Connections {
        target: pane.room

        function onThreadChanged() {
            pane.showThread();
        }
    }
    ThreadsDialog {
        id: threadsDialog

        room: pane.room
        words: pane.app.words
        onChosen: item => {
            if (!pinned || item.threadId.length > 0) {
                pane.room.openThread(pinned ? item.threadId : item.eventId);
                Qt.callLater(() => pane.threadPane?.focusComposer());
            } else if (!timeline.showEvent(item.eventId)) {
                pane.app.said(qsTr("This message lies further back than what is loaded."));
            }
        }
    }
    PollDialog {
        id: pollDialog

        room: pane.room
    }
    Rule {
        x: parent.width - threads.width - 1
        width: 1
        height: parent.height
        visible: threads.active && !pane.threadAlone
    }
    Loader {
        id: threads

        property RoomViewModel room: null

        anchors {
            right: parent.right
            top: parent.top
            bottom: parent.bottom
        }
        width: !active ? 0 : pane.threadAlone ? parent.width : Math.round(Math.max(320 * Theme.scale, parent.width * 0.42))
        active: false
        focus: active
        sourceComponent: ThreadPane {
            app: pane.app
            room: threads.room
            alone: pane.threadAlone
            onClosed: pane.room.closeThread()
            onPersonRequested: (user, name, avatar) => pane.sheets.person(user, name, avatar, pane.directRoom)
            onRemedyRequested: pane.sheets.whatIsNeeded(false)
        }
    }
    ColumnLayout {
        anchors {
            left: parent.left
            top: parent.top
            bottom: parent.bottom
        }
        width: parent.width - (threads.active && !pane.threadAlone ? threads.width + 1 : 0)
        visible: !threads.active || !pane.threadAlone
        spacing: 0

        RoomHeader {
            Layout.fillWidth: true
            room: pane.room
            words: pane.app.words
            trust: pane.app.trust
            canGoBack: pane.canGoBack
            onIdentityRequested: (user, name) => pane.sheets.person(user, name, "", pane.directRoom)
            onMembersRequested: pane.sheets.members(pane.room.roomId)
            onThreadsRequested: pinned => threadsDialog.show(pinned)
            onPollRequested: pollDialog.show()
            onBackRequested: pane.backRequested()
        }
        TimelinePane {
            id: timeline

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !pane.invited
            app: pane.app
            room: pane.room
            onComposerWanted: pane.focusComposer()
            onPersonRequested: (user, name, avatar) => pane.sheets.person(user, name, avatar, pane.directRoom)
            onRemedyRequested: pane.sheets.whatIsNeeded(false)
        }
        InvitationPart {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: pane.invited
            rooms: pane.app.rooms
            words: pane.app.words
            summary: pane.room.summary
        }
        Text {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            visible: text.length > 0
            text: pane.typing(pane.room.summary.typing)
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            elide: Text.ElideRight
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Strip {
            Layout.fillWidth: true
            text: pane.room.summary.successor.length > 0 ? qsTr("This room has been replaced by a new one.") : ""
            action: qsTr("Open the new room")
            onActed: pane.app.rooms.join(pane.room.summary.successor)
        }
        Strip {
            Layout.fillWidth: true
            tone: Strip.Warning
            text: pane.canWrite && pane.room.summary.predecessorEncrypted && !pane.room.summary.encrypted ? qsTr("The room that this one replaces was encrypted; this one is not. Write nothing confidential here, and ask an administrator of the room to turn encryption on.") : ""
        }
        IdentityStrip {
            Layout.fillWidth: true
            visible: pane.canWrite && trust.changedCount > 0
            trust: pane.app.trust
            onDetailsRequested: user => pane.sheets.person(user, "", "", pane.directRoom)
            onVerifyRequested: (user, name) => pane.app.verification.verify(user, name, "", pane.directRoom)
        }
        Rule {
            Layout.fillWidth: true
            visible: composer.visible
        }
        Composer {
            id: composer

            Layout.fillWidth: true
            visible: pane.canWrite
            blocked: pane.app.trust.blocksSending
            focus: true
            room: pane.room
            words: pane.app.words
            onOlderWanted: timeline.focusList()
        }
    }

    function typing(names: list<string>): string {
        if (names.length === 0) {
            return "";
        }
        return names.length === 1 ? qsTr("%1 is typing…").arg(app.words.personName(names[0])) : qsTr("%n people are typing…", "", names.length);
    }
}
