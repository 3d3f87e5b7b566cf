// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/secretbytes.h"

#include <algorithm>
#include <utility>

namespace client {

namespace {

void wipeRange(uint8_t* data, size_t size)
{
    // Through a volatile pointer: the compiler may not reason that nobody reads the zeros.
    volatile uint8_t* p = data;
    for (size_t i = 0; i < size; ++i) {
        p[i] = 0;
    }
}

} // namespace

SecretBytes::SecretBytes(size_t size) : m_data(std::make_unique<uint8_t[]>(size)), m_size(size) {}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::move(other.m_data))
    , m_size(std::exchange(other.m_size, 0))
{}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::move(other.m_data);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes SecretBytes::takeFrom(QByteArray& source)
{
    SecretBytes taken = copyOf(source);
    client::wipe(source);
    source.clear();
    return taken;
}

SecretBytes SecretBytes::copyOf(QByteArrayView source)
{
    SecretBytes copy(size_t(source.size()));
    std::ranges::copy(source, copy.m_data.get());
    return copy;
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

QByteArrayView SecretBytes::view() const
{
    return {m_data.get(), qsizetype(m_size)};
}

bool SecretBytes::equals(const SecretBytes& other) const
{
    if (m_size != other.m_size) {
        return false;
    }
    unsigned difference = 0;
    for (size_t i = 0; i < m_size; ++i) {
        difference |= unsigned(m_data[i] ^ other.m_data[i]);
    }
    return difference == 0;
}

void SecretBytes::wipe()
{
    wipeRange(m_data.get(), m_size);
    m_size = 0;
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty()) {
        wipeRange(reinterpret_cast<uint8_t*>(bytes.data()), size_t(bytes.size()));
    }
}

} // namespace client
