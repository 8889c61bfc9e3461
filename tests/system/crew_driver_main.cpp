// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A unit's terminal that knows the broker alone, as a process that a test can kill. Reads a step a line,
// {"n": 7, "order": ID, "step": "signed", "text": WORDS}, keeps it on the disk and says it until the list of
// orders shows it ("taken 7") or the order no more ("gone 7"): the list is the only answer
// (app/intake/README.md). Says by itself that an order was delivered. "orders" is answered by "orders JSON":
// what it was last told, and how many steps wait; "fix JSON" is said once. Ends with its input.

#include "app/domain/enum_names.h"
#include "app/field/broker_reader.h"
#include "tests/system/line_driver.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>
#include <QTimer>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds sayAgain = 300ms;

QByteArray compact(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

class CrewTerminal : public QObject {
public:
    CrewTerminal(const BrokerOptions& broker, const QString& callsign, QString file)
        : m_callsign(callsign.toUtf8())
        , m_file(std::move(file))
        , m_lines([this](const QByteArray& line) { take(line); })
        , m_line(broker, {{broker_topics::order + m_callsign, 1}}, [this](const MqttMessage& message) {
            QMetaObject::invokeMethod( // from the line's thread
                this, [this, list = message.payload] { hear(list); }, Qt::QueuedConnection);
        }) {
        QFile kept(m_file);
        if (kept.open(QIODevice::ReadOnly))
            m_steps = QJsonDocument::fromJson(kept.readAll()).array();
        connect(&m_again, &QTimer::timeout, this, &CrewTerminal::sayAll);
        m_again.start(sayAgain);
        m_line.start();
    }

private:
    void take(const QByteArray& line) {
        if (line == "orders")
            return tell("orders " + compact({{u"orders"_s, m_orders}, {u"waiting"_s, m_steps.size()}}));
        if (line.startsWith("fix "))
            return (void)m_line.publish(broker_topics::fix + m_callsign, line.sliced(4), false);
        m_steps.append(QJsonDocument::fromJson(line).object());
        keep();
        sayAll();
    }

    void hear(const QByteArray& list) {
        m_orders = QJsonDocument::fromJson(list).object()[u"orders"].toArray();
        QJsonArray left;
        for (const auto& each : std::as_const(m_steps))
            if (const QByteArray word = wordOn(each.toObject()); word.isEmpty())
                left.append(each);
            else
                tell(word + ' ' + QByteArray::number(each[u"n"].toInteger())); // twice rather than never
        if (left.size() != m_steps.size()) {
            m_steps = left;
            keep();
        }
        sayAll();
    }

    /// What the list says to a step; empty: nothing yet.
    [[nodiscard]] QByteArray wordOn(const QJsonObject& step) const {
        for (const auto& order : m_orders)
            if (order[u"order"] == step[u"order"])
                return stageIn(order.toObject(), u"stage") >= stageIn(step, u"step") ? "taken" : "";
        return "gone";
    }
    [[nodiscard]] static OrderStage stageIn(const QJsonObject& json, QStringView field) {
        return enumFrom<OrderStage>(json[field].toString()).value_or(OrderStage::Issued);
    }

    /// Of each order the first step that waits: a later one would say the earlier ones without their words.
    void sayAll() {
        QSet<QString> said;
        for (const auto& each : std::as_const(m_steps))
            if (const QString order = each[u"order"].toString(); !said.contains(order)) {
                said.insert(order);
                say({{u"order"_s, order}, {u"step"_s, each[u"step"]}, {u"text"_s, each[u"text"]}});
            }
        for (const auto& each : std::as_const(m_orders))
            if (stageIn(each.toObject(), u"stage") < OrderStage::Delivered)
                say({{u"order"_s, each[u"order"]}, {u"step"_s, u"delivered"_s}});
    }
    void say(const QJsonObject& step) {
        (void)m_line.publish(broker_topics::step + m_callsign, compact(step), false);
    }
    void keep() const {
        QSaveFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_steps).toJson()) < 0 ||
            !file.commit())
            qFatal("%s: %s", qPrintable(m_file), qPrintable(file.errorString()));
    }

    QByteArray m_callsign;
    QString m_file;
    QJsonArray m_orders; ///< as it was last told
    QJsonArray m_steps;  ///< without an answer, the oldest first
    QTimer m_again;
    LineDriver m_lines;
    MqttLine m_line; ///< the last: its thread ends before what it speaks to
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    for (const QString& name : {u"broker"_s, u"password-file"_s, u"unit"_s, u"data"_s})
        options.addOption(QCommandLineOption(name, {}, u"value"_s));
    options.process(application);
    auto broker = BrokerOptions::parse(options.value(u"broker"_s));
    if (!broker)
        return 2;
    broker->passwordFile = options.value(u"password-file"_s);
    const CrewTerminal terminal(*broker, options.value(u"unit"_s), options.value(u"data"_s));
    tell("ready");
    return QCoreApplication::exec();
}
