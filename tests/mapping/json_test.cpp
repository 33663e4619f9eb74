#include <gtest/gtest.h>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "mapping/json_read.hpp"
#include "mapping/json_write.hpp"

namespace takt::mapping {
namespace {

using namespace domain;

template <class T>
Errors errors_of(std::string_view text) {
  T out;
  Errors errors;
  read_object<T, OwnMembers>(parse_json(text), out, "", errors);
  return errors;
}

TEST(Json, EveryWrongFieldIsReportedAtOnceByItsPointer) {
  const auto errors =
      errors_of<Site>(R"({"name":7,"kind":"castle","purchasers":-1,"colour":"red"})");
  ASSERT_EQ(4u, errors.size());
  EXPECT_EQ((FieldError{"/name", "not_a_text", "must be a text"}), errors[0]);
  EXPECT_EQ("/kind", errors[1].pointer);
  EXPECT_EQ("out_of_range", errors[2].code);
  EXPECT_EQ("unknown_field", errors[3].code);
}

TEST(Json, PointersReachIntoLists) {
  const auto errors = errors_of<KeyResult>(
      R"({"title":"a","stages":[{"title":"x","degree":0},{"title":"y","degree":101}]})");
  ASSERT_EQ(1u, errors.size());
  EXPECT_EQ("/stages/1/degree", errors[0].pointer);
}

TEST(Json, ANumberComesBackAsItWasEntered) {
  double value = 0;
  Errors errors;
  read_json(parse_json("0.123456789012345"), value, "", errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ("0.123456789012345", to_json(value));
}

TEST(Json, MoreThanFifteenDigitsAreRefused) {
  double value = 0;
  Errors errors;
  read_json(parse_json("0.1234567890123456"), value, "/value", errors);
  ASSERT_EQ(1u, errors.size());
  EXPECT_EQ("too_many_digits", errors[0].code);
}

TEST(Json, TextsAreMeasuredInCharactersAndTrimmed) {
  Text<3, 1> text;
  Errors errors;
  read_json(parse_json(R"(" üöä ")"), text, "", errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ("üöä", text);
}

TEST(Json, WhatIsNotReadableIsMalformed) {
  for (const std::string text : {"{", "{\"a\":1,\"a\":2}", "\"\xff\"", "[1,]", ""})
    EXPECT_THROW(parse_json(text), Problem) << text;
}

TEST(Json, WrittenAndReadAgainIsTheSame) {
  KeyResult key_result;
  key_result.id = *parse_id("01a20e3d-3b12-7c58-858b-ac397f08cb1e");
  key_result.account = key_result.objective = key_result.id;
  key_result.title = "Zeile\n\"zwei\" \\ \x01";
  key_result.target = -0.1;
  key_result.stages = {{Title("Offen"), {0}}};
  const auto text = to_json(key_result);
  EXPECT_EQ(text, to_json(from_stored_json<KeyResult>(text)));
}

}  // namespace
}  // namespace takt::mapping
