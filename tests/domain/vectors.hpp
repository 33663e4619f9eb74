#pragma once
// The table of test vectors, `vectors.json`.

#include <fstream>
#include <sstream>

#include "domain/values.hpp"
#include "mapping/json_read.hpp"

namespace takt::tests {

/// The rows of one figure.
inline const boost::json::array& vectors(std::string_view figure) {
  static const boost::json::value all = [] {
    std::ifstream in(TAKT_SOURCE "/tests/domain/vectors.json");
    std::stringstream text;
    text << in.rdbuf();
    return mapping::parse_json(text.str());
  }();
  return all.at(figure).as_array();
}

inline std::string text_of(const boost::json::value& row, std::string_view name) {
  return std::string(row.at(name).as_string());
}

inline domain::Date date_of(const boost::json::value& row, std::string_view name) {
  return domain::parse_date(text_of(row, name)).value();
}

}  // namespace takt::tests
