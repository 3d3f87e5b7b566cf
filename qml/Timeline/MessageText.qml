// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageText: the words of a message; rich text only where the library has made it harmless.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Theme

TextEdit {
    id: words

    required property timelineItem item
    required property real widest
    readonly property bool rich: item.html.length > 0
    readonly property bool emote: item.kind === TimelineItem.Kind.Emote

    signal linkOpened(string link)

    function dressed(): string {
        const lead = emote ? "<i>* " + escaped(item.senderName) + "</i> " : "";
        return "<style>a { color: " + Theme.accent + "; } code, pre { font-family: '" + Theme.monoFamily + "'; background-color: " + Theme.field + "; } blockquote { color: " + Theme.ink + "; margin-left: 12px; } p { margin-top: 0; margin-bottom: 6px; }</style>" + lead + item.html;
    }
    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }

    width: Math.min(implicitWidth, widest)
    text: rich ? dressed() : item.kind === TimelineItem.Kind.Unsupported && item.body.length === 0 ? qsTr("This kind of message cannot be shown.") : (emote ? "* " + item.senderName + " " : "") + item.body
    textFormat: rich ? TextEdit.RichText : TextEdit.PlainText
    readOnly: true
    selectByMouse: true
    activeFocusOnPress: true
    persistentSelection: false
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.sizeBody
    font.italic: item.kind === TimelineItem.Kind.Notice || item.kind === TimelineItem.Kind.Unsupported
    wrapMode: TextEdit.Wrap
    Accessible.ignored: true
    onLinkActivated: link => linkOpened(link)
    onActiveFocusChanged: {
        if (!activeFocus) {
            deselect();
        }
    }

    HoverHandler {
        cursorShape: words.hoveredLink.length > 0 ? Qt.PointingHandCursor : Qt.IBeamCursor
    }
}
