// The state sentence in files reads as in the interface: web/src/sentence/state-sentence.test.tsx
// asks the same of the same clauses.

#include "report/sentence_words.hpp"

#include <gtest/gtest.h>

#include "mapping/describe.hpp"

namespace takt::report {
namespace {

using namespace domain;
using K = ClauseKind;

const Date kToday = parse_date("2026-11-24").value();

/// What it reads, with plain blanks.
std::string reads(const Sentence& sentence, Language language = Language::de) {
  auto text = sentence_text(sentence, language, kToday);
  const std::string hard = "\u00a0";
  for (auto at = text.find(hard); at != text.npos; at = text.find(hard, at))
    text.replace(at, hard.size(), " ");
  return text;
}

const Sentence kTeutonia{
    {.kind = K::progress, .value = 0.55, .target = 0.37},
    {.kind = K::share_rose, .value = 0.44, .before = 0.4, .target = 0.5},
    {.kind = K::roll_out_silent, .severity = Severity::warn, .days = 19},
    {.kind = K::signals_overdue, .severity = Severity::bad, .count = 1},
};

TEST(SentenceWords, SayHowAnAccountStandsTheTwoWorstInOneBreath) {
  EXPECT_EQ(
      "Fortschritt 55 %, bis heute erwartet 37 %. Der Lieferanteil stieg von 40 auf 44 %, "
      "Ziel 50 %. Beim Ausrollen seit 19 Tagen kein Check-in, ein Signal ist überfällig.",
      reads(kTeutonia));
  EXPECT_EQ(
      "Progress 55%, expected by today 37%. The share of supply rose from 40 to 44%, target 50%. "
      "On the roll-out no check-in for 19 days, and one signal is overdue.",
      reads(kTeutonia, Language::en));
}

TEST(SentenceWords, SayOfHowManyKeyResultsAProgressIs) {
  EXPECT_EQ("Fortschritt 55 % (2 von 6 Key Results gemessen), bis heute erwartet 37 %.",
            reads({{.kind = K::progress, .count = 2, .total = 6, .value = 0.55, .target = 0.37}}));
}

TEST(SentenceWords, HaveTheirSingularAndPluralRight) {
  EXPECT_EQ("Drei Signale sind überfällig.", reads({{.kind = K::signals_overdue, .count = 3}}));
  EXPECT_EQ("14 Signale warten auf Antwort.", reads({{.kind = K::signals_waiting, .count = 14}}));
  EXPECT_EQ("Zyklus 3 beginnt morgen.",
            reads({{.kind = K::cycle_ahead, .name = "Zyklus 3", .days = 1}}));
  EXPECT_EQ("Zwei Key Results sind veraltet, eines seit 24 Tagen.",
            reads({{.kind = K::key_results_outdated, .count = 2, .days = 24}}));
}

TEST(SentenceWords, NameTheOnlyAccountOfAStateAndOfSeveralTheOneFarthestBehind) {
  EXPECT_EQ("Drei Key Accounts, davon einer im Plan. Einer ist veraltet, Kessler ist gefährdet.",
            reads({{.kind = K::accounts, .count = 1, .total = 3},
                   {.kind = K::accounts_outdated, .severity = Severity::warn, .count = 1},
                   {.kind = K::accounts_at_risk,
                    .severity = Severity::bad,
                    .name = "Kessler",
                    .count = 1}}));
  EXPECT_EQ("Zwei sind gefährdet, am weitesten zurück Kessler.",
            reads({{.kind = K::accounts_at_risk,
                    .severity = Severity::bad,
                    .name = "Kessler",
                    .count = 2}}));
}

TEST(SentenceWords, SayWhatOneOwesAndHowFreshOnesOwnKeyResultsAre) {
  EXPECT_EQ(
      "Ihre Key Results sind frisch; der nächste Check-in ist am Mo., 30.11. fällig. "
      "Sie schulden dem Team vier Dinge, eines ist überfällig.",
      reads({{.kind = K::own_fresh, .count = 2, .day = parse_date("2026-11-30")},
             {.kind = K::owed_overdue, .severity = Severity::bad, .count = 4, .total = 1}}));
}

TEST(SentenceWords, MarkAnEstimatedShare) {
  EXPECT_EQ("Der Lieferanteil liegt bei ≈44 %.",
            reads({{.kind = K::share, .value = 0.44, .estimated = true}}));
}

TEST(SentenceWords, RoundThePointsOfAnAgilityCheck) {
  EXPECT_EQ("Agilität 63 von 100, in GJ 26 waren es 0.",
            reads({{.kind = K::agility, .name = "GJ 26", .value = 62.5, .before = 0.3}}));
}

TEST(SentenceWords, SetEachFigureOffByHowGraveItIs) {
  const auto pieces = sentence_words(kTeutonia, Language::de, kToday);
  std::vector<std::pair<std::string, Severity>> figures;
  for (const auto& piece : pieces)
    if (piece.figure) figures.emplace_back(piece.text, piece.severity);
  EXPECT_EQ((std::vector<std::pair<std::string, Severity>>{
                {"55\u00a0%", Severity::plain},
                {"44\u00a0%", Severity::plain},
                {"seit 19\u00a0Tagen kein Check-in", Severity::warn},
                {"ein Signal ist überfällig", Severity::bad}}),
            figures);
}

TEST(SentenceWords, SayWhatABuyingCentreLacks) {
  EXPECT_EQ("Noch kein Entscheider bekannt.",
            reads({{.kind = K::buying_centre_lacks, .name = "no_decider", .count = 1}}));
  EXPECT_EQ("Bei drei Personen ist die angestrebte Haltung noch nicht erreicht.",
            reads({{.kind = K::buying_centre_lacks, .name = "attitude_below_wanted", .count = 3}}));
}

TEST(SentenceWords, LeaveANameWhatItIs) {
  EXPECT_EQ("Ä <b>{{value}}</b> & Co. beginnt morgen.",
            reads({{.kind = K::cycle_ahead, .name = "ä <b>{{value}}</b> & Co.", .days = 1}}));
}

TEST(SentenceWords, AreThereForEachKindOfClauseInBothLanguages) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<K>>([](auto described) {
    const auto kind = described.value;
    for (const auto language : {Language::de, Language::en})
      for (const int count : {0, 1, 2, 13})
        for (const auto severity : {Severity::plain, Severity::bad}) {
          const Clause clause{.kind = kind,
                              .severity = severity,
                              .name = kind == K::agility_lacks         ? "cadence"
                                      : kind == K::buying_centre_lacks ? "attitude_below_wanted"
                                                                       : "Kessler",
                              .count = count,
                              .total = 14,
                              .days = count == 0 ? 5 : 0,
                              .value = 0.44,
                              .before = 0.4,
                              .target = 0.5,
                              .day = parse_date("2026-11-30")};
          for (const auto& text :
               {reads({clause}, language), reads({kTeutonia[2], clause, clause}, language)}) {
            SCOPED_TRACE(text);
            EXPECT_LT(8u, text.size()) << described.name;
            EXPECT_TRUE(text.ends_with('.'));
            // Nor what a blank that nobody filled leaves behind.
            for (const auto* rest : {"{{", "}}", "<b>", "</b>", "  ", " ,", " .", "“”", "„“"})
              EXPECT_EQ(text.npos, text.find(rest)) << described.name << ' ' << rest;
          }
        }
  });
}

TEST(SentenceWords, SayNothingOfNothing) { EXPECT_EQ("", reads({})); }

}  // namespace
}  // namespace takt::report
