#include <set>

#include "server.hpp"

namespace takt::tests {
namespace {

json::value document() {
  return json::parse(R"({"openapi":"3.1.0","paths":{
    "/things/{id}":{"get":{"responses":{
      "200":{"description":"","headers":{"ETag":{"required":true}},
             "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
      "204":{"description":""}}}}},
    "components":{"responses":{},"schemas":{
      "Kind":{"type":"string","enum":["big","small"]},
      "Thing":{"type":"object","additionalProperties":false,"required":["on","parts"],
        "properties":{"on":{"type":"string","format":"date"},
                      "kind":{"$ref":"#/components/schemas/Kind"},
                      "name":{"type":"string","minLength":1,"maxLength":3},
                      "rate":{"anyOf":[{"type":"number"},{"type":"null"}]},
                      "odd":{"multipleOf":2},
                      "parts":{"type":"array","items":{"type":"integer","minimum":1}}}}}}})");
}

std::string breach(int status, const std::string& body,
                   const std::string& type = "application/json",
                   const std::string& path = "/things/7") {
  json::error_code ignored;
  return Contract(document())
      .breach(
          "get", path, status,
          [&](const std::string& name) {
            return name == "ETag" ? std::string("\"1\"") : name == "Content-Type" ? type : "";
          },
          body, json::parse(body, ignored));
}

TEST(Contract, AnswerAsDeclaredIsNoBreach) {
  EXPECT_EQ("", breach(200, R"({"on":"2026-11-24","parts":[1,2],"kind":"big","rate":null})"));
  EXPECT_EQ("", breach(200, R"({"on":"2026-11-24","parts":[],"name":"ÄÖÜ","rate":1})",
                       "application/json; charset=utf-8"));
  EXPECT_EQ("", breach(204, ""));
}

TEST(Contract, EveryOtherAnswerIsOne) {
  for (const char* body :
       {R"({"on":"2026-11-24"})", R"({"on":"2026-02-30","parts":[]})", R"({"on":1,"parts":[]})",
        R"({"on":"2026-11-24","parts":[0]})", R"({"on":"2026-11-24","parts":[1.5]})",
        R"({"on":"2026-11-24","parts":[],"kind":"huge"})",
        R"({"on":"2026-11-24","parts":[],"name":""})",
        R"({"on":"2026-11-24","parts":[],"name":"vier"})",
        R"({"on":"2026-11-24","parts":[],"rate":"1"})", R"({"on":"2026-11-24","parts":[],"odd":1})",
        R"({"on":"2026-11-24","parts":[],"colour":"red"})", "[]", ""})
    EXPECT_NE("", breach(200, body)) << body;
  EXPECT_NE("", breach(201, "{}"));
  EXPECT_NE("", breach(204, "{}"));
  EXPECT_NE("", breach(200, R"({"on":"2026-11-24","parts":[]})", "text/html"));
  EXPECT_NE("", breach(200, R"({"on":"2026-11-24","parts":[]})", "application/json", "/things"));
}

class Wire : public OnBothDatabases {};

TEST_P(Wire, EveryOperationHasANameOfItsOwnATermAndExamples) {
  const auto document = browser().get("/openapi.json").body;
  std::set<std::string> terms;
  for (const auto& tag : document.at("tags").as_array())
    terms.insert(std::string(tag.at("name").as_string()));
  std::set<std::string> names;
  const auto has_example = [&](const json::value& holder, const std::string& name) {
    const auto* content = holder.as_object().if_contains("content");
    const auto* media = content ? content->as_object().if_contains("application/json") : nullptr;
    if (!media) return;
    EXPECT_EQ("", contract().mismatch(media->at("example"), media->at("schema").as_object(), ""))
        << name;
  };
  for (const auto& [path, operations] : document.at("paths").as_object())
    for (const auto& [method, operation] : operations.as_object()) {
      const std::string name(operation.at("operationId").as_string());
      EXPECT_FALSE(name.empty()) << method << ' ' << path;
      EXPECT_TRUE(names.insert(name).second) << "two operations are called " << name;
      EXPECT_TRUE(terms.contains(std::string(operation.at("tags").at(0).as_string()))) << name;
      if (const auto* body = operation.as_object().if_contains("requestBody"))
        has_example(*body, name);
      for (const auto& [status, response] : operation.at("responses").as_object())
        has_example(response, name);
    }
  EXPECT_TRUE(names.contains("listKeyResults"));
}

TEST_P(Wire, ParameterThatNoRouteReadsIsNamed) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + made.account + "/sites";
  const auto cockpit = "/api/v1/accounts/" + made.account + "/cockpit";
  EXPECT_EQ(200, katrins.get(sites + "?archived=").status);
  EXPECT_EQ(200, katrins.get(cockpit).status);
  for (const auto& path : {sites + "?archived=true&achrived=true", cockpit + "?achrived=1"}) {
    const auto refused = katrins.get(path);
    EXPECT_EQ(422, refused.status) << path;
    const auto& errors = refused.body.at("errors").as_array();
    ASSERT_EQ(1U, errors.size());
    EXPECT_EQ("/achrived", errors[0].at("pointer").as_string());
    EXPECT_EQ("unknown_parameter", errors[0].at("code").as_string());
  }
}

