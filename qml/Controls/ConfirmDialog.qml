// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConfirmDialog: the question with its object, one sentence of consequence, two verbs.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

AppDialog {
    id: dialog

    required property string sentence

    contentItem: Item {
        implicitHeight: words.height

        Text {
            id: words

            width: dialog.availableWidth
            text: dialog.sentence
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            lineHeight: 1.25
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
