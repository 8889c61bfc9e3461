// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/wal_tail.h"

#include <QFile>
#include <QtEndian>

namespace tridesk {

namespace {

constexpr qint64 headerBytes = 32;
constexpr qint64 frameHeaderBytes = 24;

/// SQLite's running checksum over pairs of 32-bit words, in the byte order that the header names.
struct Checksum {
    quint32 a = 0;
    quint32 b = 0;
    bool bigEndian = false;

    void add(const char* data, qint64 size) {
        for (qint64 i = 0; i + 8 <= size; i += 8) {
            a += word(data + i) + b;
            b += word(data + i + 4) + a;
        }
    }
    [[nodiscard]] quint32 word(const char* at) const {
        return bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }
    [[nodiscard]] bool is(const char* at) const {
        return a == qFromBigEndian<quint32>(at) && b == qFromBigEndian<quint32>(at + 4);
    }
};

struct Walk {
    QFile file;
    QByteArray salts;
    qint64 pageBytes = 0;
    Checksum sum;
    qint64 committedEnd = headerBytes;    ///< behind the last readable commit
    qint64 roundEnd = headerBytes;        ///< behind the last frame of the present round, readable or not
    bool hadCommitBehindBadFrame = false; ///< that was readable once
};

bool readHeader(Walk& walk) {
    const QByteArray header = walk.file.read(headerBytes);
    if (header.size() < headerBytes)
        return false;
    const quint32 magic = qFromBigEndian<quint32>(header.constData());
    walk.pageBytes = qFromBigEndian<quint32>(header.constData() + 8);
    if ((magic & ~1u) != 0x377f0682 || walk.pageBytes < 512 || walk.pageBytes > 65536)
        return false;
    walk.sum.bigEndian = magic & 1;
    walk.sum.add(header.constData(), 24);
    walk.salts = header.sliced(16, 8);
    return walk.sum.is(header.constData() + 24);
}

/// Follows the frames behind one that cannot be read, to tell what was written whole once from what a killed
/// writer left: frames of a transaction that never ended keep the round's salts, and a later writer that was
/// killed too leaves the first of them half overwritten. A frame fits if its sum follows from the one stored
/// before it, or from the one that the frame before it should have had; a commit that fits was readable once.
class Behind {
public:
    explicit Behind(const Checksum& beforeBad)
        : m_asIs(beforeBad)
        , m_asStored(beforeBad) {}

    [[nodiscard]] bool hadCommit() const { return m_hadCommit; }

    void add(const QByteArray& frame) {
        bool fits = false;
        for (Checksum* before : {&m_asStored, &m_asIs}) {
            addFrame(*before, frame);
            fits = fits || before->is(frame.constData() + 16);
        }
        m_hadCommit = m_hadCommit || (fits && m_frames > 0 && endsCommit(frame));
        m_asStored.a = qFromBigEndian<quint32>(frame.constData() + 16);
        m_asStored.b = qFromBigEndian<quint32>(frame.constData() + 20);
        ++m_frames;
    }

    static void addFrame(Checksum& sum, const QByteArray& frame) {
        sum.add(frame.constData(), 8);
        sum.add(frame.constData() + frameHeaderBytes, frame.size() - frameHeaderBytes);
    }
    [[nodiscard]] static bool endsCommit(const QByteArray& frame) {
        return qFromBigEndian<quint32>(frame.constData() + 4) != 0;
    }

private:
    Checksum m_asIs;
    Checksum m_asStored;
    int m_frames = 0;
    bool m_hadCommit = false;
};

/// Frames of an earlier round carry other salts: the log is written from its start again after each
/// checkpoint.
void readFrames(Walk& walk) {
    std::optional<Behind> behind; // the first frame that cannot be read, that one included
    for (;;) {
        const QByteArray frame = walk.file.read(frameHeaderBytes + walk.pageBytes);
        if (frame.size() < 16 || frame.sliced(8, 8) != walk.salts)
            break;
        walk.roundEnd += frame.size();
        if (frame.size() < frameHeaderBytes + walk.pageBytes)
            break;
        const Checksum before = walk.sum;
        Behind::addFrame(walk.sum, frame);
        if (!behind && !walk.sum.is(frame.constData() + 16))
            behind.emplace(before);
        if (behind)
            behind->add(frame);
        else if (Behind::endsCommit(frame))
            walk.committedEnd = walk.roundEnd;
    }
    walk.hadCommitBehindBadFrame = behind && behind->hadCommit();
}

/// How many frames of this round SQLite's index says were committed, once it had published them; nothing
/// where there is no index of this round. A commit is acknowledged after it is published, so this tells
/// damage from interruption.
std::optional<qint64> publishedFrames(const QString& journalPath, const QByteArray& salts) {
    constexpr qint64 headerSize = 48; // kept twice, in the machine's own byte order
    QFile index(journalPath + QStringLiteral("-shm"));
    if (!index.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray headers = index.read(2 * headerSize);
    if (headers.size() < 2 * headerSize || headers.first(headerSize) != headers.last(headerSize) ||
        headers.sliced(32, 8) != salts)
        return std::nullopt;
    return qFromUnaligned<quint32>(headers.constData() + 16);
}

} // namespace

std::optional<WalTail> findWalTail(const QString& journalPath) {
    Walk walk;
    walk.file.setFileName(journalPath + QStringLiteral("-wal"));
    if (!walk.file.open(QIODevice::ReadOnly) || walk.file.size() == 0)
        return std::nullopt;
    if (!readHeader(walk)) // nothing of it can be read
        return WalTail{0, walk.file.size(), 1, walk.file.size() > headerBytes, false};
    readFrames(walk);
    const qint64 frames = (walk.committedEnd - headerBytes) / (frameHeaderBytes + walk.pageBytes);
    const auto published = publishedFrames(journalPath, walk.salts);
    if (walk.roundEnd == walk.committedEnd && frames >= published.value_or(0))
        return std::nullopt;
    // The index may have been made anew since, by a program that only read.
    return WalTail{walk.committedEnd, walk.roundEnd - walk.committedEnd, frames + 1,
                   published.value_or(0) > frames, walk.hadCommitBehindBadFrame};
}

} // namespace tridesk
