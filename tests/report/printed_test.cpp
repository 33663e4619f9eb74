// Account plan, minutes, agility check and portfolio as PDF: what they say of an account is what
// its pages say, from the day it starts to after its cycle's close.

#include <algorithm>
#include <set>

#include "report/figures.hpp"
#include "report/pdf.hpp"
#include "told_account.hpp"

namespace takt::tests {
namespace {

using domain::Language;

class PrintedPages : public ToldAccount {
 protected:
  OpenedPdf open(const std::string& path) {
    const auto answer = katrins().get("/api/v1/" + path);
    EXPECT_EQ(200, answer.status) << path << ' ' << answer.text;
    return OpenedPdf(answer.text);
  }
  static std::string plain(std::string text) {
    for (const auto& [odd, usual] :
         {std::pair<std::string, std::string>{"\u00a0", " "}, {"\u2002", " "}, {"\u00ad", ""}})
      for (auto at = text.find(odd); at != text.npos; at = text.find(odd))
        text.replace(at, odd.size(), usual);
    return text;
  }
  static void expect_told(const OpenedPdf& opened, const std::vector<std::string>& parts) {
    const auto text = plain(opened.text());
    for (const auto& part : parts) {
      EXPECT_NE(text.npos, text.find(plain(part))) << part << '\n' << text;
    }
  }
  /// Each page says which of how many it is, and nothing lies beside the paper or in its foot.
  static void expect_whole(const OpenedPdf& opened, double width, double height) {
    const auto pages = std::to_string(opened.pages());
    for (int page = 1; page <= opened.pages(); ++page) {
      EXPECT_EQ(1, times(opened.text(page), std::to_string(page) + " / " + pages));
      for (const auto& word : opened.words(page)) {
        EXPECT_LE(40, word.left) << word.text;
        EXPECT_GE(width - 40, word.right) << word.text;
        EXPECT_LE(30, word.top) << word.text;
        EXPECT_GE(height - 12, word.bottom) << word.text;
      }
    }
  }
  static void expect_whole(const OpenedPdf& portrait) { expect_whole(portrait, 595.3, 841.9); }

  std::string meeting_with(const std::string& decision) {
    const auto meeting =
        write(here("meetings"), {{"kind", "cycle"}, {"plannedAt", date(0) + "T10:00:00.000Z"}});
    const auto steer = [&](const std::string& command) {
      EXPECT_EQ(200, katrins()
                         .post("/api/v1/meetings/" + meeting + "/steer",
                               json::serialize(json::object{{"command", command}, {"step", 0}}))
                         .status);
    };
    let_pass(std::chrono::seconds{1});
    steer("start");
    write("meetings/" + meeting + "/meeting-notes", {{"title", decision}, {"kind", "decision"}});
    let_pass(std::chrono::seconds{1});
    meanwhile(meeting);
    let_pass(std::chrono::seconds{1});
    steer("close");
    return meeting;
  }
  std::function<void(const std::string&)> meanwhile = [](auto&) {};

