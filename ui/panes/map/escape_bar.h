// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QFrame>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QSpinBox;

namespace tridesk {

/// Under the map while an escape ring is shown: how fast, since when, and who can still cut it. Escape or the
/// button ends it.
class EscapeBar : public QFrame {
    Q_OBJECT

public:
    explicit EscapeBar(QWidget* parent = nullptr);

    enum class Speed { ByCar, OnFoot, Stated };

    void begin(Instant start);
    [[nodiscard]] Speed speed() const;
    [[nodiscard]] int kmh() const; ///< counts where the speed is stated
    [[nodiscard]] Instant start() const;
    void tell(const QString& text, const QString& details = QString());

Q_SIGNALS:
    void changed(); ///< a speed or a time
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QComboBox* m_speed;
    QSpinBox* m_kmh;
    QDateTimeEdit* m_start;
    QLabel* m_told;
};

} // namespace tridesk
