#include "report/printed.hpp"

#include <algorithm>

#include "report/document.hpp"
#include "report/figures.hpp"
#include "report/sentence_words.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;

namespace {

std::string said(const Reader& reader, Word word) { return std::string(word.in(reader.language)); }

void write_sentence(Document& document, const Sentence& sentence, Language language, Date today) {
  Runs lede;
  for (auto& piece : sentence_words(sentence, language, today))
    lede.push_back(piece.figure ? Run{piece.text, Weight::semibold, colour::kInk}
                                : Run{piece.text});
  if (!lede.empty()) document.lede(lede);
}

std::string words_of(const Reader& reader, const std::string& path) {
  return std::string(mapping::interface_words(reader.language, path).value_or(path));
}

/// A text as minutes are: a line that begins with "- " is an item, one below an empty line a
/// heading.
void write_minutes(Document& document, std::string_view text) {
  bool first = true;
  bool after_empty = false;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = std::string(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto begins = line.find_first_not_of(' ');
    if (begins == std::string::npos) {
      after_empty = true;
      continue;
    }
    const auto body = line.substr(begins);
    if (first)
      document.title(body);
    else if (body.starts_with("- "))
      document.item({{body.substr(2)}});
    else if (after_empty && (text.starts_with("- ") || text.starts_with("\n")))
      document.heading(body);
    else
      document.paragraph(body);
    first = false;
    after_empty = false;
  }
}

}  // namespace

File minutes_pdf(const access::Context& context, const Reader& reader, const page::RoomView& room,
                 const std::string& link) {
  const auto title = said(reader, {"Protokoll", "Minutes"});
  const auto day = store::day_in(reader.zone, moment_of(room.meeting));
  const auto kind = std::string(mapping::choice(reader.language, room.meeting.kind));
  const auto told = about(context, reader, room.account.name + ": " + title + " " + kind);
  auto file = drawn(Format::portrait, reader.language, told, [&](Paper& paper, int pages) {
    Document document(paper, pages, told, room.account.name + " · " + kind, link);
    write_minutes(document, room.minutes_text);
    document.end();
  });
  return {file_name({title, kind, room.account.name, to_string(day)}, ".pdf"), std::move(file)};
}

File agility_pdf(const access::Context& context, const Reader& reader,
                 const page::AgilityPage& page, const std::string& link) {
  const auto title = words_of(reader, "agility.title");
  const Figures figures(reader.language);
  const auto told = about(context, reader, page.account.name + ": " + title);
  std::vector<std::vector<std::string>> questions;
  for (const auto& one : page.questions)
    questions.push_back(
        {words_of(reader, "agility.figure." + one.code + ".name"), figures.computed(one.score, 0),
         figures.computed(one.before, 0),
         words_of(reader, "agility.advice." + (one.next ? one.next->advice : one.advice)) +
             (one.next && !one.next->name.empty() ? " „" + one.next->name + "“" : "")});
  std::vector<std::vector<std::string>> cycles;
  for (const auto& one : page.before)
    cycles.push_back({one.name, figures.computed(one.total, 0), ""});
  auto file = drawn(Format::portrait, reader.language, told, [&](Paper& paper, int pages) {
    Document document(paper, pages, told, page.account.name, link);
    document.title(page.account.name + ": " + title);
    write_sentence(document, page.sentence, reader.language, page.today);
    document.paragraph(words_of(reader, "agility.meaningWhat"));
    document.heading(words_of(reader, "agility.seven"));
    document.table({{words_of(reader, "agility.question"), 2},
                    {page.now.name.empty() ? words_of(reader, "agility.sixMonths") : page.now.name,
                     1.2, Align::right},
                    {said(reader, {"davor", "before"}), 1, Align::right},
                    {said(reader, {"Was weiterhilft", "What would help"}), 5}},
                   questions);
    if (!cycles.empty()) {
      document.heading(words_of(reader, "agility.allCycles"));
      document.table({{said(reader, {"Zyklus", "Cycle"}), 3},
                      {words_of(reader, "agility.mean"), 1, Align::right},
                      {"", 5}},
                     cycles);
    }
    document.end();
  });
  return {file_name({title, page.account.name, to_string(page.today)}, ".pdf"), std::move(file)};
}

File portfolio_pdf(const access::Context& context, const Reader& reader,
                   const page::PortfolioPage& page, const std::string& link) {
  const std::string title = "Portfolio";
  const Figures figures(reader.language);
  const auto told = about(context, reader, title);
  std::vector<std::vector<std::string>> rows;
  for (const auto& line : page.lines) {
    const auto& of = line.figures;
    const auto share = (share_estimated(line) ? "≈" : "") + figures.share(of.share);
    rows.push_back({line.name, joined(line.managers, ", "), line.cycle,
                    std::string(mapping::choice(reader.language, of.health)),
                    figures.percent(of.progress), figures.percent(of.expected), share,
                    of.share_period && of.share_starts_on
                        ? running_period(*of.share_period, *of.share_starts_on, of.share_running,
                                         reader.language)
                        : "",
                    std::to_string(of.waiting), of.overdue > 0 ? std::to_string(of.overdue) : "",
                    figures.computed(of.agility, 0)});
  }
  const auto today = context.today();
  auto file = drawn(Format::landscape, reader.language, told, [&](Paper& paper, int pages) {
    Document document(paper, pages, told, title, link);
    document.title(title);
    write_sentence(document, page.sentence, reader.language, today);
    document.table({{said(reader, {"Kunde", "Account"}), 4},
                    {said(reader, {"Key Account Manager", "Key account manager"}), 2.6},
                    {said(reader, {"Zyklus", "Cycle"}), 1.6},
                    {said(reader, {"Zustand", "Health"}), 1.6},
                    {said(reader, {"Fortschritt", "Progress"}), 1.3, Align::right},
                    {said(reader, {"erwartet", "Expected"}), 1.2, Align::right},
                    {said(reader, {"Lieferanteil", "Share of supply"}), 1.4, Align::right},
                    {said(reader, {"Zeitraum", "Period"}), 1.3},
                    {said(reader, {"Signale offen", "Signals open"}), 1.2, Align::right},
                    {said(reader, {"überfällig", "overdue"}), 1.2, Align::right},
                    {said(reader, {"Agilität", "Agility"}), 1.1, Align::right}},
                   rows);
    if (std::ranges::any_of(page.lines, page::share_estimated))
      document.small(said(reader, {"≈ geschätzt", "≈ estimated"}));
    if (rows.empty())
      document.paragraph(said(reader, {"Zu dieser Auswahl gibt es keinen Key Account.",
                                       "No account fits this choice."}));
    document.end();
  });
  return {file_name({title, to_string(today)}, ".pdf"), std::move(file)};
}

}  // namespace takt::report
