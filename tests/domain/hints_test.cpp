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

}  // namespace
}  // namespace takt::domain
