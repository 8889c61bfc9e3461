// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/video/feed.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace tridesk {

/// What is typed of one video feed. A password that is kept is not shown and not asked for again; one that
/// was typed stays until it is saved.
class FeedFields : public QWidget {
    Q_OBJECT

public:
    explicit FeedFields(QWidget* parent = nullptr);

    struct Entered {
        VideoFeed feed;    ///< without logins
        FeedLogins logins; ///< typed now; empty where none was
    };

    /// Null: a new one.
    void show(const VideoFeed* feed, bool hasLogin);
    [[nodiscard]] Result<Entered> entered(const Situation& situation, FeedFiles files) const;
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QLineEdit* line(const QString& name, const QString& label, int longest);
    void showKind();
    [[nodiscard]] Result<FeedOwner> owner() const;
    [[nodiscard]] Result<std::optional<GeoPoint>> place() const;

    QFormLayout* m_form;
    QLineEdit* m_code;
    QLineEdit* m_nameZh;
    QLineEdit* m_nameEn;
    QComboBox* m_kind;
    QLineEdit* m_owner;
    QLineEdit* m_place;
    QLineEdit* m_main;
    QLineEdit* m_sub;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLabel* m_ownerLabel;
};

} // namespace tridesk
