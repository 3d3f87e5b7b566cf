// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AppMenu: a menu in the colours of the theme.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Effects
import Tchap.Theme

Basic.Menu {
    id: menu

    //! For the keyboard and for buttons: below a place of an item, with the first line chosen.
    function openAt(item: Item, x: real, y: real) {
        popup(item, x, y);
        for (let i = 0; i < count; ++i) {
            if (itemAt(i)?.activeFocusOnTab) {
                currentIndex = i;
                return;
            }
        }
    }

    topPadding: Theme.space1
    bottomPadding: Theme.space1
    margins: Theme.space2
    overlap: 0
    implicitWidth: {
        let widest = 180 * Theme.scale;
        for (let i = 0; i < count; ++i) {
            const each = itemAt(i);
            if (each && each.visible) {
                widest = Math.max(widest, each.implicitWidth);
            }
        }
        return Math.ceil(widest);
    }
    delegate: AppMenuItem {}
    background: Rectangle {
        color: Theme.overlay
        radius: Theme.radius
        border {
            width: 1
            color: Theme.line
        }
        layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
        layer.effect: MultiEffect {
            shadowEnabled: true
            shadowColor: Theme.shadow
            shadowVerticalOffset: 4
            shadowBlur: 0.6
        }
    }
}
