// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

namespace tridesk::ui {

// While it lives the painter counts device pixels, so that pictures are copied as they are: Qt copies many
// times faster than it scales, even by one.
class DeviceSpace {
public:
    DeviceSpace(QPainter& painter, double dpr)
        : m_painter(painter) {
        m_painter.save();
        if (dpr != 1)
            m_painter.scale(1 / dpr, 1 / dpr);
    }
    ~DeviceSpace() { m_painter.restore(); }
    DeviceSpace(const DeviceSpace&) = delete;
    DeviceSpace& operator=(const DeviceSpace&) = delete;

private:
    QPainter& m_painter;
};

} // namespace tridesk::ui
