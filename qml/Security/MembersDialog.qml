// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MembersDialog: who is in a conversation; each row leads to the person's sheet.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    required property App app
    readonly property MembersViewModel members: app.members

    signal personRequested(string user, string name, string avatar)

    function show(room: string) {
        filter.clear();
        members.show(room);
        open();
    }

    width: Math.min(Math.round(460 * Theme.scale), (parent ? parent.width : 460) - Theme.space6)
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    title: members.count > 0 ? qsTr("%n member(s)", "", members.count) : qsTr("Members")
    firstFocus: filter

    contentItem: ColumnLayout {
        spacing: Theme.space2

        FilterField {
            id: filter

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2
            Layout.rightMargin: Theme.space2
            name: qsTr("Filter members")
            onTextChanged: dialog.members.filter = text
            onDownPressed: list.focusFirst()
            onEscaped: dialog.close()
            onAccepted: list.focusFirst()
        }
        Fault {
            text: dialog.members.errorText
        }
        Skeleton {
            Layout.fillWidth: true
            visible: !dialog.members.loaded
            rows: 3
        }
        ListView {
            id: list

            function focusFirst() {
                currentIndex = count > 0 ? 0 : -1;
                forceActiveFocus(Qt.TabFocusReason);
            }

            Layout.fillWidth: true
            Layout.fillHeight: true
            // By all members: the dialog keeps its height while one looks for a name.
            implicitHeight: Math.min(8, Math.max(3, dialog.members.count)) * Math.round(56 * Theme.scale)
            visible: dialog.members.loaded
            model: dialog.members.model
            activeFocusOnTab: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            Basic.ScrollBar.vertical: SlimScrollBar {}
            Keys.onReturnPressed: (currentItem as MemberRow)?.click()
            Keys.onEnterPressed: (currentItem as MemberRow)?.click()
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Up && currentIndex <= 0) {
                    filter.forceActiveFocus(Qt.TabFocusReason);
                    event.accepted = true;
                }
            }

            delegate: MemberRow {
                width: ListView.view.width
                words: dialog.app.words
                onClicked: dialog.personRequested(user, name, avatar)
            }
        }
        Prose {
            Layout.leftMargin: Theme.space2
            visible: dialog.members.loaded && list.count === 0 && dialog.members.errorText.length === 0
            color: Theme.inkSoft
            text: qsTr("Nobody of that name is here.")
        }
    }
}
