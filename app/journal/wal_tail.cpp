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
    qint64 committedEnd = headerBytes; ///< behind the last readable commit
    qint64 roundEnd = headerBytes;     ///< behind the last frame of the present round, readable or not
    bool goesOnBehindBadFrame = false;
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

/// Frames of an earlier round carry other salts: the log is written from its start again after each
/// checkpoint.
void readFrames(Walk& walk) {
    bool readable = true;
    for (;;) {
        const QByteArray frame = walk.file.read(frameHeaderBytes + walk.pageBytes);
        if (frame.size() < 16 || frame.sliced(8, 8) != walk.salts)
            return;
        walk.roundEnd += frame.size();
        walk.goesOnBehindBadFrame = !readable;
        if (frame.size() < frameHeaderBytes + walk.pageBytes)
            return;
        walk.sum.add(frame.constData(), 8);
        walk.sum.add(frame.constData() + frameHeaderBytes, walk.pageBytes);
        readable = readable && walk.sum.is(frame.constData() + 16);
        const bool endsCommit = qFromBigEndian<quint32>(frame.constData() + 4) != 0;
        if (readable && endsCommit)
            walk.committedEnd = walk.roundEnd;
    }
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
        return WalTail{0, walk.file.size(), 1, walk.file.size() > headerBytes};
    readFrames(walk);
    const qint64 frames = (walk.committedEnd - headerBytes) / (frameHeaderBytes + walk.pageBytes);
    const auto published = publishedFrames(journalPath, walk.salts);
    if (walk.roundEnd == walk.committedEnd && frames >= published.value_or(0))
        return std::nullopt;
    // The index may have been made anew since, by a program that only read; frames are written one after the
    // other.
    const bool isDamaged = published.value_or(0) > frames || walk.goesOnBehindBadFrame;
    return WalTail{walk.committedEnd, walk.roundEnd - walk.committedEnd, frames + 1, isDamaged};
}

} // namespace tridesk