TEST_P(Wire, ParameterThatIsGivenTwiceIsNamed) {
  const auto made = plan();
  const auto refused = browser(katrin).get("/api/v1/accounts/" + made.account +
                                           "/cockpit?cycle=" + made.cycle + "&cycle=");
  EXPECT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/cycle", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("repeated", refused.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Wire, BodyWhereNothingIsReadIsNamedUnlessItIsEmpty) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto visit = "/api/v1/accounts/" + id + "/visit";
  EXPECT_EQ(204, katrins.post(visit, "").status);
  EXPECT_EQ(204, katrins.post(visit, "{}").status);
  const auto refused = katrins.post(visit, R"({"at":"2026-01-01"})");
  EXPECT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/at", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("unknown_field", refused.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(422, katrins.post(visit, "[]").status);
  EXPECT_EQ(400, katrins.post(visit, "here").status);
}

TEST_P(Wire, GridOfSupplyAsksForItsCellsAndSaysSo) {
  const auto id = account();
  const auto refused = browser(katrin).put("/api/v1/accounts/" + id + "/supply-grid",
                                           R"({"period":"quarter","startsOn":"2026-07-01"})");
  EXPECT_EQ("required", refused.body.at("errors").at(0).at("code").as_string()) << refused.text;
  const auto document = browser().get("/openapi.json").body;
  const auto& required =
      document.at("components").at("schemas").at("SupplyGrid").at("required").as_array();
  EXPECT_TRUE(std::ranges::find(required, json::value("cells")) != required.end());
}

TEST_P(Wire, ParameterOfAnotherTypeIsNamed) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto at = "/api/v1/accounts/" + made.account;
  for (const auto& [path, code] : std::vector<std::pair<std::string, std::string>>{
           {at + "/sites?archived=yes", "not_a_boolean"},
           {at + "/cockpit?cycle=7", "not_an_id"},
           {at + "/activity?limit=many", "not_a_number"},
           {at + "/activity?limit=0", "out_of_range"},
           {at + "/supply?at=2026-02-30", "not_a_date"},
           {"/api/v1/portfolio?order=luck", "not_a_choice"}}) {
    const auto refused = katrins.get(path);
    EXPECT_EQ(422, refused.status) << path;
    EXPECT_EQ(code, refused.body.at("errors").at(0).at("code").as_string()) << path;
  }
}

TEST_P(Wire, LocationIsWhereTheNewEntityIs) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto made = katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Oelde"})");
  ASSERT_EQ(201, made.status) << made.text;
  const auto there = katrins.get(made.headers.find("Location")->second);
  EXPECT_EQ(made.id(), there.id());
  EXPECT_EQ(made.headers.find("ETag")->second, there.headers.find("ETag")->second);
}

TAKT_ON_BOTH_DATABASES(Wire);

}  // namespace
}  // namespace takt::tests
