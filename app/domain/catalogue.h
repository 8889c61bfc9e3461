// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/post.h"

#include <QList>

namespace tridesk {

/// How pressing: 特急 / 紧急 / 一般 / 非警务 (desk.md, *Colour and sound*).
enum class Level { Critical, Urgent, Routine, NonPolice };

/// One incident type, up to four deep: the code's parts are joined with '.', "traffic.accident.injury".
struct IncidentType {
    TypeCode code;
    Name name;
    Level level = Level::Routine; ///< what a new incident of this type gets

    friend bool operator==(const IncidentType&, const IncidentType&) = default;
};

/// How an incident may end.
struct Disposition {
    TypeCode code;
    Name name;

    friend bool operator==(const Disposition&, const Disposition&) = default;
};

/// How long each step of an order may take; defaults of desk.md, *The flow of an incident*.
struct Deadlines {
    Milliseconds dispatch = std::chrono::seconds(60);
    Milliseconds sign = std::chrono::seconds(60);
    Milliseconds arrive = std::chrono::minutes(5);
    Milliseconds report = std::chrono::minutes(30);

    friend bool operator==(const Deadlines&, const Deadlines&) = default;
};

/// The replaceable tables that a record's meaning depends on; journalled whole.
struct Catalogue {
    QList<IncidentType> types;
    QList<Disposition> dispositions;
    Deadlines deadlines;

    [[nodiscard]] const IncidentType* type(const TypeCode& code) const;
    [[nodiscard]] const Disposition* disposition(const TypeCode& code) const;

    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

} // namespace tridesk
