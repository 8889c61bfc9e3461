// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace tridesk {

/// Holds what is known of an incident, as high as it is; where the pane is low it shrinks to a few lines and
/// is scrolled, so that orders and journal keep their room.
class KnownArea : public QScrollArea {
    Q_OBJECT

public:
    explicit KnownArea(QWidget* parent = nullptr);

    void add(QWidget* part);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* m_column;
};

} // namespace tridesk
