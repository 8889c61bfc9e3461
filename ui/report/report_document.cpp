// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyPoints = 9;
constexpr int pixelsAcross = 672; ///< the same as a style sheet counts them

QString escaped(const QString& text) {
    return text.toHtmlEscaped().replace(u'\n', u"<br/>"_s);
}

/// One that has both languages' letters, if there is one; a document has one shape on every machine that has
/// it.
QFont documentFont() {
    QFont font;
    for (const auto& family : {u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"Source Han Sans SC"_s})
        if (QFontDatabase::hasFamily(family)) {
            font.setFamily(family);
            break;
        }
    font.setPointSize(bodyPoints);
    return font;
}

class PdfPages {
public:
    PdfPages(QPdfWriter& writer, const ReportDocument& document)
        : m_writer(writer)
        , m_document(document)
        , m_unit(writer.resolution() / 25.4) {
        const QRectF page = writer.pageLayout().paintRectPixels(writer.resolution());
        m_area = QRectF(0, 9 * m_unit, page.width(), page.height() - 21 * m_unit);
        m_page = QRectF(0, 0, page.width(), page.height());
        m_text.setDefaultFont(documentFont());
        m_text.documentLayout()->setPaintDevice(&writer);
        m_text.setDocumentMargin(0);
        for (auto each = document.images().cbegin(); each != document.images().cend(); ++each)
            m_text.addResource(QTextDocument::ImageResource, QUrl(each.key()), *each);
        m_text.setHtml(document.html());
        m_text.setPageSize(m_area.size());
    }

    void paint(const QString& pageWord) {
        QPainter painter(&m_writer);
        const int pages = m_text.pageCount();
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                m_writer.newPage();
            paintBody(painter, page);
            paintFrame(painter, pageWord.arg(page + 1).arg(pages));
        }
    }

private:
    void paintBody(QPainter& painter, int page) {
        const QRectF shown(0, page * m_area.height(), m_area.width(), m_area.height());
        painter.save();
        painter.translate(m_area.left(), m_area.top() - shown.top());
        painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown;
        context.palette.setColor(QPalette::Text, Qt::black);
        m_text.documentLayout()->draw(&painter, context);
        painter.restore();
    }

    void paintFrame(QPainter& painter, const QString& pageWord) const {
        QFont font = documentFont();
        font.setPointSizeF(7.5);
        painter.setFont(font);
        painter.setPen(QPen(QColor(0x80, 0x80, 0x80), m_unit * 0.15));
        painter.drawLine(QPointF(0, 6 * m_unit), QPointF(m_page.width(), 6 * m_unit));
        painter.drawLine(QPointF(0, m_page.height() - 9 * m_unit),
                         QPointF(m_page.width(), m_page.height() - 9 * m_unit));
        painter.setPen(QColor(0x40, 0x40, 0x40));
        const QRectF head(0, 0, m_page.width(), 5.4 * m_unit);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignBottom, m_document.title());
        painter.drawText(head, Qt::AlignRight | Qt::AlignBottom, pageWord);
        painter.drawText(QRectF(0, m_page.height() - 8.2 * m_unit, m_page.width(), 8.2 * m_unit),
                         int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_document.foot());
    }

    QPdfWriter& m_writer;
    const ReportDocument& m_document;
    double m_unit; ///< a millimetre
    QRectF m_area;
    QRectF m_page;
    QTextDocument m_text;
};

} // namespace

ReportDocument::ReportDocument(QString title, QString foot)
    : m_title(std::move(title))
    , m_foot(std::move(foot)) {
    m_body = u"<h1>%1</h1>"_s.arg(escaped(m_title));
}

void ReportDocument::heading(const QString& text) {
    m_body += u"<h2>%1</h2>"_s.arg(escaped(text));
}

void ReportDocument::section(const QString& text) {
    m_body += u"<h3>%1</h3>"_s.arg(escaped(text));
}

void ReportDocument::paragraph(const QString& text) {
    m_body += u"<p>%1</p>"_s.arg(escaped(text));
}

void ReportDocument::warning(const QString& text) {
    m_body += u"<p class=\"warning\">▲ %1</p>"_s.arg(escaped(text));
}

