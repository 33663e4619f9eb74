#pragma once

#include <span>
#include <string>
#include <string_view>

namespace takt::cli {

/// Which of the words somebody meant: the one with the fewest letters to change, add or leave out.
/// Empty where none comes near.
std::string nearest(std::string_view word, std::span<const std::string> words);

/// For the end of a sentence: ` Did you mean "--port"?`, or nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string> words);

}  // namespace takt::cli
