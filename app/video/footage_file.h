// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace tridesk {

/// Why something could not be written. Its wording is made in ui/text; `detail` is the system's.
struct WriteFault {
    enum class Kind {
        NoRoom,      ///< the store's bound, or its disk, is reached
        CannotWrite, ///< no such folder, read-only, a broken disk
        NoPicture    ///< nothing came that could be written
    };

    Kind kind = Kind::CannotWrite;
    QString detail = {};

    friend bool operator==(const WriteFault&, const WriteFault&) = default;
};

/// Whether that many bytes more may be taken from the disk. Asked in the thread that writes.
using RoomCheck = std::function<bool(qint64 more)>;

/// Says to all programs on the store that a file is in somebody's hands: being written, or whole and not on
/// record yet. The system lets go of it when the program ends, however it ends.
class FileClaim {
public:
    explicit FileClaim(int file)
        : m_file(file) {}
    ~FileClaim();
    Q_DISABLE_COPY_MOVE(FileClaim)

    [[nodiscard]] int file() const { return m_file; }
    /// Whether somebody has a claim on the file of that path.
    [[nodiscard]] static bool isClaimed(const QString& path);

private:
    int m_file;
};

/// A file that is whole, under its name, and on the disk.
struct WrittenFile {
    QString name; ///< without the folder
    QByteArray sha256;
    qint64 bytes = 0;
    std::shared_ptr<FileClaim> claim; ///< to be held until it is on record
};

/// A file of the store while it is written: under a temporary name, locked, and gone again unless finish()
/// has succeeded. Room on the disk is taken before it is written to, so that what ends an index or a header
/// always finds its place. Belongs to one thread.
class FootageFile {
public:
    static QString partSuffix() { return QStringLiteral(".part"); }
    /// Room is taken in pieces of that size.
    static constexpr qint64 piece = 4LL * 1024 * 1024;
    /// Kept free in what was taken, for what finishes a file.
    static constexpr qint64 slack = 512LL * 1024;

    [[nodiscard]] static std::expected<std::unique_ptr<FootageFile>, WriteFault>
    create(const QString& folder, const QString& name, RoomCheck room);
    ~FootageFile();
    Q_DISABLE_COPY_MOVE(FootageFile)

    /// Makes sure that the file may grow to that size, and the slack.
    [[nodiscard]] std::expected<void, WriteFault> reserve(qint64 size);
    /// At the place where it stands. What goes wrong is told by fault(), too.
    [[nodiscard]] bool write(const char* data, qint64 size);
    [[nodiscard]] qint64 seek(qint64 to, int whence);
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const std::optional<WriteFault>& fault() const { return m_fault; }

    /// On the disk, hashed, and under its name. Afterwards nothing more can be written.
    [[nodiscard]] std::expected<WrittenFile, WriteFault> finish();

private:
    FootageFile(QString folder, QString name, int file, RoomCheck room);
    [[nodiscard]] QString partPath() const { return m_folder + u'/' + m_name + partSuffix(); }
    [[nodiscard]] std::unexpected<WriteFault> fail();

    QString m_folder;
    QString m_name;
    std::shared_ptr<FileClaim> m_claim;
    RoomCheck m_room;
    qint64 m_reserved = 0;
    qint64 m_at = 0;
    qint64 m_size = 0;
    bool m_finished = false;
    std::optional<WriteFault> m_fault;
};

/// SHA-256 of a file; nothing where it cannot be read.
[[nodiscard]] QByteArray hashOfFile(const QString& path);

} // namespace tridesk
