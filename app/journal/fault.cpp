// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fault.h"

namespace tridesk {

using namespace Qt::StringLiterals;

QString nameOf(JournalFault::Code code) {
    switch (code) {
    case JournalFault::Code::Locked:
        return u"Locked"_s;
    case JournalFault::Code::Full:
        return u"Full"_s;
    case JournalFault::Code::ReadOnly:
        return u"ReadOnly"_s;
    case JournalFault::Code::Corrupt:
        return u"Corrupt"_s;
    case JournalFault::Code::TooNew:
        return u"TooNew"_s;
    case JournalFault::Code::TooOld:
        return u"TooOld"_s;
    case JournalFault::Code::Refused:
        return u"Refused"_s;
    case JournalFault::Code::Unknown:
        return u"Unknown"_s;
    case JournalFault::Code::Io:
        break;
    }
    return u"Io"_s;
}

QString JournalFault::toString() const {
    return u"%1: %2: %3"_s.arg(nameOf(code), where, detail);
}

} // namespace tridesk
