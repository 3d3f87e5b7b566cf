// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FingerprintBlock: a fingerprint under the name of what it belongs to.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

ColumnLayout {
    id: block

    required property string label
    required property string value

    signal copyRequested(string value)

    spacing: 0

    Prose {
        color: Theme.inkSoft
        font.pixelSize: Theme.sizeLabel
        text: block.label
    }
    Fingerprint {
        Layout.fillWidth: true
        value: block.value
        purpose: block.label
        onCopyRequested: value => block.copyRequested(value)
    }
}
