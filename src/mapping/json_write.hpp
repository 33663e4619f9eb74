#pragma once
// Described structs to JSON, straight into a string.

#include <charconv>
#include <string>

#include "mapping/describe.hpp"

namespace takt::mapping {

/// JSON text that is already written, e.g. the before and after of a change.
struct RawJson {
  std::string text = "null";
};

void write_json_string(std::string& out, std::string_view text);

template <class T>
void write_json(std::string& out, const T& value);

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

/// `"name":` of each member, made once per type.
template <class T>
const std::vector<std::string>& json_keys() {
  static const auto keys = [] {
    std::vector<std::string> out;
    for_each_member<T>(
        [&](std::string_view name, auto) { out.push_back('"' + json_name(name) + "\":"); });
    return out;
  }();
  return keys;
}

template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_arithmetic_v<T>) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out.append(buffer, end);
  } else if constexpr (Enum<T>) {
    out += '"';
    out += enum_text(value);
    out += '"';
  } else if constexpr (std::is_same_v<T, RawJson>) {
    out += value.text;
  } else if constexpr (is_id<T>) {
    write_json_string(out, value.text);
  } else if constexpr (std::is_same_v<T, domain::Date> || std::is_same_v<T, domain::Instant>) {
    out += '"';
    out += domain::to_string(value);
    out += '"';
  } else if constexpr (is_whole<T>) {
    write_json(out, value.value);
  } else if constexpr (is_optional<T>) {
    if (value) {
      write_json(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (is_vector<T>) {
    out += '[';
    bool first = true;
    for (const auto& item : value) {
      if (!first) out += ',';
      first = false;
      write_json(out, item);
    }
    out += ']';
  } else if constexpr (Struct<T>) {
    out += '{';
    std::size_t i = 0;
    const auto& keys = json_keys<T>();
    for_each_member<T>([&](std::string_view, auto pointer) {
      if (i) out += ',';
      out += keys[i++];
      write_json(out, value.*pointer);
    });
    out += '}';
  } else {
    write_json_string(out, value);
  }
}

}  // namespace takt::mapping
