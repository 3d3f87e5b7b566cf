// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList: the rows of a conversation, newest at the bottom. Stays at the newest while it is
// shown; loads older ones before the top is reached, without a jump.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ListView {
    id: list

    required property RoomViewModel room
    required property Words words
    property string remedy: ""

    signal actionsRequested(timelineItem item, Item at)
    signal menuRequested(timelineItem item, Item at)
    signal linkActivated(string link, bool honest)
    signal pictureActivated(timelineItem item)
    signal saveRequested(timelineItem item)
    signal typedText(string text)
    signal personRequested(timelineItem item)
    signal remedyRequested

    readonly property real below: originY + contentHeight - (contentY + height)
    property bool pinned: true
    //! The keyboard, not the pointer, is in the list: show where it is.
    property bool keyed: false

    function announce(sentence: string) {
        Accessible.announce(sentence, Accessible.Polite);
    }
    function goToNewest() {
        room.backToNewest();
        pinned = true;
        positionViewAtBeginning();
        report.restart();
    }
    function goToEvent(eventId: string): bool {
        const row = room.rowOf(eventId);
        if (row < 0) {
            return false;
        }
        pinned = false;
        currentIndex = row;
        positionViewAtIndex(row, ListView.Center);
        (currentItem as TimelineRow)?.light();
        settle();
        return true;
    }
    function settle() {
        pinned = below < 24 && !room.detached;
        report.restart();
        considerOlder();
        considerNewer();
    }
    function considerNewer() {
        if (room.detached && below < height) {
            room.loadNewer();
        }
    }
    function stay() {
        if (pinned && !moving && !bar.pressed) {
            positionViewAtBeginning();
        }
        report.restart();
    }
    function considerOlder() {
        if (contentY - originY < height * 2 && !room.loadingOlder && !room.atStart && room.olderError.length === 0) {
            room.loadOlder();
        }
    }
    function reportNow() {
        if (count === 0 || height <= 0) {
            return;
        }
        const x = width / 2;
        let first = indexAt(x, contentY + height - 2);
        for (let up = 8; first < 0 && up < 80; up += 8) {
            first = indexAt(x, contentY + height - up);
        }
        let last = indexAt(x, contentY + 2);
        for (let down = 8; last < 0 && down < 80; down += 8) {
            last = indexAt(x, contentY + down);
        }
        room.reportVisible(Math.max(0, first), last < 0 ? count - 1 : last, below < 24, Application.state === Qt.ApplicationActive && Window.active);
    }
    function step(by: int) {
        currentIndex = currentIndex < 0 ? 0 : Math.max(0, Math.min(count - 1, currentIndex + by));
        positionViewAtIndex(currentIndex, ListView.Contain);
        settle();
    }
    //! The own vote after the answer of this number was pressed.
    function toggled(poll: pollInfo, number: int): list<string> {
        const mine = poll.answers.filter(each => each.mine).map(each => each.id);
        const id = poll.answers[number]?.id ?? "";
        if (id.length === 0 || mine.includes(id)) {
            return mine.filter(each => each !== id);
        }
        return poll.maxSelections === 1 ? [id] : mine.concat([id]).slice(-poll.maxSelections);
    }
    function page(direction: int) {
        const lowest = Math.max(originY, originY + contentHeight - height);
        contentY = Math.max(originY, Math.min(lowest, contentY + direction * height * 0.9));
        settle();
    }

    model: room.model
    verticalLayoutDirection: ListView.BottomToTop
    reuseItems: true
    cacheBuffer: 800
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: true
    currentIndex: -1
    keyNavigationEnabled: false
    highlightFollowsCurrentItem: false
    header: Item {
        width: 1
        height: Theme.space3
    }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    Basic.ScrollBar.vertical: SlimScrollBar {
        id: bar

        onPressedChanged: {
            if (!pressed) {
                list.settle();
            }
        }
    }

    delegate: TimelineRow {
        width: ListView.view.width
        room: list.room
        words: list.words
        listFocused: list.activeFocus && list.keyed
        remedy: list.remedy
        onPersonRequested: item => list.personRequested(item)
        onRemedyRequested: list.remedyRequested()
        onActionsRequested: at => list.actionsRequested(item, at)
        onMenuRequested: at => list.menuRequested(item, at)
        onLinkActivated: (link, honest) => list.linkActivated(link, honest)
        onReplyActivated: eventId => list.goToEvent(eventId)
        onPictureActivated: item => list.pictureActivated(item)
        onSaveRequested: item => list.saveRequested(item)
        ListView.onPooled: hoverEnabled = false
        ListView.onReused: hoverEnabled = true
    }

    onContentYChanged: {
        report.restart();
        if (moving || bar.pressed) {
            pinned = below < 24 && !room.detached;
            considerNewer();
        }
        if (contentY - originY < height) {
            Qt.callLater(considerOlder);
        }
    }
    onMovementEnded: settle()
    onCountChanged: Qt.callLater(stay)
    onContentHeightChanged: Qt.callLater(stay)
    onHeightChanged: Qt.callLater(stay)
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0) {
            currentIndex = Math.max(0, indexAt(width / 2, contentY + height - Theme.space6));
        }
    }

    Keys.onPressed: event => {
        keyed = true;
        const item = (currentItem as TimelineRow)?.item;
        const plain = !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier));
        const acts = item !== undefined && item.eventId.length > 0;
        event.accepted = true;
        if (event.key === Qt.Key_Up) {
            step(1);
        } else if (event.key === Qt.Key_Down) {
            step(-1);
        } else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            page(event.key === Qt.Key_PageUp ? -1 : 1);
        } else if (event.key === Qt.Key_End) {
            currentIndex = 0;
            goToNewest();
        } else if (event.key === Qt.Key_Home) {
            currentIndex = count - 1;
            positionViewAtIndex(currentIndex, ListView.Contain);
            settle();
        } else if (item && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))) {
            list.menuRequested(item, currentItem);
        } else if (acts && plain && event.key === Qt.Key_R && room.canWrite) {
            room.startReply(item.uid);
        } else if (acts && plain && event.key === Qt.Key_E && room.canWrite) {
            list.actionsRequested(item, currentItem);
        } else if (acts && plain && event.key === Qt.Key_T && room.threadId.length === 0) {
            room.openThread(item.eventId);
        } else if (acts && plain && item.kind === TimelineItem.Kind.Poll && event.key >= Qt.Key_1 && event.key <= Qt.Key_9 && room.canWrite) {
            room.vote(item.eventId, toggled(item.poll, event.key - Qt.Key_1));
        } else if (item && event.matches(StandardKey.Copy)) {
            room.copyText(item.uid);
        } else if (event.key === Qt.Key_Escape) {
            list.typedText("");
        } else {
            event.accepted = false;
        }
    }

    Timer {
        id: report

        interval: 120
        onTriggered: list.reportNow()
    }
    Connections {
        target: list.Window.window

        function onActiveChanged() {
            list.reportNow();
        }
    }
    Connections {
        target: list.room

        function onLoadedChanged() {
            list.pinned = !list.room.detached;
            Qt.callLater(list.stay);
            Qt.callLater(list.considerOlder);
        }
        function onShown(eventId: string) {
            list.pinned = false;
            list.forceLayout();
            Qt.callLater(list.goToEvent, eventId);
        }
        function onOlderChanged() {
            if (!list.room.loadingOlder) {
                Qt.callLater(list.considerOlder);
            }
        }
    }
    Connections {
        target: list.room.composer

        function onSentOne() {
            Qt.callLater(list.goToNewest);
        }
    }
}
