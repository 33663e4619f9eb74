#pragma once
// A workbook as openpyxl reads it, which knows nothing of us.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <charconv>
#include <string>

#include "report/read_back.hpp"

namespace takt::tests {

namespace json = boost::json;

/// Debian's, for which openpyxl is installed, whichever else is found first.
inline const std::string kPython = "/usr/bin/python3";

class Opened {
 public:
  explicit Opened(const std::string& file) {
    const Stored stored(file, ".xlsx");
    read_ = json::parse(
        output_of(kPython + " " TAKT_SOURCE "/tests/report/read_workbook.py " + stored.path));
  }

  std::string title() const { return std::string(read_.at("title").as_string()); }
  std::string author() const { return std::string(read_.at("author").as_string()); }
  /// The names of the sheets, in their order.
  std::string names() const { return json::serialize(read_.at("names")); }
  const json::object& sheet(const std::string& name) const {
    return read_.at("sheets").at(name).as_object();
  }
  std::size_t rows(const std::string& sheet_name) const {
    return sheet(sheet_name).at("rows").as_array().size();
  }
  /// The column that `header` heads. Throws where there is none.
  std::size_t column(const std::string& name, const std::string& header) const {
    const auto& headers = sheet(name).at("rows").at(0).as_array();
    for (std::size_t i = 0; i < headers.size(); ++i)
      if (headers[i].at("value") == json::value(header)) return i;
    throw std::out_of_range(name + " has no column " + header);
  }
  /// A cell below `header` as `kind value`, e.g. `number 0.4`; `row` counts from 1.
  std::string at(const std::string& name, std::size_t row, const std::string& header) const {
    const auto& cell = sheet(name).at("rows").at(row).at(column(name, header));
    const auto& value = cell.at("value");
    if (value.is_null()) return "";
    const auto kind = std::string(cell.at("kind").as_string()) + " ";
    if (value.is_string()) return kind + std::string(value.as_string());
    char text[40];
    return kind +
           std::string(text, std::to_chars(text, text + sizeof text, value.to_number<double>(),
                                           std::chars_format::fixed)
                                 .ptr);
  }
  std::string format(const std::string& name, std::size_t row, const std::string& header) const {
    const auto& cell = sheet(name).at("rows").at(row).at(column(name, header));
    return std::string(cell.at("format").as_string());
  }
  /// What stands beside `label` in a sheet of two columns.
  std::string beside(const std::string& name, const std::string& label) const {
    const auto& all = sheet(name).at("rows").as_array();
    for (std::size_t i = 1; i < all.size(); ++i)
      if (all[i].at(0).at("value") == json::value(label))
        return at(name, i, std::string(all[0].at(1).at("value").as_string()));
    return "none";
  }

 private:
  json::value read_;
};

}  // namespace takt::tests
