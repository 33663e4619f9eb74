// The one-pager as it is printed: what stands where, however much there is, read back by poppler.

#include "report/one_pager_pdf.hpp"

#include "report/pdf.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

using namespace domain;
using namespace page;

class OnePagerPdf : public testing::Test {
 protected:
  std::string file(const OnePager& page, Language language = Language::de,
                   const std::string& link = "") {
    return report::one_pager_pdf(context, {language, "Europe/Berlin", "Katrin Vogt"}, page, link)
        .content;
  }
  OpenedPdf open(const OnePager& page, Language language = Language::de,
                 const std::string& link = "") {
    return OpenedPdf(file(page, language, link));
  }

  const NewDatabase nowhere{false};  // none of it is read: the page has it all
  store::Database database{nowhere.location, 1};
  access::Context context{database, [] { return *parse_instant("2026-11-24T09:00:00.000Z"); }};
};

/// Something of all that can stand there.
OnePager full_page(Audience audience = Audience::team) {
  OnePager page{.audience = audience,
                .organisation = "Brandt Antriebstechnik",
                .account = "Škoda Łódź",
                .today = *parse_date("2026-11-24"),
                .vision = "Hauptlieferant für Antriebe & <b>Steuerungen</b>",
                .horizon = 2029,
                .cycle = OnePagerCycle{"2026 H2",
                                       *parse_date("2026-09-25"),
                                       *parse_date("2027-03-24"),
                                       {"Ausschreibung gewinnen"}},
                .week = 9,
                .weeks = 26,
                .team = {"Katrin Vogt", "Jonas Albers"},
                .sponsor = "Ute Krämer"};
  if (audience == Audience::customer) {
    page.vision.clear();
    page.team.clear();
    page.sponsor.clear();
  } else {
    page.sentence = {{.kind = ClauseKind::progress, .value = 0.55, .target = 0.37},
                     {.kind = ClauseKind::signals_overdue, .severity = Severity::bad, .count = 1}};
    page.signals = {{"Einkauf bündelt Lieferanten", std::nullopt, 12, true}};
    page.questions = {{"Wer entscheidet in Łódź?", parse_date("2026-12-01")}};
    page.coming = {{"2027 H1", *parse_date("2027-03-25"), *parse_date("2027-09-24"), {"MOAL"}}};
    page.meetings = {{MeetingKind::check_in, *parse_instant("2026-11-26T08:30:00.000Z"), "Raum 3"}};
  }
  return page;
}
OnePagerObjective objective(const std::string& title, int key_results) {
  OnePagerObjective out{.title = title,
                        .customer_goal = "Weniger Stillstand",
                        .state = ObjectiveState::active,
                        .progress = 0.554,
                        .expected = 0.37,
                        .health = Health::on_track,
                        .measured = key_results,
                        .total = key_results,
                        .forecast = Forecast{.low = 0.6, .high = 0.9},
                        .outcome = {.kind = OutcomeKind::supply,
                                    .unit = "%",
                                    .baseline = 40,
                                    .now = 44.25,
                                    .target = 50,
                                    .course = {40, 42, 44.25}}};
  for (int i = 1; i <= key_results; ++i)
    out.key_results.push_back({.title = title + ", Key Result " + std::to_string(i),
                               .owner = "Jonas Albers",
                               .initials = "JA",
                               .unit = "Stück",
                               .value = 4,
                               .target = 10,
                               .progress = 0.4,
                               .expected = 0.37,
                               .health = Health::on_track,
                               .confidence = 7,
                               .sites_reached = 2,
                               .sites_total = 5});
  return out;
}
OnePagerSupply supply(int sites, int areas) {
  OnePagerSupply out{.starts_on = *parse_date("2026-07-01")};
  for (int area = 0; area < areas; ++area)
    out.areas.push_back(std::string(1, static_cast<char>('a' + area)) + " Antriebe");
  const auto columns = static_cast<std::size_t>(areas) + 1;
  for (int site = 1; site <= sites; ++site)
    out.sites.push_back({"Werk" + std::to_string(site), std::vector<OnePagerCell>(columns, {0.4})});
  out.totals.assign(columns, {0.4494, true});
  return out;
}

