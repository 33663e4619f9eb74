// The lists of what is planned and what becomes of it.

#include <algorithm>
#include <map>
#include <set>

#include "domain/objective.hpp"
#include "report/list_writer.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

namespace {

std::string stage(const KeyResult& key_result, const std::optional<int>& at) {
  const auto& stages = key_result.stages;
  return at && *at >= 0 && *at < std::ssize(stages)
             ? std::string(stages[static_cast<std::size_t>(*at)].title)
             : "";
}

/// What was fixed by hand, as the import takes it back; the others share the rest.
Cell own_weight(const KeyResult& key_result) {
  return key_result.weight ? Cell(Percent{*key_result.weight / 100}) : Cell();
}

}  // namespace

void ListWriter::objectives() const {
  auto& sheet = list({"Objectives", "Objectives"},
                     {{{"Zyklus", "Cycle"}, Width::narrow},
                      {{"Objective", "Objective"}, Width::wide},
                      {{"Key Result", "Key Result"}, Width::wide},
                      {{"verantwortlich", "Owner"}},
                      {{"Art", "Kind"}, Width::narrow},
                      {{"Einheit", "Unit"}, Width::narrow},
                      {{"Ausgangswert", "Start"}, Width::narrow},
                      {{"Zielwert", "Target"}, Width::narrow},
                      {{"untere Grenze", "Lower bound"}, Width::narrow},
                      {{"obere Grenze", "Upper bound"}, Width::narrow},
                      {{"Stufen", "Stages"}},
                      {{"aktueller Wert", "Current value"}, Width::narrow},
                      {{"aktuelle Stufe", "Current stage"}},
                      {{"Fortschritt", "Progress"}, Width::narrow},
                      {{"bis heute erwartet", "Expected by now"}, Width::narrow},
                      {{"Zustand", "Health"}, Width::narrow},
                      {{"Zuversicht", "Confidence"}, Width::narrow},
                      {{"Gewicht", "Weight"}, Width::narrow},
                      {{"fällig", "Due"}, Width::narrow},
                      {{"letzter Check-in", "Last check-in"}, Width::narrow},
                      {{"Bemerkung", "Note"}, Width::wide},
                      {{"Standorte am Ziel", "Sites at their target"}, Width::narrow},
                      {{"Standorte", "Sites"}, Width::narrow},
                      {{"Status", "State"}, Width::narrow},
                      {{"Objective: verantwortlich", "Objective: owner"}},
                      {{"Objective: Status", "Objective: state"}, Width::narrow},
                      {{"Objective: Fortschritt", "Objective: progress"}, Width::narrow},
                      {{"Objective: Zustand", "Objective: health"}, Width::narrow},
                      {{"Ziel des Kunden", "Customer's goal"}, Width::wide},
                      {{"Wirkung", "Outcome"}, Width::wide},
                      {{"Wirkung: Einheit", "Outcome: unit"}, Width::narrow},
                      {{"Wirkung: Ausgangswert", "Outcome: baseline"}, Width::narrow},
                      {{"Wirkung: Zielwert", "Outcome: target"}, Width::narrow},
                      {{"Wirkung: jetzt", "Outcome: now"}, Width::narrow}});
  for (const auto& [cycle, objectives] : of_.plans) {
    for (const auto& view : objectives) {
      const auto& objective = view.objective;
      const std::vector<Cell> whose{
          name(objective.owner),
          choice(objective.state),
          percent(view.progress),
          choice(view.health),
          objective.customer_goal,
          objective.outcome.empty() && objective.outcome_kind != OutcomeKind::none
              ? choice(objective.outcome_kind)
              : std::string(objective.outcome),
          objective.outcome_kind == OutcomeKind::supply ? "%" : std::string(objective.outcome_unit),
          computed(view.outcome.baseline, view.outcome.decimals),
          view.outcome.target,
          computed(view.outcome.now, view.outcome.decimals)};
      const auto add = [&](std::vector<Cell> cells, const Id& id) {
        cells.insert(cells.end(), whose.begin(), whose.end());
        cells.emplace_back(id.text);
        sheet.add(cells);
      };
      if (view.key_results.empty()) {
        std::vector<Cell> cells(24);
        cells[0] = cycle.name;
        cells[1] = objective.title;
        add(std::move(cells), objective.id);
      }
      for (const auto& one : view.key_results) {
        const auto& key_result = one.key_result;
        add({cycle.name,
             objective.title,
             key_result.title,
             name(key_result.owner),
             choice(key_result.kind),
             key_result.unit,
             key_result.start,
             key_result.target,
             key_result.lower,
             key_result.upper,
             stages(key_result),
             key_result.follows == Follows::check_ins ? Cell(one.value)
                                                      : computed(one.value, one.decimals),
             stage(key_result, one.stage),
             percent(one.progress),
             percent(one.expected),
             choice(one.health),
             one.confidence,
             own_weight(key_result),
             key_result.due,
             one.last_check_in,
             one.last_note,
             one.sites_reached,
             one.sites_total,
             choice(key_result.state)},
            key_result.id);
      }
    }
  }
}

/// As they can be read again: `0 % offen; 100 % freigegeben`.
std::string ListWriter::stages(const KeyResult& key_result) const {
  std::vector<std::string> out;
  for (const auto& [title, degree] : key_result.stages)
    out.push_back(std::to_string(degree.value) + " % " + title);
  return joined(out, "; ");
}

