// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_offer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tridesk {

using namespace Qt::StringLiterals;

MapOffer::MapOffer(QWidget* parent)
    : QFrame(parent)
    , m_words(new QLabel(this)) {
    setObjectName(u"mapOffer"_s);
    setAccessibleName(tr("A newer map"));
    m_words->setObjectName(u"mapOffer.words"_s);
    auto* take = new QPushButton(tr("Show it"), this);
    take->setObjectName(u"mapOffer.take"_s);
    take->setAccessibleName(tr("Show the newer map"));
    auto* later = new QPushButton(tr("Not now"), this);
    later->setObjectName(u"mapOffer.decline"_s);
    later->setAccessibleName(tr("Go on with the older map"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 6, 3);
    row->addWidget(m_words, 1);
    row->addWidget(take);
    row->addWidget(later);
    const auto answer = [this](auto signal) {
        return [this, signal] {
            hide();
            Q_EMIT(this->*signal)();
        };
    };
    connect(take, &QPushButton::clicked, this, answer(&MapOffer::taken));
    connect(later, &QPushButton::clicked, this, answer(&MapOffer::declined));
    hide();
}

void MapOffer::offer(const QString& name) {
    m_words->setText(tr("The map “%1” has been made anew; this window still shows the older one.").arg(name));
    show();
}

} // namespace tridesk