/// Nothing stands outside the page, nor one word upon another.
void expect_laid_out(const OpenedPdf& opened) {
  for (int page = 1; page <= opened.pages(); ++page) {
    const auto words = opened.words(page);
    EXPECT_LT(3u, words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto& one = words[i];
      EXPECT_LE(32, one.left) << one.text;
      EXPECT_LE(20, one.top) << one.text;
      EXPECT_GE(842 - 32, one.right) << one.text;
      EXPECT_GE(595.3 - 8, one.bottom) << one.text;
      for (std::size_t k = i + 1; k < words.size(); ++k) {
        const auto& other = words[k];
        const auto wide = std::min(one.right, other.right) - std::max(one.left, other.left);
        const auto high = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
        // Boxes of words are as high as the font, which is more than its letters.
        EXPECT_FALSE(wide > 1 && high > 5)
            << "page " << page << ": " << one.text << " upon " << other.text;
      }
    }
  }
}

TEST_F(OnePagerPdf, TellsHowAnAccountStandsOnOnePage) {
  auto page = full_page();
  page.objectives = {objective("Lieferanteil ausbauen", 3), objective("Liefertreue halten", 2)};
  page.supply = supply(3, 4);
  const auto opened = open(page, Language::de, "https://takt.example/accounts/a");
  EXPECT_EQ(1, opened.pages());
  expect_laid_out(opened);
  const auto text = opened.text();
  for (const std::string told :
       {"Škoda Łódź",
        "Fortschritt 55 %, bis heute erwartet 37 %. Ein Signal ist überfällig.",
        "Vision 2029",
        "„Hauptlieferant für Antriebe & <b>Steuerungen</b>“",
        "2026 H2 · Woche 9 von 26",
        "Ausschreibung gewinnen",
        "2027 H1",
        "MOAL",
        "Lieferanteil ausbauen",
        "44,3 %",
        "Ziel 50 %",
        "4 Stück, Ziel 10 · 2 von 5 Standorten",
        "im Plan",
        "Zuversicht 7",
        "Lieferanteil in %, Q3 2026",
        "≈44,9",
        "Einkauf bündelt Lieferanten",
        "seit 12 Tagen ohne Antwort, überfällig",
        "Do., 26.11.2026 09:30 Check-in",
        "Raum 3",
        "Offene Fragen",
        "Wer entscheidet in Łódź?",
        "fragen bis 01.12.2026",
        "Brandt Antriebstechnik · Katrin Vogt, Jonas Albers; Sponsor Ute Krämer",
        "Stand 24.11.2026 10:00 MEZ, erstellt von Katrin Vogt · 1 / 1"}) {
    auto plain = text;
    for (auto at = plain.find("\u00a0"); at != plain.npos; at = plain.find("\u00a0"))
      plain.replace(at, 2, " ");
    EXPECT_NE(plain.npos, plain.find(told)) << told << "\n" << plain;
  }
  EXPECT_NE(std::string::npos, opened.links().find("https://takt.example/accounts/a"));
}

TEST_F(OnePagerPdf, TellsItsTitleItsReaderAndItsLanguageAndHasTags) {
  auto page = full_page();
  page.objectives = {objective("Lieferanteil ausbauen", 2)};
  page.supply = supply(2, 2);
  const auto opened = open(page);
  EXPECT_EQ("Škoda Łódź: Kurzfassung für das Team", opened.info("Title"));
  EXPECT_EQ("Katrin Vogt", opened.info("Author"));
  EXPECT_EQ("yes", opened.info("Tagged"));
  EXPECT_TRUE(opened.is_in("de-DE"));
  for (const auto& font : opened.fonts())
    EXPECT_TRUE(std::regex_search(font, std::regex("\\+Inter.* yes +yes +yes"))) << font;
  const auto structure = opened.structure();
  EXPECT_TRUE(structure.starts_with("Document")) << structure;
  for (const auto* element : {"H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L ", "LI", "Note"})
    EXPECT_NE(structure.npos, structure.find(" " + std::string(element))) << element << structure;
}

