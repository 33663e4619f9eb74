#pragma once
// What tests of open questions and of what is assumed have in common: one entry of each kind.

#include "server.hpp"

namespace takt::tests {

class Asking : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string here(const std::string& below) const {
    return "/api/v1/accounts/" + made.account + "/" + below;
  }
  Answer try_to(const std::string& path, const json::object& body) {
    return browser(katrin).post(path, json::serialize(body));
  }
  std::string create(const std::string& path, const json::object& body) {
    const auto answer = try_to(path, body);
    EXPECT_EQ(201, answer.status) << path << ' ' << answer.text;
    return answer.status == 201 ? answer.id() : "";
  }
  std::string in_account(const std::string& collection, const json::object& body) {
    return create(here(collection), body);
  }
  std::string ask(json::object fields = {}) {
    fields.emplace("text", "Wer entscheidet?");
    return in_account("open-questions", fields);
  }
  std::string assume(const std::string& kind, const std::string& about) {
    return in_account("assumptions",
                      {{"aboutKind", kind}, {"about", about}, {"note", "geschätzt"}});
  }
  json::value question(const std::string& id) {
    return browser(katrin).get("/api/v1/open-questions/" + id).body;
  }
  Answer patch(const std::string& path, const json::object& body) {
    auto katrins = browser(katrin);
    const auto version = katrins.get(path).version();
    return katrins.patch(path, json::serialize(body), version);
  }
  Answer change(const std::string& question, const json::object& body) {
    return patch("/api/v1/open-questions/" + question, body);
  }
  json::value page(const Person& reader) { return browser(reader).get(here("questions")).body; }
  json::value page() { return page(katrin); }
  json::array assumed() {
    return browser(katrin).get(here("assumed")).body.at("entries").as_array();
  }
  Answer archive(const std::string& path) {
    auto katrins = browser(katrin);
    return katrins.remove(path + "?reason=x", katrins.get(path).version());
  }
  /// The pointer and the code of the only field that is wrong.
  static std::string wrong(const Answer& answer) {
    if (answer.status != 422) return answer.text;
    const auto& errors = answer.body.at("errors").as_array();
    EXPECT_EQ(1u, errors.size()) << answer.text;
    return std::string(errors.at(0).at("pointer").as_string()) + " " +
           std::string(errors.at(0).at("code").as_string());
  }
  /// One entry of each kind, by its kind.
  std::map<std::string, std::string> entries() {
    std::map<std::string, std::string> out{{"account", made.account},
                                           {"cycle", made.cycle},
                                           {"objective", made.objective},
                                           {"key_result", made.key_result}};
    out["site"] = in_account("sites", {{"name", "Lehrte"}});
    out["product_area"] = in_account("product-areas", {{"name", "Antriebe"}});
    out["contact"] = in_account("contacts", {{"name", "Frau Hoppe"}});
    out["supply_record"] = in_account("supply-records", {{"productArea", out["product_area"]},
                                                         {"site", out["site"]},
                                                         {"startsOn", date(-90)},
                                                         {"demand", 10},
                                                         {"share", 0.4}});
    out["kpi"] = in_account("kpis", {{"name", "Liefertreue"}});
    out["kpi_value"] =
        create("/api/v1/kpis/" + out["kpi"] + "/kpi-values", {{"on", date(0)}, {"value", 97}});
    out["vision"] = in_account("visions", {{"text", "Bevorzugter Partner"}});
    out["long_term_goal"] =
        in_account("long-term-goals", {{"title", "Ausschreibung"}, {"due", date(500)}});
    out["milestone"] = create("/api/v1/long-term-goals/" + out["long_term_goal"] + "/milestones",
                              {{"title", "Lastenheft"}, {"due", date(300)}});
    out["signal"] = in_account("signals", {{"title", "Einkauf bündelt"}});
    out["check_in"] = create("/api/v1/key-results/" + made.key_result + "/check-ins",
                             {{"value", 1}, {"effectiveOn", date(0)}});
    EXPECT_EQ(200, patch("/api/v1/objectives/" + made.objective,
                         {{"outcomeKind", "own"}, {"outcome", "x"}, {"reason", "r"}})
                       .status);
    out["outcome_reading"] = create("/api/v1/objectives/" + made.objective + "/outcome-readings",
                                    {{"value", 1}, {"on", date(0)}});
    EXPECT_EQ(200, patch("/api/v1/cycles/" + made.cycle, {{"state", "review"}}).status);
    out["review"] = create("/api/v1/objectives/" + made.objective + "/reviews", {});
    out["testimonial"] = in_account("testimonials", {{"text", "Läuft seit Jahren"}});
    out["action"] = in_account("actions", {{"title", "Anrufen"}});
    out["meeting"] = in_account("meetings", {{"plannedAt", "2026-11-26T10:00:00.000Z"}});
    return out;
  }
  Plan made;
};

}  // namespace takt::tests
