// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tridesk::test {

/// What every journal holds to. One test program for each implementation subclasses it and says how to open.
class JournalContract : public QObject {
    Q_OBJECT

protected:
    /// Opens one more instance on the store of the running test; called from any thread. Waits at most 200 ms
    /// for locks.
    [[nodiscard]] virtual std::unique_ptr<Journal> open() = 0;

    /// Before each test: the next open() finds an empty store.
    virtual void renew() = 0;

private Q_SLOTS:
    void init() { renew(); }

    void emptyEndsAtZero();
    void appendsInOrderAndChains();
    void keepsEveryField();
    void readsWithinBounds();
    void othersSeeOnlyWhatWasCommitted();
    void rollsBackUnlessCommitted();
    void readsBackInsideTheTransaction();
    void seesWhatOthersAppendedBefore();
    void isLockedWhileAnotherWrites();
    void hasOneTransactionAtATime();
    void isOverAfterCommit();
    void findsTheEntriesOfARequest();
    void findsTheEntriesOfAStream();
    void findsAmongMany();
    void keepsReceipts();
    void joinsReceiptsThatTouch();
    void takesAppendsFromManyThreads();
};

} // namespace tridesk::test
