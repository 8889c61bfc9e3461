// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

class Hasher {
public:
    void add(QByteArrayView bytes) {
        addNumber(bytes.size());
        m_hash.addData(bytes);
    }
    void addText(const QString& text) { add(QByteArrayView(text.toUtf8())); }
    void addNumber(qint64 number) {
        char raw[sizeof number];
        qToBigEndian(number, raw);
        m_hash.addData(QByteArrayView(raw, sizeof raw));
    }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

QByteArray chainHash(const Entry& entry) {
    const Draft& fact = entry.fact;
    Hasher hasher;
    hasher.add(entry.previousHash);
    hasher.addNumber(entry.seq);
    hasher.addNumber(toMs(entry.recordedAt));
    hasher.add(fact.request.value().toRfc4122());
    hasher.addNumber(toMs(fact.happenedAt));
    hasher.addText(fact.seat);
    hasher.addText(fact.user);
    hasher.addText(fact.stream);
    hasher.addText(fact.kind);
    hasher.addNumber(fact.version);
    hasher.add(fact.payload);
    return hasher.result();
}

Entry chained(const JournalHead& head, const Draft& fact, Instant recordedAt) {
    Entry entry{head.seq + 1, recordedAt, fact, head.hash, {}};
    entry.hash = chainHash(entry);
    return entry;
}

QString chainDefect(const JournalHead& head, const Entry& entry) {
    if (entry.seq != head.seq + 1)
        return u"missing; the next one is %1"_s.arg(entry.seq);
    if (entry.previousHash != head.hash)
        return u"does not follow on the entry before it"_s;
    if (entry.hash != chainHash(entry))
        return u"its content does not match its hash"_s;
    return {};
}

} // namespace tridesk
