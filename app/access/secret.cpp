// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/secret.h"

#include <sodium.h>

namespace tridesk {

namespace {

constexpr qsizetype secretBytes = 32;

} // namespace

QByteArray randomSecret(const char* prefix) {
    QByteArray bytes(secretBytes, '\0');
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return prefix + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hashOfSecret(const QByteArray& secret) {
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char*>(secret.constData()), size_t(secret.size()),
                       nullptr, 0);
    return hash;
}

bool isSameHash(const QByteArray& a, const QByteArray& b) {
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace tridesk
