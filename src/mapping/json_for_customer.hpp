#pragma once
// Described structs to JSON for the customer's eyes, by domain/for_customer.hpp alone. An entity
// shows its allowed members. A struct that is no entity, such as a page, shows nothing of its own,
// only the entities in it that are shown. What may show nothing is left out, with its key.

#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "domain/for_customer.hpp"
#include "mapping/json_write.hpp"

namespace takt::mapping {

/// Whether somebody decided what the customer may see of T, be it nothing.
template <class T>
inline constexpr bool is_decided =
    !std::is_same_v<std::remove_cv_t<decltype(domain::kForCustomer<T>)>, domain::Undecided>;

/// Whether the customer may see the member of T.
template <class T, class Member>
constexpr bool shows(Member member) {
  if constexpr (is_decided<T>) {
    const auto is = [&](auto allowed) {
      if constexpr (std::is_same_v<decltype(allowed), Member>) {
        return allowed == member;
      } else {
        return false;
      }
    };
    return std::apply([&](auto... allowed) { return (is(allowed) || ...); },
                      domain::kForCustomer<T>);
  } else {
    return false;
  }
}

/// Whether a T is, or holds, what the customer may see.
template <class T>
constexpr bool may_show() {
  if constexpr (is_optional<T> || is_vector<T>) {
    return may_show<typename T::value_type>();
  } else if constexpr (is_decided<T>) {
    return std::tuple_size_v<std::remove_cv_t<decltype(domain::kForCustomer<T>)>> > 0;
  } else if constexpr (Struct<T> && !requires { T::kTerm; }) {
    bool any = false;
    for_each_member<T>([&](std::string_view, auto member) {
      any = any || may_show<std::remove_cvref_t<decltype(std::declval<T&>().*member)>>();
    });
    return any;
  } else {
    return false;
  }
}

/// Whether a T is a value, or a list of values: nothing with members of its own.
template <class T>
constexpr bool is_plain() {
  if constexpr (is_optional<T> || is_vector<T>) {
    return is_plain<typename T::value_type>();
  } else {
    return !Struct<T> && !std::is_same_v<T, RawJson>;
  }
}

/// Writes what the customer may see of the value; false where that is nothing, and nothing is
/// written.
template <class T>
bool write_json_for_customer(std::string& out, const T& value) {
  if constexpr (!may_show<T>()) {
    return false;
  } else if constexpr (is_optional<T>) {
    return value && write_json_for_customer(out, *value);
  } else if constexpr (is_vector<T>) {
    out += '[';
    bool first = true;
    for (const auto& item : value) {
      const auto before = out.size();
      if (!first) out += ',';
      if (write_json_for_customer(out, item)) {
        first = false;
      } else {
        out.resize(before);
      }
    }
    out += ']';
    return true;
  } else {
    const auto start = out.size();
    if constexpr (is_decided<T>) {
      if (!domain::is_for_customer(value)) return false;
    }
    bool empty = true;
    bool held_back = false;  // what this is about
    std::size_t i = 0;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, AllMembers::value>>([&](auto d) {
      const auto& member = value.*decltype(d)::pointer;
      using Member = std::remove_cvref_t<decltype(member)>;
      const auto& key = json_keys<T>()[i++];
      const auto before = out.size();
      out += empty ? '{' : ',';
      out += key;
      bool written = false;
      if constexpr (is_decided<T>) {
        if constexpr (shows<T>(decltype(d)::pointer)) {
          static_assert(is_plain<Member>() || may_show<Member>(),
                        "shown, but nobody decided what of it");
          if constexpr (is_plain<Member>()) {
            write_json(out, member);
            written = true;
          } else {
            written = write_json_for_customer(out, member);
          }
        }
      } else if constexpr (may_show<Member>()) {
        written = write_json_for_customer(out, member);
        if constexpr (!is_optional<Member>) held_back = held_back || !written;
      }
      if (written) {
        empty = false;
      } else {
        out.resize(before);
      }
    });
    if (empty || held_back) {
      out.resize(start);
      return false;
    }
    out += '}';
    return true;
  }
}

/// The value as the customer may see it; `null` where that is nothing.
template <class T>
std::string to_json_for_customer(const T& value) {
  std::string out;
  if (!write_json_for_customer(out, value)) out = "null";
  return out;
}

}  // namespace takt::mapping
