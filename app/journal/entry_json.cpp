// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// Only a payload that comes back byte by byte may stand as JSON, for its hash is over its bytes.
void addPayload(QJsonObject& line, const QByteArray& payload) {
    const QJsonDocument parsed = QJsonDocument::fromJson(payload);
    if (parsed.isObject() && parsed.toJson(QJsonDocument::Compact) == payload)
        line[u"payload"] = parsed.object();
    else
        line[u"payloadBase64"] = QString::fromLatin1(payload.toBase64());
}

/// Reads one field after the other and keeps the name of the first that is not what it must be.
class Fields {
public:
    explicit Fields(const QJsonObject& object)
        : m_object(object) {}

    QString text(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        return value.isString() ? value.toString() : (fail(name), QString());
    }
    qint64 number(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        return value.isDouble() ? value.toInteger() : (fail(name), 0);
    }
    Instant time(QLatin1StringView name) {
        const QDateTime time = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        return time.isValid() ? instantFromMs(time.toMSecsSinceEpoch()) : (fail(name), Instant());
    }
    QByteArray hash(QLatin1StringView name) {
        const QByteArray bytes = QByteArray::fromHex(text(name).toLatin1());
        return bytes.size() == 32 ? bytes : (fail(name), QByteArray());
    }
    RequestId request(QLatin1StringView name) {
        const auto id = RequestId::parse(text(name));
        return id ? *id : (fail(name), RequestId());
    }
    QByteArray payload() {
        const QJsonValue payload = m_object["payload"_L1];
        if (payload.isObject())
            return QJsonDocument(payload.toObject()).toJson(QJsonDocument::Compact);
        return QByteArray::fromBase64(text("payloadBase64"_L1).toLatin1());
    }

    [[nodiscard]] const QString& wrong() const { return m_wrong; }

private:
    void fail(QLatin1StringView name) {
        if (m_wrong.isEmpty())
            m_wrong = name;
    }

    QJsonObject m_object;
    QString m_wrong;
};

QByteArray quoted(const QString& text) {
    QString escaped = text;
    escaped.replace(u'"', u"\"\""_s);
    return (u'"' + escaped + u'"').toUtf8();
}

} // namespace

QByteArray toJsonLine(const Entry& entry) {
    const Draft& fact = entry.fact;
    QJsonObject line{{u"seq"_s, entry.seq},
                     {u"recordedAt"_s, toIso(entry.recordedAt)},
                     {u"happenedAt"_s, toIso(fact.happenedAt)},
                     {u"request"_s, fact.request.toString()},
                     {u"seat"_s, fact.seat},
                     {u"user"_s, fact.user},
                     {u"stream"_s, fact.stream},
                     {u"kind"_s, fact.kind},
                     {u"version"_s, fact.version},
                     {u"previousHash"_s, QString::fromLatin1(entry.previousHash.toHex())},
                     {u"hash"_s, QString::fromLatin1(entry.hash.toHex())}};
    addPayload(line, fact.payload);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

std::expected<Entry, QString> entryFromJsonLine(const QByteArray& line) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return std::unexpected(u"not an object: %1"_s.arg(error.errorString()));
    Fields fields(document.object());
    Entry entry;
    entry.seq = fields.number("seq"_L1);
    entry.recordedAt = fields.time("recordedAt"_L1);
    entry.fact = {fields.request("request"_L1),     fields.time("happenedAt"_L1),
                  fields.text("seat"_L1),           fields.text("user"_L1),
                  fields.text("stream"_L1),         fields.text("kind"_L1),
                  int(fields.number("version"_L1)), fields.payload()};
    entry.previousHash = fields.hash("previousHash"_L1);
    entry.hash = fields.hash("hash"_L1);
    if (!fields.wrong().isEmpty())
        return std::unexpected(fields.wrong());
    return entry;
}

QByteArray csvHeader() {
    return "seq,recordedAt,happenedAt,seat,user,stream,kind,version,request,payload,hash";
}

QByteArray toCsvLine(const Entry& entry) {
    const Draft& fact = entry.fact;
    return QByteArrayList{QByteArray::number(entry.seq),
                          toIso(entry.recordedAt).toLatin1(),
                          toIso(fact.happenedAt).toLatin1(),
                          quoted(fact.seat),
                          quoted(fact.user),
                          quoted(fact.stream),
                          quoted(fact.kind),
                          QByteArray::number(fact.version),
                          fact.request.toString().toLatin1(),
                          quoted(QString::fromUtf8(fact.payload)),
                          entry.hash.toHex()}
        .join(',');
}

} // namespace tridesk
