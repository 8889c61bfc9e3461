// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/pbf_writer.h"

#include <exception>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/memory/buffer.hpp>

namespace tridesk::maps::city {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t BufferBytes = 1 << 20;

osmium::Location locationOf(const OsmNode& node) {
    return osmium::Location{node.lon, node.lat};
}

void addTags(osmium::builder::Builder& parent, const Tags& tags) {
    if (tags.empty())
        return;
    osmium::builder::TagListBuilder builder{parent};
    for (const auto& [key, value] : tags)
        builder.add_tag(key, value);
}

/// Gathers objects to a buffer and hands it on when it is full.
class Batch {
public:
    explicit Batch(osmium::io::Writer& writer)
        : m_writer(writer)
        , m_buffer(BufferBytes) {}

    void add(std::int64_t id, const OsmNode& node) {
        {
            osmium::builder::NodeBuilder builder{m_buffer};
            builder.set_id(id).set_version(1).set_location(locationOf(node));
            addTags(builder, node.tags);
        }
        commit();
    }
    void add(std::int64_t id, const OsmWay& way) {
        {
            osmium::builder::WayBuilder builder{m_buffer};
            builder.set_id(id).set_version(1);
            {
                osmium::builder::WayNodeListBuilder list{builder};
                for (const std::int64_t node : way.nodes)
                    list.add_node_ref(node);
            }
            addTags(builder, way.tags);
        }
        commit();
    }
    void add(std::int64_t id, const OsmRelation& relation) {
        {
            osmium::builder::RelationBuilder builder{m_buffer};
            builder.set_id(id).set_version(1);
            {
                osmium::builder::RelationMemberListBuilder list{builder};
                for (const OsmMember& member : relation.members)
                    list.add_member(member.type == 'w' ? osmium::item_type::way : osmium::item_type::node,
                                    member.id, member.role.c_str());
            }
            addTags(builder, relation.tags);
        }
        commit();
    }
    void flush() {
        m_writer(std::move(m_buffer));
        m_buffer = osmium::memory::Buffer(BufferBytes);
    }

private:
    void commit() {
        m_buffer.commit();
        if (m_buffer.committed() > BufferBytes / 2)
            flush();
    }
    osmium::io::Writer& m_writer;
    osmium::memory::Buffer m_buffer;
};

template <typename List>
void addAll(Batch& batch, const List& list) {
    std::int64_t id = 0;
    for (const auto& item : list)
        batch.add(++id, item);
}

} // namespace

std::expected<void, QString> writePbf(const OsmData& data, const QString& file) {
    try {
        osmium::io::Header header;
        header.set("generator", "tridesk-map");
        osmium::Box box;
        box.extend(locationOf(data.least));
        box.extend(locationOf(data.most));
        header.add_box(box);
        osmium::io::Writer writer(osmium::io::File(file.toStdString(), "pbf"), header,
                                  osmium::io::overwrite::allow);
        Batch batch(writer);
        addAll(batch, data.nodes);
        addAll(batch, data.ways);
        addAll(batch, data.relations);
        batch.flush();
        writer.close();
    } catch (const std::exception& error) {
        return std::unexpected(u"%1: cannot be written: %2"_s.arg(file, QString::fromUtf8(error.what())));
    }
    return {};
}

} // namespace tridesk::maps::city
