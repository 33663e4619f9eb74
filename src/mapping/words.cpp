#include "mapping/words.hpp"

#include <boost/json.hpp>

namespace takt::mapping {

// Made in the build from web/locales.
std::string_view choices_de();
std::string_view choices_en();

std::string day_words(domain::Language language, domain::Date day) {
  const auto iso = domain::to_string(day);
  if (language == domain::Language::en) return iso;
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

std::string_view choice_word(domain::Language language, std::string_view type,
                             std::string_view value) {
  static const auto german = boost::json::parse(choices_de());
  static const auto english = boost::json::parse(choices_en());
  const auto& words = language == domain::Language::de ? german : english;
  return words.at("choice").at(type).at(value).as_string();
}

}  // namespace takt::mapping
