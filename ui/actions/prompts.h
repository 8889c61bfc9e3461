// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace tridesk {

/// What one gesture cannot say by itself: why a busy unit is taken, who crews a car.
struct Question {
    QString name;         ///< what is asked, for tests and for assistive technology: "reason.busy", "crew"
    QString text;         ///< the whole phrase, in the user's language
    QString answer;       ///< proposed, may be empty
    QString accept;       ///< what the button says
    bool required = true; ///< an empty answer is not taken
    /// Another way out than answering, with a button of its own: what it says, empty for none, and what it
    /// does.
    QString other = {};
    std::function<void()> otherwise = {};
};

/// The one seam through which the console asks its user something; tests answer through one of their own.
/// Nothing here waits: no dialog stands in the way of the queue, and a question that is not answered is one
/// that was let go.
class Prompts {
public:
    Prompts() = default;
    Prompts(const Prompts&) = delete;
    Prompts& operator=(const Prompts&) = delete;
    virtual ~Prompts() = default;

    /// `answered` is called at most once, on this thread, later or at once, and not after `owner` is gone. A
    /// new question takes the place of one that stands unanswered.
    virtual void ask(const Question& question, QObject* owner,
                     std::function<void(const QString&)> answered) = 0;

    /// Says beside the work, not in a dialog, why something was not done. An empty text takes it away.
    virtual void complain(const QString& text) = 0;
};

} // namespace tridesk
