-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What tilemaker makes of OpenStreetMap data: the layers of the OpenMapTiles schema that the canvas draws, with the
-- names in Chinese, English and pinyin where the data has them. Layers and attributes keep the schema's names, so that
-- tiles from elsewhere can stand in for ours.

node_keys = { "addr:housenumber", "amenity", "emergency", "historic", "leisure", "man_made", "office", "place",
              "railway", "shop", "tourism", "highway", "aeroway" }

local function set(list)
    local result = {}
    for _, value in ipairs(list) do result[value] = true end
    return result
end

-- class and the least zoom at which a road shows
local roads = {
    motorway = { "motorway", 5 }, motorway_link = { "motorway", 11 },
    trunk = { "trunk", 6 }, trunk_link = { "trunk", 12 },
    primary = { "primary", 8 }, primary_link = { "primary", 12 },
    secondary = { "secondary", 10 }, secondary_link = { "secondary", 12 },
    tertiary = { "tertiary", 11 }, tertiary_link = { "tertiary", 13 },
    unclassified = { "minor", 12 }, residential = { "minor", 12 }, road = { "minor", 12 },
    living_street = { "minor", 13 }, busway = { "busway", 13 },
    service = { "service", 13 }, track = { "track", 13 },
    pedestrian = { "path", 13 }, footway = { "path", 14 }, path = { "path", 14 }, cycleway = { "path", 14 },
    steps = { "path", 14 }, bridleway = { "path", 14 },
}
local rails = {
    rail = { "rail", 8 }, narrow_gauge = { "rail", 10 }, preserved = { "rail", 12 },
    subway = { "transit", 12 }, light_rail = { "transit", 11 }, tram = { "transit", 13 }, monorail = { "transit", 12 },
}
local landuses = set { "residential", "commercial", "retail", "industrial", "railway", "cemetery", "military",
                       "construction", "education", "garages", "quarry" }
local landuseByAmenity = { school = "school", kindergarten = "kindergarten", university = "university",
                           college = "college", hospital = "hospital", parking = "parking", marketplace = "retail",
                           library = "library", bus_station = "bus_station" }
local landuseByLeisure = { stadium = "stadium", sports_centre = "stadium", pitch = "pitch", track = "track",
                           playground = "playground" }
local landcovers = {
    farmland = "farmland", farmyard = "farmland", orchard = "farmland", vineyard = "farmland",
    plant_nursery = "farmland", allotments = "farmland", paddy = "farmland",
    forest = "wood", wood = "wood",
    grass = "grass", meadow = "grass", grassland = "grass", scrub = "grass", heath = "grass", park = "grass",
    garden = "grass", recreation_ground = "grass", village_green = "grass", golf_course = "grass", flowerbed = "grass",
    wetland = "wetland", sand = "sand", beach = "sand", bare_rock = "rock", scree = "rock",
}
local waters = { river = "river", canal = "river", riverbank = "river", pond = "pond", lake = "lake",
                 reservoir = "lake", basin = "pond", dock = "dock", swimming_pool = "swimming_pool" }
