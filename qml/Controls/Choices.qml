// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Choices: a few ways side by side, one of them chosen. Arrows change it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Theme

FocusScope {
    id: bar

    required property list<string> choices
    required property int current

    //! Equal widths, but where one has longer words and there is room for them.
    readonly property bool fits: {
        let sum = 0;
        for (let i = 0; i < all.count; ++i) {
            sum += all.itemAt(i)?.implicitWidth ?? 0;
        }
        return sum <= width;
    }

    signal chosen(int index)

    implicitHeight: Theme.control
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: choices.length > 0 ? choices.join(", ") : ""
    Keys.onLeftPressed: chosen(Math.max(0, current - 1))
    Keys.onRightPressed: chosen(Math.min(choices.length - 1, current + 1))

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Repeater {
            id: all

            model: bar.choices

            Basic.AbstractButton {
                id: choice

                required property int index
                required property string modelData
                readonly property bool current: index === bar.current

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: bar.fits ? implicitWidth : 0
                Layout.preferredWidth: bar.width / bar.choices.length
                implicitWidth: implicitContentWidth + Theme.space1 * 2
                hoverEnabled: true
                focusPolicy: Qt.NoFocus
                text: modelData
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: current
                onClicked: bar.chosen(index)
                contentItem: Text {
                    text: choice.text
                    color: choice.current ? Theme.accent : choice.hovered ? Theme.inkStrong : Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeLabel
                    font.weight: choice.current ? Font.DemiBold : Font.Medium
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                }
                background: Rectangle {
                    color: choice.current ? Theme.accentSoft : choice.hovered ? Theme.hover : "transparent"

                    Rectangle {
                        anchors {
                            left: parent.left
                            right: parent.right
                            bottom: parent.bottom
                        }
                        height: choice.current ? 2 : 1
                        color: choice.current ? Theme.accent : Theme.line
                    }
                }
            }
        }
    }
    FocusRing {
        shown: bar.activeFocus
    }
}
