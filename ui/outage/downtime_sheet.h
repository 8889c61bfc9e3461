// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace tridesk {

class DowntimePack;
struct DowntimeSettings;

/// Makes the downtime pack now, and says where and how often it is made by itself.
class DowntimeSheet : public QDialog {
    Q_OBJECT

public:
    /// `mayName`: whether this user may print names. All of it outlives the sheet.
    DowntimeSheet(DowntimePack& pack, QSettings& settings, bool mayName, QWidget* parent);

private:
    void build();
    void chooseFolder();
    void make();
    [[nodiscard]] DowntimeSettings chosen() const;

    DowntimePack& m_pack;
    QSettings& m_settings;
    QLineEdit* m_folder;
    QSpinBox* m_every;
    QSpinBox* m_cards;
    QCheckBox* m_named;
    QLabel* m_told;
    QPushButton* m_make;
};

} // namespace tridesk