-- kinds of a point of interest: rank (the less, the earlier it shows) and class
local pois = {
    ["amenity=police"] = { 1, "police" }, ["amenity=hospital"] = { 2, "hospital" },
    ["amenity=fire_station"] = { 3, "fire_station" }, ["amenity=townhall"] = { 3, "town_hall" },
    ["railway=station"] = { 2, "railway" }, ["railway=halt"] = { 6, "railway" },
    ["railway=subway_entrance"] = { 40, "entrance" }, ["railway=tram_stop"] = { 30, "railway" },
    ["amenity=bus_station"] = { 6, "bus" }, ["highway=bus_stop"] = { 45, "bus" },
    ["amenity=university"] = { 4, "college" }, ["amenity=college"] = { 7, "college" },
    ["amenity=school"] = { 9, "school" }, ["amenity=kindergarten"] = { 20, "school" },
    ["amenity=library"] = { 11, "library" }, ["amenity=theatre"] = { 12, "theatre" },
    ["amenity=cinema"] = { 16, "cinema" }, ["amenity=marketplace"] = { 10, "shop" },
    ["amenity=place_of_worship"] = { 13, "place_of_worship" }, ["amenity=clinic"] = { 15, "hospital" },
    ["amenity=doctors"] = { 26, "hospital" }, ["amenity=pharmacy"] = { 27, "pharmacy" },
    ["amenity=bank"] = { 22, "bank" }, ["amenity=post_office"] = { 21, "post" }, ["amenity=fuel"] = { 14, "fuel" },
    ["amenity=restaurant"] = { 31, "restaurant" }, ["amenity=fast_food"] = { 34, "fast_food" },
    ["amenity=cafe"] = { 33, "cafe" }, ["amenity=bar"] = { 35, "bar" }, ["amenity=pub"] = { 35, "bar" },
    ["amenity=nightclub"] = { 30, "bar" }, ["amenity=karaoke_box"] = { 29, "bar" },
    ["amenity=internet_cafe"] = { 32, "cafe" }, ["amenity=parking"] = { 38, "parking" },
    ["amenity=toilets"] = { 48, "toilets" }, ["amenity=courthouse"] = { 8, "town_hall" },
    ["amenity=community_centre"] = { 18, "town_hall" }, ["amenity=social_facility"] = { 24, "town_hall" },
    ["leisure=stadium"] = { 5, "stadium" }, ["leisure=sports_centre"] = { 17, "stadium" },
    ["leisure=park"] = { 6, "park" }, ["leisure=garden"] = { 25, "park" }, ["leisure=marina"] = { 19, "harbor" },
    ["shop=mall"] = { 6, "shop" }, ["shop=department_store"] = { 9, "shop" }, ["shop=supermarket"] = { 19, "grocery" },
    ["shop=convenience"] = { 36, "grocery" }, ["tourism=hotel"] = { 17, "lodging" },
    ["tourism=guest_house"] = { 28, "lodging" }, ["tourism=hostel"] = { 28, "lodging" },
    ["tourism=museum"] = { 8, "museum" }, ["tourism=attraction"] = { 9, "attraction" },
    ["tourism=viewpoint"] = { 30, "attraction" }, ["tourism=zoo"] = { 7, "zoo" },
    ["historic=monument"] = { 16, "monument" }, ["historic=memorial"] = { 24, "monument" },
    ["historic=castle"] = { 10, "castle" }, ["office=government"] = { 12, "town_hall" },
    ["aeroway=aerodrome"] = { 2, "airport" },
}
local poiKeys = { "amenity", "railway", "highway", "leisure", "shop", "tourism", "historic", "office", "aeroway" }

local function names(minzoom)
    local name = Find("name")
    local zh = Find("name:zh")
    local en = Find("name:en")
    local pinyin = Find("name:zh_pinyin")
    if name == "" then name = zh ~= "" and zh or en end
    Attribute("name", name, minzoom)
    if zh ~= "" then Attribute("name:zh", zh, minzoom) end
    if en ~= "" then
        Attribute("name:en", en, minzoom)
        Attribute("name:latin", en, minzoom)
    end
    if pinyin ~= "" then Attribute("name:zh_pinyin", pinyin, minzoom) end
end

local function named()
    return Holds("name") or Holds("name:zh") or Holds("name:en")
end

local function isSet(value)
    return value ~= "" and value ~= "no" and value ~= "false" and value ~= "0"
end

-- Area of a closed way at which it is worth a pixel or so, as the least zoom to show it.
local function areaZoom(area)
    if area > 4000000 then return 8 end
    if area > 600000 then return 10 end
    if area > 120000 then return 11 end
    if area > 25000 then return 12 end
    if area > 4000 then return 13 end
    return 14
end

local function poiZoom(rank, area)
    if rank <= 2 or (rank <= 7 and area > 60000) then return 12 end
    if rank <= 10 then return 13 end
    return 14
end

-- Writes a point of interest if the object is one. Returns whether it did.
local function poi(isNode, area)
    for _, key in ipairs(poiKeys) do
        local value = Find(key)
        if value ~= "" then
            local kind = pois[key .. "=" .. value]
            if not kind and key == "shop" then kind = { 37, "shop" } end
            if not kind and key == "office" then kind = { 39, "office" } end
            if kind and (named() or value == "police") then
                if isNode then Layer("poi", false) else LayerAsCentroid("poi") end
                names()
                Attribute("class", kind[2])
                Attribute("subclass", value)
                AttributeNumeric("rank", kind[1])
                ZOrder(-kind[1])
                if Holds("ref") then Attribute("ref", Find("ref")) end
                MinZoom(poiZoom(kind[1], area))
                return true
            end
        end
    end
    return false
end

local function houseNumber(isNode)
    local number = Find("addr:housenumber")
    if number == "" then return end
    if isNode then Layer("housenumber", false) else LayerAsCentroid("housenumber") end
    Attribute("housenumber", number)
end

