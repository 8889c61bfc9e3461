// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/house.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tridesk::walls {

namespace {

QStringList readLines(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

bool isOurs(const QString& path) {
    return path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1) || path.endsWith("CMakeLists.txt"_L1) ||
           path.endsWith(".cmake"_L1) || path.startsWith("packaging/dev"_L1);
}

} // namespace

QList<SourceFile> readHouse(const QString& root) {
    const QDir top(root);
    QList<SourceFile> house{{u"CMakeLists.txt"_s, readLines(top.filePath(u"CMakeLists.txt"_s))}};
    for (const auto& floor : {u"app"_s, u"maps"_s, u"ui"_s, u"tests"_s, u"packaging"_s}) {
        QDirIterator files(top.filePath(floor), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString path = top.relativeFilePath(file);
            if (isOurs(path))
                house.append({path, readLines(file)});
        }
    }
    return house;
}

QList<Link> readLinks(const QString& path) {
    QList<Link> links;
    for (const QString& line : readLines(path)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 4)
            links.append({fields[0], fields[1], fields[2], fields[3]});
    }
    return links;
}

QString withoutComment(const QString& line, bool& inComment) {
    QString code;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QStringView rest = QStringView(line).sliced(i);
        if (inComment) {
            if (rest.startsWith(u"*/")) {
                inComment = false;
                ++i;
            }
        } else if (quote.isNull() && rest.startsWith(u"//")) {
            break;
        } else if (quote.isNull() && rest.startsWith(u"/*")) {
            inComment = true;
        } else {
            if (quote.isNull() && line[i] == u'"')
                quote = line[i];
            else if (line[i] == quote && line[i - 1] != u'\\')
                quote = QChar();
            code += line[i];
        }
    }
    return code;
}

} // namespace tridesk::walls
