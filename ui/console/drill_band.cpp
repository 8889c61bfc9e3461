// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/drill_band.h"

#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QToolBar>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct Band {
    Q_DECLARE_TR_FUNCTIONS(tridesk::DrillBand)
};

/// Striped, so that it is told apart from every other strip without its colour too.
class DrillStripe : public QLabel {
public:
    explicit DrillStripe(const Look& look)
        : m_look(look) {
        setObjectName(u"drill.band"_s);
        setAlignment(Qt::AlignCenter);
        setMinimumHeight(fontMetrics().height() + 10);
        setMinimumWidth(1); // the words are cut, the window is not widened
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        constexpr int stripe = 22;
        const Theme& theme = m_look.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), theme.warning);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(theme.warning, theme.panel, 0.25));
        for (int x = -height(); x < width(); x += 2 * stripe)
            painter.drawPolygon(QPolygon(
                {{x, height()}, {x + height(), 0}, {x + height() + stripe, 0}, {x + stripe, height()}}));
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        const QFontMetrics metrics(bold);
        const QString words = metrics.elidedText(text(), Qt::ElideRight, width() - 20);
        QRect plate = metrics.boundingRect(words);
        plate.setWidth(plate.width() + 24);
        plate.setHeight(height() - 4);
        plate.moveCenter(rect().center());
        painter.setBrush(theme.panel);
        painter.drawRoundedRect(plate, 4, 4);
        painter.setPen(theme.text);
        painter.drawText(rect(), Qt::AlignCenter, words);
    }

private:
    const Look& m_look;
};

} // namespace

void bandAsDrill(QWidget& window, const Practice& practice, const Look& look) {
    auto* stripe = new DrillStripe(look);
    stripe->setText(Band::tr("DRILL  –  nothing here is real: the record of %1 as it stood at %2")
                        .arg(practice.origin, text::dateTime(practice.at)));
    stripe->setAccessibleName(stripe->text());
    stripe->setToolTip(stripe->text());
    QObject::connect(&look, &Look::changed, stripe, [stripe] { stripe->update(); });
    const auto retitle = [titled = &window, mark = Band::tr("DRILL – ", "before a window's title")] {
        if (!titled->windowTitle().startsWith(mark))
            titled->setWindowTitle(mark + titled->windowTitle());
    };
    QObject::connect(&window, &QWidget::windowTitleChanged, &window, retitle);
    retitle();
    if (auto* main = qobject_cast<QMainWindow*>(&window)) {
        auto* bar = new QToolBar(main);
        bar->setObjectName(u"drill.bar"_s);
        bar->setAccessibleName(stripe->text());
        bar->setMovable(false);
        bar->setContextMenuPolicy(Qt::PreventContextMenu);
        bar->toggleViewAction()->setVisible(false);
        bar->setContentsMargins(0, 0, 0, 0);
        bar->addWidget(stripe);
        main->addToolBar(Qt::TopToolBarArea, bar);
        return;
    }
    if (auto* column = qobject_cast<QBoxLayout*>(window.layout())) {
        stripe->setParent(&window);
        column->insertWidget(0, stripe);
    }
}

} // namespace tridesk
