// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/report_record.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <functional>

class QWidget;

namespace tridesk {

class SeatDesk;

/// One report on its way to a file: put on record first, then made, then written; never a file without its
/// entry. Deletes itself once it is done.
class ReportDelivery : public QObject {
    Q_OBJECT

public:
    /// Makes the bytes on another thread; an empty answer means that it was stopped.
    using Make = std::function<QFuture<QByteArray>()>;

    static ReportDelivery* begin(SeatDesk& desk, const ReportRecord& record, const QString& path,
                                 const Make& make, QObject* owner);

Q_SIGNALS:
    void finished(const QString& path);
    void failed(const QString& why); ///< in words

private:
    using QObject::QObject;
    void write(const QString& path, const QByteArray& bytes);
};

/// Asks for a file's name and calls back with it.
void askForReportFile(QWidget* owner, const QString& title, const QString& name, const QString& suffix,
                      const std::function<void(const QString&)>& chosen);

} // namespace tridesk
