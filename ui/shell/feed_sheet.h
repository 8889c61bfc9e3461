// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"
#include "app/video/feed_trial.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tridesk {

class FeedFields;
class FeedLoginWatch;
class FeedTable;
class SeatDesk;
struct VideoFeed;

/// What the sheet stands on; all of it outlives the sheet.
struct FeedSheetGround {
    SeatDesk& desk;
    FeedLoginWatch* logins = nullptr;     ///< null: none are kept here
    FeedFiles files = FeedFiles::Refused; ///< tests play files
    FeedTrial::Times times = {};
};

/// The video feeds: which there are and whose; one is added, changed, tried, taken away. Who may not change
/// them reads them here. A password is never shown. Stands beside the work and deletes itself.
class FeedSheet : public QDialog {
    Q_OBJECT

public:
    explicit FeedSheet(const FeedSheetGround& ground, QWidget* parent = nullptr);
    ~FeedSheet() override;

Q_SIGNALS:
    void importAsked(); ///< a list of them

private:
    void build();
    [[nodiscard]] QWidget* buildTable();
    [[nodiscard]] QWidget* buildOne();
    [[nodiscard]] QWidget* buildTaking();
    QPushButton* button(const QString& name, const QString& text);
    [[nodiscard]] FeedId chosen() const;
    void showChosen();
    void begin(); ///< a new one
    void showFeed(const VideoFeed* feed);
    void save();
    void keepLogin(const FeedId& id, const FeedLogins& logins);
    void saved(const FeedId& id);
    void askTaking();
    void takeAway();
    void tryOut();
    void beginLook();
    void endLook();
    void stopTrial();
    void tell(const TrialResult& result);
    void say(const QString& words, bool isWarning = false);
    void refuse(const Refusal& refusal);

    FeedSheetGround m_ground;
    FeedTable* m_table;
    QSortFilterProxyModel* m_sieve;
    QTableView* m_view = nullptr;
    FeedFields* m_fields = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_take = nullptr;
    QWidget* m_taking = nullptr; ///< asks whether it is meant
    QLabel* m_takingWords = nullptr;
    FeedTrial m_trial;
    FeedId m_shown; ///< null: a new one
    FeedId m_tried; ///< null: one that is not saved
    ViewId m_look;  ///< while it is tried and its picture is shown: that is a view like any other
    bool m_mayChange = false;
};

} // namespace tridesk
