// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/grouped_rows.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

/// "b7": the letter is the group, which is sorted by first.
QStandardItem* item(const QString& text) {
    return new QStandardItem(text);
}

QStringList lines(const GroupedRows& rows) {
    QStringList all;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QModelIndex index = rows.index(row, 0);
        all << (rows.isHeading(row) ? index.data(GroupedRows::HeadingRole).toString()
                                    : index.data().toString());
    }
    return all;
}

} // namespace

class GroupedRowsTest : public QObject {
    Q_OBJECT

private:
    QStandardItemModel m_source;
    std::unique_ptr<QSortFilterProxyModel> m_sorted;
    std::unique_ptr<GroupedRows> m_rows;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void group() {
        m_rows->groupBy([](const QModelIndex& row) { return row.data().toString().left(1); },
                        [](const QString& name, int rows) { return u"%1: %2"_s.arg(name).arg(rows); });
        m_sorted->invalidate();
    }

    /// What should stand there, made from nothing but the rows.
    [[nodiscard]] QStringList expected() const {
        QMap<QString, QStringList> groups;
        for (int row = 0; row < m_sorted->rowCount(); ++row) {
            const QString text = m_sorted->index(row, 0).data().toString();
            groups[text.left(1)] << text;
        }
        QStringList all;
        for (const auto& [name, texts] : groups.asKeyValueRange()) {
            all << u"%1: %2"_s.arg(name).arg(texts.size());
            all << texts;
        }
        return all;
    }

    static QStandardItem* anything(QRandomGenerator& chance) {
        return item(u"%1%2"_s.arg(QChar(u'a' + chance.bounded(5))).arg(chance.bounded(30)));
    }

    /// One of: a row more (twice as often), a row less, other words in a row, another filter, many rows less.
    void changeSomething(QRandomGenerator& chance) {
        const int what = chance.bounded(6);
        const int rows = m_source.rowCount();
        if (what < 2)
            m_source.insertRow(chance.bounded(rows + 1), anything(chance));
        else if (what == 2 && rows > 0)
            m_source.removeRow(chance.bounded(rows));
        else if (what == 3 && rows > 0)
            m_source.setItem(chance.bounded(rows), anything(chance));
        else if (what == 4)
            m_sorted->setFilterFixedString(chance.bounded(3) > 0 ? QString()
                                                                 : QString::number(chance.bounded(10)));
        else if (what == 5 && rows > 40)
            m_source.removeRows(5, 20);
    }

private Q_SLOTS:
    void init() {
        m_source.clear();
        for (const QString& text : {u"b1"_s, u"a2"_s, u"b3"_s, u"c1"_s, u"a1"_s})
            m_source.appendRow(item(text));
        m_sorted = std::make_unique<QSortFilterProxyModel>();
        m_sorted->setSourceModel(&m_source);
        m_sorted->setDynamicSortFilter(true);
        m_sorted->sort(0);
        m_rows = std::make_unique<GroupedRows>(*m_sorted);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_rows.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        m_tester.reset();
        m_rows.reset();
        m_sorted.reset();
    }

    void withoutGroupsItIsTheSource() {
        QCOMPARE(lines(*m_rows), QStringList({u"a1"_s, u"a2"_s, u"b1"_s, u"b3"_s, u"c1"_s}));
    }

    void headingsStandAboveTheirRowsAndCannotBeTaken() {
        group();
        QCOMPARE(lines(*m_rows),
                 QStringList({u"a: 2"_s, u"a1"_s, u"a2"_s, u"b: 2"_s, u"b1"_s, u"b3"_s, u"c: 1"_s, u"c1"_s}));
        QCOMPARE(m_rows->index(0, 0).flags(), Qt::NoItemFlags);
        QVERIFY(m_rows->index(1, 0).flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(m_rows->rowOf(2), 4);
        QCOMPARE(m_rows->sourceRow(3), -1);
    }

    void rowsComeAndGoWithTheirHeadings() {
        group();
        QSignalSpy reset(m_rows.get(), &QAbstractItemModel::modelReset);
        m_source.appendRow(item(u"bb"_s));
        m_source.appendRow(item(u"d1"_s));
        QCOMPARE(lines(*m_rows), expected());
        m_source.removeRow(3); // c1, with its heading
        QCOMPARE(lines(*m_rows), expected());
        m_sorted->setFilterFixedString(u"1"_s);
        QCOMPARE(lines(*m_rows), expected());
        m_sorted->setFilterFixedString({});
        QCOMPARE(lines(*m_rows), expected());
        QVERIFY(reset.isEmpty());
    }

    void whatIsSelectedStaysSo() {
        group();
        const QPersistentModelIndex row = m_rows->mapFromSource(m_sorted->index(2, 0));
        const QPersistentModelIndex heading = m_rows->index(3, 0);
        QCOMPARE(row.data().toString(), u"b1"_s);
        m_source.item(0)->setText(u"d1"_s); // b1 goes to another group
        QCOMPARE(row.data().toString(), u"d1"_s);
        QCOMPARE(heading.data(GroupedRows::HeadingRole).toString(), u"b: 1"_s);
        QCOMPARE(lines(*m_rows), expected());
        m_rows->groupBy({}, {});
        m_sorted->invalidate();
        QCOMPARE(row.data().toString(), u"d1"_s);
        QVERIFY(!heading.isValid());
    }

    /// A row may change its group and stand where it stood.
    void aGroupMayChangeWithoutItsRowMoving() {
        group();
        m_source.item(3)->setText(u"e1"_s);
        QCOMPARE(lines(*m_rows), expected());
    }

    void anythingMayHappenInAnyOrder() {
        group();
        QRandomGenerator chance(20261126);
        for (int step = 0; step < 3000; ++step) {
            changeSomething(chance);
            QCOMPARE(lines(*m_rows), expected());
            for (int row = 0; row < m_sorted->rowCount(); ++row)
                QCOMPARE(m_rows->sourceRow(m_rows->rowOf(row)), row);
        }
    }
};

QTEST_MAIN(GroupedRowsTest)
#include "grouped_rows_test.moc"