void ReportDocument::facts(const QList<std::pair<QString, QString>>& pairs) {
    m_body += u"<table class=\"facts\" width=\"100%\" cellpadding=\"2\">"_s;
    for (const auto& [name, value] : pairs)
        if (!value.isEmpty())
            m_body += u"<tr><td width=\"22%\"><span class=\"dim\">%1</span></td><td>%2</td></tr>"_s.arg(
                escaped(name), escaped(value));
    m_body += u"</table>"_s;
}

void ReportDocument::table(const QStringList& head, const QList<QStringList>& rows, int numbersFrom) {
    const auto align = [&](qsizetype column) {
        return column >= numbersFrom ? u" align=\"right\""_s : u" align=\"left\""_s;
    };
    m_body += u"<table class=\"rows\" width=\"100%\" cellpadding=\"3\" cellspacing=\"0\"><thead><tr>"_s;
    for (qsizetype column = 0; column < head.size(); ++column)
        m_body += u"<th%1>%2</th>"_s.arg(align(column), escaped(head[column]));
    m_body += u"</tr></thead>"_s;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        m_body += row % 2 ? u"<tr bgcolor=\"#f2f4f7\">"_s : u"<tr>"_s;
        for (qsizetype column = 0; column < rows[row].size(); ++column)
            m_body += u"<td%1>%2</td>"_s.arg(align(column), escaped(rows[row][column]));
        m_body += u"</tr>"_s;
    }
    m_body += u"</table>"_s;
}

void ReportDocument::form(const QString& title, const QList<FormRow>& rows) {
    m_body += u"<h3>%1</h3>"_s.arg(escaped(title));
    // The ground shows between the cells: lines that are there in every printer's resolution.
    for (const FormRow& row : rows) {
        m_body += u"<table width=\"100%\" bgcolor=\"#505050\" cellpadding=\"3\" cellspacing=\"1\"><tr>"_s;
        for (const Box& box : row.boxes)
            m_body += u"<td width=\"%1%\" bgcolor=\"#ffffff\"><span class=\"caption\">%2</span>%3</td>"_s.arg(
                QString::number(box.share), escaped(box.caption),
                QString(u"<br/>&nbsp;"_s).repeated(row.lines));
        m_body += u"</tr></table>"_s;
    }
}

void ReportDocument::newPage() {
    m_body += u"<p style=\"page-break-before:always; margin:0;\"></p>"_s;
}

QString ReportDocument::tag(const QImage& image, int width) {
    const QString name = u"picture:%1"_s.arg(m_images.size());
    m_images.insert(name, image);
    return u"<img src=\"%1\" width=\"%2\"/>"_s.arg(name).arg(pixelsAcross * width / 100);
}

void ReportDocument::picture(const QImage& image, int width) {
    if (!image.isNull())
        m_body += u"<p>%1</p>"_s.arg(tag(image, width));
}

void ReportDocument::pictures(const QImage& left, const QImage& right) {
    m_body +=
        u"<table width=\"100%\"><tr><td width=\"50%\">%1</td><td width=\"50%\">%2</td></tr></table>"_s.arg(
            tag(left, 49), tag(right, 49));
}

QString ReportDocument::html() const {
    return u"<html><head><style>"
           "h1 { font-size: 17pt; margin-bottom: 4px; } h2 { font-size: 12pt; margin-top: 12px; } "
           "h3 { font-size: 10pt; } th { background-color: #dde3ea; } .dim { color: #555555; } "
           ".warning { background-color: #fff3d6; } .caption { font-size: 7pt; color: #555555; } "
           "</style></head><body>%1</body></html>"_s.arg(m_body);
}

QByteArray pdfOf(const ReportDocument& document, const QString& pageWord) {
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    QPdfWriter writer(&out);
    writer.setTitle(document.title());
    writer.setCreator(u"Tridesk"_s);
    writer.setResolution(300);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(16, 10, 16, 10), QPageLayout::Millimeter));
    PdfPages(writer, document).paint(pageWord);
    return bytes;
}

} // namespace tridesk
