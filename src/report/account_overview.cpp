#include "report/account_overview.hpp"

#include <algorithm>

#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "figure/supply.hpp"
#include "mapping/words.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

namespace {

class Overview {
 public:
  Overview(Book& book, const Material& material, const Reader& reader)
      : book_(book), of_(material), reader_(reader) {}
  void add(const Moment& now) const;

 private:
  std::string say(mapping::Word word) const { return std::string(word.in(reader_.language)); }
  template <mapping::Enum E>
  std::string choice(E value) const {
    return std::string(mapping::choice(reader_.language, value));
  }
  void add_plan(Sheet& sheet) const;
  void add_customer(Sheet& sheet) const;

  Book& book_;
  const Material& of_;
  const Reader& reader_;
};

void Overview::add(const Moment& now) const {
  auto& sheet =
      book_.sheet(say({"Übersicht", "Overview"}), {{say({"Angabe", "What"}), Width::wide},
                                                   {say({"Wert", "Value"}), Width::wide},
                                                   {say({"Dazu", "About it"}), Width::wide}});
  sheet.print_on_one_page();
  sheet.add({say({"Kunde", "Account"}), of_.account.name, of_.account.code});
  sheet.add({say({"Stand", "As of"}), now, reader_.zone});
  sheet.add({say({"erstellt von", "made by"}), reader_.name, {}});
  if (!of_.contacts.empty())
    sheet.add({say({"Personenbezogene Daten", "Personal data"}),
               say({"Blatt Ansprechpartner", "Sheet Contacts"}),
               {}});
  add_plan(sheet);
  add_customer(sheet);
}

void Overview::add_plan(Sheet& sheet) const {
  if (of_.vision) sheet.add({say({"Vision", "Vision"}), of_.vision->text, of_.vision->horizon});
  for (const auto& [cycle, objectives] : of_.plans) {
    if (cycle.id != of_.shown) continue;
    sheet.add({say({"Zyklus", "Cycle"}), cycle.name, choice(cycle.state)});
    sheet.add({say({"Zyklus beginnt am", "Cycle starts on"}), cycle.starts_on, {}});
    sheet.add({say({"Zyklus endet am", "Cycle ends on"}), cycle.ends_on, {}});
    sheet.add({say({"Fortschritt", "Progress"}), percent(progress_of(objectives)),
               choice(health_of(objectives))});
    sheet.add({say({"bis heute erwartet", "expected by now"}),
               percent(expected_by(cycle.starts_on, cycle.ends_on, as_of(cycle, of_.today))),
               {}});
    for (const auto& view : objectives) {
      if (view.objective.state == ObjectiveState::dropped) continue;
      const auto measured = std::to_string(view.measured) + say({" von ", " of "}) +
                            std::to_string(view.total) + say({" gemessen", " measured"});
      sheet.add({"Objective: " + view.objective.title, percent(view.progress),
                 choice(view.health) + " · " + measured});
    }
  }
  for (const auto& view : of_.goals)
    sheet.add({say({"Langfristiges Ziel: ", "Long-term goal: "}) + view.goal.title, view.goal.due,
               choice(view.goal.state)});
  if (of_.matrix && of_.matrix->share) {
    const auto& share = *of_.matrix->share;
    sheet.add(
        {say({"Lieferanteil", "Share of supply"}), percent(share.total.share),
         period_name(share.period, share.starts_on) +
             (share.total.estimated ? say({", teils geschätzt", ", partly estimated"}) : "")});
  }
  sheet.add({say({"Signale ohne Antwort", "Signals without an answer"}),
             std::ranges::count_if(of_.signals, &SignalView::waits),
             {}});
  sheet.add({say({"davon überfällig", "of these overdue"}),
             std::ranges::count_if(of_.signals, &SignalView::overdue),
             {}});
}

void Overview::add_customer(Sheet& sheet) const {
  const auto& account = of_.account;
  const auto add = [&](mapping::Word label, const std::string& text) {
    if (!text.empty()) sheet.add({say(label), text, {}});
  };
  add({"Branche", "Industry"}, account.industry);
  add({"Lage beim Kunden", "Situation at the customer"}, account.status_note);
  add({"Einkaufsstrategie", "Purchasing strategy"}, account.purchasing_strategy);
  add({"Kennung im CRM oder ERP", "Id in the CRM or ERP"}, account.external_id);
  for (const auto& figure : account.key_figures)
    sheet.add({figure.name, figure.value, joined({figure.unit, figure.of}, ", ")});
  for (const auto& member : of_.team) sheet.add({choice(member.role), member.person.name, {}});
}

}  // namespace

void add_overview(Book& book, const Material& material, const Reader& reader, const Moment& now) {
  Overview(book, material, reader).add(now);
}

}  // namespace takt::report
