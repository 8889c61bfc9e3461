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
    bool isDamaged = false;
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
        if (frame.size() < frameHeaderBytes + walk.pageBytes)
            return;
        walk.sum.add(frame.constData(), 8);
        walk.sum.add(frame.constData() + frameHeaderBytes, walk.pageBytes);
        if (readable && !walk.sum.is(frame.constData() + 16)) {
            readable = false;
            walk.isDamaged = true;
        }
        const bool endsCommit = qFromBigEndian<quint32>(frame.constData() + 4) != 0;
        if (readable && endsCommit)
            walk.committedEnd = walk.roundEnd;
    }
}

} // namespace

std::optional<WalTail> findWalTail(const QString& walPath) {
    Walk walk;
    walk.file.setFileName(walPath);
    if (!walk.file.open(QIODevice::ReadOnly) || walk.file.size() == 0)
        return std::nullopt;
    if (!readHeader(walk)) // nothing of it can be read
        return WalTail{0, walk.file.size(), 1, walk.file.size() > headerBytes};
    readFrames(walk);
    if (walk.roundEnd == walk.committedEnd)
        return std::nullopt;
    const qint64 frames = (walk.committedEnd - headerBytes) / (frameHeaderBytes + walk.pageBytes);
    return WalTail{walk.committedEnd, walk.roundEnd - walk.committedEnd, frames + 1, walk.isDamaged};
}

} // namespace tridesk
