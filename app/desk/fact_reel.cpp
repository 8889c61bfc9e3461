// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fact_reel.h"

#include "app/domain/bytes.h"
#include "app/domain/fact_bytes.h"

#include <QLoggingCategory>
#include <QtEndian>

#include <zlib.h>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.desk")

constexpr QByteArrayView magic("TDREEL01");
constexpr qint64 headSize = 16;      ///< magic, form
constexpr qint64 blockHeadSize = 40; ///< size, sum, the last entry's hash
constexpr qsizetype hashSize = 32;
/// Far beyond what so many facts take; a block that claims more is damaged.
constexpr quint32 mostBlockBytes = 256 * 1024 * 1024;

quint32 sumOf(QByteArrayView bytes) {
    return quint32(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), uInt(bytes.size())));
}

QByteArray head() {
    QByteArray bytes = magic.toByteArray();
    bytes.resize(headSize);
    qToLittleEndian(factBytesForm(), bytes.data() + magic.size());
    return bytes;
}

/// Seats and users of a block: each text once, where it first comes.
class TextsOut {
public:
    void put(BytesWriter& writer, const QString& text) {
        const auto known = m_known.constFind(text);
        writer.number(known == m_known.cend() ? quint64(m_known.size()) : *known);
        if (known != m_known.cend())
            return;
        m_known.insert(text, quint64(m_known.size()));
        writer.put(text);
    }

private:
    QHash<QString, quint64> m_known;
};

class TextsIn {
public:
    std::optional<QString> get(BytesReader& reader) {
        const quint64 which = reader.number();
        if (which == quint64(m_known.size()))
            m_known.append(reader.as<QString>());
        return reader.ok() && which < quint64(m_known.size()) ? std::optional(m_known[qsizetype(which)])
                                                              : std::nullopt;
    }

private:
    QStringList m_known;
};

QByteArray packed(const QList<Entry>& entries) {
    QByteArray bytes;
    bytes.reserve(entries.size() * 200);
    BytesWriter writer(bytes);
    TextsOut texts;
    writer.put(entries.constFirst().seq);
    qint64 before = 0;
    for (const Entry& entry : entries) {
        const qint64 at = toMs(entry.recordedAt);
        writer.put(at - before);
        before = at;
        writer.put(toMs(entry.fact.happenedAt) - at);
        texts.put(writer, entry.fact.seat);
        texts.put(writer, entry.fact.user);
        QByteArray fact;
        if (const auto read = tridesk::read(entry).fact)
            packFact(fact, *read);
        writer.put(fact);
    }
    return bytes;
}

std::optional<QList<FoldedEntry>> unpacked(QByteArrayView bytes) {
    BytesReader reader(bytes);
    TextsIn texts;
    QList<FoldedEntry> entries;
    entries.reserve(FactReel::blockEntries);
    const auto first = reader.as<qint64>();
    qint64 at = 0;
    for (int i = 0; i < FactReel::blockEntries; ++i) {
        FoldedEntry& each = entries.emplace_back();
        at += reader.as<qint64>();
        each.entry.seq = first + i;
        each.entry.recordedAt = instantFromMs(at);
        each.entry.fact.happenedAt = instantFromMs(at + reader.as<qint64>());
        const auto seat = texts.get(reader);
        const auto user = texts.get(reader);
        if (!seat || !user)
            return std::nullopt;
        each.entry.fact.seat = *seat;
        each.entry.fact.user = *user;
        const QByteArrayView fact = reader.take(reader.number());
        if (!fact.isEmpty())
            each.fact = unpackFact(fact);
        if (!reader.ok() || (!fact.isEmpty() && !each.fact))
            return std::nullopt;
    }
    return reader.atEnd() ? std::optional(std::move(entries)) : std::nullopt;
}

} // namespace

FactReel::FactReel(const QString& path)
    : m_lock(path + u".lock"_s)
    , m_file(path) {
    m_lock.setStaleLockTime(0); // only that of a process which is gone
    m_keeper = m_lock.tryLock(0);
}

std::expected<std::unique_ptr<FactReel>, JournalFault> FactReel::open(const QString& path,
                                                                      JournalReader& journal) {
    std::unique_ptr<FactReel> reel(new FactReel(path));
    if (const auto begun = reel->begin(journal); !begun)
        return std::unexpected(begun.error());
    return reel;
}

std::expected<void, JournalFault> FactReel::begin(JournalReader& journal) {
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return std::unexpected(fault(u"open"_s));
    if (m_file.read(headSize) == head()) {
        readBlocks();
        const auto same = agrees(journal);
        if (!same)
            return std::unexpected(same.error());
        if (*same)
            return map() ? std::expected<void, JournalFault>() : std::unexpected(fault(u"map"_s));
    }
    m_blocks.clear();
    return m_keeper ? makeAnew() : std::expected<void, JournalFault>();
}

