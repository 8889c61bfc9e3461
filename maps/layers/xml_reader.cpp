// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/xml_reader.h"

namespace tridesk::maps {

using namespace Qt::StringLiterals;

bool BoundedXml::next() {
    while (m_error.isEmpty() && !m_isStopped && !m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            m_error = u"a document type is not read"_s;
            return false;
        case QXmlStreamReader::StartElement:
            if (++m_depth > layer_limits::Depth) {
                m_error = u"elements lie deeper than %1"_s.arg(layer_limits::Depth);
                return false;
            }
            return true;
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        default:
            break;
        }
    }
    return false;
}

QString BoundedXml::text() {
    QString text;
    const int depth = m_depth;
    while (m_error.isEmpty() && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::Characters) {
            text += m_xml.text();
        } else if (token == QXmlStreamReader::StartElement) {
            if (++m_depth > layer_limits::Depth)
                m_error = u"elements lie deeper than %1"_s.arg(layer_limits::Depth);
        } else if (token == QXmlStreamReader::EndElement && --m_depth < depth) {
            break;
        }
    }
    return text;
}

void BoundedXml::children(const std::function<void()>& handle) {
    const int depth = m_depth;
    while (next()) {
        if (!isStart()) {
            if (m_depth < depth)
                return;
            continue;
        }
        const int inner = m_depth;
        handle();
        if (m_depth >= inner)
            skip();
    }
}

void BoundedXml::skip() {
    const int depth = m_depth;
    while (next())
        if (m_depth < depth)
            return;
}

QString BoundedXml::error() const {
    if (!m_error.isEmpty())
        return m_error;
    if (m_xml.hasError() && !m_isStopped)
        return u"no XML: %1 in line %2"_s.arg(m_xml.errorString()).arg(m_xml.lineNumber());
    return {};
}

} // namespace tridesk::maps
