// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/command_codec.h"

#include "app/domain/command_fields.h"
#include "app/domain/json.h"

#include <array>

namespace tridesk {

namespace {

/// The word of each alternative of Command, in its order.
constexpr std::array words = {
    "define_post"_L1,
    "define_unit"_L1,
    "define_catalogue"_L1,
    "open_seat"_L1,
    "close_seat"_L1,
    "log_on"_L1,
    "log_off"_L1,
    "set_unit_status"_L1,
    "report_incident"_L1,
    "amend_incident"_L1,
    "add_note"_L1,
    "close_incident"_L1,
    "issue_order"_L1,
    "advance_order"_L1,
    "recall_order"_L1,
    "send_message"_L1,
    "advance_message"_L1,
    "draw_plot"_L1,
    "erase_plot"_L1,
    "name_place"_L1,
    "forget_place"_L1,
    "define_camera"_L1,
    "retire_camera"_L1,
    "withdraw_message"_L1,
    "acknowledge_notice"_L1,
    "ask_reinforcement"_L1,
    "replace_unit"_L1,
    "set_primary"_L1,
    "chase_order"_L1,
    "mark_missed"_L1,
    "initiate_incident"_L1,
    "flag_incident"_L1,
    "tag_incident"_L1,
    "hold_incident"_L1,
    "merge_incident"_L1,
    "split_incident"_L1,
    "reopen_incident"_L1,
    "transfer_incident"_L1,
    "return_transfer"_L1,
    "set_timer"_L1,
    "reset_timers"_L1,
    "miss_check"_L1,
    "raise_emergency"_L1,
    "acknowledge_emergency"_L1,
    "end_emergency"_L1,
    "define_policy"_L1,
    "record_look"_L1,
    "offer_handover"_L1,
    "take_handover"_L1,
    "define_feed"_L1,
    "retire_feed"_L1,
    "begin_view"_L1,
    "end_view"_L1,
    "save_footage"_L1,
    "export_footage"_L1,
    "remove_footage"_L1,
    "set_video_policy"_L1,
    "note_camera_sign"_L1,
    "note_premise"_L1,
    "withdraw_premise_note"_L1,
    "move_sector"_L1,
    "note_sector_move"_L1,
    "tick_step"_L1,
    "miss_step"_L1,
    "acknowledge_alarms"_L1,
    "shelve_alarm"_L1,
    "exchange_units"_L1,
    "set_bookmark"_L1,
    "remove_bookmark"_L1,
    "make_report"_L1,
    "define_beat"_L1,
    "retire_beat"_L1,
};
static_assert(words.size() == std::variant_size_v<AnyCommand>);

constexpr auto wordField = "command"_L1;

/// What is false is left out, and a flag that is left out is set: so "off" is what is written.
void fields(JsonWriter& writer, const FlagIncident& command) {
    writer("incident"_L1, command.incident);
    writer("flag"_L1, command.flag);
    writer("off"_L1, !command.on);
}

void fields(JsonReader& reader, FlagIncident& command) {
    bool off = false;
    reader("incident"_L1, command.incident);
    reader("flag"_L1, command.flag);
    reader("off"_L1, off);
    command.on = !off;
}

void fields(JsonWriter& writer, const TickStep& command) {
    writer("incident"_L1, command.incident);
    writer("step"_L1, command.step);
    writer("undone"_L1, !command.done);
}

void fields(JsonReader& reader, TickStep& command) {
    bool undone = false;
    reader("incident"_L1, command.incident);
    reader("step"_L1, command.step);
    reader("undone"_L1, undone);
    command.done = !undone;
}

template <size_t I>
std::expected<Command, QString> read(const QJsonObject& json) {
    std::variant_alternative_t<I, AnyCommand> command;
    JsonReader reader(json);
    fields(reader, command);
    if (!reader.wrongField().isEmpty())
        return std::unexpected(reader.wrongField());
    return Command(std::move(command));
}

using Read = std::expected<Command, QString> (*)(const QJsonObject&);

template <size_t... I>
constexpr std::array<Read, sizeof...(I)> readers(std::index_sequence<I...>) {
    return {read<I>...};
}

} // namespace

QString commandWord(const Command& command) {
    return words[command.index()];
}

QJsonObject commandJson(const Command& command) {
    JsonWriter writer;
    std::visit([&](const auto& c) { fields(writer, c); }, command);
    QJsonObject json = writer.object();
    json.insert(wordField, commandWord(command));
    return json;
}

std::expected<Command, QString> commandFrom(const QJsonObject& json) {
    static constexpr auto all = readers(std::make_index_sequence<words.size()>());
    const QString word = json.value(wordField).toString();
    for (size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            return all[i](json);
    return std::unexpected(wordField);
}

} // namespace tridesk
