#pragma once
// An account with all that pages tell figures of, made from a seed.

#include <iostream>
#include <random>

#include "server.hpp"

namespace takt::tests {

/// An account with all that pages tell figures of; its values follow from a seed.
class ToldAccount : public OnBothDatabases {
 protected:
  struct KeyResultMade {
    std::string id;
    std::string kind;
    std::vector<std::string> sites;  ///< where it is rolled out
    double from = 0, to = 0;
  };
  struct CycleMade {
    std::string id;
    std::vector<std::string> objectives;
    std::string with_readings;
    std::string unmeasured;
    std::string dropped;
    std::vector<KeyResultMade> asked;  ///< by check-ins
    std::vector<std::string> key_results;
  };

  void SetUp() override {
    std::cout << "seed " << seed_ << '\n';
    random_.seed(static_cast<std::mt19937::result_type>(seed_));
    id = account();
    for (const auto* name : {"Antriebe", "Steuerungen"})
      areas.push_back(write(here("product-areas"), {{"name", name}}));
    for (const auto* name : {"Oelde", "Graz", "Lodz"})
      sites.push_back(write(here("sites"), {{"name", name}, {"purchasers", number(2, 30)}}));
    kpi = write(here("kpis"), {{"name", "Liefertreue"}, {"unit", "%"}, {"lower", 90}});
    for (const int months : {540, 200})
      goals.push_back(
          write(here("long-term-goals"), {{"title", "Ziel"}, {"due", date(months)}, {"kpi", kpi}}));
    write(here("visions"), {{"text", "Hauptlieferant"}, {"horizon", 2030}});
    supply("year", "2025-01-01");
    for (const auto* quarter : {"2026-01-01", "2026-04-01", "2026-07-01"})
      supply("quarter", quarter);
    supply("month", "2026-10-01");
    measure();
  }

  std::string here(const std::string& collection) const {
    return "accounts/" + id + "/" + collection;
  }
  Browser& katrins() { return signed_in_today(katrin, katrins_); }
  Browser& jonases() { return signed_in_today(jonas, jonases_); }
  Browser& utes() { return signed_in_today(head, utes_); }
  /// Sessions end after thirty days.
  Browser& signed_in_today(const Person& person,
                           std::pair<std::string, std::optional<Browser>>& kept) {
    if (kept.first != date(0)) {
      kept.first = date(0);
      kept.second.emplace(browser(signed_in(person.id)));
    }
    return *kept.second;
  }

  std::string write(const std::string& path, const json::object& fields) {
    const auto answer = katrins().post("/api/v1/" + path, json::serialize(fields));
    EXPECT_EQ(201, answer.status) << path << ' ' << json::serialize(fields) << ' ' << answer.text;
    return answer.status == 201 ? answer.id() : "";
  }
  void change(const std::string& path, const json::object& fields) {
    const auto version = katrins().get("/api/v1/" + path).version();
    const auto answer = katrins().patch("/api/v1/" + path, json::serialize(fields), version);
    EXPECT_EQ(200, answer.status) << path << ' ' << answer.text;
  }
  json::value get(Browser& reader, const std::string& path) {
    const auto answer = reader.get("/api/v1/" + path);
    EXPECT_EQ(200, answer.status) << path << ' ' << answer.text;
    return answer.body;
  }
  /// The generator's own numbers are the same everywhere, those of its distributions are not.
  int number(int from, int to) {
    return from + static_cast<int>(random_() % static_cast<unsigned>(to - from + 1));
  }
  void pass(int days) { let_pass(std::chrono::hours{24 * days}); }

  void supply(const std::string& period, const std::string& starts_on) {
    for (const auto& area : areas)
      for (std::size_t i = 0; i < sites.size(); ++i) {
        if (i == 2 && area == areas[1]) continue;
        const int demand = number(50, 900);
        write(here("supply-records"), {{"productArea", area},
                                       {"site", sites[i]},
                                       {"period", period},
                                       {"startsOn", starts_on},
                                       {"volume", number(0, demand)},
                                       {"demand", demand},
                                       {"estimated", number(0, 3) == 0},
                                       {"rest", i == 0 ? "own_make" : "unknown"},
                                       {"contractEnd", date(number(-60, 90))}});
      }
    write(here("supply-records"), {{"productArea", areas[1]},
                                   {"period", period},
                                   {"startsOn", starts_on},
                                   {"volume", number(100, 900)},
                                   {"demand", 2800}});
  }
  void measure() {
    const auto answer =
        katrins().put("/api/v1/kpis/" + kpi + "/values/" + date(0),
                      json::serialize(json::object{{"value", number(800, 990) / 10.0}}));
    EXPECT_EQ(200, answer.status) << answer.text;
  }

