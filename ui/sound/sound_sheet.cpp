// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/sound_sheet.h"

#include "ui/sound/sounder.h"
#include "ui/sound/spoken_words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk::sound {

namespace {

/// The end of its widgets' names.
QString codeOf(AlertFamily family) {
    switch (family) {
    case AlertFamily::Emergency:
        return u"emergency"_s;
    case AlertFamily::UrgentIncident:
        return u"urgentIncident"_s;
    case AlertFamily::Overdue:
        return u"overdue"_s;
    case AlertFamily::Assigned:
        return u"assigned"_s;
    case AlertFamily::Message:
        return u"message"_s;
    case AlertFamily::Status:
        return u"status"_s;
    }
    return {};
}

} // namespace

SoundSheet::SoundSheet(Sounder& sounder, QWidget* parent)
    : QDialog(parent)
    , m_sounder(sounder)
    , m_device(new QLabel(this)) {
    setObjectName(u"soundSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sounds"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < alertFamilyCount; ++i)
        addFamily(*grid, AlertFamily(i));
    m_device->setObjectName(u"sound.device"_s);
    m_device->setAccessibleName(tr("Sound device"));
    m_device->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    rows->addWidget(m_device);
    rows->addLayout(grid);
    rows->addLayout(volumeRow());
    rows->addLayout(speechRow());
    rows->addWidget(buttons);
    connect(&sounder.speaker(), &Speaker::deviceChanged, this, &SoundSheet::tellDevice);
    tellDevice();
}

void SoundSheet::tellDevice() {
    const bool any = m_sounder.speaker().hasDevice();
    m_device->setProperty("refusal", !any);
    m_device->setStyleSheet({}); // the property is read anew
    m_device->setText(any ? tr("Sounds come from %1.").arg(m_sounder.speaker().deviceName())
                          : tr("This computer has no sound device: nothing will be heard."));
}

void SoundSheet::addFamily(QGridLayout& grid, AlertFamily family) {
    const int row = grid.rowCount();
    auto* on = new QCheckBox(familyName(family), this);
    on->setObjectName(u"sound.on."_s + codeOf(family));
    on->setChecked(m_sounder.isOn(family));
    connect(on, &QCheckBox::toggled, this, [this, family](bool is) { m_sounder.setOn(family, is); });
    grid.addWidget(on, row, 0);
    if (family == AlertFamily::Emergency) {
        on->setEnabled(false);
        on->setToolTip(tr("It cannot be muted, and sounds until somebody acknowledges it."));
        auto* said = new QLabel(tr("always, until it is acknowledged"), this);
        said->setProperty("dim", true);
        grid.addWidget(said, row, 1);
    }
    auto* test = new QPushButton(tr("Test"), this);
    test->setObjectName(u"sound.test."_s + codeOf(family));
    test->setAccessibleName(tr("Test: %1").arg(familyName(family)));
    test->setAutoDefault(false);
    connect(test, &QPushButton::clicked, this, [this, family] { m_sounder.test(family); });
    grid.addWidget(test, row, 2);
}

QLayout* SoundSheet::volumeRow() {
    auto* caption = new QLabel(tr("&Volume"), this);
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(u"sound.volume"_s);
    slider->setAccessibleName(tr("Volume"));
    slider->setToolTip(tr("An emergency never sounds below %1 %.").arg(Sounder::quietestEmergency));
    slider->setRange(0, 100);
    slider->setPageStep(10);
    slider->setValue(m_sounder.volume());
    caption->setBuddy(slider);
    auto* figure = new QLabel(this);
    figure->setMinimumWidth(fontMetrics().horizontalAdvance(u"100 %"_s));
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto tell = [figure](int percent) { figure->setText(u"%1 %"_s.arg(percent)); };
    tell(m_sounder.volume());
    connect(slider, &QSlider::valueChanged, this, [this, tell](int percent) {
        m_sounder.setVolume(percent);
        tell(percent);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(slider, 1);
    row->addWidget(figure);
    return row;
}

QLayout* SoundSheet::speechRow() {
    auto* speaks = new QCheckBox(tr("Say aloud what happened"), this);
    speaks->setObjectName(u"sound.speaks"_s);
    speaks->setChecked(m_sounder.speaks());
    auto* trouble = new QLabel(this);
    trouble->setObjectName(u"sound.voiceTrouble"_s);
    trouble->setProperty("refusal", true);
    trouble->setWordWrap(true);
    const auto tell = [this, trouble](bool on) {
        const QString why = on ? m_sounder.voiceTrouble() : QString();
        trouble->setText(why);
        trouble->setVisible(!why.isEmpty());
    };
    tell(m_sounder.speaks());
    connect(speaks, &QCheckBox::toggled, this, [this, tell](bool on) {
        m_sounder.setSpeaks(on);
        tell(on);
    });
    auto* rows = new QVBoxLayout;
    rows->setSpacing(4);
    rows->addWidget(speaks);
    rows->addWidget(trouble);
    return rows;
}

} // namespace tridesk::sound
