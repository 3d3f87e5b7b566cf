// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// QrPicture: a QR code, dark on light in every theme, for cameras want it so.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    id: picture

    required property list<string> rows
    readonly property int module: rows.length > 0 ? Math.max(2, Math.floor(220 * Theme.scale / rows.length)) : 0

    implicitWidth: rows.length > 0 ? module * (rows.length + 8) : Math.round(220 * Theme.scale)
    implicitHeight: implicitWidth
    radius: Theme.radius
    color: Theme.qrPaper
    border {
        width: 1
        color: Theme.line
    }
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("QR code for the other device’s camera")

    Canvas {
        id: canvas

        anchors.centerIn: parent
        width: picture.module * picture.rows.length
        height: width
        visible: picture.rows.length > 0
        onVisibleChanged: requestPaint()
        onPaint: {
            const context = getContext("2d");
            context.reset();
            context.fillStyle = Theme.qrInk;
            for (let y = 0; y < picture.rows.length; ++y) {
                const row = picture.rows[y];
                for (let x = 0; x < row.length; ++x) {
                    if (row[x] === "1") {
                        context.fillRect(x * picture.module, y * picture.module, picture.module, picture.module);
                    }
                }
            }
        }
    }
    onRowsChanged: canvas.requestPaint()
}