TEST_F(OnePagerPdf, LongPlanGoesOnOverAsManyPagesAsItTakes) {
  auto page = full_page();
  for (int i = 1; i <= 25; ++i)
    page.objectives.push_back(objective("Objective N" + std::to_string(i) + "N", 5));
  page.supply = supply(12, 9);
  for (int i = 0; i < 40; ++i)
    page.questions.push_back({"Frage F" + std::to_string(i) + "F?", std::nullopt});
  const auto opened = open(page);
  const auto pages = opened.pages();
  EXPECT_LT(5, pages);
  expect_laid_out(opened);
  const auto text = opened.text();
  for (int i = 1; i <= 25; ++i) {
    const auto title = "Objective N" + std::to_string(i) + "N";
    EXPECT_EQ(6, times(text, title)) << "its own title, and those of five key results";
    for (int k = 1; k <= 5; ++k)
      EXPECT_EQ(1, times(text, title + ", Key Result " + std::to_string(k)));
  }
  for (int i = 0; i < 40; ++i) EXPECT_EQ(1, times(text, "F" + std::to_string(i) + "F?"));
  for (int site = 1; site <= 12; ++site)
    EXPECT_EQ(1, times(text, "Werk" + std::to_string(site) + " "));
  for (int number = 1; number <= pages; ++number)
    EXPECT_NE(std::string::npos,
              opened.text(number).find(std::to_string(number) + " / " + std::to_string(pages)));
}

TEST_F(OnePagerPdf, WideMatrixSpellsOutItsLettersAndCountsWhatItLeavesOut) {
  auto page = full_page(Audience::management);
  page.supply = supply(14, 9);
  for (auto& area : page.supply->areas) area = "Hydraulikaggregate " + area;
  const auto opened = open(page);
  expect_laid_out(opened);
  const auto text = opened.text();
  EXPECT_NE(text.npos, text.find("a Hydraulikaggregate a Antriebe")) << text;
  EXPECT_NE(text.npos, text.find("und 2 weitere")) << text;
  EXPECT_EQ(0, times(text, "Werk13"));
}

TEST_F(OnePagerPdf, LongNamesBreakOrEndAndStayWithinThePage) {
  const std::string word(200, 'W');
  for (const auto audience : {Audience::management, Audience::team, Audience::customer}) {
    auto page = full_page(audience);
    page.account = page.organisation = word;
    if (audience != Audience::customer) {
      page.vision = word;
      page.signals = {{word, std::nullopt, 1, false}};
      page.meetings[0].place = word;
      page.questions = {{word, std::nullopt}};
      page.supply = supply(2, 3);
      page.supply->sites[0].name = page.supply->areas[0] = word;
      page.team = {word};
    } else {
      page.testimonials = {{word, word}};
    }
    page.cycle->name = word;
    page.cycle->goals = {word};
    page.objectives = {objective(word, 1)};
    auto& outcome = page.objectives[0].outcome;
    outcome.name = outcome.unit = word;
    auto& key_result = page.objectives[0].key_results[0];
    key_result.unit = word;
    expect_laid_out(open(page));
    key_result.kind = KeyResultKind::stages;
    key_result.stage = 1;
    key_result.stages = 3;
    key_result.stage_title = word;
    expect_laid_out(open(page));
  }
}

