// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace tridesk::test {

/// What a journal holds, without what is made up anew each time: a line an entry, of its seat, its kind, its
/// incident's number, its addressee or unit, and what else tells one way from another. Takes entries as
/// tridesk-journal exports them, in their order.
class Told {
public:
    [[nodiscard]] QString line(const QJsonObject& entry) {
        const QJsonObject fact = entry[u"payload"].toObject();
        const QString kind = entry[u"kind"].toString();
        if (kind == QLatin1StringView("incident.reported"))
            m_numbers.insert(fact[u"incident"].toString(), fact[u"number"].toInteger() % 1'000'000);
        if (kind == QLatin1StringView("order.issued"))
            m_addressees.insert(fact[u"order"].toString(), addressee(fact[u"to"].toObject()));
        QStringList words{entry[u"seat"].toString(),
                          kind,
                          number(fact[u"incident"]),
                          number(fact[u"into"]),
                          m_addressees.value(fact[u"order"].toString()),
                          fact[u"unit"].toString()};
        for (const QStringView detail :
             {u"kind", u"role", u"source", u"outcome", u"flag", u"stage", u"status", u"disposition"})
            words.append(fact[detail].toString());
        if (fact[u"automatic"].toBool())
            words.append(QStringLiteral("by_itself"));
        const QJsonArray notices = fact[u"notices"].toArray();
        for (const auto& notice : notices)
            words.append(notice[u"kind"].toString() + u'=' + notice[u"post"].toString());
        words.removeAll(QString());
        return words.join(u' ');
    }

private:
    [[nodiscard]] QString number(const QJsonValue& incident) const {
        const auto found = m_numbers.constFind(incident.toString());
        return found == m_numbers.constEnd() ? QString()
                                             : QStringLiteral("%1").arg(*found, 4, 10, QChar(u'0'));
    }
    [[nodiscard]] static QString addressee(const QJsonObject& to) {
        return to[u"unit"].toString() + to[u"post"].toString();
    }

    QHash<QString, qint64> m_numbers;
    QHash<QString, QString> m_addressees; ///< of orders
};

} // namespace tridesk::test
