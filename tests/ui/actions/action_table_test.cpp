// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action_table.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QSet>
#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;

class ActionTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noShortcutTwice() {
        QHash<QString, const char*> taken;
        for (const ActionSpec& spec : actionSpecs()) {
            const QString keys = QKeySequence(QLatin1StringView(spec.shortcut)).toString();
            QCOMPARE(keys.isEmpty(), *spec.shortcut == '\0');
            if (keys.isEmpty())
                continue;
            QVERIFY2(!taken.contains(keys), spec.name);
            taken.insert(keys, spec.name);
        }
        QVERIFY(taken.size() > 10);
    }

    /// Letters alone are keys of rows (desk.md, *Command line*), and typed into fields.
    void noShortcutIsABareLetter() {
        for (const ActionSpec& spec : actionSpecs())
            QVERIFY2(QLatin1StringView(spec.shortcut).size() != 1 ||
                         !QChar::fromLatin1(*spec.shortcut).isLetter(),
                     spec.name);
    }

    void noNameTwice() {
        QSet<QLatin1StringView> names;
        for (const ActionSpec& spec : actionSpecs()) {
            QVERIFY(QLatin1StringView(spec.name).startsWith("action."_L1));
            names.insert(QLatin1StringView(spec.name));
            QVERIFY(!actionText(spec).isEmpty());
            QCOMPARE(actionSpec(spec.id).name, spec.name);
        }
        QCOMPARE(names.size(), qsizetype(actionSpecs().size()));
    }

    void eachRowMakesAnAction() {
        Look look(*qApp);
        ActionTable table(look);
        for (const ActionSpec& spec : actionSpecs()) {
            QAction& action = table.action(spec.id);
            QCOMPARE(action.objectName(), QLatin1StringView(spec.name));
            QCOMPARE(action.isCheckable(), spec.checkable);
            QCOMPARE(action.icon().isNull(), *spec.icon == '\0');
        }
    }
};

QTEST_MAIN(ActionTableTest)
#include "action_table_test.moc"
