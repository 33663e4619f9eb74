#pragma once
// Words of what the server makes itself (files, minutes, calendars), in their reader's language.

#include <boost/core/demangle.hpp>
#include <optional>
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

/// The day as the interface writes it in the language: 24.11.2026, 24/11/2026 in English.
std::string day_words(domain::Language language, domain::Date day);

/// The interface's words at a path of its locales, as `sentence.and` or `choice.Health.on_track`,
/// with `{{…}}` where something is filled in; no value where there are none.
std::optional<std::string_view> interface_words(domain::Language language, std::string_view path);

/// The interface's word for a choice. Throws std::bad_optional_access where it has none.
template <Enum E>
std::string_view choice(domain::Language language, E value) {
  static const auto type = [] {
    const auto full = boost::core::demangle(typeid(E).name());
    return full.substr(full.rfind(':') + 1);
  }();
  return interface_words(language, "choice." + type + "." + std::string(enum_text(value))).value();
}

}  // namespace takt::mapping
