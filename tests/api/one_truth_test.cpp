#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "server.hpp"

namespace takt::tests {
namespace {

/// Members that tell what was, not what is.
const std::set<std::string_view> kThen{
    "atStart",     // the plan as its start kept it
    "activity",    // the change log tells each value as it was
    "changes",     // the same
    "sinceStart",  // the same
    "happened",    // the same
};

/// Members that mean something else under the same name, and what they are called here.
std::string figure_of(const json::object& object, const std::string& name) {
  const bool stored = object.contains("version");
  // A key result's view tells what counts: the starts of all sites, the weight after spreading.
  if (stored && (name == "start" || name == "weight")) return "entered " + name;
  if (object.contains("quadrantThen")) {
    // A row of the effectiveness page: its result is what the review calls the score. A view's
    // `result` is that of the key results alone, before anybody judged.
    if (name == "result") return "score";
    if (name == "effectThen") return "effectAtClose";
  }
  // What a step is to its goal, one objective serving several.
  if (object.contains("objective") && !stored && name == "kind") return "";
  // A list of meetings leaves the minutes out, and only the board looks for similar signals.
  if (name == "minutes" || name == "similar") return "";
  return name;
}

const json::value* member(const json::object& object, std::string_view name) {
  const auto* found = object.if_contains(name);
  return found && !found->is_null() ? found : nullptr;
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

bool same(const json::value& left, const json::value& right) {
  if (left.is_number() && right.is_number()) {
    const auto one = left.to_number<double>();
    return std::abs(one - right.to_number<double>()) <= 1e-9 * std::max(1.0, std::abs(one));
  }
  if (left.kind() != right.kind()) return false;
  if (const auto* list = left.if_array()) {
    const auto& other = right.get_array();
    return std::equal(list->begin(), list->end(), other.begin(), other.end(), same);
  }
  if (const auto* object = left.if_object()) {
    if (object->size() != right.get_object().size()) return false;
    return std::ranges::all_of(*object, [&](const auto& one) {
      const auto* other = right.get_object().if_contains(one.key());
      return other && same(one.value(), *other);
    });
  }
  return left == right;
}

/// What pages say of something, figure by figure. Two that disagree are named.
class Sayings {
 public:
  void note(const std::string& about, const std::string& figure, const json::value& value,
            const std::string& page) {
    if (figure.empty()) return;
    auto& said = said_[{about, figure}];
    if (said.pages.empty()) {
      said.value = value;
      said.first = page;
    }
    said.pages.insert(page);
    if (same(said.value, value)) return;
    ADD_FAILURE() << figure << " of " << called(about) << ": " << said.first << " says "
                  << said.value << ", " << page << " says " << value;
  }
  /// Everything in an answer that describes something by its id. `cycle`: whose steps it counts.
  void walk(const json::value& value, const std::string& page, const std::string& cycle) {
    if (const auto* list = value.if_array())
      for (const auto& each : *list) walk(each, page, cycle);
    const auto* object = value.if_object();
    if (!object) return;
    if (const auto about = subject(*object)) tell(*about, *object, page, cycle);
    walk_members(*object, page, cycle);
  }
  void walk_members(const json::object& object, const std::string& page, const std::string& cycle) {
    for (const auto& [name, each] : object)
      if (!kThen.contains(name)) walk(each, page, cycle);
  }
  /// The figures that two pages or more told of the same thing.
  std::map<std::string, int> compared() const {
    std::map<std::string, int> out;
    for (const auto& [key, said] : said_)
      if (said.pages.size() > 1) ++out[key.second];
    return out;
  }

 private:
  struct Said {
    json::value value;
    std::string first;  ///< the page that said it first
    std::set<std::string> pages;
  };
  static std::optional<std::string> subject(const json::object& object) {
    for (const auto* name :
         {"keyResult", "objective", "goal", "signal", "siteTarget", "kpi", "cycle"}) {
      const auto* of = member(object, name);
      if (of && of->is_object()) return text(of->at("id"));
    }
    for (const auto* name : {"view", "figures"})
      if (const auto* of = member(object, name); of && of->is_object())
        return subject(of->get_object());
    if (const auto* id = member(object, "id")) return text(*id);
    if (const auto* of = member(object, "objective")) return text(*of);
    if (const auto* of = member(object, "account"); of && object.contains("day")) return text(*of);
    return {};
  }
  void tell(const std::string& about, const json::object& object, const std::string& page,
            const std::string& cycle) {
    for (const auto& [key, value] : object) {
      const std::string name(key);
      if (kThen.contains(name)) continue;
      if (name == "outcome" && value.is_object()) {
        for (const auto& [of, each] : value.get_object())
          note(about,
               of == "effect" || of == "soFar" ? std::string(of) : "outcome." + std::string(of),
               each, page);
      } else if (name == "stepsInCycle") {
        note(about, "steps in " + cycle, value, page);
      } else if (name == "asks") {
        if (!cycle.empty()) note(about, "asks in " + cycle, value, page);
      } else if (name == "forecast" || is_plain(value)) {
        note(about, figure_of(object, name), value, page);
      }
    }
  }
  static bool is_plain(const json::value& value) {
    const auto* list = value.if_array();
    if (!list) return !value.is_object();
    return std::ranges::none_of(*list,
                                [](const auto& one) { return one.is_object() || one.is_array(); });
  }
  std::string called(const std::string& about) const {
    for (const auto* name : {"title", "name"})
      if (const auto found = said_.find({about, name}); found != said_.end())
        return json::serialize(found->second.value);
    return about;
  }
  std::map<std::pair<std::string, std::string>, Said> said_;
};

/// An account with all that pages tell figures of; its values follow from a seed.
class OneTruth : public OnBothDatabases {
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

  /// Of the pages that show a cycle's objectives.
  void note_plan(const json::object& page, const std::string& cycle, const std::string& name) {
    int key_results = 0, objectives = 0, made = 0, due = 0;
    for (const auto& view : page.at("objectives").as_array()) {
      const auto& own = view.at("objective");
      // What an outcome stands at counts from the cycle's start; none before its first reading.
      if (const auto& now = view.at("outcome").at("now");
          !now.is_null() && member(own.as_object(), "outcomeKpi"))
        said_.note(text(own.at("outcomeKpi")), "latest", now, name);
      if (text(own.at("state")) == "dropped") continue;
      ++objectives;
      key_results += static_cast<int>(view.at("total").as_int64());
      for (const auto& one : view.at("keyResults").as_array()) {
        if (text(one.at("keyResult").at("state")) == "dropped") continue;
        made += static_cast<int>(one.at("checkInsMade").as_int64());
        due += static_cast<int>(one.at("checkInsDue").as_int64());
      }
    }
    said_.note(cycle, "objectives", objectives, name);
    said_.note(cycle, "keyResults", key_results, name);
    said_.note(cycle, "check-ins made of due", json::array{made, due}, name);
  }

  void cockpit(const std::string& shown) {
    const auto name = shown.empty() ? std::string("cockpit") : "cockpit of a cycle";
    const auto page =
        get(katrins(), here("cockpit") + (shown.empty() ? "" : "?cycle=" + shown)).as_object();
    const auto cycle = text(page.at("cycle"));
    said_.walk_members(page, name, cycle);
    note_plan(page, cycle, name);
    for (const auto* figure : {"progress", "expected"})
      said_.note(cycle, figure, page.at(figure), name);
    said_.note(id, "waiting", page.at("signals").as_array().size(), name);
    said_.note(id, "overdue", overdue(page.at("signals").as_array()), name);
    note_next_meeting(page.at("meetings").as_array(), name);
    note_supply(page.at("supply").as_object(), name);
    if (cycle != current()) return;
    for (const auto* figure : {"progress", "expected"})
      said_.note(id, figure, page.at(figure), name);
    static constexpr std::array kOrder{"on_track", "pending", "outdated", "behind", "at_risk"};
    std::size_t worst = 0;
    std::string last;
    for (const auto& view : page.at("objectives").as_array()) {
      for (const auto& one : view.at("keyResults").as_array())
        if (const auto* day = member(one.as_object(), "lastCheckIn"))
          last = std::max(last, text(*day));
      if (text(view.at("objective").at("state")) == "dropped") continue;
      const auto found = std::ranges::find(kOrder, text(view.at("health")));
      worst = std::max(worst, static_cast<std::size_t>(found - kOrder.begin()));
    }
    said_.note(id, "health", json::string(kOrder.at(worst)), name);
    if (!last.empty()) said_.note(id, "lastCheckIn", json::string(last), name);
  }
  static std::int64_t overdue(const json::array& views) {
    return std::ranges::count_if(views,
                                 [](const auto& one) { return one.at("overdue").as_bool(); });
  }
  void note_next_meeting(const json::array& meetings, const std::string& name) {
    std::string next;
    for (const auto& one : meetings) {
      const auto at = text(one.at("plannedAt"));
      if (text(one.at("state")) == "planned" && at >= date(0) && (next.empty() || at < next))
        next = at;
    }
    said_.note(id, "nextMeeting", next.empty() ? json::value() : json::value(next), name);
  }
  /// The cockpit has no room for the series.
  void note_supply(const json::object& page, const std::string& name) {
    for (const auto* part :
         {"cells", "sites", "areas", "total", "otherUnits", "share", "period", "startsOn"})
      said_.note(id, std::string("supply ") + part, page.at(part), name);
    const auto& total = page.at("total").at("total");
    said_.note(id, "share", total.at("share"), name);
    said_.note(id, "demand", total.at("demand"), name);
    said_.note(id, "shareUnit", total.at("unit"), name);
    said_.note(id, "sharePeriod", page.at("period"), name);
    said_.note(id, "shareStartsOn", page.at("startsOn"), name);
    said_.note(id, "shareRunning", page.at("running"), name);
    said_.note(id, "share", page.at("share").at("total").at("share"), name);
  }
  void note_contracts(const json::object& page, const std::string& name) {
    for (const auto& contract : page.at("contracts").as_array())
      said_.note(text(contract.at("productArea")) + json::serialize(contract.at("site")),
                 "contract", contract, name);
  }

  void of_cycle(const CycleMade& cycle) {
    cockpit(cycle.id);
    const auto plan = get(katrins(), "cycles/" + cycle.id + "/plan").as_object();
    said_.walk_members(plan, "plan", cycle.id);
    note_plan(plan, cycle.id, "plan");
    const auto review = get(katrins(), "cycles/" + cycle.id + "/review").as_object();
    said_.walk_members(review, "review", cycle.id);
    std::map<std::string, int> quadrants;
    double sum = 0;
    int scored = 0;
    for (const auto& one : review.at("objectives").as_array()) {
      if (text(one.at("view").at("objective").at("state")) == "dropped") continue;
      ++quadrants[text(one.at("quadrant"))];
      if (one.at("score").is_null()) continue;
      sum += std::clamp(one.at("score").to_number<double>(), 0.0, 1.0);
      ++scored;
    }
    said_.note(cycle.id, "quadrants", json::value_from(quadrants), "review");
    said_.note(cycle.id, "result", scored > 0 ? json::value(sum / scored) : json::value(),
               "review");
    for (const auto& each : cycle.key_results) of_key_result(each);
  }
  void of_key_result(const std::string& each) {
    const auto page = get(katrins(), "key-results/" + each + "/page").as_object();
    said_.walk_members(page, "key result page", "");
    if (const auto& chart = page.at("chart").as_array(); !chart.empty())
      for (const auto* figure : {"value", "progress"}) {
        // Of stages a chart has no value, only the degree.
        if (text(page.at("view").at("keyResult").at("kind")) == "stages" &&
            std::string_view(figure) == "value")
          continue;
        said_.note(each, figure, chart.back().at(figure), "chart of the key result page");
      }
    const auto open = std::ranges::count_if(
        page.at("actions").as_array(), [](const auto& one) { return one.at("doneOn").is_null(); });
    said_.note(each, "openActions", open, "actions of the key result page");
  }

  void of_portfolio(Browser& reader, const std::string& name) {
    const auto page = get(reader, "portfolio?detail=true").as_object();
    said_.walk_members(page, name, "");
    for (const auto* figure : {"waiting", "share"})
      said_.note("all accounts", figure, page.at(figure), name);
    said_.note(id, "waiting", page.at("waiting"), name + ", total");
    const auto& figures = page.at("lines").at(0).at("figures");
    if (!figures.at("yearDemand").is_null())
      said_.note("all accounts", "share",
                 figures.at("yearVolume").to_number<double>() /
                     figures.at("yearDemand").to_number<double>(),
                 name + ", its line");
  }
  void of_effectiveness() {
    const auto page = get(katrins(), here("effectiveness")).as_object();
    said_.walk_members(page, "effectiveness", "");
    for (const auto& one : page.at("cycles").as_array()) {
      const auto cycle = text(one.at("cycle").at("id"));
      json::object quadrants;
      for (const auto& each : one.at("quadrants").as_array())
        quadrants[each.at("quadrant").as_string()] = each.at("count");
      said_.note(cycle, "quadrants", quadrants, "effectiveness");
      if (cycle == current()) said_.note(id, "effect", one.at("effect"), "effectiveness");
    }
  }
  void of_agility() {
    const auto page = get(katrins(), here("agility")).as_object();
    said_.walk_members(page, "agility", "");
    said_.note(id, "agility", page.at("now").at("total"), "agility");
    auto all = page.at("before").as_array();
    all.push_back(page.at("now"));
    for (const auto& one : all) {
      if (one.at("cycle").is_null()) continue;
      const auto cycle = text(one.at("cycle"));
      said_.note(cycle, "name", one.at("name"), "agility");
      for (const auto& figure : one.at("figures").as_array()) {
        const auto code = text(figure.at("code"));
        if (code == "freshness")
          said_.note(cycle, "check-ins made of due", figure.at("raw"), "agility");
        if (code == "long_term_tie")
          said_.note(cycle, "objectives", figure.at("raw").at(1), "agility");
      }
    }
  }
  void of_long_term() {
    const auto page = get(katrins(), here("long-term")).as_object();
    said_.walk_members(page, "long-term", "");
    note_contracts(page, "long-term");
    for (const auto& line : page.at("goals").as_array())
      if (const auto& readings = line.at("kpi").at("readings").as_array(); !readings.empty())
        said_.note(kpi, "latest", readings.back().at("value"), "long-term");
    if (!current().empty())
      for (const auto& line : page.at("goals").as_array())
        said_.note(text(line.at("goal").at("id")), "asks in " + current(), line.at("asks"),
                   "long-term");
    for (const auto& line : page.at("goals").as_array())
      for (const auto* cycle : {&first, &second}) {
        if (cycle->id.empty()) continue;
        int steps = 0;
        for (const auto& step : line.at("steps").as_array())
          steps += text(step.at("cycle")) == cycle->id && text(step.at("kind")) == "contributes" &&
                   text(step.at("state")) != "dropped";
        said_.note(text(line.at("goal").at("id")), "steps in " + cycle->id, steps, "long-term");
      }
  }
  void of_signals() {
    const auto board = get(katrins(), here("signal-board") + "?all=true").as_object();
    said_.walk_members(board, "signal board", "");
    json::array waiting;
    for (const auto& one : board.at("signals").as_array())
      if (one.at("waits").as_bool()) waiting.push_back(one);
    said_.note(id, "waiting", waiting.size(), "signal board");
    said_.note(id, "overdue", overdue(waiting), "signal board");
    said_.note(id, "themes", board.at("themes"), "signal board");
    said_.note(id, "themes", get(katrins(), "signal-themes"), "themes");
    const auto inbox = get(katrins(), "signals").as_object();
    said_.walk_members(inbox, "inbox", "");
    for (const auto* figure : {"waiting", "overdue"})
      said_.note(id, figure, inbox.at(figure), "inbox");
    said_.note(id, "waiting", inbox.at("lines").as_array().size(), "lines of the inbox");
  }
  /// What is owed stands in both: the plan of the running cycle, and the work of whoever owes it.
  void of_my_work(Browser& reader, const Person& person) {
    const auto page = get(reader, "my-work").as_array();
    std::set<std::string> asked;
    for (const auto& duty : page) {
      if (text(duty.at("kind")) != "check_in") continue;
      asked.insert(text(duty.at("id")));
      said_.note(text(duty.at("id")), "nextCheckIn", duty.at("due"), "my work");
      said_.note(text(duty.at("id")), "title", duty.at("title"), "my work");
    }
    const auto own = get(reader, "my-work/page");
    for (const auto& one : own.at("keyResults").as_array())
      for (const auto* figure : {"value", "stage", "progress", "expected", "health", "confidence",
                                 "lastCheckIn", "daysSilent", "nextCheckIn"})
        said_.note(text(one.at("view").at("keyResult").at("id")), figure, one.at("view").at(figure),
                   "my work");
    const auto plan = get(katrins(), here("cockpit")).as_object();
    const bool active = current_state() == "active";
    for (const auto& view : plan.at("objectives").as_array())
      for (const auto& one : view.at("keyResults").as_array()) {
        const auto& own = one.at("keyResult");
        if (text(own.at("owner")) != person.id) continue;
        const bool owes = active && text(view.at("objective").at("state")) != "dropped" &&
                          text(own.at("state")) != "dropped" && !one.at("nextCheckIn").is_null() &&
                          text(one.at("nextCheckIn")) <= date(3);
        said_.note(text(own.at("id")), "owed by its owner", owes, "cockpit");
        said_.note(text(own.at("id")), "owed by its owner", asked.contains(text(own.at("id"))),
                   "my work");
      }
  }
  void of_meetings() {
    const auto page = get(katrins(), here("meetings-page")).as_object();
    said_.walk_members(page, "meetings", "");
    note_next_meeting(page.at("meetings").as_array(), "meetings");
    for (const auto& each : page.at("meetings").as_array())
      for (auto* reader : {&katrins(), &jonases()}) {
        const auto room = get(*reader, "meetings/" + text(each.at("id")) + "/room").as_object();
        said_.walk_members(room, "meeting room", "");
        if (!current().empty() && each.at("cycle").is_null())
          said_.note(id, "cycle at hand", room.at("cycle"), "meeting room");
      }
    if (!current().empty()) said_.note(id, "cycle at hand", json::string(current()), "cockpit");
  }
  void of_lists() {
    for (const auto* list : {"objectives", "key-results", "site-targets", "cycles", "check-ins",
                             "reviews", "signals", "long-term-goals", "actions", "supply-records",
                             "outcome-readings", "focus-topics", "kpi-values", "meetings"})
      said_.walk(get(katrins(), here(list)), std::string("list of ") + list, "");
    said_.walk(get(katrins(), "accounts"), "list of accounts", "");
    const auto kpis = get(katrins(), here("kpis-page"));
    said_.walk(kpis, "KPIs", "");
    for (const auto& one : kpis.as_array())
      if (const auto& values = one.at("values").as_array(); !values.empty())
        said_.note(text(one.at("kpi").at("id")), "latest", values.back().at("value"), "KPIs");
  }

  /// The active cycle, else the one in review; empty where neither is.
  std::string current() { return now_running_.first; }
  std::string current_state() { return now_running_.second; }

  /// Reads every page, compares, and says how often two pages told the same figure.
  std::map<std::string, int> read_all(const std::string& state) {
    SCOPED_TRACE(state + ", seed " + std::to_string(seed_));
    said_ = {};
    now_running_ = {};
    const auto cycles = get(katrins(), here("cycles"));
    for (const auto* wanted : {"review", "active"})
      for (const auto& one : cycles.as_array())
        if (text(one.at("state")) == wanted) now_running_ = {text(one.at("id")), wanted};
    cockpit("");
    for (const auto* cycle : {&first, &second})
      if (!cycle->id.empty()) of_cycle(*cycle);
    const auto supply = get(katrins(), here("supply")).as_object();
    said_.walk_members(supply, "supply", "");
    note_supply(supply, "supply");
    note_contracts(supply, "supply");
    of_effectiveness();
    of_agility();
    of_long_term();
    of_signals();
    of_portfolio(katrins(), "portfolio");
    of_portfolio(utes(), "portfolio of the head");
    of_my_work(katrins(), katrin);
    of_my_work(jonases(), jonas);
    of_meetings();
    of_lists();
    const auto compared = said_.compared();
    int all = 0;
    for (const auto& [figure, count] : compared) all += count;
    std::cout << state << ": " << all << " figures stand on two pages or more\n";
    return compared;
  }

  const long long seed_ = number_from("TAKT_ONE_TRUTH_SEED", 20261124);
  std::mt19937 random_;
  std::string id, kpi;
  std::vector<std::string> areas, sites, goals;
  CycleMade first, second;
  Sayings said_;
  std::pair<std::string, std::string> now_running_;
  std::pair<std::string, std::optional<Browser>> katrins_, jonases_, utes_;
};

TEST_P(OneTruth, SameThingHasTheSameFigureOnEveryPageInEveryState) {
  first = plan_cycle("2026 H2", 182);
  signals();
  for (int round = 0; round < 8; ++round) {
    pass(21);
    check_in(first);
    measure();
    if (round == 2) drop(first);
    if (round == 3) supply("quarter", "2026-10-01");
    if (round == 4 || round == 6)
      write("objectives/" + first.with_readings + "/outcome-readings",
            {{"on", date(0)}, {"value", number(0, 12)}});
    if (round == 1 || round == 6) read_all("first cycle, round " + std::to_string(round));
  }
  pass(20);
  change("cycles/" + first.id, {{"state", "review"}});
  read_all("in review");
  review(first);
  change("cycles/" + first.id, {{"state", "closed"}});
  read_all("closed, nothing planned");

  second = plan_cycle("2027 H1", 182);
  const auto meeting =
      write(here("meetings"),
            {{"kind", "cycle"}, {"plannedAt", date(0) + "T10:00:00.000Z"}, {"cycle", second.id}});
  write(here("meetings"), {{"kind", "check_in"}, {"plannedAt", date(30) + "T10:00:00.000Z"}});
  const auto steer = [&](const std::string& command, int step) {
    EXPECT_EQ(200, katrins()
                       .post("/api/v1/meetings/" + meeting + "/steer",
                             json::serialize(json::object{{"command", command}, {"step", step}}))
                       .status);
  };
  steer("start", 0);
  write("meetings/" + meeting + "/meeting-notes", {{"title", "So wird es"}});
  for (int step = 0; step < 7; step += 3) {
    steer("step", step);
    read_all("in step " + std::to_string(step) + " of a meeting");
  }
  steer("close", 0);
  for (int round = 0; round < 7; ++round) {
    pass(21);
    check_in(second);
    measure();
    if (round == 1) drop(second);
    if (round == 2) signals();
    if (round == 4)
      write("objectives/" + second.with_readings + "/outcome-readings",
            {{"on", date(0)}, {"value", number(0, 12)}});
    if (round == 5) supply("month", "2027-09-01");
    if (round < 6) continue;
    const auto compared = read_all("running");
    for (const auto* figure : {"progress",
                               "result",
                               "expected",
                               "health",
                               "measured",
                               "total",
                               "outdated",
                               "pending",
                               "outcome.baseline",
                               "outcome.now",
                               "outcome.known",
                               "effect",
                               "effectAtClose",
                               "score",
                               "quadrant",
                               "forecast",
                               "value",
                               "start",
                               "stage",
                               "weight",
                               "confidence",
                               "confidenceBand",
                               "lastCheckIn",
                               "daysSilent",
                               "checkInsDue",
                               "checkInsMade",
                               "nextCheckIn",
                               "sitesReached",
                               "sitesReported",
                               "sitesSilent",
                               "openActions",
                               "share",
                               "agility",
                               "waiting",
                               "overdue",
                               "days",
                               "sensingLag",
                               "monthsLeft",
                               "objectives",
                               "keyResults",
                               "quadrants",
                               "check-ins made of due",
                               "owed by its owner",
                               "latest",
                               "nextMeeting",
                               "themes",
                               "supply cells",
                               "contract",
                               "cycle at hand"})
      EXPECT_TRUE(compared.contains(figure)) << figure << " stands on one page only";
  }
  pass(60);  // long after its end
  change("cycles/" + second.id, {{"state", "review"}});
  read_all("in review, weeks after the end");
  review(second);
  read_all("in review, all reviewed");
  change("cycles/" + second.id, {{"state", "closed"}});
  const auto closed = read_all("closed");
  EXPECT_TRUE(closed.contains("score"));
  pass(30);
  supply("quarter", "2027-10-01");
  measure();
  write("objectives/" + second.with_readings + "/outcome-readings",
        {{"on", date(0)}, {"value", number(0, 12)}});
  read_all("closed, with what was entered later");
}

TAKT_ON_BOTH_DATABASES(OneTruth);

}  // namespace
}  // namespace takt::tests
