// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/event_log.h"

#include "app/domain/instant.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

std::atomic<LogForm> form = LogForm::Text;

QString levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

void put(const QByteArray& line) {
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr); // whole: stdio locks the stream
    std::fflush(stderr);
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    put(eventLine(toIso(SystemClock().now()), levelOf(type), QString::fromUtf8(context.category), text));
}

} // namespace

std::optional<LogForm> logForm(const QString& word) {
    if (word.isEmpty() || word == u"text")
        return LogForm::Text;
    return word == u"json" ? std::optional(LogForm::Json) : std::nullopt;
}

void beginLog(LogForm wanted) {
    form = wanted;
    if (wanted == LogForm::Json)
        qInstallMessageHandler(&handle);
}

bool logsJson() {
    return form == LogForm::Json;
}

void logEvent(const char* level, const QString& text) {
    put(eventLine(toIso(SystemClock().now()), QString::fromLatin1(level), u"tridesk.gateway"_s, text));
}

QByteArray eventLine(const QString& at, const QString& level, const QString& category, const QString& text) {
    return QJsonDocument(
               QJsonObject{{u"at"_s, at}, {u"level"_s, level}, {u"category"_s, category}, {u"text"_s, text}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace tridesk