  std::string objective(CycleMade& cycle, json::object fields, const json::object& more) {
    for (const auto& [name, value] : more) fields[name] = value;
    cycle.objectives.push_back(write("cycles/" + cycle.id + "/objectives", fields));
    return cycle.objectives.back();
  }
  std::string key_result(CycleMade& cycle, const std::string& of, json::object fields) {
    fields["owner"] = number(0, 1) == 0 ? katrin.id : jonas.id;
    cycle.key_results.push_back(write("objectives/" + of + "/key-results", fields));
    return cycle.key_results.back();
  }
  void metric(CycleMade& cycle, const std::string& of, double from, double to, int at_sites = 0) {
    KeyResultMade made{"", "metric", {}, from, to};
    made.id = key_result(cycle, of, {{"title", "Zahl"}, {"start", from}, {"target", to}});
    roll_out(made, at_sites, {{"target", to / std::max(1, at_sites)}});
    cycle.asked.push_back(made);
  }
  void corridor(CycleMade& cycle, const std::string& of, int at_sites = 0) {
    KeyResultMade made{"", "corridor", {}, 70, 110};
    made.id = key_result(
        cycle, of,
        {{"title", "halten"}, {"kind", "corridor"}, {"lower", 90}, {"upper", 100}, {"unit", "%"}});
    roll_out(made, at_sites, {});
    cycle.asked.push_back(made);
  }
  void stages(CycleMade& cycle, const std::string& of, int at_sites = 0) {
    KeyResultMade made{"", "stages", {}, 0, 3};
    json::array steps;
    for (const int degree : {0, 30, 60, 100})
      steps.push_back(json::object{{"title", "Stufe"}, {"degree", degree}});
    made.id = key_result(cycle, of, {{"title", "Stufen"}, {"kind", "stages"}, {"stages", steps}});
    roll_out(made, at_sites, {});
    cycle.asked.push_back(made);
  }
  void roll_out(KeyResultMade& made, int at_sites, json::object fields) {
    for (int i = 0; i < at_sites; ++i) {
      made.sites.push_back(sites[static_cast<std::size_t>(i)]);
      fields["site"] = made.sites.back();
      write("key-results/" + made.id + "/site-targets", fields);
    }
  }

  /// One of every kind of key result, and an objective with each kind of outcome.
  CycleMade plan_cycle(const std::string& name, int days) {
    CycleMade cycle;
    cycle.id =
        write(here("cycles"), {{"name", name}, {"startsOn", date(0)}, {"endsOn", date(days - 1)}});
    write("cycles/" + cycle.id + "/focus-topics", {{"title", "Werke"}});
    const json::array serves{json::object{{"goal", goals[0]}, {"kind", "contributes"}},
                             json::object{{"goal", goals[1]}, {"kind", "supports"}}};
    const auto share = objective(cycle, {{"title", "Lieferanteil"}, {"goals", serves}},
                                 {{"outcomeKind", "supply"},
                                  {"outcomeAreas", json::array{areas[0]}},
                                  {"outcomeTarget", 75}});
    metric(cycle, share, 0, 40);
    metric(cycle, share, 12.5, 2);
    key_result(cycle, share,
               {{"title", "Anteil"}, {"start", 20}, {"target", 80}, {"follows", "supply"}});
    const auto delivery =
        objective(cycle, {{"title", "Liefertreue"}, {"owner", jonas.id}},
                  {{"outcomeKind", "kpi"}, {"outcomeKpi", kpi}, {"outcomeTarget", 99}});
    corridor(cycle, delivery);
    stages(cycle, delivery);
    key_result(cycle, delivery,
               {{"title", "folgt"},
                {"kind", "corridor"},
                {"lower", 85},
                {"upper", 100},
                {"follows", "kpi"},
                {"kpi", kpi}});
    const auto named =
        objective(cycle, {{"title", "Nennungen"}, {"goals", serves}},
                  {{"outcomeKind", "own"}, {"outcomeBaseline", 0}, {"outcomeTarget", 10}});
    cycle.with_readings = named;
    metric(cycle, named, 0, 9, 3);
    stages(cycle, named, 2);
    corridor(cycle, named, 2);
    cycle.unmeasured = objective(cycle, {{"title", "nie gemessen"}}, {});
    key_result(cycle, cycle.unmeasured, {{"title", "still"}, {"start", 0}, {"target", 3}});
    cycle.dropped = objective(cycle, {{"title", "aufgegeben"}, {"goals", serves}}, {});
    metric(cycle, cycle.dropped, 0, 5);
    write(here("actions"),
          {{"title", "Anrufen"}, {"keyResult", cycle.asked[0].id}, {"assignee", jonas.id}});
    change("cycles/" + cycle.id, {{"state", "active"}});
    return cycle;
  }

