// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/wording.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace tridesk::walls {

namespace {

constexpr qsizetype longestFile = 500;

struct Form {
    QRegularExpression where; ///< paths to which it applies
    QRegularExpression never;
    QString what;
};

QRegularExpression re(const QString& pattern) {
    return QRegularExpression(pattern);
}

const QList<Form>& forms() {
    static const QString all = u"^(app|maps|ui|tests)/"_s;
    static const QString made = u"^(app|maps|ui)/"_s;
    static const QString storeless = u"^(ui/|app/(domain|desk|intake|field|video|programs)/)"_s;
    static const QList<Form> list{
        {re(storeless),
         re(u"QSql(Query|Database|Error)|sqlite3_|\\bPQexec|\"\\s*(SELECT|INSERT INTO|CREATE TABLE) "_s),
         u"SQL belongs to the stores"_s},
        {re(all), re(u"\\b(SIGNAL|SLOT)\\("_s), u"connects name functions, not strings"_s},
        {re(made), re(u"\\bQEventLoop\\b|processEvents\\("_s), u"no event loop inside another"_s},
        // QDrag::exec() is the only way to drag; SQL queries have an exec() too, and live in the stores
        {re(u"^(ui/|app/(domain|desk|intake|field|video)/)"_s), re(u"^(?!.*[dD]rag).*(\\.|->)exec\\("_s),
         u"no event loop inside another: open() or popup(), not exec()"_s},
        {re(made),
         re(u"QMessageBox::(question|warning|critical|information|about)\\(|QFileDialog::get|QInputDialog::get"_s),
         u"prompts are opened through their seam, not waited for"_s},
        {re(u"^(tests|ui)/"_s), re(u"\\bqWait\\(|\\bqSleep\\(|sleep_for\\(|\\b(u|m|nano)?sleep\\("_s),
         u"tests and windows wait for something, never for a time"_s},
        {re(made), re(u"static\\s+[\\w:]+\\s*[&*]\\s*(instance|self|get)\\(\\)"_s), u"no singletons"_s},
        // instant.h and id.cpp hold the two seams, and behind each what the programs put there
        {re(u"^app/domain/(?!instant\\.h$|id\\.cpp$)"_s),
         re(u"currentDateTime|currentMSecs|currentSecs|_clock::now|QElapsedTimer|QRandomGenerator|createUuid(?!V5)|random_device"_s),
         u"the domain's clock and chance come in from outside"_s},
        {re(u"^app/domain/"_s), re(u"Q_OBJECT|<(QObject|QFile|QTimer|QThread|QDir|QProcess|fstream)>"_s),
         u"the domain holds values and does no input or output"_s},
        {re(all), re(u"^\\s*#\\s*include\\s+\"(?!(app|maps|ui|tests)/)[^\"]*(?<!\\.moc)\""_s),
         u"includes are named from the root"_s},
    };
    return list;
}

bool isSource(const QString& path) {
    return path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1);
}

void judgeLines(const SourceFile& file, const Form& form, QList<Breach>& breaches) {
    bool inComment = false;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const QString code = withoutComment(file.lines[i], inComment);
        if (form.never.match(code).hasMatch())
            breaches.append({u"%1:%2"_s.arg(file.path).arg(i + 1), form.what});
    }
}

} // namespace

QList<Breach> forbiddenForms(const QList<SourceFile>& house) {
    QList<Breach> breaches;
    for (const SourceFile& file : house) {
        // the walls' own test holds samples of everything that is forbidden
        if (!isSource(file.path) || file.path.startsWith("tests/walls/"_L1))
            continue;
        for (const Form& form : forms()) {
            if (form.where.match(file.path).hasMatch())
                judgeLines(file, form, breaches);
        }
    }
    return breaches;
}

QList<Breach> missingLicences(const QList<SourceFile>& house) {
    QList<Breach> breaches;
    for (const SourceFile& file : house) {
        const qsizetype first = file.lines.value(0).startsWith("#!"_L1) ? 1 : 0;
        if (!file.lines.value(first).endsWith("SPDX-FileCopyrightText: The Tridesk contributors"_L1) ||
            !file.lines.value(first + 1).endsWith("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            breaches.append({file.path, u"begins without the two lines of the licence"_s});
    }
    return breaches;
}

QList<Breach> overlongFiles(const QList<SourceFile>& house) {
    QList<Breach> breaches;
    for (const SourceFile& file : house) {
        if (isSource(file.path) && file.lines.size() > longestFile)
            breaches.append({file.path, u"%1 lines; is it one thing?"_s.arg(file.lines.size())});
    }
    return breaches;
}

} // namespace tridesk::walls
