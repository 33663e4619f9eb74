#pragma once
// JSON to described structs. Every wrong field is reported at once, by its JSON pointer.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/problem.hpp"
#include "mapping/describe.hpp"

namespace takt::mapping {

using domain::FieldError;
using Errors = std::vector<FieldError>;

/// Parses a whole JSON text that somebody entered, numbers to the last bit; one of more than 15
/// significant digits is infinite, so that whoever reads it refuses it. Throws Problem(malformed)
/// saying where it breaks: not JSON, broken UTF-8, deeper than 16 levels, a duplicate key.
boost::json::value parse_json(std::string_view text);

/// A list has at most so many entries, and an answer names at most so many wrong fields.
inline constexpr std::size_t kMostEntries = 500;
inline constexpr std::size_t kMostErrors = 100;

/// `base` and one more step, escaped by RFC 6901.
std::string child_pointer(const std::string& base, std::string_view step);

/// Reads a text without the spaces around it, composed (domain::composed); one that shows nothing
/// is empty. Refuses characters that are neither seen nor meant (domain::is_forbidden), and line
/// breaks where it is one line.
bool read_text(const boost::json::value& in, std::string& out, std::size_t min, std::size_t max,
               bool one_line, const std::string& at, Errors& errors);
/// Takes the text as it is, up to `max` characters of it and at least one.
bool read_secret(const boost::json::value& in, std::string& out, std::size_t max,
                 const std::string& at, Errors& errors);
/// A number with at most 15 significant digits, so that its shortest form is what was entered.
bool read_number(const boost::json::value& in, double& out, const std::string& at, Errors& errors);
bool read_whole(const boost::json::value& in, int low, int high, int& out, const std::string& at,
                Errors& errors);
void add_error(Errors& errors, const std::string& at, std::string code, std::string detail);

/// Reads `in` into `out`; on errors `out` is left partly changed and must not be used.
template <class T>
void read_json(const boost::json::value& in, T& out, const std::string& at, Errors& errors);

/// A text that is no JSON, such as a parameter of a query, as the value that it stands for where T
/// is read: true, a number, else itself.
template <class T>
boost::json::value from_text(std::string_view text) {
  if constexpr (std::is_same_v<T, bool>) {
    if (text == "true" || text == "false") return text == "true";
  } else if constexpr (std::is_integral_v<T> || is_whole<T>) {
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec == std::errc{} && end.ptr == text.data() + text.size()) return number;
  }
  return boost::json::string(text);
}

/// What a patch leaves out stays as it is; what a new entity leaves out must be allowed to be
/// empty.
enum class Missing { keep, report };

template <class T>
constexpr bool may_be_missing() {
  if constexpr (domain::kHasNoDefault<T>)
    return false;
  else if constexpr (is_optional<T> || is_vector<T> || Enum<T> || is_whole<T> ||
                     std::is_same_v<T, bool>)
    return true;
  else if constexpr (is_text<T>)
    return T::kMin == 0;
  else
    return std::is_same_v<T, std::string>;
}

/// Reads the members of T that `Which` names; other keys are errors, except those in `also`.
template <class T, class Which = AllMembers>
void read_object(const boost::json::value& in, T& out, const std::string& at, Errors& errors,
                 Missing missing = Missing::report,
                 const std::vector<std::string_view>& also = {}) {
  const auto* object = in.if_object();
  if (!object) return add_error(errors, at, "not_an_object", "must be an object");
  std::vector<std::string> known(also.begin(), also.end());
  for_each_member<T, Which>([&](std::string_view name, auto pointer) {
    known.push_back(json_name(name));
    using Member = std::remove_cvref_t<decltype(out.*pointer)>;
    const auto found = object->find(known.back());
    if (found != object->end()) {
      read_json(found->value(), out.*pointer, child_pointer(at, known.back()), errors);
    } else if (missing == Missing::report && !may_be_missing<Member>()) {
      add_error(errors, child_pointer(at, known.back()), "required", "is required");
    }
  });
  for (const auto& entry : *object) {
    bool is_known = false;
    for (const auto& name : known) is_known = is_known || name == entry.key();
    if (!is_known)
      add_error(errors, child_pointer(at, entry.key()), "unknown_field", "is not a field here");
  }
}

template <class T>
void read_json(const boost::json::value& in, T& out, const std::string& at, Errors& errors) {
  if constexpr (std::is_same_v<T, bool>) {
    if (in.is_bool())
      out = in.get_bool();
    else
      add_error(errors, at, "not_a_boolean", "must be true or false");
  } else if constexpr (std::is_same_v<T, double>) {
    read_number(in, out, at, errors);
  } else if constexpr (std::is_integral_v<T>) {
    int value = 0;
    if (read_whole(in, -1'000'000'000, 1'000'000'000, value, at, errors)) out = value;
  } else if constexpr (Enum<T>) {
    const auto value =
        in.is_string() ? enum_of<T>(std::string_view(in.get_string())) : std::nullopt;
    if (value) {
      out = *value;
      return;
    }
    std::string choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
      choices += (choices.empty() ? "" : ", ") + std::string(plain_name(d.name));
    });
    add_error(errors, at, "not_a_choice", "must be one of " + choices);
  } else if constexpr (is_id<T>) {
    const auto id =
        in.is_string() ? domain::parse_id(std::string_view(in.get_string())) : std::nullopt;
    if (id)
      out = *id;
    else
      add_error(errors, at, "not_an_id", "must be a UUID");
  } else if constexpr (std::is_same_v<T, domain::Date>) {
    const auto date =
        in.is_string() ? domain::parse_date(std::string_view(in.get_string())) : std::nullopt;
    if (date && *date <= domain::kLastDay)
      out = *date;
    else
      add_error(errors, at, "not_a_date", "must be a date like 2026-11-24, from 1900 to 2200");
  } else if constexpr (std::is_same_v<T, domain::Instant>) {
    const auto instant =
        in.is_string() ? domain::parse_instant(std::string_view(in.get_string())) : std::nullopt;
    if (instant && domain::date_of(*instant) <= domain::kLastDay)
      out = *instant;
    else
      add_error(errors, at, "not_an_instant",
                "must be like 2026-11-24T09:30:00.000Z, from 1900 to 2200");
  } else if constexpr (is_whole<T>) {
    read_whole(in, T::kLow, T::kHigh, out.value, at, errors);
  } else if constexpr (is_text<T>) {
    read_text(in, out, T::kMin, T::kMax, T::kOneLine, at, errors);
  } else if constexpr (std::is_same_v<T, std::string>) {
    read_text(in, out, 0, 4000, false, at, errors);
  } else if constexpr (std::is_same_v<T, domain::Password>) {
    read_secret(in, out, T::kMax, at, errors);
  } else if constexpr (is_optional<T>) {
    if (in.is_null()) {
      out.reset();
    } else {
      read_json(in, out.emplace(), at, errors);
    }
  } else if constexpr (is_vector<T>) {
    const auto* array = in.if_array();
    if (!array) return add_error(errors, at, "not_a_list", "must be a list");
    if (array->size() > kMostEntries)
      return add_error(errors, at, "too_many",
                       "has more than " + std::to_string(kMostEntries) + " entries");
    out.clear();
    for (std::size_t i = 0; i < array->size(); ++i)
      read_json((*array)[i], out.emplace_back(), child_pointer(at, std::to_string(i)), errors);
  } else {
    static_assert(Struct<T>);
    read_object(in, out, at, errors);
  }
}

}  // namespace takt::mapping
