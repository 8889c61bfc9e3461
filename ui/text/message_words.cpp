// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/message_words.h"

#include <QCoreApplication>

namespace tridesk::text {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Messages)
};

} // namespace

QString name(MessageStage stage) {
    switch (stage) {
    case MessageStage::Sent:
        return Messages::tr("Sent");
    case MessageStage::Delivered:
        return Messages::tr("Delivered");
    case MessageStage::Shown:
        return Messages::tr("Shown");
    case MessageStage::Acknowledged:
        return Messages::tr("Acknowledged");
    }
    return {};
}

QString name(MessageKind kind) {
    switch (kind) {
    case MessageKind::Message:
        return Messages::tr("Message");
    case MessageKind::Bulletin:
        return Messages::tr("Bulletin");
    case MessageKind::StatusNote:
        return Messages::tr("Status note");
    case MessageKind::Room:
        return Messages::tr("Incident room");
    }
    return {};
}

QString hiddenWords() {
    return Messages::tr("Sensitive: read by those who have opened the incident");
}

} // namespace tridesk::text
