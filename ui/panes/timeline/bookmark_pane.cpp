// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/bookmark_pane.h"

#include "app/desk/may.h"
#include "app/replay/replay.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/timeline/bookmark_model.h"
#include "ui/text/refusals.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

BookmarkPane::BookmarkPane(Replay& replay, SeatDesk& desk, const Look& look, Selection& selection,
                           QWidget* parent)
    : QWidget(parent)
    , m_replay(replay)
    , m_desk(desk)
    , m_selection(selection)
    , m_model(new BookmarkModel(replay, desk, this))
    , m_table(new RowTable(look, this))
    , m_words(new QLineEdit(this))
    , m_set(new QPushButton(tr("Set bookmark"), this))
    , m_change(new QPushButton(tr("Change"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_trouble(new QLabel(this)) {
    setObjectName(u"bookmarkPane"_s);
    setAccessibleName(tr("Bookmarks"));
    build();
    join();
    judge();
}

void BookmarkPane::build() {
    m_table->setObjectName(u"bookmark.table"_s);
    m_table->setAccessibleName(tr("Bookmarks of the record"));
    m_table->setModel(m_model);
    m_table->setDragDropMode(QAbstractItemView::NoDragDrop);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->fitColumns({19, 20, 6, 10});
    m_table->horizontalHeader()->setSectionResizeMode(BookmarkModel::Words, QHeaderView::Stretch);
    m_words->setObjectName(u"bookmark.words"_s);
    m_words->setAccessibleName(tr("Words of the bookmark"));
    m_words->setPlaceholderText(tr("Words for the instant that is shown"));
    m_words->setMaxLength(limits::bookmark);
    m_set->setObjectName(u"bookmark.set"_s);
    m_set->setToolTip(tr("At the instant that is shown, about the incident in hand"));
    m_change->setObjectName(u"bookmark.change"_s);
    m_change->setToolTip(tr("Gives the bookmark that is chosen these words"));
    m_remove->setObjectName(u"bookmark.remove"_s);
    m_remove->setToolTip(tr("Takes the bookmark that is chosen off the list; the record keeps it"));
    for (QPushButton* button : {m_set, m_change, m_remove})
        button->setAccessibleName(button->text());
    m_trouble->setObjectName(u"bookmark.trouble"_s);
    m_trouble->setAccessibleName(tr("Why it was not done"));
    m_trouble->setProperty("warning", true);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_words, 1);
    for (QPushButton* button : {m_set, m_change, m_remove})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_trouble);
    column->addLayout(row);
}

void BookmarkPane::join() {
    connect(m_set, &QPushButton::clicked, this, &BookmarkPane::set);
    connect(m_words, &QLineEdit::returnPressed, this, &BookmarkPane::set);
    connect(m_change, &QPushButton::clicked, this, &BookmarkPane::change);
    connect(m_remove, &QPushButton::clicked, this, &BookmarkPane::remove);
    connect(m_words, &QLineEdit::textChanged, this, &BookmarkPane::judge);
    connect(m_table, &RowTable::activated, this, [this](const QModelIndex& row) { goTo(row.row()); });
    connect(m_table, &RowTable::rowKey, this, [this](Qt::Key key) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            goTo(m_table->currentIndex().row());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BookmarkPane::judge);
    connect(&m_replay, &Replay::grown, this, [this] {
        m_model->refresh();
        judge();
        Q_EMIT changed();
    });
    connect(&m_desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.incidents.isEmpty())
            m_table->viewport()->update(); // a veil was lifted
    });
}

const Bookmark* BookmarkPane::chosen() const {
    const QModelIndexList rows = m_table->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(rows.constFirst().row());
}

BookmarkDetails BookmarkPane::details() const {
    const IncidentId& incident = m_selection.incident();
    return {.at = m_replay.clock().at(),
            .words = m_words->text().trimmed(),
            .incident = incident.isNull() ? std::nullopt : std::optional(incident)};
}

void BookmarkPane::judge() {
    const auto mayDo = [this](const Command& command) {
        return may(m_replay.end(), m_desk.actor(), command, SystemClock().now()).has_value();
    };
    const Bookmark* bookmark = chosen();
    m_set->setEnabled(mayDo(SetBookmark{{}, details()}));
    BookmarkDetails changed = bookmark ? bookmark->details : BookmarkDetails();
    changed.words = details().words;
    m_change->setEnabled(bookmark && mayDo(SetBookmark{bookmark->id, changed}));
    m_remove->setEnabled(bookmark && mayDo(RemoveBookmark{bookmark->id}));
}

void BookmarkPane::goTo(int row) {
    if (row < 0 || row >= m_model->rowCount())
        return;
    const Bookmark bookmark = m_model->at(row);
    m_replay.pause();
    m_replay.seek(bookmark.details.at);
    if (bookmark.details.incident)
        m_selection.setIncident(*bookmark.details.incident);
}

void BookmarkPane::showBookmark(const BookmarkId& bookmark) {
    const int row = m_model->rowOf(bookmark);
    if (row >= 0)
        m_table->selectRow(row);
    goTo(row);
}

void BookmarkPane::step(bool forward) {
    const Instant here = m_replay.clock().at();
    int found = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Instant at = m_model->at(row).details.at;
        if (!forward && at < here)
            found = row;
        else if (forward && at > here && found < 0)
            found = row;
    }
    if (found >= 0)
        showBookmark(m_model->at(found).id);
}

void BookmarkPane::focusWords() {
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void BookmarkPane::set() {
    submit(SetBookmark{{}, details()});
}

void BookmarkPane::change() {
    if (const Bookmark* bookmark = chosen()) {
        BookmarkDetails changed = bookmark->details;
        changed.words = details().words;
        submit(SetBookmark{bookmark->id, changed});
    }
}

void BookmarkPane::remove() {
    if (const Bookmark* bookmark = chosen())
        submit(RemoveBookmark{bookmark->id});
}

void BookmarkPane::submit(const Command& command) {
    m_desk.submit(command).then(this, [this](const Outcome& outcome) {
        m_trouble->setText(outcome ? QString() : refusalText(outcome.error(), m_replay.end()));
        m_trouble->setVisible(!outcome);
        if (outcome) {
            m_words->clear();
            m_replay.follow();
        }
    });
}

} // namespace tridesk
