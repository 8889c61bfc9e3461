// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace tridesk {

/// A line at the foot of a window: the map has been made anew, and may be shown. Hidden while there is
/// nothing to offer.
class MapOffer : public QFrame {
    Q_OBJECT

public:
    explicit MapOffer(QWidget* parent = nullptr);

    void offer(const QString& name); ///< of the map

Q_SIGNALS:
    void taken();
    void declined();

private:
    QLabel* m_words;
};

} // namespace tridesk
