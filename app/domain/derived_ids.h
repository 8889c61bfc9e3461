// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

namespace tridesk {

/// The ids of what a request brings about, made out of the request's own: whoever decides it, here or at the
/// other end of a line, now or again later, makes the same ones. So what a crew said about its own incident
/// while its link was lost still speaks of that incident once both are sent.
class DerivedIds final : public IdSource {
public:
    explicit DerivedIds(RequestId request)
        : m_request(request) {}

    [[nodiscard]] QUuid next() override {
        return QUuid::createUuidV5(m_request.value(), QByteArray::number(++m_made));
    }

private:
    RequestId m_request;
    int m_made = 0;
};

} // namespace tridesk
