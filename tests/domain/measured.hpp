#pragma once
// What tests of progress, check-ins and roll-outs have in common.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/progress.hpp"
#include "mapping/json_read.hpp"

namespace takt::domain {

namespace json = boost::json;

inline const json::object& vectors() {
  static const json::value all = [] {
    std::ifstream in(TAKT_SOURCE "/tests/domain/vectors.json");
    std::stringstream text;
    text << in.rdbuf();
    return mapping::parse_json(text.str());
  }();
  return all.as_object();
}

inline std::optional<double> number(const json::value& value) {
  if (value.is_null()) return {};
  return value.to_number<double>();
}

inline std::string why(const json::value& row) { return std::string(row.at("why").as_string()); }

inline void expect_same(std::optional<double> wanted, std::optional<double> got,
                        const json::value& row) {
  ASSERT_EQ(wanted.has_value(), got.has_value()) << why(row);
  EXPECT_NEAR(wanted.value_or(0), got.value_or(0), 1e-12) << why(row);
}

inline Date day(const json::value& value) {
  return *parse_date(std::string_view(value.as_string()));
}

inline CheckIn at(const char* date, double value, int entered = 0) {
  CheckIn check_in;
  check_in.id = {"c" + std::to_string(entered) + date};
  check_in.effective_on = *parse_date(date);
  check_in.value = value;
  check_in.created_at.time += std::chrono::seconds{entered};
  return check_in;
}

inline KeyResult metric(double start, double target) {
  KeyResult key_result;
  key_result.start = start;
  key_result.target = target;
  return key_result;
}

inline const Date kToday = *parse_date("2026-03-01");

}  // namespace takt::domain
