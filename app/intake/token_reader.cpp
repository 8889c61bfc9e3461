// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/token_reader.h"

#include <utility>

namespace tridesk {

namespace {

using namespace std::chrono_literals;

constexpr auto checkEvery = 500ms;
// For another's lock; the end of the program waits for it too.
constexpr auto patience = 500ms;

} // namespace

TokenReader::TokenReader(QString dataFolder)
    : m_folder(std::move(dataFolder))
    , m_again(this) { // a child, so that it moves to the thread as well
    m_again.setSingleShot(true);
    m_again.setInterval(checkEvery);
    connect(&m_again, &QTimer::timeout, this, &TokenReader::look);
}

void TokenReader::look() {
    if (const auto read = readOn(); !read)
        Q_EMIT trouble(read.error());
    else if (const std::optional<TokenList>& tokens = *read)
        Q_EMIT changed(*tokens);
    m_again.start();
}

std::expected<std::optional<TokenList>, QString> TokenReader::readOn() {
    if (!m_store) {
        auto store = TokenStore::open(m_folder, patience);
        if (!store)
            return std::unexpected(store.error());
        m_store = std::move(*store);
    }
    return m_store->changes();
}

} // namespace tridesk
