#pragma once
// Words of what the server makes itself (files, minutes, calendars), in their reader's language.

#include <boost/core/demangle.hpp>
#include <string>
#include <string_view>
#include <typeinfo>

#include "domain/user.hpp"
#include "domain/values.hpp"
#include "mapping/describe.hpp"

namespace takt::mapping {

/// A word in both languages, side by side where it is used.
struct Word {
  std::string_view de, en;
  std::string_view in(domain::Language language) const {
    return language == domain::Language::de ? de : en;
  }
};

/// The day as it is written in the language: 24.11.2026, and 2026-11-24 in English, which means the
/// same day to every reader of it.
std::string day_words(domain::Language language, domain::Date day);

/// The interface's word for the choice `value` of the type `type`. Throws std::out_of_range where
/// it has none.
std::string_view choice_word(domain::Language language, std::string_view type,
                             std::string_view value);

template <Enum E>
std::string_view choice(domain::Language language, E value) {
  static const auto type = [] {
    const auto full = boost::core::demangle(typeid(E).name());
    return full.substr(full.rfind(':') + 1);
  }();
  return choice_word(language, type, enum_text(value));
}

}  // namespace takt::mapping
