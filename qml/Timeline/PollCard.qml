// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PollCard: a question and its answers. Pressing an answer votes, pressing it again takes it back.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ColumnLayout {
    id: card

    required property timelineItem item
    required property bool writable

    readonly property pollInfo poll: item.poll
    readonly property bool open: !poll.closed && writable && item.eventId.length > 0
    readonly property int most: {
        let best = 0;
        for (const each of poll.answers) {
            best = Math.max(best, each.votes);
        }
        return best;
    }

    signal voted(list<string> answers)

    //! The vote as it is after this answer was pressed.
    function toggled(id: string): list<string> {
        const mine = poll.answers.filter(each => each.mine).map(each => each.id);
        if (mine.includes(id)) {
            return mine.filter(each => each !== id);
        }
        return poll.maxSelections === 1 ? [id] : mine.concat([id]).slice(-poll.maxSelections);
    }

    spacing: Theme.space1

    Text {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space1
        text: card.poll.question
        color: Theme.inkStrong
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Repeater {
        model: card.poll.answers

        Basic.AbstractButton {
            id: answer

            required property pollChoice modelData
            readonly property bool winner: card.poll.closed && card.most > 0 && modelData.votes === card.most
            readonly property string count: card.poll.shown ? qsTr("%n vote(s)", "", modelData.votes) : ""

            Layout.fillWidth: true
            Layout.minimumWidth: Math.round(200 * Theme.scale)
            implicitHeight: Math.max(Theme.control, content.implicitHeight + Theme.space2 * 2)
            implicitWidth: content.implicitWidth + Theme.space3 * 2
            leftPadding: Theme.space3
            rightPadding: Theme.space3
            enabled: card.open
            hoverEnabled: true
            focusPolicy: Qt.NoFocus // by the keyboard: its number, on the message
            text: modelData.text
            Accessible.role: card.poll.maxSelections === 1 ? Accessible.RadioButton : Accessible.CheckBox
            Accessible.name: text
            Accessible.description: count
            Accessible.checkable: true
            Accessible.checked: modelData.mine
            Accessible.onPressAction: answer.clicked()
            Accessible.onToggleAction: answer.clicked()
            onClicked: card.voted(card.toggled(modelData.id))

            contentItem: RowLayout {
                id: content

                spacing: Theme.space2

                Glyph {
                    visible: answer.modelData.mine
                    source: "dialog-ok-apply"
                    size: Theme.glyph
                    color: Theme.accent
                }
                Text {
                    Layout.fillWidth: true
                    text: answer.text
                    color: Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeLabel
                    font.weight: answer.modelData.mine || answer.winner ? Font.DemiBold : Font.Normal
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                Text {
                    visible: text.length > 0
                    text: answer.count
                    color: answer.winner ? Theme.inkStrong : Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: answer.hovered && answer.enabled ? Theme.hover : Theme.paper
                border {
                    width: 1
                    color: answer.modelData.mine || answer.winner ? Theme.accent : Theme.line
                }

                Rectangle {
                    x: 1
                    y: 1
                    height: parent.height - 2
                    radius: Theme.radius
                    visible: card.poll.shown && card.poll.voters > 0
                    width: Math.round((parent.width - 2) * Math.min(1, answer.modelData.votes / Math.max(1, card.poll.voters)))
                    color: Theme.accentSoft
                }
            }
        }
    }
    Text {
        Layout.fillWidth: true
        text: card.poll.closed ? qsTr("Poll closed, %n voter(s)", "", card.poll.voters) : card.poll.shown ? qsTr("%n voter(s)", "", card.poll.voters) : qsTr("Results are shown when the poll is closed.")
        color: Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
