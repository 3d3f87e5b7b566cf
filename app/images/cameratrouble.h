// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why there is no picture of the camera; apart, so that words can be found for it without a camera.
#pragma once

namespace app {

enum class CameraTrouble { None, NotBuilt, NoCamera, NotAllowed, Failed };

} // namespace app
