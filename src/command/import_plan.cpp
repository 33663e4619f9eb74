// Rows of plans: a key result and its objective, or what a key result stood at on a day.

#include "command/import_run.hpp"
#include "domain/progress.hpp"

namespace takt::command {

using namespace domain;

namespace {

const PlanNames& plan_of(ImportRun& run) {
  if (run.plan) return *run.plan;
  PlanNames& plan = run.plan.emplace();
  for (auto& cycle : store::present_of<Cycle>(run.session, run.account))
    plan.cycles.emplace(cycle.id, cycle);
  for (auto& objective : store::present_of<Objective>(run.session, run.account)) {
    if (!plan.cycles.contains(objective.cycle)) continue;
    run.by.names.of[objective.id] = objective.title;
    plan.objectives.emplace(name_key(objective.title), objective);
  }
  for (auto& key_result : store::present_of<KeyResult>(run.session, run.account))
    if (run.by.names.of.contains(key_result.objective))
      plan.key_results.emplace(name_key(key_result.title), key_result);
  return plan;
}

/// Takes a member out of what a row says; blank where it does not say it.
std::string taken(Reading& reading, std::string_view member) {
  auto& members = reading.members;
  const auto found = members.find(member);
  if (found == members.end()) return "";
  std::string text(found->value().as_string());
  members.erase(found);
  return text;
}

/// The cycle that is being planned, the one that begins first of several, else the running one.
const Cycle* planned_cycle(const PlanNames& plan) {
  const Cycle* best = nullptr;
  for (const auto& [id, cycle] : plan.cycles) {
    if (cycle.state == CycleState::closed) continue;
    const auto rank = [](const Cycle& one) {
      return std::pair(one.state != CycleState::planning, one.starts_on);
    };
    if (!best || rank(cycle) < rank(*best)) best = &cycle;
  }
  return best;
}

/// The objective of the cycle that is called so, made where there is none.
std::optional<Id> objective_of(ImportRun& run, const Id& cycle, const std::string& title,
                               ImportedRow& out) {
  const auto column = run.column_of("objective");
  const auto [first, last] = plan_of(run).objectives.equal_range(name_key(title));
  std::vector<Id> same;
  for (auto at = first; at != last; ++at)
    if (at->second.cycle == cycle) same.push_back(at->second.id);
  if (same.size() > 1) {
    out.problems.push_back(
        {column, "ambiguous", "several objectives are called so: give them different names", {}});
    return {};
  }
  if (!same.empty()) {
    out.entry = same.front();
    return same.front();
  }
  Objective wanted;
  wanted.account = run.account;
  wanted.cycle = cycle;
  mapping::Errors errors;
  mapping::read_json(boost::json::value(title), wanted.title, "/objective", errors);
  for (const auto& error : errors) out.problems.push_back({column, error.code, error.detail, {}});
  if (!errors.empty()) return {};
  const auto made = take_in<Objective>(run, nullptr, std::move(wanted));
  run.by.names.of[made.id] = made.title;
  run.plan->objectives.emplace(name_key(made.title), made);
  return made.id;
}

/// The key results that a row may mean.
std::vector<const KeyResult*> meant_key_results(const PlanNames& plan, const Names& names,
                                                const std::string& title,
                                                const std::string& objective, const Id& cycle) {
  std::vector<const KeyResult*> out;
  const auto [first, last] = plan.key_results.equal_range(name_key(title));
  const auto [from, to] = plan.objectives.equal_range(name_key(objective));
  for (auto at = first; at != last; ++at) {
    const auto& one = at->second;
    const bool of_objective = objective.empty() || std::any_of(from, to, [&](const auto& named) {
                                return named.second.id == one.objective;
                              });
    if (of_objective && names.of.contains(one.objective)) out.push_back(&one);
  }
  if (!cycle.empty())
    std::erase_if(out, [&](const KeyResult* one) {
      return std::ranges::none_of(plan.objectives, [&](const auto& named) {
        return named.second.id == one->objective && named.second.cycle == cycle;
      });
    });
  return out;
}

const Cycle& cycle_in(const PlanNames& plan, const KeyResult& key_result) {
  const auto found = std::ranges::find_if(
      plan.objectives, [&](const auto& named) { return named.second.id == key_result.objective; });
  return plan.cycles.at(found->second.cycle);
}

/// The Monday of an ISO week; no value where the year has no such week.
std::optional<Date> monday_of(int year, int week) {
  using namespace std::chrono;
  const sys_days fourth = std::chrono::year{year} / January / 4;
  const auto first = fourth - (weekday{fourth} - Monday);
  const auto monday = first + days{7 * (week - 1)};
  if (year_month_day{monday + days{3}}.year() != std::chrono::year{year}) return {};
  return Date{monday};
}

/// A day; of a week its Monday, so that it never lies ahead; of a month its last day, of the one
/// that is under way today. A week without a year is the one that lies in the cycle, if it is
/// known.
Read<Date> day_of(const std::string& text, const CellFormat& format, const Cycle* cycle,
                  Date today) {
  auto day = read_day(text, format.date_order);
  if (std::holds_alternative<Date>(day)) return day;
  const auto month = read_period(text);
  if (const auto* one = std::get_if<PeriodOf>(&month); one && one->period == Period::month)
    return one->starts_on > today ? plus_days(plus_months(one->starts_on, 1), -1)
                                  : std::min(plus_days(plus_months(one->starts_on, 1), -1), today);
  const auto week = read_week(text);
  const auto* one = std::get_if<WeekOf>(&week);
  if (!one) return day;
  if (one->year) {
    if (const auto monday = monday_of(*one->year, one->week)) return *monday;
    return day;
  }
  if (!cycle)
    return Unreadable{"which_year", "“" + text + "” says no year: name the cycle, or the year"};
  const int begins = int(std::chrono::year_month_day{cycle->starts_on.days}.year());
  for (int year = begins - 1; year <= begins + 2; ++year)
    if (const auto monday = monday_of(year, one->week);
        monday && *monday >= plus_days(cycle->starts_on, -6) && *monday <= cycle->ends_on)
      return *monday;
  return Unreadable{"outside_cycle", "“" + text + "” lies outside the cycle " + cycle->name};
}

/// What a key result stood at: its stage by name or degree, or its value as the factor has it.
void read_standing(Reading& reading, const KeyResult& key_result, const boost::json::value& cell,
                   int factor) {
  const auto number = cell.is_number() ? Read<double>(cell.to_number<double>())
                                       : read_number(text_of(cell), reading.by.format.decimal_sign);
  const auto* value = std::get_if<double>(&number);
  if (key_result.kind != KeyResultKind::stages) {
    if (!value) return reading.refuse(std::get<Unreadable>(number));
    reading.members["value"] = multiplied(*value, factor, cell);
    return;
  }
  const auto name = name_key(text_of(cell));
  Unreadable wrong{"not_a_choice", "is none of the stages: say one by its name or its degree"};
  for (std::size_t i = 0; i < key_result.stages.size(); ++i) {
    const auto& stage = key_result.stages[i];
    if (name_key(stage.title) == name || (value && *value == stage.degree.value)) {
      reading.members["stage"] = i;
      return;
    }
    wrong.choices.push_back(stage.title);
  }
  reading.refuse(std::move(wrong));
}

/// A file's own progress is compared, never taken.
void compare_progress(ImportRun& run, Reading& reading, const KeyResult& key_result,
                      ImportedRow& out) {
  auto& members = reading.members;
  const auto* said = members.if_contains("progress");
  if (!said) return;
  const double theirs = said->to_number<double>();
  CheckIn as_if;
  if (const auto* value = members.if_contains("value")) as_if.value = value->to_number<double>();
  if (const auto* stage = members.if_contains("stage"))
    as_if.stage = Whole<0, 100>{stage->to_number<int>()};
  members.erase("progress");
  const auto ours = progress(key_result, as_if);
  if (!ours || std::abs(*ours - theirs) < 0.005) return;
  const auto percent = [](double part) {
    return mapping::to_json(std::round(part * 1000) / 10) + " %";
  };
  out.hints.push_back(
      {run.column_of("progress"),
       "progress_differs",
       "the file says " + percent(theirs) + "; from start to target it is " + percent(*ours),
       {percent(theirs), percent(*ours)}});
}

void must_say(ImportRun& run, std::string_view member, ImportedRow& out) {
  out.problems.push_back(
      {run.column_of(member), "required", run.in_words(member, "is required"), {}});
}

}  // namespace

template <>
bool look_up<KeyResult>(ImportRun& run, Reading& reading, ImportedRow& out) {
  if (!out.problems.empty()) return false;
  auto& members = reading.members;
  const auto& plan = plan_of(run);
  const auto named = taken(reading, "cycle");
  const auto* planned = planned_cycle(plan);
  if (named.empty() && !planned) {
    out.problems.push_back(
        {{}, "no_cycle", "no cycle is open for it: plan one first, or name it", {}});
    return false;
  }
  const auto cycle = named.empty() ? planned->id : Id{named};
  const auto objective = taken(reading, "objective");
  if (objective.empty()) {
    must_say(run, "objective", out);
    return false;
  }
  const auto revision = run.revision;
  const auto known = plan.objectives.size();
  const auto parent = objective_of(run, cycle, objective, out);
  if (!parent) return false;
  const bool made = plan.objectives.size() > known || run.revision != revision;
  if (!members.contains("title")) {
    out.title = run.by.names.of.at(*parent);
    out.verdict = made ? ImportVerdict::new_ : ImportVerdict::unchanged;
    if (made)
      out.values.push_back(
          {run.column_of("objective"), "objective", {}, shown(run.by.names, *parent)});
    return false;
  }
  out.entry.reset();
  if (made)
    out.hints.push_back(
        {run.column_of("objective"), "brings_objective", "its objective is new, too", {}});
  members["objective"] = parent->text;
  const auto says = [&](const char* member) { return members.contains(member); };
  if (says("stages")) members["kind"] = mapping::enum_text(KeyResultKind::stages);
  if ((says("lower") || says("upper")) && !says("start") && !says("target"))
    members["kind"] = mapping::enum_text(KeyResultKind::corridor);
  return true;
}

template <>
bool look_up<CheckIn>(ImportRun& run, Reading& reading, ImportedRow& out) {
  if (!out.problems.empty()) return false;
  auto& members = reading.members;
  const auto& plan = plan_of(run);
  const Id cycle{taken(reading, "cycle")};
  const auto objective = taken(reading, "objective");
  const auto title = taken(reading, "keyResult");
  const auto day_text = taken(reading, "effectiveOn");
  const auto said = members.if_contains("value");
  const auto value = said ? *said : boost::json::value();
  members.erase("value");
  const auto confidence = taken(reading, "confidenceText");
  if (title.empty()) must_say(run, "keyResult", out);
  if (day_text.empty()) must_say(run, "effectiveOn", out);
  if (!out.problems.empty()) return false;
  const auto today = run.context.today_of(run.caller);
  auto meant = meant_key_results(plan, run.by.names, title, objective, cycle);
  if (meant.size() > 1) {
    const auto day = day_of(day_text, run.by.format, nullptr, today);
    if (const auto* on = std::get_if<Date>(&day))
      std::erase_if(meant, [&](const KeyResult* one) {
        const auto& of = cycle_in(plan, *one);
        return *on < of.starts_on || *on > of.ends_on;
      });
  }
  if (meant.size() != 1) {
    reading.column = run.column_of("keyResult");
    auto found = run.by.names.key_results.find(title);
    if (meant.size() > 1)
      reading.refuse(
          {"ambiguous", "several key results are called so: name the cycle or objective"});
    else if (auto* wrong = std::get_if<Unreadable>(&found))
      reading.refuse(std::move(*wrong));
    else
      reading.refuse({"unknown_key_result", "the cycle or objective has no such key result"});
  } else {
    const auto& key_result = *meant.front();
    members["keyResult"] = key_result.id.text;
    reading.column = run.column_of("effectiveOn");
    const auto of = cycle_in(plan, key_result);
    auto day = day_of(day_text, run.by.format, &of, today);
    if (auto* wrong = std::get_if<Unreadable>(&day))
      reading.refuse(std::move(*wrong));
    else
      members["effectiveOn"] = to_string(std::get<Date>(day));
    reading.column = run.column_of("value");
    if (!value.is_null()) {
      const auto column = static_cast<std::size_t>(reading.column.value_or(0));
      read_standing(reading, key_result, value, factor_of(run.head, column));
    }
    compare_progress(run, reading, key_result, out);
  }
  if (!confidence.empty()) {
    auto note = taken(reading, "note");
    members["note"] = note + (note.empty() ? "“" : "\n“") + confidence + "”";
  }
  out.problems = std::move(reading.problems);
  return out.problems.empty();
}

}  // namespace takt::command