void ListWriter::check_ins() const {
  auto& sheet = list({"Check-ins", "Check-ins"}, {{{"Datum", "Date"}, Width::narrow},
                                                  {{"Zyklus", "Cycle"}, Width::narrow},
                                                  {{"Objective", "Objective"}, Width::wide},
                                                  {{"Key Result", "Key Result"}, Width::wide},
                                                  {{"Standort", "Site"}},
                                                  {{"Wert", "Value"}, Width::narrow},
                                                  {{"Einheit", "Unit"}, Width::narrow},
                                                  {{"Stufe", "Stage"}},
                                                  {{"Zuversicht", "Confidence"}, Width::narrow},
                                                  {{"Bemerkung", "Note"}, Width::wide},
                                                  {{"Belege", "Evidence"}, Width::wide},
                                                  {{"eingetragen von", "Entered by"}},
                                                  {{"eingetragen am", "Entered on"}, Width::narrow},
                                                  {{"korrigiert", "Corrected"}, Width::narrow}});
  struct Place {
    const Cycle& cycle;
    const Objective& objective;
    const KeyResult& key_result;
  };
  std::map<Id, Place> places;
  for (const auto& [cycle, objectives] : of_.plans)
    for (const auto& view : objectives)
      for (const auto& one : view.key_results)
        places.emplace(one.key_result.id, Place{cycle, view.objective, one.key_result});
  std::set<Id> corrected;
  for (const auto& one : of_.check_ins)
    if (one.supersedes) corrected.insert(*one.supersedes);
  auto newest = of_.check_ins;
  std::ranges::stable_sort(newest, std::greater{}, [](const CheckIn& one) {
    return std::pair(one.effective_on, one.created_at);
  });
  for (const auto& one : newest) {
    const auto found = places.find(one.key_result);
    if (found == places.end()) continue;  // of what is archived
    const auto& [cycle, objective, key_result] = found->second;
    std::optional<int> at;
    if (one.stage) at = one.stage->value;
    sheet.add({one.effective_on, cycle.name, objective.title, key_result.title, name(one.site),
               one.value, key_result.unit, stage(key_result, at), one.confidence, one.note,
               joined({one.evidence.begin(), one.evidence.end()}, "\n"), name(one.entered_by),
               day(one.created_at), yes(corrected.contains(one.id)), one.id.text});
  }
}

void ListWriter::roll_outs() const {
  auto& sheet = list({"Roll-outs", "Roll-outs"},
                     {{{"Zyklus", "Cycle"}, Width::narrow},
                      {{"Objective", "Objective"}, Width::wide},
                      {{"Key Result", "Key Result"}, Width::wide},
                      {{"Standort", "Site"}},
                      {{"Einheit", "Unit"}, Width::narrow},
                      {{"Ausgangswert", "Start"}, Width::narrow},
                      {{"Zielwert", "Target"}, Width::narrow},
                      {{"aktueller Wert", "Current value"}, Width::narrow},
                      {{"aktuelle Stufe", "Current stage"}},
                      {{"Fortschritt", "Progress"}, Width::narrow},
                      {{"am Ziel", "At its target"}, Width::narrow},
                      {{"informierte Besteller", "Purchasers told"}, Width::narrow},
                      {{"Besteller", "Purchasers"}, Width::narrow}});
  for (const auto& [cycle, objectives] : of_.plans)
    for (const auto& view : objectives)
      for (const auto& one : view.key_results)
        for (const auto& at : one.sites)
          sheet.add({cycle.name, view.objective.title, one.key_result.title, at.name,
                     one.key_result.unit, computed(at.start, one.decimals), at.site_target.target,
                     at.value, stage(one.key_result, at.stage), percent(at.progress),
                     yes(at.reached), at.site_target.told, at.purchasers, at.site_target.id.text});
}

void ListWriter::actions() const {
  auto& sheet = list({"Maßnahmen", "Actions"}, {{{"Maßnahme", "Action"}, Width::wide},
                                                {{"Key Result", "Key Result"}, Width::wide},
                                                {{"zuständig", "Assignee"}},
                                                {{"Termin", "Due"}, Width::narrow},
                                                {{"erledigt am", "Done on"}, Width::narrow}});
  for (const auto& action : of_.actions)
    sheet.add({action.title, name(action.key_result), name(action.assignee), action.due,
               action.done_on, action.id.text});
}

void ListWriter::goals() const {
  auto& sheet = list({"Langfristige Ziele", "Long-term goals"},
                     {{{"Ziel", "Goal"}, Width::wide},
                      {{"Art", "Kind"}, Width::narrow},
                      {{"Maß", "Measure"}, Width::wide},
                      {{"Termin", "Due"}, Width::narrow},
                      {{"Status", "State"}, Width::narrow},
                      {{"Kennzahl", "KPI"}},
                      {{"Objectives im Zyklus", "Objectives in the cycle"}, Width::narrow},
                      {{"Etappen", "Milestones"}, Width::wide}});
  for (const auto& view : of_.goals)
    sheet.add({view.goal.title, choice(view.goal.kind), view.goal.measure, view.goal.due,
               choice(view.goal.state), name(view.goal.kpi), view.steps_in_cycle, milestones(view),
               view.goal.id.text});
}

std::string ListWriter::milestones(const GoalView& view) const {
  std::vector<std::string> out;
  for (const auto& milestone : view.milestones)
    out.push_back(to_string(milestone.due) + " " + milestone.title +
                  (milestone.reached_on ? say({" (erreicht)", " (reached)"}) : ""));
  return joined(out, "\n");
}

}  // namespace takt::report
