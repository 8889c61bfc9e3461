// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/dispatch_group_sheet.h"

#include "app/desk/desk.h"
#include "ui/panes/common/dispatch_groups.h"
#include "ui/text/names.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMap>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

DispatchGroupSheet::DispatchGroupSheet(const PaneContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_name(new QComboBox(this))
    , m_stations(new QListWidget(this))
    , m_refusal(new QLabel(this)) {
    setObjectName(u"dispatchGroupSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Dispatch groups"));
    build();
    fillStations();
    fillNames();
    judge();
}

void DispatchGroupSheet::build() {
    auto* said = new QLabel(tr("A dispatch group is a set of stations under a name. Lists can be narrowed to "
                               "it in one touch; it is yours alone."),
                            this);
    said->setWordWrap(true);
    m_name->setObjectName(u"group.name"_s);
    m_name->setAccessibleName(tr("Name of the group"));
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->lineEdit()->setPlaceholderText(tr("Name, such as: East, nights"));
    m_name->lineEdit()->setMaxLength(DispatchGroups::longestName);
    m_stations->setObjectName(u"group.stations"_s);
    m_stations->setAccessibleName(tr("Stations of the group"));
    m_stations->setProperty("list", true);
    m_refusal->setObjectName(u"group.refusal"_s);
    m_refusal->setProperty("dim", true);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"group.save"_s);
    m_remove = buttons->addButton(tr("Remove"), QDialogButtonBox::DestructiveRole);
    m_remove->setObjectName(u"group.remove"_s);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"group.close"_s);
    connect(m_save, &QPushButton::clicked, this, &DispatchGroupSheet::save);
    connect(m_remove, &QPushButton::clicked, this, &DispatchGroupSheet::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_name, &QComboBox::activated, this, [this] { tick(m_name->currentText()); });
    connect(m_name, &QComboBox::editTextChanged, this, &DispatchGroupSheet::judge);
    connect(m_stations, &QListWidget::itemChanged, this, &DispatchGroupSheet::judge);
    auto* column = new QVBoxLayout(this);
    column->addWidget(said);
    column->addWidget(m_name);
    column->addWidget(m_stations, 1);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
}

void DispatchGroupSheet::fillStations() {
    QMap<QString, QString> names; // by code, in its order
    for (const Post& post : m_context.desk.situation().posts())
        if (post.tier == Tier::Station)
            names.insert(post.id.toString(), text::postName(m_context.desk.situation(), post.id));
    for (const auto& [code, name] : names.asKeyValueRange()) {
        auto* item = new QListWidgetItem(u"%1  %2"_s.arg(code, name), m_stations);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

void DispatchGroupSheet::fillNames() {
    m_name->clear();
    m_name->addItems(DispatchGroups(m_context.settings, m_context.desk.actor()).names());
    m_name->setCurrentIndex(-1);
    m_name->clearEditText();
}

void DispatchGroupSheet::tick(const QString& name) {
    const QSet<PostId> posts = DispatchGroups(m_context.settings, m_context.desk.actor()).posts(name);
    for (int row = 0; row < m_stations->count(); ++row) {
        QListWidgetItem& item = *m_stations->item(row);
        const auto post = PostId::parse(item.data(Qt::UserRole).toString());
        item.setCheckState(post && posts.contains(*post) ? Qt::Checked : Qt::Unchecked);
    }
}

QSet<PostId> DispatchGroupSheet::ticked() const {
    QSet<PostId> posts;
    for (int row = 0; row < m_stations->count(); ++row)
        if (const QListWidgetItem& item = *m_stations->item(row); item.checkState() == Qt::Checked)
            if (const auto post = PostId::parse(item.data(Qt::UserRole).toString()))
                posts.insert(*post);
    return posts;
}

void DispatchGroupSheet::judge() {
    const QString name = m_name->currentText().trimmed();
    const bool known = DispatchGroups(m_context.settings, m_context.desk.actor()).names().contains(name);
    const bool some = !ticked().isEmpty();
    m_save->setEnabled(!name.isEmpty() && some);
    m_remove->setEnabled(known);
    m_refusal->setText(name.isEmpty() ? tr("Give the group a name.")
                       : !some        ? tr("Tick at least one station.")
                       : known        ? tr("Saving changes the group of this name.")
                                      : QString());
}

void DispatchGroupSheet::save() {
    const QString name = m_name->currentText().trimmed();
    DispatchGroups(m_context.settings, m_context.desk.actor()).save(name, ticked());
    Q_EMIT saved(name);
    close();
}

void DispatchGroupSheet::remove() {
    DispatchGroups(m_context.settings, m_context.desk.actor()).remove(m_name->currentText().trimmed());
    fillNames();
    tick({});
    judge();
}

} // namespace tridesk
