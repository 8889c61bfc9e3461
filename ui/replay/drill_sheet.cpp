// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/drill_sheet.h"

#include "ui/text/times.h"

#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QtConcurrentRun>

namespace tridesk {

using namespace Qt::StringLiterals;

DrillSheet::DrillSheet(PracticeWish wish, const QString& folders, QWidget* parent)
    : QDialog(parent)
    , m_wish(std::move(wish))
    , m_folder(new QLineEdit(this))
    , m_progress(new QProgressBar(this))
    , m_trouble(new QLabel(this))
    , m_begin(new QPushButton(tr("Begin the drill"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(u"drillSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A drill of the record"));
    const QString name = toDateTime(m_wish.at).toLocalTime().toString(u"yyyy-MM-dd-HHmmss"_s);
    m_folder->setText(QDir::toNativeSeparators(QDir(folders).filePath(name)));
    build();
}

DrillSheet::~DrillSheet() {
    *m_stop = true;
}

void DrillSheet::build() {
    m_folder->setObjectName(u"drill.folder"_s);
    m_folder->setAccessibleName(tr("Folder of the drill"));
    m_progress->setObjectName(u"drill.progress"_s);
    m_progress->setAccessibleName(tr("How much of the record is taken"));
    m_progress->hide();
    m_trouble->setObjectName(u"drill.trouble"_s);
    m_trouble->setAccessibleName(tr("Why the drill was not made"));
    m_trouble->setProperty("warning", true);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_begin->setObjectName(u"drill.begin"_s);
    m_begin->setAccessibleName(m_begin->text());
    m_begin->setDefault(true);
    m_cancel->setObjectName(u"drill.cancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    auto* words = new QLabel(tr("The board as it stood at %1 becomes a record of its own, for practice. It "
                                "goes on from there in a "
                                "window of its own, at today's time, and never touches the live one. "
                                "Callers, the words of sensitive "
                                "incidents, cameras and users are not taken along.")
                                 .arg(text::dateTime(m_wish.at)),
                             this);
    words->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Folder"), m_folder);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_begin);
    buttons->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    resize(560, sizeHint().height());
    connect(m_begin, &QPushButton::clicked, this, &DrillSheet::begin);
    connect(m_cancel, &QPushButton::clicked, this, &DrillSheet::close);
}

/// On a thread of its own: it reads the whole record.
void DrillSheet::begin() {
    m_wish.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_wish.now = SystemClock().now();
    m_begin->setEnabled(false);
    m_folder->setEnabled(false);
    m_trouble->hide();
    m_progress->setValue(0);
    m_progress->show();
    const auto progress = [stop = m_stop, sheet = QPointer<DrillSheet>(this), told = -1](qint64 done,
                                                                                         qint64 of) mutable {
        const int percent = of > 0 ? int(done * 100 / of) : 0;
        if (percent != std::exchange(told, percent))
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [sheet, percent] {
                    if (sheet)
                        sheet->tell(percent);
                },
                Qt::QueuedConnection);
        return !*stop;
    };
    QtConcurrent::run([wish = m_wish, progress] {
        return makePractice(wish, progress);
    }).then(this, [this](const std::expected<Practice, QString>& made) { finish(made); });
}

void DrillSheet::tell(int percent) {
    m_progress->setValue(percent);
}

void DrillSheet::finish(const std::expected<Practice, QString>& made) {
    if (made) {
        Q_EMIT this->made(m_wish.folder, m_wish.at);
        close();
        return;
    }
    m_progress->hide();
    m_trouble->setText(tr("The drill was not made: %1").arg(made.error()));
    m_trouble->show();
    m_begin->setEnabled(true);
    m_folder->setEnabled(true);
}

} // namespace tridesk
