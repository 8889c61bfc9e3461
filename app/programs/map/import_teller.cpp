// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/map/import_teller.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <unistd.h>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::ImportPhase;
using maps::ImportProgress;

namespace {

constexpr qint64 pause = 100; ///< ms between two tellings of one phase

QString words(ImportPhase phase) {
    switch (phase) {
    case ImportPhase::Checking:
        return u"checking the file"_s;
    case ImportPhase::Sorting:
        return u"sorting the file"_s;
    case ImportPhase::Reading:
        return u"reading the file"_s;
    case ImportPhase::Places:
        return u"indexing names"_s;
    case ImportPhase::Roads:
        return u"joining roads"_s;
    case ImportPhase::Posts:
        return u"posts and cameras"_s;
    case ImportPhase::Tiles:
        return u"drawing vector tiles"_s;
    case ImportPhase::Placing:
        return u"putting it in place"_s;
    }
    return {};
}

QString counted(const ImportProgress& progress) {
    if (progress.total == 0)
        return {};
    const bool isTiles = progress.phase == ImportPhase::Tiles;
    const qint64 unit = isTiles ? 1 : 1024;
    return u", %1 of %2 %3"_s.arg(progress.done / unit)
        .arg(progress.total / unit)
        .arg(isTiles ? u"tiles"_s : u"KiB"_s);
}

/// A new phase is told at once, the rest of it now and then.
class Rarely {
public:
    bool isDue(const ImportProgress& progress) {
        if (m_clock.isValid() && progress.phase == m_phase && !m_clock.hasExpired(pause) && progress.part < 1)
            return false;
        m_phase = progress.phase;
        m_clock.start();
        return true;
    }

private:
    ImportPhase m_phase = ImportPhase::Checking;
    QElapsedTimer m_clock;
};

class Bar : public ImportTeller {
public:
    void tell(const ImportProgress& progress) override {
        if (!m_rarely.isDue(progress))
            return;
        const int filled = int(progress.whole * Width);
        QTextStream(stderr) << u"\r\x1b[K["_s << QString(filled, u'#') << QString(Width - filled, u' ')
                            << u"] "_s << QString::number(int(progress.whole * 100)).rightJustified(3)
                            << u" %  "_s << words(progress.phase)
                            << (progress.isSkipped ? u" (done before)"_s : QString()) << counted(progress);
    }
    void end() override { QTextStream(stderr) << u"\r\x1b[K"_s; }

private:
    static constexpr int Width = 30;
    Rarely m_rarely;
};

class Lines : public ImportTeller {
public:
    Lines() { m_clock.start(); }
    void tell(const ImportProgress& progress) override {
        const int tenth = int(progress.part * 10);
        const bool isNew = m_told < 0 || progress.phase != m_phase;
        if (!isNew && (tenth <= m_told || progress.total == 0 || !m_last.hasExpired(1000)))
            return;
        m_phase = progress.phase;
        m_told = tenth;
        m_last.start();
        QTextStream(stderr) << QString::number(double(m_clock.elapsed()) / 1000, 'f', 1).rightJustified(7)
                            << u" s "_s << QString::number(int(progress.whole * 100)).rightJustified(3)
                            << u" %  "_s << words(progress.phase)
                            << (progress.isSkipped ? u": done before, skipped"_s : QString())
                            << counted(progress) << Qt::endl;
    }

private:
    QElapsedTimer m_clock;
    QElapsedTimer m_last;
    ImportPhase m_phase = ImportPhase::Checking;
    int m_told = -1;
};

class ForPrograms : public ImportTeller {
public:
    void tell(const ImportProgress& progress) override {
        if (!m_rarely.isDue(progress))
            return;
        QTextStream(stdout) << maps::phaseKey(progress.phase) << u'\t' << progress.part << u'\t'
                            << progress.whole << u'\t' << progress.done << u'\t' << progress.total << u'\t'
                            << (progress.isSkipped ? 1 : 0) << Qt::endl;
    }

private:
    Rarely m_rarely;
};

} // namespace

std::unique_ptr<ImportTeller> ImportTeller::make(bool forPrograms) {
    if (forPrograms)
        return std::make_unique<ForPrograms>();
    if (::isatty(STDERR_FILENO))
        return std::make_unique<Bar>();
    return std::make_unique<Lines>();
}

} // namespace tridesk
