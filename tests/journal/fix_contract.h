// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fix_store.h"

#include <QObject>

namespace tridesk::test {

/// Values that the packing keeps exactly.
[[nodiscard]] Fix fixAt(const QString& unit, int second, double latitude = 31.25);
/// Of 1A0, 1A1, …, one a second each.
[[nodiscard]] QList<Fix> shift(int units, int seconds);
/// The moment of a second of those.
[[nodiscard]] Instant secondOf(int second);

/// What every fix store holds to. One test program for each subclasses it and says how to open.
class FixContract : public QObject {
    Q_OBJECT

protected:
    /// One more instance on the store of the running test.
    [[nodiscard]] virtual std::unique_ptr<FixStore> open() = 0;
    /// Before each test: the next open() finds an empty store.
    virtual void renew() = 0;

    std::unique_ptr<FixStore> m_store;

private Q_SLOTS:
    void init() {
        m_store.reset();
        renew();
        m_store = open();
    }

    void tailsWhatCameAfter();
    void splitsWhatIsTooMuch();
    void knowsTheNewestOfEachUnit();
    void knowsWhereAllWere();
    void knowsWhatCameLate();
    void followsOneUnit();
};

} // namespace tridesk::test
