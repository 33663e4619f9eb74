#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <ctime>

#include "domain/account.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "mapping/cells.hpp"
#include "mapping/json_read.hpp"
#include "mapping/json_write.hpp"
#include "mapping/stored.hpp"

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

TEST(Json, ListOfChoicesIsReadWrittenAndStored) {
  const auto errors = errors_of<Contact>(R"({"name":"a","roles":["buyer","boss"]})");
  ASSERT_EQ(1u, errors.size());
  EXPECT_EQ("/roles/1", errors[0].pointer);
  EXPECT_EQ("not_a_choice", errors[0].code);
  const std::vector roles{BuyingRole::coach, BuyingRole::buyer};
  EXPECT_EQ(R"(["coach","buyer"])", to_json(roles));
  auto cell = to_cell(roles);
  EXPECT_EQ(R"(["coach","buyer"])", cell.text);
  std::vector<BuyingRole> back;
  from_cell(cell, back);
  EXPECT_EQ(roles, back);
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

TEST(Json, DigitsAreCountedAsTheyWereEntered) {
  for (const std::string text : {"1.00000000000000001", "0.30000000000000001e2", "-1e400",
                                 "100000000000000.01", "4503599627370497.5"}) {
    double value = 0;
    int whole = 0;
    Errors errors;
    read_json(parse_json(text), value, "/value", errors);
    read_json(parse_json(text), whole, "/whole", errors);
    ASSERT_EQ(2u, errors.size()) << text;
    EXPECT_EQ("too_many_digits", errors[0].code) << text;
    EXPECT_EQ("too_many_digits", errors[1].code) << text;
  }
  // Zeros around the others say nothing that a double forgets.
  for (const std::string text : {"1.00000000000000000", "0.00000000000000000012", "0.0",
                                 "100000000000000.0", "1000000000000000"}) {
    double value = 0;
    Errors errors;
    read_json(parse_json(text), value, "/value", errors);
    EXPECT_TRUE(errors.empty()) << text;
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), value) << text;
  }
  EXPECT_EQ(1.00000000000000001, from_stored_json<double>("1.00000000000000001"));
}

TEST(Json, PasswordStaysAsItWasTyped) {
  Password out;
  Errors errors;
  read_json(parse_json(R"("  a\tb ")"), out, "/password", errors);
  EXPECT_EQ("  a\tb ", out);
  EXPECT_TRUE(errors.empty());
  read_json(parse_json(R"("")"), out, "/password", errors);
  read_json(boost::json::value(std::string(501, 'x')), out, "/password", errors);
  ASSERT_EQ(2u, errors.size());
  EXPECT_EQ("required", errors[0].code);
  EXPECT_EQ("too_long", errors[1].code);
}

TEST(Json, TextsAreMeasuredInCharactersAndTrimmed) {
  Text<3, 1> text;
  Errors errors;
  read_json(parse_json(R"(" üöä ")"), text, "", errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ("üöä", text);
}

std::string code_of(const Errors& errors) { return errors.empty() ? "" : errors[0].code; }

TEST(Json, WhatIsNeitherSeenNorMeantIsRefusedByTheNameOfItsField) {
  for (const std::string escaped : {"\\u0000", "\\u001b", "\\r", "\\u007f", "\\u0085", "\\u202e",
                                    "\\u2066", "\\ufdd0", "\\uffff", "\\ud83f\\udfff"}) {
    const auto errors = errors_of<Objective>(R"({"title":"a","why":"x)" + escaped + "y\"}");
    EXPECT_EQ("control_character", code_of(errors)) << escaped;
    EXPECT_EQ("/why", errors.at(0).pointer);
    EXPECT_EQ("control_character",
              code_of(errors_of<Signal>(R"({"title":"a","tags":["x)" + escaped + "y\"]}")));
  }
  EXPECT_TRUE(errors_of<Objective>(
                  "{\"title\":\"Müller 👩‍👩‍👧 שלום\",\"why\":\"a\\n\\tb\"}")
                  .empty());
}

TEST(Json, NameHasOneLineAndProseHasMany) {
  for (const std::string line_end : {"\\n", "\\u2028", "\\r\\n"}) {
    EXPECT_EQ("line_break", code_of(errors_of<Site>(R"({"name":"a)" + line_end + "b\"}")));
    EXPECT_EQ("", code_of(errors_of<Objective>(R"({"title":"a","why":"a)" + line_end + "b\"}")));
  }
  EXPECT_EQ("control_character", code_of(errors_of<Site>(R"({"name":"a\tb"})")));
  EXPECT_TRUE(errors_of<Site>(R"({"name":"a\n"})").empty()) << "around it are only spaces";
  Text<1000> text;
  Errors errors;
  read_json(parse_json(R"(" a\r\n\r\nb\r\n")"), text, "", errors);
  EXPECT_EQ("a\n\nb", text);
}

