// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_delivery.h"

#include "app/desk/desk.h"
#include "app/report/report_file.h"
#include "ui/text/refusals.h"

#include <QFileDialog>
#include <QtConcurrentRun>

namespace tridesk {

using namespace Qt::StringLiterals;

ReportDelivery* ReportDelivery::begin(SeatDesk& desk, const ReportRecord& record, const QString& path,
                                      const Make& make, QObject* owner) {
    auto* delivery = new ReportDelivery(owner);
    desk.submit(MakeReport{record}).then(delivery, [&desk, delivery, path, make](const Outcome& outcome) {
        if (!outcome) {
            Q_EMIT delivery->failed(refusalText(outcome.error(), desk.situation()));
            delivery->deleteLater();
            return;
        }
        make().then(delivery, [delivery, path](const QByteArray& bytes) { delivery->write(path, bytes); });
    });
    return delivery;
}

void ReportDelivery::write(const QString& path, const QByteArray& bytes) {
    if (bytes.isEmpty()) {
        Q_EMIT failed(tr("Stopped; nothing was written."));
        deleteLater();
        return;
    }
    QtConcurrent::run([path, bytes] {
        return saveReport(path, bytes);
    }).then(this, [this, path](const std::expected<void, QString>& saved) {
        if (saved)
            Q_EMIT finished(path);
        else
            Q_EMIT failed(tr("Not written: %1").arg(saved.error()));
        deleteLater();
    });
}

void askForReportFile(QWidget* owner, const QString& title, const QString& name, const QString& suffix,
                      const std::function<void(const QString&)>& chosen) {
    auto* dialog = new QFileDialog(owner, title);
    dialog->setObjectName(u"report.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix)});
    dialog->selectFile(name + u'.' + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, owner, chosen);
    dialog->open();
}

} // namespace tridesk
