#include "report/words.hpp"

#include <boost/json.hpp>

namespace takt::report {

// Made in the build from web/locales.
std::string_view choices_de();
std::string_view choices_en();

std::string_view choice_word(domain::Language language, std::string_view type,
                             std::string_view value) {
  static const auto german = boost::json::parse(choices_de());
  static const auto english = boost::json::parse(choices_en());
  const auto& words = language == domain::Language::de ? german : english;
  return words.at("choice").at(type).at(value).as_string();
}

}  // namespace takt::report
