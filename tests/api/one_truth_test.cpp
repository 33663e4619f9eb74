#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>

#include "sayings.hpp"
#include "told_account.hpp"

namespace takt::tests {
namespace {

/// Reads every page of the account and compares what they say.
class OneTruth : public ToldAccount {
 protected:
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

  Sayings said_;
  std::pair<std::string, std::string> now_running_;
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
