#include "domain/hints.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace takt::domain {
namespace {

template <class T>
bool hinted(const T& draft, const char* code, int others = 0) {
  const auto all = hints(draft, others);
  return std::ranges::any_of(all, [&](const Hint& hint) { return hint.code == code; });
}

Objective objective(const char* title) {
  Objective out;
  out.title = std::string(title);
  return out;
}

KeyResult key_result(const char* title) {
  KeyResult out;
  out.title = std::string(title);
  return out;
}

TEST(Hints, AskWhetherARevenueFigureSaysWhatIsMeant) {
  EXPECT_TRUE(hinted(objective("Umsatz auf 5 Mio. € steigern"), "revenue"));
  EXPECT_TRUE(hinted(objective("Grow revenue by 10 %"), "revenue"));
  EXPECT_FALSE(hinted(objective("Lieferanteil auf 50 % erhöhen"), "revenue"));
}

TEST(Hints, TellAnActivityFromAResultInBothLanguages) {
  EXPECT_TRUE(hinted(key_result("Drei Workshops durchführen"), "activity"));
  EXPECT_TRUE(hinted(key_result("Hold three workshops"), "activity"));
  EXPECT_FALSE(hinted(key_result("Drei Werke haben bestellt"), "activity"));
  EXPECT_FALSE(hinted(key_result("Three plants have ordered"), "activity"));
}

TEST(Hints, AskForMeasureBaselineAndGoal) {
  auto draft = objective("Als Partner gesetzt sein");
  EXPECT_TRUE(hinted(draft, "no_outcome"));
  EXPECT_TRUE(hinted(draft, "no_goal"));
  draft.outcome_kind = OutcomeKind::own;
  EXPECT_TRUE(hinted(draft, "no_baseline"));
  EXPECT_TRUE(hinted(draft, "many_objectives", 3));
}

TEST(Likeness, BringsBackWhatIsAboutTheSameInOtherWords) {
  EXPECT_GT(likeness("Preisniveau in Antrieben halten", "Preise bei Antrieben halten"), 0.3);
  EXPECT_LT(likeness("Preisniveau in Antrieben halten", "Liefertreue im Werk verbessern"), 0.3);
  EXPECT_EQ(0, likeness("", "etwas"));
}

TEST(Hints, AlikeTextsAreThoseThatAreAlikeInPairsTheMostAlikeFirst) {
  const std::vector<std::string_view> texts{
      "Einkauf will Lieferanten bündeln", "Kurzarbeit in Lehrte",
      "Lieferanten werden im Einkauf gebündelt", "Einkauf prüft Lieferanten und Preise", ""};
  const auto found = alike(texts, 0.5, 3);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    double before = 1;
    for (const auto j : found[i]) {
      EXPECT_LE(likeness(texts[i], texts[j]), before);
      before = likeness(texts[i], texts[j]);
      EXPECT_GE(before, 0.5);
    }
    for (std::size_t j = 0; j < texts.size(); ++j)
      EXPECT_EQ(i != j && likeness(texts[i], texts[j]) >= 0.5,
                std::ranges::find(found[i], j) != found[i].end());
  }
  EXPECT_EQ(1u, alike(texts, 0.5, 1)[0].size());
}

}  // namespace
}  // namespace takt::domain