local placeZooms = { city = 5, town = 8, borough = 9, suburb = 11, quarter = 12, village = 12, neighbourhood = 13,
                     hamlet = 13, district = 9, isolated_dwelling = 14, island = 11, locality = 14, square = 14,
                     county = 8, province = 4, state = 4, country = 4, islet = 13 }
local placeRanks = { country = 1, province = 2, state = 2, city = 3, county = 4, district = 5, town = 5, borough = 6,
                     suburb = 7, village = 8, quarter = 9, neighbourhood = 11, hamlet = 12 }

local function place(isNode)
    local kind = Find("place")
    local zoom = placeZooms[kind]
    if not zoom or not named() then return end
    if isNode then Layer("place", false) else LayerAsCentroid("place") end
    names()
    Attribute("class", kind)
    AttributeNumeric("rank", placeRanks[kind] or 14)
    ZOrder(-(placeRanks[kind] or 14))
    MinZoom(zoom)
end

function node_function()
    place(true)
    poi(true, 0)
    houseNumber(true)
    if Find("man_made") == "surveillance" then
        Layer("poi", false)
        Attribute("class", "surveillance")
        Attribute("subclass", "surveillance")
        AttributeNumeric("rank", 60)
        names()
        MinZoom(14)
    end
end

local function brunnel()
    if isSet(Find("bridge")) then
        Attribute("brunnel", "bridge")
    elseif isSet(Find("tunnel")) then
        Attribute("brunnel", "tunnel")
    elseif Find("ford") == "yes" then
        Attribute("brunnel", "ford")
    end
    local layer = tonumber(Find("layer"))
    if layer and layer ~= 0 then AttributeNumeric("layer", layer) end
end

local function transportation(class, subclass, zoom, ramp)
    Layer("transportation", false)
    Attribute("class", class)
    if subclass ~= class then Attribute("subclass", subclass) end
    brunnel()
    if ramp then AttributeNumeric("ramp", 1) end
    local oneway = Find("oneway")
    if oneway == "yes" or oneway == "1" then
        AttributeNumeric("oneway", 1, 14)
    elseif oneway == "-1" then
        AttributeNumeric("oneway", -1, 14)
    end
    if Holds("service") then Attribute("service", Find("service"), 13) end
    MinZoom(zoom)
end

