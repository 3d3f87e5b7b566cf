// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecretBytes: bytes that must not be copied, printed or compared by accident. Wipes itself.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace client {

class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(size_t size); //!< zero-filled
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    //! Copies `source` and wipes it (detaches first: other holders of shared data keep theirs).
    static SecretBytes takeFrom(QByteArray& source);
    static SecretBytes copyOf(QByteArrayView source);

    SecretBytes clone() const; //!< an explicit, visible copy

    bool isEmpty() const { return m_size == 0; }

    size_t size() const { return m_size; }

    std::span<const uint8_t> bytes() const { return {m_data.get(), m_size}; }

    std::span<uint8_t> writable() { return {m_data.get(), m_size}; }

    QByteArrayView view() const;
    //! Equality in time that does not depend on the content.
    bool equals(const SecretBytes& other) const;
    bool operator==(const SecretBytes&) const = delete;

private:
    void wipe();
    std::unique_ptr<uint8_t[]> m_data;
    size_t m_size = 0;
};

//! Overwrites with zeros in a way that the compiler does not remove.
void wipe(QByteArray& bytes);

} // namespace client
