// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/layers/feature.h"

#include <QXmlStreamReader>

#include <expected>
#include <functional>

namespace tridesk::maps {

/// QXmlStreamReader for what comes from outside: no document type (so no entities of the file's own), and no
/// deeper than layer_limits::Depth.
class BoundedXml {
public:
    explicit BoundedXml(const QByteArray& bytes)
        : m_xml(bytes) {}

    /// Goes on to the next start or end of an element; false at the end or where the document is broken.
    [[nodiscard]] bool next();
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] QStringView name() const { return m_xml.name(); } ///< without its prefix
    [[nodiscard]] QString attribute(QLatin1StringView key) const {
        return m_xml.attributes().value(key).toString();
    }
    /// The text within the element that starts here, markup in it left out; its end is taken too.
    [[nodiscard]] QString text();
    /// For each element in the one that starts here, until its end: handle takes the whole of it with text(),
    /// skip() or children(), or leaves it alone.
    void children(const std::function<void()>& handle);
    void skip();
    /// Ends the reading without an error.
    void stop() { m_isStopped = true; }
    /// The line that is being read, from 1.
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }
    /// Empty where all is well.
    [[nodiscard]] QString error() const;

private:
    QXmlStreamReader m_xml;
    QString m_error;
    int m_depth = 0;
    bool m_isStopped = false;
};

} // namespace tridesk::maps
