// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tridesk::maps::city {

/// The syllable of a character the generator writes, with its tone; empty for one it does not know.
[[nodiscard]] std::string_view pinyinOf(std::string_view character);
/// "á" is "a", "ǚ" is "u": the letter without its tone.
[[nodiscard]] char plainVowel(std::string_view vowel);
/// "á" is "Á"; other vowels likewise.
[[nodiscard]] std::string capitalVowel(std::string_view vowel);

} // namespace tridesk::maps::city
