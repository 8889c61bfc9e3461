// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fact_bytes.h"

#include "app/domain/bytes.h"
#include "app/domain/fields.h"

#include <array>

namespace tridesk {

namespace {

constexpr size_t kinds = std::variant_size_v<AnyFact>;

template <size_t I>
void unpackAs(BytesReader& reader, Fact& fact) {
    std::variant_alternative_t<I, AnyFact> read;
    // An order's step stands in its kind there (codec.cpp), so fields() does not have it.
    if constexpr (std::is_same_v<decltype(read), OrderAdvanced>)
        reader.get(read.stage);
    fields(reader, read);
    fact = std::move(read);
}

template <size_t I>
void describe(FormWriter& form) {
    form.describe(std::variant_alternative_t<I, AnyFact>());
}

using Unpack = void (*)(BytesReader&, Fact&);

template <size_t... I>
constexpr std::array<Unpack, kinds> unpackers(std::index_sequence<I...>) {
    return {unpackAs<I>...};
}

template <size_t... I>
QByteArray wholeForm(std::index_sequence<I...>) {
    FormWriter form;
    form.describe(OrderStage());
    (describe<I>(form), ...);
    return form.form();
}

/// Raised when the packing itself changes (bytes.h), which no list of fields shows.
constexpr quint64 packing = 1;

} // namespace

void packFact(QByteArray& bytes, const Fact& fact) {
    BytesWriter writer(bytes);
    writer.number(fact.index());
    if (const OrderAdvanced* advanced = std::get_if<OrderAdvanced>(&fact))
        writer.put(advanced->stage);
    std::visit([&](const auto& each) { fields(writer, each); }, fact);
}

std::optional<Fact> unpackFact(QByteArrayView bytes) {
    static constexpr auto all = unpackers(std::make_index_sequence<kinds>());
    BytesReader reader(bytes);
    const quint64 kind = reader.number();
    if (!reader.ok() || kind >= kinds)
        return std::nullopt;
    Fact fact;
    all[kind](reader, fact);
    return reader.ok() && reader.atEnd() ? std::optional(std::move(fact)) : std::nullopt;
}

quint64 factBytesForm() {
    // FNV-1a: the same in every run and on every machine
    quint64 sum = 0xcbf29ce484222325ULL + packing;
    for (const char each : wholeForm(std::make_index_sequence<kinds>()))
        sum = (sum ^ quint8(each)) * 0x100000001b3ULL;
    return sum;
}

} // namespace tridesk