local function transportationName(class, subclass, zoom)
    if not named() and not Holds("ref") then return end
    Layer("transportation_name", false)
    names()
    Attribute("class", class)
    if subclass ~= class then Attribute("subclass", subclass) end
    local ref = Find("ref")
    if ref ~= "" then
        Attribute("ref", ref)
        AttributeNumeric("ref_length", utf8 and utf8.len(ref) or #ref)
    end
    MinZoom(zoom)
end

local function road()
    local highway = Find("highway")
    if highway == "construction" or highway == "proposed" or isSet(Find("indoor")) then return end
    local kind = roads[highway]
    if not kind then return end
    local isLink = string.sub(highway, -5) == "_link"
    if Find("area") == "yes" or (IsClosed() and Find("place") == "square") then
        Layer("transportation", true)
        Attribute("class", kind[1])
        Attribute("subclass", highway)
        MinZoom(13)
        return
    end
    transportation(kind[1], highway, kind[2], isLink)
    transportationName(kind[1], highway, math.max(kind[2] + 1, isLink and 14 or 8))
end

local function rail()
    local kind = rails[Find("railway")]
    if not kind then return end
    local zoom = kind[2]
    if Holds("service") then zoom = 12 end
    transportation(kind[1], Find("railway"), zoom, false)
    transportationName(kind[1], Find("railway"), 13)
end

local function aeroway()
    local kind = Find("aeroway")
    if kind == "" or kind == "aerodrome" then return end
    Layer("aeroway", IsClosed())
    Attribute("class", kind)
    if Holds("ref") then Attribute("ref", Find("ref")) end
end

local function waterArea(area)
    local natural = Find("natural")
    local waterway = Find("waterway")
    local landuse = Find("landuse")
    local isPool = Find("leisure") == "swimming_pool"
    if natural ~= "water" and waterway ~= "riverbank" and waterway ~= "dock" and landuse ~= "reservoir"
       and landuse ~= "basin" and not isPool then
        return false
    end
    local kind = Find("water")
    if kind == "" then kind = waterway ~= "" and waterway or (isPool and "swimming_pool" or landuse) end
    local class = waters[kind] or "lake"
    Layer("water", true)
    Attribute("class", class)
    if isSet(Find("tunnel")) then Attribute("brunnel", "tunnel") end
    MinZoom(math.min(areaZoom(area), 13))
    if named() then
        LayerAsCentroid("water_name")
        names()
        Attribute("class", class)
        AttributeNumeric("area", math.floor(area))
        MinZoom(math.max(areaZoom(area), 9))
    end
    return true
end

local waterwayZooms = { river = 9, canal = 11, stream = 13, drain = 14, ditch = 14 }

local function waterLine()
    local kind = Find("waterway")
    local zoom = waterwayZooms[kind]
    if not zoom then return end
    Layer("waterway", false)
    Attribute("class", kind)
    if isSet(Find("tunnel")) then Attribute("brunnel", "tunnel") end
    if Find("intermittent") == "yes" then AttributeNumeric("intermittent", 1) end
    if named() then names() end
    MinZoom(zoom)
end

local function building(area)
    local kind = Find("building")
    if not isSet(kind) then return end
    local height = tonumber((string.gsub(Find("height"), "[^%d%.]", "")))
    local levels = tonumber(Find("building:levels"))
    Layer("building", true)
    AttributeNumeric("render_height", math.floor(height or (levels and levels * 3) or 6))
    AttributeNumeric("render_min_height", 0)
    MinZoom(area > 1500 and 13 or 14)
end

local function park(area)
    local leisure = Find("leisure")
    local boundary = Find("boundary")
    local isPark = leisure == "park" or leisure == "nature_reserve" or boundary == "national_park"
    if not isPark then return end
    Layer("park", true)
    Attribute("class", leisure ~= "" and leisure or boundary)
    if named() then names() end
    MinZoom(areaZoom(area))
end

local function land(area)
    local landuse = Find("landuse")
    local natural = Find("natural")
    local leisure = Find("leisure")
    local cover = landcovers[landuse] or landcovers[natural] or landcovers[leisure]
    if cover then
        Layer("landcover", true)
        Attribute("class", cover)
        local subclass = landuse ~= "" and landuse or (natural ~= "" and natural or leisure)
        Attribute("subclass", subclass)
        -- fields are many and small, and together make the country
        MinZoom(cover == "farmland" and math.min(areaZoom(area), 12) or areaZoom(area))
    end
    local use = landuseByAmenity[Find("amenity")] or landuseByLeisure[leisure]
    if not use and landuses[landuse] then use = landuse end
    if not use and Find("tourism") == "zoo" then use = "zoo" end
    if use then
        Layer("landuse", true)
        Attribute("class", use)
        MinZoom(areaZoom(area))
    end
end

-- A border is drawn once, however many areas meet at it: by the way, with the weightiest of their levels. Where it
-- follows the coast, the sea is border enough.
local function boundary()
    local least = nil
    if Find("boundary") == "administrative" then least = tonumber(Find("admin_level")) end
    while true do
        local relation = NextRelation()
        if not relation then break end
        local level = tonumber(FindInRelation("admin_level"))
        if level and (not least or level < least) then least = level end
    end
    if not least or least > 10 or Find("natural") == "coastline" then return end
    Layer("boundary", false)
    AttributeNumeric("admin_level", least)
    AttributeNumeric("maritime", Find("maritime") == "yes" and 1 or 0)
    AttributeNumeric("disputed", 0)
    MinZoom(least <= 4 and 4 or (least <= 6 and 8 or 11))
end

-- A residential compound's or an industrial park's name is what people there say for a place.
local function compoundName(area)
    local landuse = Find("landuse")
    if (landuse ~= "residential" and landuse ~= "industrial" and landuse ~= "commercial") or not named()
       or Holds("place") then
        return
    end
    LayerAsCentroid("place")
    names()
    Attribute("class", "neighbourhood")
    AttributeNumeric("rank", area > 60000 and 12 or 13)
    ZOrder(-13)
    MinZoom(area > 200000 and 13 or 14)
end

function way_function()
    local closed = IsClosed()
    if Holds("highway") then road() end
    if Holds("railway") then rail() end
    if Holds("aeroway") then aeroway() end
    boundary()
    if not closed then
        if Holds("waterway") then waterLine() end
        return
    end
    local area = Area()
    if not waterArea(area) then
        if Holds("waterway") then waterLine() end
        land(area)
        park(area)
    end
    building(area)
    place(false)
    compoundName(area)
    poi(false, area)
    houseNumber(false)
end

-- Borders are made from the members of these, see boundary().
function relation_scan_function()
    if Find("type") == "boundary" and Find("boundary") == "administrative" then Accept() end
end