  void run_a_cycle() {
    first = plan_cycle("2026 H2", 182);
    signals();
    for (int round = 0; round < 8; ++round) {
      pass(21);
      check_in(first);
      measure();
      if (round == 2) drop(first);
      if (round == 4)
        write("objectives/" + first.with_readings + "/outcome-readings",
              {{"on", date(0)}, {"value", 7}});
    }
    pass(20);
    change("cycles/" + first.id, {{"state", "review"}});
    review(first);
  }
};

/// One result of an objective, whichever page prints it, and when.
TEST_P(PrintedPages, AResultReadsTheSameBeforeAndAfterTheCloseWhateverComesLater) {
  run_a_cycle();
  const report::Figures figures(Language::de);
  const auto minutes = meeting_with("Größer werden");
  expect_told(open("meetings/" + minutes + "/minutes/pdf"), {"Liefertreue: 80 %", "Größer werden"});
  change("cycles/" + first.id, {{"state", "closed"}});
  supply("quarter", "2026-10-01");
  measure();
  const auto rows = get(katrins(), here("effectiveness")).at("cycles").at(0).at("rows").as_array();
  const auto expect_results = [&] {
    const auto opened = open(here("plan/pdf"));
    std::vector<std::string> told;
    for (const auto& row : rows) {
      const auto& result = row.at("result");
      told.push_back("2026 H2 " + std::string(row.at("title").as_string()) + " " +
                     (result.is_null() ? "–" : figures.share(result.to_number<double>())));
    }
    EXPECT_EQ(4u, told.size());
    EXPECT_NE(told.end(), std::ranges::find(told, "2026 H2 Liefertreue 80\u00a0%"));
    expect_told(opened, told);
  };
  expect_results();
  second = plan_cycle("2027 H1", 182);
  expect_results();
}

TEST_P(PrintedPages, TheAccountPlanSaysWhatTheCockpitSays) {
  first = plan_cycle("2026 H2", 182);
  signals();
  pass(30);
  check_in(first);
  supply("quarter", "2026-10-01");
  change("accounts/" + id, {{"industry", "Förderanlagen für Müllöfen"}});
  write(here("open-questions"), {{"text", "Wer prüft in Żory?"}});
  for (int i = 1; i <= 60; ++i)
    write(here("actions"), {{"title", "Maßnahme N" + std::to_string(i) + "N"}});
  write(here("contacts"), {{"name", "Łukasz Größer"}, {"attitude", -1}, {"wantedAttitude", 2}});
  const auto opened = open(here("plan/pdf"));
  expect_whole(opened);
  const auto cockpit = get(katrins(), here("cockpit"));
  const report::Figures figures(Language::de);
  const auto percent = [&](const json::value& value) {
    return value.is_null() ? "–" : figures.percent(value.to_number<double>());
  };
  std::vector<std::string> told{"Teutonia",
                                "Förderanlagen für Müllöfen",
                                "Wer prüft in Żory?",
                                "Hauptlieferant",
                                "Łukasz Größer",
                                "−1 → +2",
                                "Lieferanteil in %, Q4 2026 (läuft noch)",
                                "Fortschritt " + percent(cockpit.at("progress")) +
                                    ", bis heute erwartet " + percent(cockpit.at("expected"))};
  for (const auto& view : cockpit.at("objectives").as_array()) {
    if (view.at("objective").at("state") == json::value("dropped")) continue;
    told.push_back(std::string(view.at("objective").at("title").as_string()));
    told.push_back("Fortschritt " + percent(view.at("progress")) + ", bis heute erwartet " +
                   percent(view.at("expected")));
  }
  for (int i = 1; i <= 60; ++i) told.push_back("Maßnahme N" + std::to_string(i) + "N");
  expect_told(opened, told);
  for (int i = 1; i <= 60; ++i)
    EXPECT_EQ(1, times(opened.text(), "N" + std::to_string(i) + "N")) << "each row once";
}

TEST_P(PrintedPages, TheAgilityCheckSaysWhatItsPageSays) {
  run_a_cycle();
  change("cycles/" + first.id, {{"state", "closed"}});
  second = plan_cycle("2027 H1", 182);
  pass(20);
  check_in(second);
  const auto opened = open(here("agility/pdf"));
  expect_whole(opened);
  const auto page = get(katrins(), here("agility"));
  const report::Figures figures(Language::de);
  std::vector<std::string> told{"Teutonia: Agilitäts-Check", "2027 H1", "2026 H2"};
  for (const auto& question : page.at("questions").as_array()) {
    const auto points = [&](const json::value& value) {
      return value.is_null() ? "–" : figures.computed(value.to_number<double>(), 0);
    };
    const auto name = "agility.figure." + std::string(question.at("code").as_string()) + ".name";
    told.push_back(std::string(mapping::interface_words(Language::de, name).value()) + " " +
                   points(question.at("score")) + " " + points(question.at("before")));
  }
  EXPECT_LE(10u, told.size());
  expect_told(opened, told);
}

TEST_P(PrintedPages, ThePortfolioSaysWhatItsPageSays) {
  first = plan_cycle("2026 H2", 182);
  signals();
  pass(30);
  check_in(first);
  supply("quarter", "2026-10-01");
  for (int i = 1; i <= 40; ++i) {
    const auto made =
        browser(signed_in(head.id))
            .post("/api/v1/accounts?manager=" + katrin.id,
                  json::serialize(json::object{{"name", "Größe N" + std::to_string(i) + "N Łódź"},
                                               {"code", "G" + std::to_string(i)}}));
    EXPECT_EQ(201, made.status) << made.text;
  }
  const auto opened = open("portfolio/pdf");
  EXPECT_LT(1, opened.pages());
  expect_whole(opened, 841.9, 595.3);
  const auto page = get(katrins(), "portfolio?detail=true");
  const report::Figures figures(Language::de);
  const auto& lines = page.at("lines").as_array();
  const auto line = std::ranges::find_if(
      lines, [](const auto& one) { return one.at("name") == json::value("Teutonia"); });
  ASSERT_NE(lines.end(), line);
  const auto& told = line->at("figures");
  const bool estimated =
      line->at("detail").at("shares").as_array().back().at("estimated").as_bool();
  const auto share = (estimated ? "≈" : "") + figures.share(told.at("share").to_number<double>());
  expect_told(opened, {"Teutonia Katrin Vogt 2026 H2",
                       figures.percent(told.at("progress").to_number<double>()) + " " +
                           figures.percent(told.at("expected").to_number<double>()) + " " + share +
                           " Q4 2026 (läuft noch)"});
  for (int i = 1; i <= 40; ++i)
    EXPECT_EQ(1, times(opened.text(), "N" + std::to_string(i) + "N")) << "each row once";
}

TEST_P(PrintedPages, TheMinutesTellAllThatTheyHaveInItsReadersLanguage) {
  first = plan_cycle("2026 H2", 182);
  meanwhile = [&](const std::string& meeting) {
    for (int i = 1; i <= 70; ++i)
      write("meetings/" + meeting + "/meeting-notes",
            {{"title", "Übung N" + std::to_string(i) + "N"}});
  };
  const auto minutes = meeting_with("Wir liefern nach Łódź; größer geht’s nicht");
  const auto opened = open("meetings/" + minutes + "/minutes/pdf");
  EXPECT_LT(1, opened.pages());
  expect_whole(opened);
  for (int i = 1; i <= 70; ++i)
    EXPECT_EQ(1, times(opened.text(), "N" + std::to_string(i) + "N")) << "each note once";
  expect_told(opened, {"Teutonia · Zyklus-Meeting · 24.11.2026", "Anwesend",
                       "Wir liefern nach Łódź; größer geht’s nicht"});
  EXPECT_EQ(200, katrins().patch("/api/v1/users/" + katrin.id, R"({"language":"en"})", "1").status);
  const auto english = open("meetings/" + minutes + "/minutes/pdf");
  expect_told(english, {"Teutonia · Cycle meeting · 24/11/2026", "As of 24/11/2026"});
  EXPECT_EQ(std::string::npos, english.text().find("2026-11-24")) << "one form of days";
}

TAKT_ON_BOTH_DATABASES(PrintedPages);

}  // namespace
}  // namespace takt::tests
