// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/report_page.h"

#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

ReportPage::ReportPage(CrewWork& work, QWidget* parent)
    : QWidget(parent)
    , m_work(work) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    auto* title = new QLabel(tr("Report: what became of it?"), this);
    touch::enlarge(*title, 1.25, true);
    column->addWidget(title);
    m_outcomes = new QListWidget(this);
    m_outcomes->setObjectName(u"report.outcomes"_s);
    m_outcomes->setAccessibleName(tr("Outcome"));
    m_outcomes->setAlternatingRowColors(true);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"report.text"_s);
    m_text->setAccessibleName(tr("Words of the report"));
    m_text->setPlaceholderText(tr("A few words, if needed"));
    m_text->setTabChangesFocus(true);
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom);
    m_halves->addWidget(m_outcomes, 3);
    m_halves->addWidget(m_text, 1);
    column->addLayout(m_halves, 1);
    auto* buttons = new QHBoxLayout;
    auto* back = touch::button(u"report.back"_s, tr("Back"), this);
    m_send = touch::button(u"report.send"_s, tr("Send the report"), this);
    m_send->setEnabled(false);
    touch::setMain(*m_send, true);
    buttons->addWidget(back, 1);
    buttons->addWidget(m_send, 2);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &ReportPage::done);
    connect(m_send, &QPushButton::clicked, this, &ReportPage::send);
    connect(m_outcomes, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem* item) { m_send->setEnabled(item != nullptr); });
    connect(&work, &CrewWork::accepted, this, [this] {
        if (!std::exchange(m_sent, false))
            return;
        m_text->clear();
        Q_EMIT done();
    });
    connect(&work, &CrewWork::refused, this, [this] { m_sent = false; });
}

void ReportPage::setWide(bool wide) {
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ReportPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

void ReportPage::fill() {
    m_outcomes->clear();
    for (const Disposition& disposition : m_work.desk().situation().catalogue().dispositions) {
        auto* item = new QListWidgetItem(text::name(disposition.name), m_outcomes);
        item->setData(Qt::UserRole, disposition.code.toString());
        item->setSizeHint({0, touch::target});
    }
    m_send->setEnabled(m_outcomes->count() == 0); // a desk without a catalogue takes words alone
}

void ReportPage::send() {
    const QListWidgetItem* item = m_outcomes->currentItem();
    const auto code = TypeCode::parse(item ? item->data(Qt::UserRole).toString() : QString());
    m_sent = true;
    m_work.advance(OrderStage::Reported, m_text->toPlainText().trimmed(), code.value_or(TypeCode()));
}

} // namespace tridesk