TEST_F(OnePagerPdf, TakesWhateverPeopleWrite) {
  for (const std::string& text :
       {std::string("👩‍🏭 上海"), std::string("a\nb\nc\nd\ne\nf\ng\nh"),
        std::string("\xEF\xBF\xBE\x01"), std::string("\xED\xA0\x80"), std::string("<b>&{{x}}"),
        std::string("\u202Eabc"), std::string("")})
    for (const auto audience : {Audience::team, Audience::customer}) {
      auto page = full_page(audience);
      page.account = page.organisation = page.vision = text;
      page.cycle->name = text;
      page.objectives = {objective(text, 1)};
      for (auto& meeting : page.meetings) meeting.place = text;
      page.testimonials = {{text, text}};
      page.supply = supply(1, 1);
      page.supply->areas = {text};
      page.supply->sites[0].name = text;
      expect_laid_out(open(page));
    }
}

TEST_F(OnePagerPdf, SaysWhatAnAccountWithoutACycleLacks) {
  for (const auto audience : {Audience::management, Audience::team, Audience::customer}) {
    const OnePager page{
        .audience = audience, .account = "Teutonia", .today = *parse_date("2026-11-24")};
    const auto opened = open(page);
    EXPECT_EQ(1, opened.pages());
    EXPECT_NE(std::string::npos, opened.text().find("noch kein Objective"));
  }
}

TEST_F(OnePagerPdf, SpeaksTheLanguageOfItsReader) {
  auto page = full_page();
  page.objectives = {objective("Grow our share", 1)};
  page.supply = supply(1, 1);
  const auto opened = open(page, Language::en);
  EXPECT_TRUE(opened.is_in("en-GB"));
  EXPECT_EQ("Škoda Łódź: One-pager for the team", opened.info("Title"));
  const auto text = opened.text();
  for (const std::string told :
       {"Progress 55%, expected by today 37%. One signal is overdue.", "week 9 of 26", "44.3%",
        "target 50%", "4 Stück, target 10", "on track", "Confidence 7",
        "Share of supply in %, Q3 2026", "Waits for an answer",
        "for 12 days without an answer, overdue", "Thu 26/11/2026 09:30", "Open questions",
        "to ask by 01/12/2026", "As of 24/11/2026 10:00 CET, made by Katrin Vogt"})
    EXPECT_NE(text.npos, text.find(told)) << told << "\n" << text;
  for (const std::string german : {"Zuversicht", "Lieferanteil", "Standort", "Woche", "Stand "})
    EXPECT_EQ(text.npos, text.find(german)) << german;
}

TEST_F(OnePagerPdf, NamesAWhiteSpaceAsTheInterfaceDoes) {
  auto page = full_page();
  page.supply = supply(1, 1);
  page.supply->sites[0].cells[0] = {0.0, false, true};
  EXPECT_EQ(1, times(open(page).text(), "schraffiert: weißer Fleck"));
  EXPECT_EQ(1, times(open(page, Language::en).text(), "hatched: white space"));
}

TEST_F(OnePagerPdf, CustomersVersionHasNoFigureOfOurs) {
  auto page = full_page(Audience::customer);
  page.objectives = {{.title = "Weniger Stillstand",
                      .customer_goal = "Linien laufen durch",
                      .state = ObjectiveState::active}};
  page.testimonials = {{"Die Antriebe liefen vom ersten Tag an.", "Gütersloh"}};
  const auto text = open(page).text();
  for (const std::string told :
       {"Was wir gemeinsam erreichen wollen: 2026 H2", "Ihr Ziel: Linien laufen durch",
        "Stimmen aus Ihren Werken", "„Die Antriebe liefen vom ersten Tag an.“", "Gütersloh"})
    EXPECT_NE(text.npos, text.find(told)) << told << "\n" << text;
  for (const std::string ours : {"%", "Fortschritt", "erwartet", "Zuversicht", "Woche"})
    EXPECT_EQ(text.npos, text.find(ours)) << ours;
}

}  // namespace
}  // namespace takt::tests
