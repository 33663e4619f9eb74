#pragma once
// What the fonts of printed pages lack, in signs that they have: never an empty box.

#include <functional>
#include <string>
#include <string_view>

namespace takt::report {

/// The text with all that is not `drawn` written otherwise: letters in Latin ones as they sound
/// (上海 → shàng hǎi), a symbol by its name ("(rocket)").
std::string readable(std::string_view text, const std::function<bool(char32_t)>& drawn);

}  // namespace takt::report