TEST(Json, NameThatShowsNothingIsNone) {
  for (const std::string unseen : {" ", "\\u200b", "\\u00a0\\u2003", "\\ufeff\\u200d", "\\u3164"}) {
    EXPECT_EQ("required", code_of(errors_of<Site>(R"({"name":")" + unseen + "\"}"))) << unseen;
    Text<60> text;
    Errors errors;
    read_json(parse_json("\"" + unseen + "\""), text, "", errors);
    EXPECT_TRUE(errors.empty());
    EXPECT_EQ("", text);
  }
}

TEST(Json, SmallNumbersComeBackAsTheyWereEntered) {
  for (const std::string entered :
       {"1.7e-308", "1.23456789012345e-09", "4.35678912345671e-08", "9.87654321098765e-15",
        "-3.14159265358979e-200", "5e-324", "0.1", "123456789012345"}) {
    double value = 0;
    Errors errors;
    read_json(parse_json(entered), value, "", errors);
    EXPECT_TRUE(errors.empty()) << entered;
    EXPECT_EQ(std::strtod(entered.c_str(), nullptr), value) << entered;
    EXPECT_EQ(value, from_stored_json<double>(entered));
  }
  // All of 15 digits below 1e-7, of which one in 25 was refused.
  for (long long digits = 100'000'000'000'007; digits < 1'000'000'000'000'000;
       digits += 1'234'567'890'123) {
    const auto entered = std::to_string(digits) + "e-23";
    double value = 0;
    Errors errors;
    read_json(parse_json(entered), value, "", errors);
    EXPECT_TRUE(errors.empty()) << entered;
  }
}

TEST(Json, WhatIsNotReadableIsMalformed) {
  for (const std::string text :
       {"{", "{\"a\":1,\"a\":2}", "\"\xff\"", "[1,]", "", "1 2", "{} x", "\"a", "-", "01"})
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

/// What this thread has computed so far, whatever else the machine does.
std::chrono::nanoseconds computed() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// The least of three that reading an object of so many keys makes the thread compute.
std::chrono::duration<double> time_to_read(int keys) {
  std::string text = "{";
  for (int i = 0; i < keys; ++i) text += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  text += "}";
  auto least = std::chrono::duration<double>::max();
  for (int i = 0; i < 3; ++i) {
    const auto start = computed();
    EXPECT_EQ(static_cast<std::size_t>(keys), parse_json(text).get_object().size());
    least = std::min<std::chrono::duration<double>>(least, computed() - start);
  }
  return least;
}

TEST(Json, ManyKeysTakeTimeInProportion) {
  // Comparing each key with all others would take 64 times as long.
  EXPECT_LT(time_to_read(80'000) / time_to_read(10'000), 24);
}

TEST(Json, DuplicateIsFoundAmongManyKeysAndInsideOfObjects) {
  std::string text = "{";
  for (int i = 0; i < 5'000; ++i) text += "\"k" + std::to_string(i) + "\":{\"a\":1},";
  EXPECT_NO_THROW(parse_json(text + "\"last\":1}"));
  EXPECT_THROW(parse_json(text + "\"k7\":1}"), domain::Problem);
  EXPECT_THROW(parse_json(R"({"a":{"b":1,"b":2}})"), domain::Problem);
}

TEST(Json, AnswerNamesHundredWrongFieldsAtTheMost) {
  std::string text = R"({"name":"x")";
  for (int i = 0; i < 1'000; ++i) text += ",\"wrong" + std::to_string(i) + "\":1";
  Site site;
  Errors errors;
  read_object<Site, OwnMembers>(parse_json(text + "}"), site, "", errors);
  EXPECT_EQ(kMostErrors, errors.size());
}

TEST(Json, ReadsWhatBoostReads) {
  const std::string text =
      R"({"a":[1,-2,18446744073709551615,1.5e3,true,null,"x\n\u00e4\ud83d\ude80"],"b\n":{"c":{}},"d":[]})";
  EXPECT_EQ(boost::json::parse(text), parse_json(text));
  EXPECT_THROW(parse_json(std::string(17, '[') + std::string(17, ']')), Problem);
}

TEST(StoredJson, IsReadWithoutTheLimitsOfInput) {
  std::string links = "[";
  for (int i = 0; i < 600; ++i) links += i ? ",\"x\"" : "\"x\"";
  EXPECT_EQ(600u, from_stored_json<std::vector<Link>>(links + "]").size());
  const auto read =
      from_stored_json<KeyResult>(R"({"title":"","target":40.446168768186226,"since":"gone"})");
  EXPECT_EQ(40.446168768186226, read.target);
  EXPECT_EQ(KeyResultKind::metric, read.kind) << "what is missing keeps its default";
  EXPECT_EQ("a\x1b\nb", from_stored_json<KeyResult>("{\"title\":\"a\\u001b\\nb\"}").title);
  EXPECT_THROW(from_stored_json<KeyResult>(R"({"target":"much"})"), std::logic_error);
  EXPECT_THROW(from_stored_json<KeyResult>("{"), std::logic_error);
}

}  // namespace
}  // namespace takt::mapping
