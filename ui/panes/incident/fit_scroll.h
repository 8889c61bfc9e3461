// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace tridesk {

/// A column that is as high as its room while its parts can shrink to that, and is scrolled in only below:
/// Qt's own area scrolls as soon as the parts are lower than they would like to be.
class FitScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit FitScroll(QWidget* parent = nullptr);

    /// The area owns it; it has a layout.
    void setBody(QWidget* body);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    [[nodiscard]] int leastHeight(int width) const;
};

} // namespace tridesk
