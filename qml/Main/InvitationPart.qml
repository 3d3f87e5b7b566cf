// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// InvitationPart: who invites to what, and the two answers.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Item {
    id: part

    required property RoomListViewModel rooms
    required property Words words
    required property roomSummary summary

    Emptiness {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.space8 * 2, 400)
        glyph: "mail-invitation"
        text: part.summary.inviter.length > 0 ? qsTr("%1 invites you to “%2”.").arg(part.words.personName(part.summary.inviter)).arg(part.words.roomName(part.summary)) : qsTr("You are invited to “%1”.").arg(part.words.roomName(part.summary))
        hint: qsTr("Accept only if you know who invites you.")

        RowLayout {
            spacing: Theme.space2

            ActionButton {
                enabled: !part.rooms.acting
                text: qsTr("Decline")
                onClicked: part.rooms.decline(part.summary.roomId)
            }
            ActionButton {
                enabled: !part.rooms.acting
                kind: ActionButton.Primary
                text: qsTr("Accept")
                onClicked: part.rooms.accept(part.summary.roomId)
            }
        }
    }
}
