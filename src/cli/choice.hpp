#pragma once
// What an option of the command line chooses, called as in the API.

#include <boost/mp11.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mapping/describe.hpp"

namespace takt::cli {

/// What there is to choose, as in the API.
template <class E>
std::vector<std::string> choices_of() {
  std::vector<std::string> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto d) { all.emplace_back(mapping::enum_text(d.value)); });
  return all;
}

/// Throws std::runtime_error that lists what there is.
template <class E>
E choice_called(const std::string& text, const char* option) {
  std::optional<E> found;
  std::string all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (text == mapping::enum_text(d.value)) found = d.value;
    all += (all.empty() ? "" : ", ") + std::string(mapping::enum_text(d.value));
  });
  if (!found) throw std::runtime_error(std::string(option) + " must be one of: " + all + ".");
  return *found;
}

}  // namespace takt::cli
