// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/token_watch.h"

#include "app/intake/token_reader.h"

namespace tridesk {

using namespace Qt::StringLiterals;

TokenWatch::TokenWatch(const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_reader(new TokenReader(dataFolder))
    , m_thread(u"tokens"_s, m_reader) {
    connect(m_reader, &TokenReader::changed, this, [this](const TokenList& tokens) {
        m_tokens = tokens;
        m_isReady = true;
        Q_EMIT read();
    });
    connect(m_reader, &TokenReader::trouble, this, &TokenWatch::trouble);
}

TokenWatch::~TokenWatch() = default;

void TokenWatch::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_reader, &TokenReader::look, Qt::QueuedConnection);
}

} // namespace tridesk
