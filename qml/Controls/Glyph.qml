// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Glyph: a symbolic icon in one ink.
pragma ComponentBehavior: Bound

import QtQuick
import org.kde.kirigami as Kirigami
import Tchap.Theme

Kirigami.Icon {
    property int size: Theme.glyphTool

    implicitWidth: size
    implicitHeight: size
    isMask: true
    color: Theme.ink
    Accessible.ignored: true
}
