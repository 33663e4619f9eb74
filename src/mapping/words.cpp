#include "mapping/words.hpp"

#include <boost/json.hpp>
#include <vector>

namespace takt::mapping {

// Made in the build from web/locales.
std::vector<std::string_view> words_de();
std::vector<std::string_view> words_en();

namespace {

/// The rooms of the interface's words, one beside the other.
boost::json::object together(const std::vector<std::string_view>& rooms) {
  boost::json::object out;
  for (const auto room : rooms) {
    const auto parsed = boost::json::parse(room);
    for (const auto& [key, words] : parsed.as_object()) out.insert_or_assign(key, words);
  }
  return out;
}

}  // namespace

std::string day_words(domain::Language language, domain::Date day) {
  const auto iso = domain::to_string(day);
  const std::string between = language == domain::Language::de ? "." : "/";
  return iso.substr(8, 2) + between + iso.substr(5, 2) + between + iso.substr(0, 4);
}

std::optional<std::string_view> interface_words(domain::Language language, std::string_view path) {
  static const auto german = together(words_de());
  static const auto english = together(words_en());
  const auto* words = language == domain::Language::de ? &german : &english;
  while (true) {
    const auto dot = path.find('.');
    const auto* found = words->if_contains(path.substr(0, dot));
    if (!found) return {};
    if (dot == std::string_view::npos)
      return found->is_string() ? std::optional<std::string_view>(found->get_string())
                                : std::nullopt;
    if (!found->is_object()) return {};
    words = &found->get_object();
    path.remove_prefix(dot + 1);
  }
}

}  // namespace takt::mapping
