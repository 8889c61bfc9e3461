// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookmark.h"
#include "app/domain/commands.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

class BookmarkModel;
class Look;
class Replay;
class RowTable;
class SeatDesk;
class Selection;

/// The bookmarks of a record: listed, gone to, and set at the instant that is shown, with words and the
/// incident in hand. Setting one is an entry of the live journal; nothing that is shown changes by it.
///
/// objectNames: bookmarkPane; bookmark.table, bookmark.words, bookmark.set, bookmark.change, bookmark.remove,
/// bookmark.trouble.
class BookmarkPane : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    BookmarkPane(Replay& replay, SeatDesk& desk, const Look& look, Selection& selection,
                 QWidget* parent = nullptr);

    void focusWords(); ///< of a new one, at the instant that is shown
    void showBookmark(const BookmarkId& bookmark);
    void step(bool forward); ///< to the next one, or the one before
    [[nodiscard]] const BookmarkModel& model() const { return *m_model; }

Q_SIGNALS:
    void changed(); ///< the list

private:
    void build();
    void join();
    void judge();
    void goTo(int row);
    void set();
    void change();
    void remove();
    void submit(const Command& command);
    [[nodiscard]] BookmarkDetails details() const;
    [[nodiscard]] const Bookmark* chosen() const; ///< null: none

    Replay& m_replay;
    SeatDesk& m_desk;
    Selection& m_selection;
    BookmarkModel* m_model;
    RowTable* m_table;
    QLineEdit* m_words;
    QPushButton* m_set;
    QPushButton* m_change;
    QPushButton* m_remove;
    QLabel* m_trouble;
};

} // namespace tridesk
