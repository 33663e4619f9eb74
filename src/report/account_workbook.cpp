#include "report/account_workbook.hpp"

#include <algorithm>
#include <set>

#include "access/require.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "mapping/words.hpp"
#include "report/account_material.hpp"
#include "report/account_overview.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

namespace {

/// Writes the sheets of one account, each by a function of its name.
class Writer {
 public:
  Writer(Book& book, const Material& material, const Reader& reader)
      : book_(book), of_(material), reader_(reader), language_(reader.language) {}

  void objectives() const;
  void check_ins() const;
  void supply() const;
  void matrix() const;
  void signals() const;
  void contacts() const;
  void actions() const;
  void goals() const;

 private:
  std::string say(Word word) const { return std::string(word.in(language_)); }
  Sheet& list(Word name, const std::vector<ColumnWords>& words) const {
    return book_.sheet(name.in(language_), list_columns(language_, words));
  }
  template <mapping::Enum E>
  std::string choice(E value) const {
    return std::string(mapping::choice(language_, value));
  }
  template <mapping::Enum E>
  std::string choice(const std::optional<E>& value) const {
    return value ? choice(*value) : "";
  }
  /// What is called by the id; nothing where there is none.
  template <class I>
  std::string name(const std::optional<I>& id) const {
    return id ? name(*id) : "";
  }
  std::string name(const Id& id) const {
    const auto found = of_.names.find(id);
    return found == of_.names.end() ? "" : found->second;
  }
  std::string yes(bool is) const { return is ? say({"ja", "yes"}) : ""; }
  std::string site(const std::optional<Reference<Site>>& site) const {
    return site ? name(*site) : say({"Kunde gesamt", "Whole account"});
  }
  Date day(Instant instant) const { return store::day_in(of_.zone, instant); }
  std::string rest(const SupplyRecord& record) const {
    return record.rest == Rest::competitor ? std::string(record.competitor) : choice(record.rest);
  }
  std::string stages(const KeyResult& key_result) const;
  std::string answers(const SignalView& view) const;
  std::string milestones(const GoalView& view) const;