/// Another file in its place: others may still read the one that is there.
std::expected<void, JournalFault> FactReel::makeAnew() {
    if (m_file.size() > 0)
        qCInfo(log) << m_file.fileName() << "is of another journal or program and is made anew";
    m_file.close();
    m_file.remove();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || m_file.write(head()) != headSize)
        return std::unexpected(fault(u"begin"_s));
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // it tells what the journal tells
    m_end = headSize;
    return {};
}

void FactReel::readBlocks() {
    m_end = headSize;
    for (;;) {
        if (!m_file.seek(m_end))
            return;
        const QByteArray bytes = m_file.read(blockHeadSize);
        if (bytes.size() < blockHeadSize)
            return;
        const Block block{m_end + blockHeadSize, qFromLittleEndian<quint32>(bytes.constData()),
                          qFromLittleEndian<quint32>(bytes.constData() + 4), bytes.last(hashSize)};
        if (block.size > mostBlockBytes || block.at + block.size > m_file.size())
            return;
        m_blocks.append(block);
        m_end = block.at + block.size;
    }
}

std::expected<bool, JournalFault> FactReel::agrees(JournalReader& journal) const {
    if (m_blocks.isEmpty())
        return true;
    return journal.read(lastSeq(), 1).transform([&](const QList<Entry>& last) {
        return !last.isEmpty() && last.constFirst().seq == lastSeq() &&
               last.constFirst().hash == m_blocks.constLast().lastHash;
    });
}

std::expected<void, JournalFault> FactReel::follow(JournalReader& journal, const Progress& progress) {
    const auto head = journal.head();
    if (!head)
        return std::unexpected(head.error());
    while (m_keeper && lastSeq() + blockEntries <= head->seq) {
        if (progress && !progress(lastSeq(), head->seq))
            break;
        const auto entries = journal.read(lastSeq() + 1, blockEntries);
        if (!entries)
            return std::unexpected(entries.error());
        // where entries are missing the journal itself is read, and says which
        if (entries->size() < blockEntries || entries->constLast().seq != lastSeq() + blockEntries)
            break;
        if (const auto added = add(*entries); !added)
            return added;
    }
    return map() ? std::expected<void, JournalFault>() : std::unexpected(fault(u"map"_s));
}

std::expected<void, JournalFault> FactReel::add(const QList<Entry>& entries) {
    const QByteArray bytes = packed(entries);
    QByteArray whole(blockHeadSize, '\0');
    qToLittleEndian(quint32(bytes.size()), whole.data());
    qToLittleEndian(sumOf(bytes), whole.data() + 4);
    std::copy_n(entries.constLast().hash.constData(), hashSize, whole.data() + blockHeadSize - hashSize);
    whole += bytes;
    if (!m_file.seek(m_end) || m_file.write(whole) != whole.size())
        return std::unexpected(fault(u"write"_s)); // what stands there of it is written over, or passed over
    m_blocks.append({m_end + blockHeadSize, quint32(bytes.size()), sumOf(bytes), entries.constLast().hash});
    m_end += whole.size();
    return {};
}

bool FactReel::map() {
    if (m_blocks.isEmpty() || (m_bytes && m_mapped >= m_end))
        return true;
    if (m_bytes)
        m_file.unmap(const_cast<uchar*>(m_bytes));
    m_bytes = m_file.map(0, m_end);
    m_mapped = m_bytes ? m_end : 0;
    return m_bytes != nullptr;
}

std::optional<QList<FoldedEntry>> FactReel::block(qsizetype index) const {
    const Block& block = m_blocks[index];
    if (block.at + block.size > m_mapped)
        return std::nullopt;
    const QByteArrayView bytes(m_bytes + block.at, qsizetype(block.size));
    auto entries = sumOf(bytes) == block.sum ? unpacked(bytes) : std::nullopt;
    if (!entries || entries->constFirst().entry.seq != index * qint64(blockEntries) + 1) {
        qCWarning(log) << "block" << index << "of" << m_file.fileName() << "is damaged";
        return std::nullopt;
    }
    return entries;
}

JournalFault FactReel::fault(const QString& tried) const {
    const bool full = m_file.error() == QFileDevice::ResourceError;
    return {full ? JournalFault::Code::Full : JournalFault::Code::Io, m_file.fileName(),
            tried + u": "_s + m_file.errorString()};
}

} // namespace tridesk
