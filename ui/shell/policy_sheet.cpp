// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/policy_sheet.h"

#include "app/desk/desk.h"
#include "ui/text/refusals.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

std::vector<PolicySheet::Figure> PolicySheet::figures() {
    using P = RecommendPolicy;
    constexpr int day = 24 * 3600;
    const QString seconds = u' ' + tr("s", "after a number of seconds");
    const auto weight = [&](const char* name, const QString& label, qint64 P::* at) {
        return Figure{name, label, at, nullptr, seconds, 0, day};
    };
    const auto length = [&](const char* name, const QString& label, Milliseconds P::* at, int least,
                            int most) { return Figure{name, label, nullptr, at, seconds, least, most}; };
    const auto count = [](const char* name, const QString& label, qint64 P::* at) {
        return Figure{name, label, at, nullptr, {}, 1, 20};
    };
    return {
        length("farthest", tr("Nobody from farther than"), &P::farthest, 60, 3600),
        length("staleAfter", tr("A position is doubted after"), &P::staleAfter, 1, day),
        weight("stalePenalty", tr("… for each such time of its age"), &P::stalePenalty),
        weight("divertPenalty", tr("Taken off other work"), &P::divertPenalty),
        weight("wrongKindPenalty", tr("Not a kind that the type asks for"), &P::wrongKindPenalty),
        weight("perJobPenalty", tr("Each job of the shift"), &P::perJobPenalty),
        length("rest", tr("Rest after a job"), &P::rest, 0, day),
        weight("restPenalty", tr("… where it had none"), &P::restPenalty),
        weight("lastOfRing1", tr("Last car of a 1-minute ring"), &P::lastOfRing1),
        weight("lastOfRing3", tr("Last car of a 3-minute ring"), &P::lastOfRing3),
        weight("lastOfRing5", tr("Last car of a 5-minute ring"), &P::lastOfRing5),
        {"secondLastPercent", tr("… where one other remains"), &P::secondLastPercent, nullptr, u" %"_s, 0,
         100},
        {"detourPercent", tr("Off the roads: of the straight line"), &P::detourPercent, nullptr, u" %"_s, 100,
         1000},
        {"detourKmh", tr("… driven at"), &P::detourKmh, nullptr, u' ' + tr("km/h"), 1, 130},
        count("unitsCritical", tr("Units for a critical incident, at least"), &P::unitsCritical),
        count("unitsUrgent", tr("Units for an urgent one"), &P::unitsUrgent),
        count("unitsRoutine", tr("Units for a routine one"), &P::unitsRoutine),
        count("unitsNonPolice", tr("Units for what is not police work"), &P::unitsNonPolice),
        count("picks", tr("Rows shown"), &P::picks),
    };
}

PolicySheet::PolicySheet(SeatDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_figures(figures())
    , m_refusal(new QLabel(this)) {
    setObjectName(u"policySheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What recommendations weigh"));
    build();
    fill(desk.situation().policy());
}

void PolicySheet::build() {
    auto* said = new QLabel(tr("Units are ranked by the seconds they need; everything else is worth so many "
                               "seconds of way. A change goes on record and counts for all seats."),
                            this);
    said->setWordWrap(true);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    const auto right = m_desk.may(DefinePolicy{m_desk.situation().policy()});
    QFormLayout* form = nullptr;
    for (size_t i = 0; i < m_figures.size(); ++i) {
        if (i % ((m_figures.size() + 1) / 2) == 0) {
            form = new QFormLayout;
            columns->addLayout(form, 1);
        }
        const Figure& figure = m_figures[i];
        auto* box = new QSpinBox(this);
        box->setObjectName(u"policy."_s + QLatin1StringView(figure.name));
        box->setAccessibleName(figure.label);
        box->setRange(figure.least, figure.most);
        box->setSuffix(figure.suffix);
        box->setAlignment(Qt::AlignRight);
        box->setReadOnly(!right);
        form->addRow(figure.label, box);
        m_boxes.push_back(box);
    }
    m_refusal->setObjectName(u"policy.refusal"_s);
    m_refusal->setAccessibleName(tr("Why it was not saved"));
    m_refusal->setProperty("warning", true);
    m_refusal->setWordWrap(true);
    m_refusal->setVisible(!right);
    if (!right)
        m_refusal->setText(refusalText(right.error(), m_desk.situation()));
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save for all seats"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"policy.save"_s);
    m_save->setEnabled(right.has_value());
    QPushButton* before = buttons->addButton(tr("As it came"), QDialogButtonBox::ResetRole);
    before->setObjectName(u"policy.defaults"_s);
    before->setEnabled(right.has_value());
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"policy.close"_s);
    connect(m_save, &QPushButton::clicked, this, &PolicySheet::save);
    connect(before, &QPushButton::clicked, this, [this] { fill(RecommendPolicy()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(said);
    column->addLayout(columns);
    column->addWidget(m_refusal);
    column->addStretch();
    column->addWidget(buttons);
}

void PolicySheet::fill(const RecommendPolicy& policy) {
    for (size_t i = 0; i < m_figures.size(); ++i) {
        const Figure& figure = m_figures[i];
        m_boxes[i]->setValue(figure.whole ? int(policy.*figure.whole)
                                          : int((policy.*figure.length).count() / 1000));
    }
}

RecommendPolicy PolicySheet::entered() const {
    RecommendPolicy policy = m_desk.situation().policy();
    for (size_t i = 0; i < m_figures.size(); ++i) {
        const Figure& figure = m_figures[i];
        if (figure.whole)
            policy.*figure.whole = m_boxes[i]->value();
        else
            policy.*figure.length = std::chrono::seconds(m_boxes[i]->value());
    }
    return policy;
}

void PolicySheet::save() {
    m_save->setEnabled(false);
    m_desk.submit(DefinePolicy{entered()}).then(this, [this](const Outcome& outcome) {
        m_save->setEnabled(true);
        if (outcome)
            close();
        else
            m_refusal->setText(refusalText(outcome.error(), m_desk.situation()));
        m_refusal->setVisible(!outcome);
    });
}

} // namespace tridesk
