// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QComboBox>
#include <QSet>

#include <optional>

namespace tridesk {

enum class Tier;

/// Whose rows a list shows: everybody's, a dispatch group's, or one post's. What was picked last is kept for
/// the user under the picker's name.
class PostPicker : public QComboBox {
    Q_OBJECT

public:
    /// `objectName` names what is kept, too. `only`: posts of other tiers are not offered.
    PostPicker(const PaneContext& context, const QString& objectName, std::optional<Tier> only,
               QWidget* parent = nullptr);

    void setPost(const PostId& post); ///< null: all
    void setGroup(const QString& name);
    /// Empty: all.
    [[nodiscard]] QSet<PostId> posts() const;
    /// Offers what there is now, in the language that is set.
    void refill();

Q_SIGNALS:
    void picked(const QSet<tridesk::PostId>& posts);

protected:
    void showPopup() override;
    void changeEvent(QEvent* event) override;

private:
    void take(int row);
    void select();
    [[nodiscard]] QString key() const;
    [[nodiscard]] QSet<PostId> ownSector() const;

    PaneContext m_context;
    std::optional<Tier> m_only;
    QString m_choice; ///< what the row picked stands for
};

} // namespace tridesk
