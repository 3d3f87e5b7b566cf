// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Media: upload, download and thumbnails (specification, "Content repository").
#pragma once

#include "api/request.h"
#include "base/ids.h"

namespace client::api {

//! The body is the file; the name is given only for clear files.
Request uploadRequest(const QByteArray& contentType, const QString& fileName);
Result<MxcUri> readUpload(const Response& response);

//! Endpoints before version 1.11 of the specification took no token.
enum class MediaGeneration { Authenticated, Legacy };
//! Invalid for a content URI that does not follow the grammar.
Result<Request> downloadRequest(const MxcUri& uri, MediaGeneration generation);
Result<Request> thumbnailRequest(const MxcUri& uri, int size, MediaGeneration generation);
Request mediaConfigRequest();

} // namespace client::api
