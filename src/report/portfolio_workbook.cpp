#include "report/portfolio_workbook.hpp"

#include "domain/portfolio.hpp"
#include "domain/progress.hpp"
#include "domain/supply.hpp"
#include "report/book.hpp"
#include "report/csv.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;

namespace {

void write_sums(Book& book, const page::PortfolioPage& page, const Reader& reader, Moment now) {
  const auto say = [&](Word word) { return std::string(word.in(reader.language)); };
  auto& sheet =
      book.sheet(say({"Übersicht", "Overview"}), {{say({"Angabe", "What"}), Width::wide},
                                                  {say({"Wert", "Value"})},
                                                  {say({"Dazu", "About it"}), Width::wide}});
  sheet.print_on_one_page();
  sheet.add({say({"Stand", "As of"}), now, reader.zone});
  sheet.add({say({"erstellt von", "made by"}), reader.name, {}});
  sheet.add({say({"Kunden", "Accounts"}), page.accounts,
             page.older == 0 ? ""
                             : std::to_string(page.older) +
                                   say({" davon älter, sie werden gerade neu berechnet",
                                        " of these older, just being made again"})});
  sheet.add(
      {say({"Lieferanteil der letzten zwölf Monate", "Share of supply of the last twelve months"}),
       percent(page.share),
       page.without_share == 0 ? ""
                               : std::to_string(page.without_share) +
                                     say({" Kunden ohne Angaben", " accounts without figures"})});
  for (const auto& [health, accounts] : page.healths)
    sheet.add(
        {say({"Kunden: ", "Accounts: "}) + std::string(mapping::choice(reader.language, health)),
         accounts,
         {}});
  sheet.add({say({"Signale ohne Antwort", "Signals without an answer"}), page.waiting, {}});
  sheet.add({say({"davon überfällig", "of these overdue"}), page.overdue, {}});
}

void write_accounts(Sheets& sheets, const page::PortfolioPage& page, const Reader& reader) {
  const auto language = reader.language;
  const auto say = [&](Word word) { return std::string(word.in(language)); };
  auto& sheet = sheets.sheet(
      "Portfolio",
      list_columns(language,
                   {{{"Kunde", "Account"}, Width::wide},
                    {{"Kürzel", "Code"}, Width::narrow},
                    {{"Branche", "Industry"}},
                    {{"übergeordneter Kunde", "Parent account"}},
                    {{"Key Account Manager", "Key account manager"}},
                    {{"Zyklus", "Cycle"}, Width::narrow},
                    {{"Zustand", "Health"}, Width::narrow},
                    {{"Fortschritt", "Progress"}, Width::narrow},
                    {{"bis heute erwartet", "Expected by now"}, Width::narrow},
                    {{"Wirkung", "Effect"}, Width::narrow},
                    {{"Lieferanteil", "Share of supply"}, Width::narrow},
                    {{"geschätzt", "Estimated"}, Width::narrow},
                    {{"Zeitraum", "Period"}, Width::narrow},
                    {{"Zeitraum läuft noch", "Period still running"}, Width::narrow},
                    {{"Gesamtbedarf", "Total demand"}},
                    {{"Einheit", "Unit"}, Width::narrow},
                    {{"unser Volumen, zwölf Monate (EUR)", "Our volume, twelve months (EUR)"}},
                    {{"Gesamtbedarf, zwölf Monate (EUR)", "Total demand, twelve months (EUR)"}},
                    {{"Signale ohne Antwort", "Signals without an answer"}, Width::narrow},
                    {{"davon überfällig", "Of these overdue"}, Width::narrow},
                    {{"Agilität (0 bis 100)", "Agility (0 to 100)"}, Width::narrow},
                    {{"letzter Check-in", "Last check-in"}, Width::narrow},
                    {{"nächstes Meeting", "Next meeting"}},
                    {{"driftet", "Drifts"}, Width::narrow},
                    {{"Plan ruht", "Plan rests"}, Width::narrow}}));
  for (const auto& line : page.lines) {
    const auto& of = line.figures;
    const auto yes = [&](bool is) { return is ? say({"ja", "yes"}) : ""; };
    sheet.add(
        {line.name,
         line.code,
         line.industry,
         line.parent_name,
         joined(line.managers, ", "),
         line.cycle,
         mapping::choice(language, of.health),
         percent(of.progress),
         percent(of.expected),
         percent(of.effect),
         percent(of.share),
         yes(share_estimated(line)),
         of.share_period && of.share_starts_on ? period_name(*of.share_period, *of.share_starts_on)
                                               : "",
         yes(of.share_running),
         amount(of.demand),
         of.share_unit ? Cell(mapping::choice(language, *of.share_unit)) : Cell(),
         amount(of.year_volume),
         amount(of.year_demand),
         of.waiting,
         of.overdue,
         computed(of.agility, 0),
         of.last_check_in,
         of.next_meeting ? Cell(Moment{store::local_time(reader.zone, *of.next_meeting)}) : Cell(),
         yes(of.drifting),
         yes(of.resting),
         of.account.text});
  }
}

}  // namespace

File portfolio_workbook(access::Context& context, const access::Caller& caller,
                        const PortfolioChoice& choice) {
  const auto page =
      page::portfolio(context, caller, {.choice = choice, .whole = true, .detail = true});
  const auto reader = reader_of(context, caller);
  Book book(reader.language, about(context, reader, "Portfolio"));
  const auto now = stand(context, reader);
  write_sums(book, page, reader, now);
  write_accounts(book, page, reader);
  return {file_name({"Portfolio", to_string(date_of(now.local))}, ".xlsx"), book.file()};
}

File portfolio_csv(access::Context& context, const access::Caller& caller,
                   const PortfolioChoice& choice) {
  const auto page =
      page::portfolio(context, caller, {.choice = choice, .whole = true, .detail = true});
  const auto reader = reader_of(context, caller);
  Csv csv(reader.language);
  write_accounts(csv, page, reader);
  return csv_file(context, reader, "", csv);
}

}  // namespace takt::report
