// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/alert_watch.h"

#include <QDialog>

class QGridLayout;
class QLabel;

namespace tridesk::sound {

class Sounder;

/// Which calls sound on this computer, how loud, and whether they are spoken; each can be heard beforehand.
/// What is changed counts at once. Stands beside the work and deletes itself.
class SoundSheet : public QDialog {
    Q_OBJECT

public:
    /// `sounder` outlives it.
    explicit SoundSheet(Sounder& sounder, QWidget* parent = nullptr);

private:
    void addFamily(QGridLayout& grid, AlertFamily family);
    [[nodiscard]] QLayout* volumeRow();
    [[nodiscard]] QLayout* speechRow();
    void tellDevice();

    Sounder& m_sounder;
    QLabel* m_device;
};

} // namespace tridesk::sound