  /// Most key results report; some sites and some weeks stay silent.
  void check_in(const CycleMade& cycle) {
    for (const auto& made : cycle.asked) {
      if (number(0, 4) == 0) continue;
      auto at = made.sites;
      if (at.empty()) at.push_back("");
      for (const auto& site : at) {
        if (!site.empty() && number(0, 2) == 0) continue;
        json::object fields{{"effectiveOn", date(-number(0, 3))}, {"note", "n"}};
        if (number(0, 2) > 0) fields["confidence"] = number(1, 10);
        if (!site.empty()) fields["site"] = site;
        if (made.kind == "stages")
          fields["stage"] = number(0, 3);
        else if (made.kind == "metric" && !site.empty())
          fields["value"] = number(0, 3);
        else
          fields["value"] = number(static_cast<int>(10 * std::min(made.from, made.to)),
                                   static_cast<int>(10 * std::max(made.from, made.to))) /
                            10.0;
        write("key-results/" + made.id + "/check-ins", fields);
      }
    }
  }
  /// An objective, and a key result of another one; nobody checks in at them any more.
  void drop(CycleMade& cycle) {
    change("objectives/" + cycle.dropped, {{"state", "dropped"}, {"reason", "r"}});
    change("key-results/" + cycle.asked.front().id, {{"state", "dropped"}, {"reason", "r"}});
    cycle.asked.erase(cycle.asked.begin());
    cycle.asked.pop_back();
  }
  void review(const CycleMade& cycle) {
    for (const auto& one : cycle.objectives) {
      if (one == cycle.dropped) continue;
      json::object fields{{"decision", "stop"}, {"lesson", "l"}};
      if (one == cycle.unmeasured) fields["notJudged"] = true;
      if (one == cycle.objectives[1]) {
        fields["scoreOverride"] = 0.8;
        fields["scoreReason"] = "r";
      }
      write("objectives/" + one + "/reviews", fields);
    }
  }
  void signals() {
    const json::object judged{{"nature", "threat"}, {"impact", 5}, {"likelihood", number(3, 5)}};
    const auto capture = [&](const json::object& fields) {
      auto all = judged;
      all["title"] = "Signal";
      for (const auto& [name, value] : fields) all[name] = value;
      return write(here("signals"), all);
    };
    capture({{"theme", "nearshoring"}, {"actBy", date(20)}});
    capture({{"theme", "merger"}, {"impact", nullptr}});
    const auto respond = [&](const std::string& signal, const json::object& fields) {
      write("signals/" + signal + "/responses", fields);
    };
    respond(capture({{"theme", "nearshoring"}, {"observedOn", date(-9)}}),
            {{"kind", "objective"}, {"target", first.objectives[0]}});
    respond(capture({}), {{"kind", "watch"}, {"watchUntil", date(30)}});
    respond(capture({}), {{"kind", "dismiss"}, {"reason", "r"}});
  }

  // --- What each page says beside what describes itself ---

  const long long seed_ = number_from("TAKT_ONE_TRUTH_SEED", 20261124);
  std::mt19937 random_;
  std::string id, kpi;
  std::vector<std::string> areas, sites, goals;
  CycleMade first, second;
  std::pair<std::string, std::optional<Browser>> katrins_, jonases_, utes_;
};

}  // namespace takt::tests
