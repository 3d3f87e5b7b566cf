// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reactions: chips below a message; one's own are outlined. Pressing adds or takes back.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Flow {
    id: flow

    required property list<reaction> reactions

    signal reacted(string key)

    spacing: Theme.space1

    Repeater {
        model: flow.reactions

        Basic.AbstractButton {
            id: chip

            required property reaction modelData

            implicitWidth: label.implicitWidth + Theme.space2 * 2
            implicitHeight: Math.round(24 * Theme.scale)
            hoverEnabled: true
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1, %n person(s)", "a reaction, then how many", modelData.count).arg(modelData.key)
            Accessible.onPressAction: flow.reacted(chip.modelData.key)
            onClicked: flow.reacted(modelData.key)

            contentItem: Item {
                Text {
                    id: label

                    anchors.centerIn: parent
                    text: chip.modelData.key + " " + chip.modelData.count
                    color: chip.modelData.mine ? Theme.inkStrong : Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption + 1
                    font.weight: chip.modelData.mine ? Font.DemiBold : Font.Normal
                    font.features: ({
                            "tnum": 1
                        })
                    textFormat: Text.PlainText
                }
            }
            background: Rectangle {
                radius: height / 2
                color: chip.hovered ? Theme.hover : chip.modelData.mine ? Theme.accentSoft : Theme.paper
                border {
                    width: 1
                    color: chip.modelData.mine ? Theme.accent : Theme.line
                }
            }
            HoverTip {
                visible: chip.hovered
                text: chip.modelData.senders.join(", ")
            }
        }
    }
}
