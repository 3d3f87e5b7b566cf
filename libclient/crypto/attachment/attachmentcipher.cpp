// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/attachment/attachmentcipher.h"

#include "crypto/primitives/ctr.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

using Kind = Error::Kind;

constexpr qint64 pieceSize = 64 * 1024;
constexpr qsizetype ivRandom = 8; // the other 8 bytes count blocks from zero

Result<> write(QIODevice& target, const QByteArray& bytes)
{
    if (target.write(bytes) == bytes.size()) {
        return {};
    }
    return fail(Kind::DiskFull, u"writing a file: "_s + target.errorString());
}

//! Calls `use(piece)` until the end; a read error is Store.
template <class Use>
Result<> eachPiece(QIODevice& source, Use use)
{
    while (true) {
        QByteArray piece(pieceSize, Qt::Uninitialized);
        const qint64 size = source.read(piece.data(), pieceSize);
        if (size < 0) {
            return fail(Kind::Store, u"reading a file: "_s + source.errorString());
        }
        if (size == 0) {
            return {};
        }
        piece.truncate(size);
        if (auto used = use(piece); !used) {
            return used;
        }
    }
}

} // namespace

Result<AttachmentKey> encryptAttachment(QIODevice& plain, QIODevice& cipher,
                                        const std::function<bool()>& wanted)
{
    AttachmentKey result{randomSecret(32), randomBytes(ivRandom) + QByteArray(8, '\0'), {}};
    auto stream = CtrStream::create(result.key, result.iv);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    Sha256Stream hash;
    const auto done = eachPiece(plain, [&](const QByteArray& piece) -> Result<> {
        if (wanted && !wanted()) {
            return fail(Kind::Invalid, u"cancelled"_s);
        }
        const auto bytes = stream->update(piece);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        hash.update(*bytes);
        return write(cipher, *bytes);
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    result.sha256 = hash.finish();
    return result;
}

Result<> decryptAttachment(QIODevice& cipher, QIODevice& plain, const AttachmentKey& key)
{
    Sha256Stream hash;
    const auto hashed = eachPiece(cipher, [&hash](const QByteArray& piece) -> Result<> {
        hash.update(piece);
        return {};
    });
    if (!hashed) {
        return hashed;
    }
    if (!constantTimeEquals(hash.finish(), key.sha256)) {
        return fail(Kind::Crypto, u"the file is not the one that was sent"_s);
    }
    if (!cipher.seek(0)) {
        return fail(Kind::Store, u"reading a file again"_s);
    }
    auto stream = CtrStream::create(key.key, key.iv);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    return eachPiece(cipher, [&](const QByteArray& piece) -> Result<> {
        const auto bytes = stream->update(piece);
        return bytes ? write(plain, *bytes) : std::unexpected(bytes.error());
    });
}

} // namespace client::crypto
