// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchBox: one box for everything, over the page: rooms, people, commands and messages while one
// types. The arrows choose, Enter opens, Escape leaves.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.Popup {
    id: box

    required property App app
    readonly property SearchViewModel search: app.search
    readonly property string here: app.room ? app.room.roomId : ""

    signal roomWanted(string roomId)
    signal messageWanted(string roomId, string eventId)
    signal personWanted(string user, string name, string room)
    signal commandWanted(string name)

    function show(inRoom: bool) {
        search.place = inRoom ? here : "";
        open();
        field.selectAll();
    }
    function choose(at: int) {
        const row = list.itemAtIndex(at) as FoundRow;
        if (!row) {
            return;
        }
        close();
        switch (row.kind) {
        case "room":
            roomWanted(row.room);
            break;
        case "person":
            personWanted(row.target, row.title, row.room);
            break;
        case "command":
            commandWanted(row.target);
            break;
        default:
            messageWanted(row.room, row.target);
        }
    }
    function step(by: int) {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
    }
    function filter(name: string) {
        search.addFilter(name);
        field.forceActiveFocus(Qt.OtherFocusReason);
        field.cursorPosition = field.length;
    }

    parent: Basic.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent && parent.width < Theme.narrowWidth ? Theme.space2 : Theme.space8
    width: Math.min(Math.round(640 * Theme.scale), (parent ? parent.width : 640) - Theme.space2 * 2)
    height: Math.min(Math.round(560 * Theme.scale), (parent ? parent.height : 640) - y - Theme.space2)
    modal: true
    focus: true
    padding: Theme.space3
    closePolicy: Basic.Popup.CloseOnPressOutside
    font.family: Theme.family
    onOpened: field.forceActiveFocus(Qt.ShortcutFocusReason)

    Basic.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        color: Theme.modal
        radius: Theme.radiusLarge
        border {
            width: Theme.dark ? 1 : 0
            color: Theme.line
        }
    }

    contentItem: ColumnLayout {
        spacing: Theme.space2

        FilterField {
            id: field

            Layout.fillWidth: true
            name: qsTr("Search rooms, people, messages and commands")
            text: box.search.text
            onTextChanged: box.search.text = text
            onDownPressed: box.step(1)
            Keys.onUpPressed: box.step(-1)
            onAccepted: box.choose(Math.max(0, list.currentIndex))
            onEscaped: box.close()
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space1

            FilterChip {
                visible: box.here.length > 0
                text: qsTr("In this conversation")
                checkable: true
                checked: box.search.place.length > 0
                onClicked: box.search.place = checked ? box.here : ""
            }
            FilterChip {
                text: qsTr("From…")
                onClicked: box.filter(qsTr("from", "filter of the search") + ":")
            }
            FilterChip {
                text: qsTr("Files")
                onClicked: box.filter(qsTr("has:file", "filter of the search") + " ")
            }
            FilterChip {
                text: qsTr("Pictures")
                onClicked: box.filter(qsTr("has:image", "filter of the search") + " ")
            }
            FilterChip {
                text: qsTr("Links")
                onClicked: box.filter(qsTr("has:link", "filter of the search") + " ")
            }
            FilterChip {
                text: qsTr("Before…")
                onClicked: box.filter(qsTr("before", "filter of the search") + ":")
            }
            FilterChip {
                text: qsTr("After…")
                onClicked: box.filter(qsTr("after", "filter of the search") + ":")
            }
            FilterChip {
                text: qsTr("Best first")
                checkable: true
                checked: box.search.byRelevance
                onClicked: box.search.byRelevance = checked
            }
        }
        Text {
            Layout.fillWidth: true
            visible: text.length > 0
            text: box.search.outcome
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            elide: Text.ElideRight
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            model: box.search.model
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")
            onContentYChanged: {
                if (contentHeight - contentY < height * 2) {
                    box.search.more();
                }
            }
            Basic.ScrollBar.vertical: SlimScrollBar {}

            delegate: FoundRow {
                width: ListView.view.width
                words: box.app.words
                current: ListView.isCurrentItem
                onClicked: box.choose(index)
            }

            Emptiness {
                anchors.centerIn: parent
                width: Math.min(parent.width - Theme.space6 * 2, 360)
                visible: list.count === 0 && box.search.text.length === 0
                glyph: "search"
                text: qsTr("Type to search everything on this computer.")
                hint: qsTr("Accents and capitals make no difference. “Quotes” keep words together.")
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: box.here.length > 0
            spacing: Theme.space2

            Item {
                Layout.fillWidth: true
                visible: box.search.history.length === 0
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: box.search.history
                color: Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            ActionButton {
                kind: ActionButton.Quiet
                text: box.search.fetching ? qsTr("Stop") : qsTr("Fetch older messages")
                onClicked: box.search.fetching ? box.search.stopFetching(box.here) : box.search.fetchHistory(box.here)
            }
        }
    }

    Connections {
        target: box.search

        function onFound() {
            list.currentIndex = list.count > 0 ? 0 : -1;
        }
        function onTextChanged() {
            if (field.text !== box.search.text) {
                field.text = box.search.text;
            }
        }
    }
}
