// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PollDialog: a new question to the conversation, one answer a line.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    required property RoomViewModel room
    readonly property list<string> given: fields.texts.map(each => each.trim()).filter(each => each.length > 0)
    readonly property bool different: new Set(given).size === given.length

    function show() {
        question.clear();
        several.checked = false;
        hidden.checked = false;
        fields.texts = ["", ""];
        open();
    }

    title: qsTr("New poll")
    mainAction: qsTr("Ask")
    mainEnabled: question.text.trim().length > 0 && given.length > 1 && different
    onOpened: question.grab()
    onMainRequested: room.ask(question.text, given, several.checked ? given.length : 1, !hidden.checked)

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

            Field {
                id: question

                Layout.fillWidth: true
                label: qsTr("Question")
                onAccepted: fields.focusAt(0)
            }
            Repeater {
                id: fields

                property list<string> texts: ["", ""]

                function focusAt(index: int) {
                    (itemAt(index) as Field)?.grab();
                }
                function keep(index: int, text: string) {
                    const all = texts.slice();
                    all[index] = text;
                    texts = all;
                }

                model: fields.texts.length

                Field {
                    required property int index

                    Layout.fillWidth: true
                    label: qsTr("Answer %1").arg(index + 1)
                    fault: index === fields.texts.length - 1 && !dialog.different ? qsTr("Two answers are the same.") : ""
                    onTextChanged: fields.keep(index, text)
                    Component.onCompleted: text = fields.texts[index] // made anew when one is added
                    onAccepted: index + 1 < fields.texts.length ? fields.focusAt(index + 1) : dialog.ask()
                }
            }
            ActionButton {
                visible: fields.texts.length < 20
                kind: ActionButton.Quiet
                icon.name: "list-add"
                text: qsTr("Add an answer")
                onClicked: {
                    fields.texts = fields.texts.concat([""]);
                    Qt.callLater(() => fields.focusAt(fields.texts.length - 1));
                }
            }
            Tick {
                id: several

                Layout.fillWidth: true
                text: qsTr("Several answers may be chosen")
            }
            Tick {
                id: hidden

                Layout.fillWidth: true
                text: qsTr("Show the results only when the poll is closed")
            }
        }
    }
}
