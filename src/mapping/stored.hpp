#pragma once
// Stored JSON back into described structs. What is stored was judged when it was written, by the
// rules of its day, or computed: reading it knows no limits. A member that is missing keeps its
// default, one that a struct no longer has is passed over, so that a row outlives its struct.

#include <boost/json/value.hpp>
#include <stdexcept>

#include "mapping/json_read.hpp"

namespace takt::mapping {

/// The value of a JSON text. Throws std::logic_error for what is no JSON.
boost::json::value parse_stored_json(std::string_view text);

/// Reads `in` over `out`. Throws std::logic_error for a value of another type.
template <class T>
void read_stored(const boost::json::value& in, T& out) {
  const auto need = [](bool fits) {
    if (!fits) throw std::logic_error("stored JSON has a value of another type");
  };
  if constexpr (is_optional<T>) {
    if (in.is_null())
      out.reset();
    else
      read_stored(in, out.emplace());
  } else if constexpr (is_vector<T>) {
    need(in.is_array());
    out.clear();
    for (const auto& entry : in.get_array()) read_stored(entry, out.emplace_back());
  } else if constexpr (Struct<T> && !is_id<T>) {
    need(in.is_object());
    for_each_member<T>([&](std::string_view name, auto pointer) {
      if (const auto* value = in.get_object().if_contains(json_name(name)))
        read_stored(*value, out.*pointer);
    });
  } else if constexpr (std::is_same_v<T, bool>) {
    need(in.is_bool());
    out = in.get_bool();
  } else if constexpr (std::is_arithmetic_v<T>) {
    need(in.is_number());
    out = in.to_number<T>();
  } else if constexpr (is_whole<T>) {
    need(in.is_number());
    out.value = in.to_number<int>();
  } else {
    need(in.is_string());
    const std::string_view text = in.get_string();
    if constexpr (Enum<T>) {
      const auto value = enum_of<T>(text);
      need(value.has_value());
      out = *value;
    } else if constexpr (is_id<T>) {
      out.text = text;
    } else if constexpr (std::is_same_v<T, domain::Date>) {
      const auto date = domain::parse_date(text);
      need(date.has_value());
      out = *date;
    } else if constexpr (std::is_same_v<T, domain::Instant>) {
      const auto instant = domain::parse_instant(text);
      need(instant.has_value());
      out = *instant;
    } else {
      out = text;
    }
  }
}

template <class T>
T from_stored_json(std::string_view text) {
  T out{};
  read_stored(parse_stored_json(text), out);
  return out;
}

}  // namespace takt::mapping
