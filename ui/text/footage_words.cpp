// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/footage_words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Kept {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Kept)
};

QString withDetail(const QString& sentence, const QString& detail) {
    return detail.isEmpty() ? sentence : sentence + u" ("_s + detail + u')';
}

} // namespace

QString name(FootageKind kind) {
    switch (kind) {
    case FootageKind::Mark:
        return Kept::tr("Mark");
    case FootageKind::Snapshot:
        return Kept::tr("Still");
    case FootageKind::Clip:
        return Kept::tr("Clip");
    }
    return {};
}

QString faultText(const WriteFault& fault) {
    switch (fault.kind) {
    case WriteFault::Kind::NoRoom:
        return Kept::tr("There is no room left for footage. What came before is kept.");
    case WriteFault::Kind::CannotWrite:
        return withDetail(Kept::tr("The footage cannot be written."), fault.detail);
    case WriteFault::Kind::NoPicture:
        return Kept::tr("No picture came that could be kept.");
    }
    return {};
}

QString endText(ClipResult::End end) {
    switch (end) {
    case ClipResult::End::Longest:
        return Kept::tr("The clip is as long as one may be, and kept.");
    case ClipResult::End::Silent:
        return Kept::tr("Nothing came any more: the clip ended, and is kept.");
    case ClipResult::End::Asked:
    case ClipResult::End::Fault:
        break;
    }
    return {};
}

QString checkText(FootageStore::Check check) {
    switch (check) {
    case FootageStore::Check::Whole:
        return Kept::tr("The file is what was kept.");
    case FootageStore::Check::Changed:
        return Kept::tr("The file has been changed since it was kept.");
    case FootageStore::Check::Missing:
        return Kept::tr("The file is gone.");
    }
    return {};
}

QString removalReason(const QString& reason) {
    if (reason == "age"_L1)
        return Kept::tr("as long as footage is kept had passed");
    if (reason == "room"_L1)
        return Kept::tr("room was needed for newer footage");
    return reason;
}

QString bytes(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1);
}

} // namespace tridesk::text
