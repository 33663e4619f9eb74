#include "report/account_lists.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/signal.hpp"
#include "domain/text.hpp"
#include "report/list_writer.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

void write_list(Sheets& sheets, const Material& material, const Reader& reader, AccountList list) {
  const ListWriter writer(sheets, material, reader);
  switch (list) {
    case AccountList::objectives:
      return writer.objectives();
    case AccountList::check_ins:
      return writer.check_ins();
    case AccountList::roll_outs:
      return writer.roll_outs();
    case AccountList::supply:
      return writer.supply();
    case AccountList::matrix:
      return writer.matrix();
    case AccountList::kpi_values:
      return writer.kpi_values();
    case AccountList::signals:
      return writer.signals();
    case AccountList::contacts:
      return writer.contacts();
    case AccountList::questions:
      return writer.questions();
    case AccountList::actions:
      return writer.actions();
    case AccountList::goals:
      return writer.goals();
  }
}

void ListWriter::supply() const {
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
  auto records = of_.supply;
  std::ranges::sort(records, {}, [&](const SupplyRecord& one) {
    return std::tuple(sort_key(name(one.product_area)), sort_key(name(one.site)), one.starts_on,
                      one.period, one.id);
  });
  for (const auto& record : records)
    sheet.add(
        {site(record.site), name(record.product_area), period_name(record.period, record.starts_on),
         record.starts_on, amount(record.volume), amount(record.demand), choice(record.unit),
         record.share ? Cell(Percent{*record.share, true}) : percent(share_of(record)),
         yes(record.estimated), rest(record), record.contract_end, record.source, record.id.text});
}

void ListWriter::matrix() const {
  std::vector<Column> columns{{say({"Zeitraum", "Period"}), Width::narrow},
                              {say({"Standort", "Site"})}};
  if (of_.matrix)
    for (const auto& area : of_.matrix->areas) columns.push_back({name(area.id), Width::narrow});
  columns.push_back({say({"gesamt", "total"}), Width::narrow});
  auto& sheet = sheets_.sheet(say({"Matrix", "Matrix"}), columns);
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

void ListWriter::kpi_values() const {
  auto& sheet = list({"Kennzahlen", "KPIs"}, {{{"Kennzahl", "KPI"}},
                                              {{"Tag", "Day"}, Width::narrow},
                                              {{"Wert", "Value"}, Width::narrow},
                                              {{"Einheit", "Unit"}, Width::narrow},
                                              {{"Quelle", "Source"}, Width::wide}});
  for (const auto& kpi : of_.kpis)
    for (const auto& value : of_.kpi_values)
      if (value.kpi == kpi.id)
        sheet.add({kpi.name, value.on, value.value, kpi.unit, value.source, value.id.text});
}

void ListWriter::signals() const {
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

std::string ListWriter::answers(const SignalView& view) const {
  std::vector<std::string> out;
  for (const auto& response : view.responses)
    out.push_back(joined({choice(response.kind), name(response.target), response.reason}, ": "));
  return joined(out, "\n");
}

void ListWriter::contacts() const {
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

void ListWriter::questions() const {
  auto& sheet =
      list({"Offene Fragen", "Open questions"}, {{{"Frage", "Question"}, Width::wide},
                                                 {{"betrifft", "About"}, Width::wide},
                                                 {{"fragt", "Asked by"}},
                                                 {{"zu fragen", "Whom to ask"}},
                                                 {{"zu fragen bis", "Ask by"}, Width::narrow},
                                                 {{"zuletzt gefragt", "Last asked"}, Width::narrow},
                                                 {{"überfällig", "Overdue"}, Width::narrow},
                                                 {{"beantwortet am", "Answered on"}, Width::narrow},
                                                 {{"Antwort", "Answer"}, Width::wide}});
  for (const auto& view : of_.questions) {
    const auto& question = view.question;
    sheet.add({question.text, about(view), name(question.asked_by), name(question.contact),
               question.ask_by, question.asked_on, yes(view.overdue), question.answered_on,
               answer(question), question.id.text});
  }
}

/// The entry that a question is about, by its kind and name; of a person at the customer the name
/// for whoever may see it.
std::string ListWriter::about(const QuestionView& view) const {
  const auto kind = view.question.about_kind;
  const bool hidden = kind == AboutKind::contact && !reader_.contacts;
  return joined({choice(kind), hidden ? "" : view.about_name}, ": ");
}

std::string ListWriter::answer(const OpenQuestion& question) const {
  std::string note;
  for (const auto& one : of_.check_ins)
    if (question.answered_by_check_in && one.id == *question.answered_by_check_in) note = one.note;
  return joined({question.answer, name(question.answered_by_signal), note}, "\n");
}

}  // namespace takt::report
