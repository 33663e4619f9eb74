#pragma once
// "Declare once": everything that follows from a described struct starts here. Other headers of
// this room turn a description into JSON, columns and OpenAPI schemas.

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/values.hpp"

namespace takt::mapping {

template <class T>
concept Enum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept Struct = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class T>
inline constexpr bool is_text = false;
template <std::size_t Max, std::size_t Min>
inline constexpr bool is_text<domain::Text<Max, Min>> = true;

template <class T>
inline constexpr bool is_whole = false;
template <int Low, int High>
inline constexpr bool is_whole<domain::Whole<Low, High>> = true;

/// An id, or a reference, which is one.
template <class T>
inline constexpr bool is_id = std::is_base_of_v<domain::Id, T>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

using OwnMembers = std::integral_constant<unsigned, boost::describe::mod_public>;
using AllMembers =
    std::integral_constant<unsigned, boost::describe::mod_public | boost::describe::mod_inherited>;

/// Calls `f(name, pointer)` for each member of T; `Which` says whether its bases' members count.
template <class T, class Which = AllMembers, class F>
constexpr void for_each_member(F&& f) {
  using Members = boost::describe::describe_members<T, Which::value>;
  boost::mp11::mp_for_each<Members>([&](auto d) { f(std::string_view(d.name), d.pointer); });
}

/// An enumerator that would be a word of C++ ends with an underscore in C++ only (`continue_`).
inline std::string_view plain_name(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

/// The written form of an enumerator, the same in C++, in the database and in JSON.
template <Enum E>
std::string_view enum_text(E value) {
  return plain_name(boost::describe::enum_to_string(value, ""));
}

template <Enum E>
std::optional<E> enum_of(std::string_view text) {
  std::optional<E> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (plain_name(d.name) == text) out = d.value;
  });
  return out;
}

/// `key_result` → `keyResult`: how a member's name reads in JSON.
inline std::string json_name(std::string_view snake) {
  std::string out;
  out.reserve(snake.size());
  bool upper = false;
  for (const char c : snake) {
    if (c == '_') {
      upper = true;
      continue;
    }
    out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = false;
  }
  return out;
}

}  // namespace takt::mapping
