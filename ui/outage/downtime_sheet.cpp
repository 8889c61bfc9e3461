// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outage/downtime_sheet.h"

#include "ui/outage/downtime_pack.h"
#include "ui/panes/common/named.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

namespace tridesk {

using namespace Qt::StringLiterals;

DowntimeSheet::DowntimeSheet(DowntimePack& pack, QSettings& settings, bool mayName, QWidget* parent)
    : QDialog(parent)
    , m_pack(pack)
    , m_settings(settings)
    , m_folder(named(new QLineEdit(this), u"downtime.folder"_s, tr("Folder")))
    , m_every(named(new QSpinBox(this), u"downtime.every"_s, tr("Made by itself every")))
    , m_cards(named(new QSpinBox(this), u"downtime.cards"_s, tr("Blank cards")))
    , m_named(named(new QCheckBox(tr("With the names of callers and crews"), this), u"downtime.named"_s,
                    tr("With the names of callers and crews")))
    , m_told(named(new QLabel(this), u"downtime.told"_s, tr("How it went")))
    , m_make(named(new QPushButton(tr("Make it now"), this), u"downtime.make"_s, tr("Make it now"))) {
    setObjectName(u"downtimeSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Downtime pack"));
    const auto kept = DowntimeSettings::from(settings);
    m_folder->setText(kept.folder.isEmpty()
                          ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                          : kept.folder);
    m_every->setRange(0, mostMinutes);
    m_every->setSpecialValueText(tr("never", "the pack is not made by itself"));
    m_every->setSuffix(tr(" min"));
    m_every->setValue(kept.everyMinutes);
    m_cards->setRange(0, mostBlankCards);
    m_cards->setValue(kept.options.cards);
    m_named->setChecked(kept.options.named && mayName);
    m_named->setEnabled(mayName);
    build();
    connect(m_make, &QPushButton::clicked, this, &DowntimeSheet::make);
    connect(&pack, &DowntimePack::made, this, [this](const QString& path) {
        m_make->setEnabled(true);
        m_told->setText(tr("Made: %1. Print it, and keep it where it is found in the dark.")
                            .arg(QDir::toNativeSeparators(path)));
    });
    connect(&pack, &DowntimePack::failed, this, [this](const QString& why) {
        m_make->setEnabled(true);
        m_told->setText(why);
    });
}

void DowntimeSheet::build() {
    auto* choose = named(new QPushButton(tr("Choose…"), this), u"downtime.choose"_s, tr("Choose the folder"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &DowntimeSheet::chooseFolder);
    auto* where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(choose);
    auto* how =
        new QLabel(tr("What the desk needs on paper when everything is down: open incidents, units on "
                      "shift, posts, numbered blank cards. Made by itself it lies in the folder when it "
                      "is wanted; let the folder be on another machine, or print it at each shift."),
                   this);
    how->setWordWrap(true);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout(this);
    form->addRow(how);
    form->addRow(tr("Folder"), where);
    form->addRow(tr("Made by itself every"), m_every);
    form->addRow(tr("Blank cards"), m_cards);
    form->addRow(QString(), m_named);
    form->addRow(m_told);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->addButton(m_make, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Save)->setObjectName(u"downtime.save"_s);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        chosen().save(m_settings);
        m_pack.renew();
        accept();
    });
    resize(560, sizeHint().height());
}

DowntimeSettings DowntimeSheet::chosen() const {
    return {.folder = m_folder->text().trimmed(),
            .everyMinutes = m_every->value(),
            .options = {.named = m_named->isChecked(), .cards = m_cards->value()}};
}

void DowntimeSheet::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder of the downtime pack"), m_folder->text());
    dialog->setObjectName(u"downtime.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void DowntimeSheet::make() {
    m_make->setEnabled(false);
    m_told->setText(tr("Being made…"));
    m_pack.make(chosen().folder, chosen().options);
}

} // namespace tridesk
