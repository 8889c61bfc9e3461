// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_view.h"

#include "ui/panes/common/replay_bar.h"
#include "ui/panes/common/replay_screen.h"
#include "ui/text/footage_words.h"

#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

// Kept pictures are no larger than what is decoded; a file that says otherwise is not ours.
QImage readStill(const QString& path) {
    QImageReader reader(path);
    const QSize size = reader.size();
    constexpr qint64 mostPoints = 4096LL * 2304;
    return qint64(size.width()) * size.height() <= mostPoints ? reader.read() : QImage();
}

} // namespace

FootageView::FootageView(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_replay(new Replayer(this))
    , m_screen(new ReplayScreen(look, *m_replay, this))
    , m_bar(new ReplayBar(*m_replay, false, this))
    , m_check(new QLabel(this)) {
    setObjectName(u"footageView"_s);
    setAccessibleName(tr("Footage"));
    setFocusPolicy(Qt::StrongFocus);
    m_screen->setMinimumSize(240, 135);
    m_check->setObjectName(u"footage.check"_s);
    m_check->setAccessibleName(tr("Whether the file is what was kept"));
    m_check->setWordWrap(true);
    m_check->setContentsMargins(6, 2, 6, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_screen, 1);
    column->addWidget(m_bar);
    column->addWidget(m_check);
    close();
}

void FootageView::show(const Footage& footage, const QString& path, const QString& caption,
                       std::optional<Instant> at) {
    m_shown = footage.id;
    setCheck(tr("The file is being read again…"), true);
    m_screen->setCaption(caption);
    m_screen->setStill({}, {});
    m_screen->setInstantOf([from = footage.from](VideoTime time) { return from + time.time_since_epoch(); });
    const bool isClip = footage.kind == FootageKind::Clip;
    m_bar->setVisible(isClip);
    QWidget::show();
    if (isClip) {
        const auto into = at ? std::max(Milliseconds(0), *at - footage.from) : Milliseconds(0);
        return m_replay->play(replayOf(path), VideoTime(into));
    }
    m_replay->stop();
    QtConcurrent::run(&readStill, path)
        .then(this, [this, id = footage.id, then = footage.from](const QImage& still) {
            if (m_shown == id)
                m_screen->setStill(still, then);
        });
}

void FootageView::close() {
    m_replay->stop();
    m_shown = {};
    hide();
}

void FootageView::setCheck(const QString& words, bool whole) {
    m_check->setText(words);
    m_check->setProperty("refusal", !whole);
    m_check->style()->unpolish(m_check);
    m_check->style()->polish(m_check);
}

void FootageView::keyPressEvent(QKeyEvent* event) {
    if (!m_bar->takeKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace tridesk