  Book& book_;
  const Material& of_;
  const Reader& reader_;
  Language language_;
};

std::string stage(const KeyResult& key_result, const std::optional<int>& at) {
  const auto& stages = key_result.stages;
  return at && *at >= 0 && *at < std::ssize(stages)
             ? std::string(stages[static_cast<std::size_t>(*at)].title)
             : "";
}

void Writer::objectives() const {
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
          view.outcome.baseline,
          view.outcome.target,
          view.outcome.now};
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
             one.value,
             stage(key_result, one.stage),
             percent(one.progress),
             percent(one.expected),
             choice(one.health),
             one.confidence,
             Percent{one.weight / 100},
             key_result.due.value_or(cycle.ends_on),
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
std::string Writer::stages(const KeyResult& key_result) const {
  std::vector<std::string> out;
  for (const auto& [title, degree] : key_result.stages)
    out.push_back(std::to_string(degree.value) + " % " + title);
  return joined(out, "; ");
}

void Writer::check_ins() const {
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

void Writer::supply() const {
  auto& sheet = list({"Lieferanteile", "Shares of supply"},
                     {{{"Standort", "Site"}},
                      {{"Produktbereich", "Product area"}},
                      {{"Zeitraum", "Period"}, Width::narrow},
                      {{"beginnt am", "Starts on"}, Width::narrow},
                      {{"unser Volumen", "Our volume"}},
                      {{"Gesamtbedarf", "Total demand"}},
                      {{"Einheit", "Unit"}, Width::narrow},
                      {{"Lieferanteil", "Share of supply"}, Width::narrow},
                      {{"geschätzt", "Estimated"}, Width::narrow},
                      {{"Rest bei", "Rest with"}},
                      {{"Vertragsende", "Contract end"}, Width::narrow},
                      {{"Quelle", "Source"}, Width::wide}});
  for (const auto& record : of_.supply)
    sheet.add({site(record.site), name(record.product_area),
               period_name(record.period, record.starts_on), record.starts_on,
               amount(record.volume), amount(record.demand), choice(record.unit),
               percent(share_of(record)), yes(record.estimated), rest(record), record.contract_end,
               record.source, record.id.text});
}

void Writer::matrix() const {
  std::vector<Column> columns{{say({"Zeitraum", "Period"}), Width::narrow},
                              {say({"Standort", "Site"})}};
  if (of_.matrix)
    for (const auto& area : of_.matrix->areas) columns.push_back({name(area.id), Width::narrow});
  columns.push_back({say({"gesamt", "total"}), Width::narrow});
  auto& sheet = book_.sheet(say({"Matrix", "Matrix"}), columns);
  if (!of_.matrix) return;
  const auto& page = *of_.matrix;
  const auto period = period_name(page.period, page.starts_on);
  std::map<std::pair<std::optional<Id>, Id>, std::optional<double>> shares;
  for (const auto& cell : page.cells) shares[{cell.site, cell.product_area}] = cell.share;
  for (const auto& line : page.sites) {
    std::vector<Cell> cells{period,
                            line.id ? name(*line.id) : say({"nicht aufgeteilt", "not split"})};
    for (const auto& area : page.areas) cells.push_back(percent(shares[{line.id, *area.id}]));
    cells.push_back(percent(line.total.share));
    sheet.add(cells);
  }
  std::vector<Cell> totals{period, say({"Kunde gesamt", "Whole account"})};
  for (const auto& area : page.areas) totals.push_back(percent(area.total.share));
  totals.push_back(percent(page.total.total.share));
  sheet.add(totals);
}

void Writer::signals() const {
  auto& sheet = list({"Signale", "Signals"}, {{{"Signal", "Signal"}, Width::wide},
                                              {{"Einzelheiten", "Detail"}, Width::wide},
                                              {{"beobachtet am", "Observed on"}, Width::narrow},
                                              {{"erfasst am", "Recorded on"}, Width::narrow},
                                              {{"erfasst von", "Recorded by"}},
                                              {{"Quelle", "Source"}, Width::narrow},
                                              {{"Thema", "Theme"}},
                                              {{"Chance oder Gefahr", "Opportunity or threat"}},
                                              {{"Auswirkung", "Impact"}, Width::narrow},
                                              {{"Wahrscheinlichkeit", "Likelihood"}, Width::narrow},
                                              {{"Priorität", "Priority"}, Width::narrow},
                                              {{"handeln bis", "Act by"}, Width::narrow},
                                              {{"beantworten bis", "Answer by"}, Width::narrow},
                                              {{"Status", "State"}, Width::narrow},
                                              {{"überfällig", "Overdue"}, Width::narrow},
                                              {{"Antworten", "Answers"}, Width::wide},
                                              {{"Schlagworte", "Tags"}},
                                              {{"Belege", "Evidence"}, Width::wide}});
  for (const auto& view : of_.signals) {
    const auto& signal = view.signal;
    const auto recorded = day(signal.created_at);
    sheet.add({signal.title, signal.detail, signal.observed_on.value_or(recorded), recorded,
               name(signal.recorded_by), choice(signal.source), choice(signal.theme),
               choice(signal.nature), signal.impact, signal.likelihood,
               view.priority ? Cell(view.priority->score) : Cell(), signal.act_by, view.answer_by,
               choice(signal.state), yes(view.overdue), answers(view),
               joined({signal.tags.begin(), signal.tags.end()}, ", "),
               joined({signal.evidence.begin(), signal.evidence.end()}, "\n"), signal.id.text});
  }
}

std::string Writer::answers(const SignalView& view) const {
  std::vector<std::string> out;
  for (const auto& response : view.responses)
    out.push_back(joined({choice(response.kind), name(response.target), response.reason}, ": "));
  return joined(out, "\n");
}

void Writer::contacts() const {
  auto& sheet = list({"Ansprechpartner", "Contacts"},
                     {{{"Name", "Name"}},
                      {{"Funktion", "Function"}},
                      {{"Standort", "Site"}},
                      {{"Rollen", "Roles"}},
                      {{"Einfluss", "Influence"}, Width::narrow},
                      {{"Haltung", "Attitude"}, Width::narrow},
                      {{"angestrebte Haltung", "Wanted attitude"}, Width::narrow},
                      {{"berichtet an", "Reports to"}},
                      {{"hält Kontakt", "Kept in touch by"}},
                      {{"letzter Kontakt", "Last contact"}, Width::narrow}});
  sheet.mark_personal(say({"Personenbezogene Daten", "Personal data"}));
  for (const auto& contact : of_.contacts) {
    std::vector<std::string> roles;
    for (const auto role : contact.roles) roles.push_back(choice(role));
    sheet.add({contact.name, contact.function, name(contact.site), joined(roles, ", "),
               contact.influence, contact.attitude, contact.wanted_attitude,
               name(contact.reports_to), name(contact.kept_by), contact.last_contact,
               contact.id.text});
  }
}

void Writer::actions() const {
  auto& sheet = list({"Maßnahmen", "Actions"}, {{{"Maßnahme", "Action"}, Width::wide},
                                                {{"Key Result", "Key Result"}, Width::wide},
                                                {{"zuständig", "Assignee"}},
                                                {{"Termin", "Due"}, Width::narrow},
                                                {{"erledigt am", "Done on"}, Width::narrow}});
  for (const auto& action : of_.actions)
    sheet.add({action.title, name(action.key_result), name(action.assignee), action.due,
               action.done_on, action.id.text});
}

void Writer::goals() const {
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

std::string Writer::milestones(const GoalView& view) const {
  std::vector<std::string> out;
  for (const auto& milestone : view.milestones)
    out.push_back(to_string(milestone.due) + " " + milestone.title +
                  (milestone.reached_on ? say({" (erreicht)", " (reached)"}) : ""));
  return joined(out, "\n");
}

std::string cycle_name(const Material& material) {
  for (const auto& plan : material.plans)
    if (plan.cycle.id == material.shown) return plan.cycle.name;
  return "";
}

}  // namespace

File account_workbook(access::Context& context, const access::Caller& caller, const Id& account) {
  // Whoever sees an account sees its contacts: reading them asks for nothing else.
  access::require(context, caller, Permission::see, account);
  auto reader = reader_of(context, caller);
  reader.contacts = true;
  return account_workbook(context, reader, account);
}

File account_workbook(access::Context& context, const Reader& reader, const Id& account) {
  const auto material = context.database.read([&](store::Session& session) {
    return material_of(session, account, context.today(), reader.contacts);
  });
  const std::string title = "Key-Account-Plan";
  Book book(reader.language, about(context, reader, title + " " + material.account.name));
  const Writer writer(book, material, reader);
  add_overview(book, material, reader, stand(context, reader));
  writer.objectives();
  writer.check_ins();
  writer.supply();
  writer.matrix();
  writer.signals();
  if (reader.contacts) writer.contacts();
  writer.actions();
  writer.goals();
  return {file_name({title, material.account.name, cycle_name(material)}, ".xlsx"), book.file()};
}

}  // namespace takt::report
