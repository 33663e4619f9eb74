#include "domain/state_sentence.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

using K = ClauseKind;
using S = Severity;

const Date kToday = parse_date("2026-11-24").value();

std::vector<K> kinds(const Sentence& sentence) {
  std::vector<K> out;
  for (const auto& clause : sentence) out.push_back(clause.kind);
  return out;
}

Clause clause(K kind, S severity) {
  Clause out;
  out.kind = kind;
  out.severity = severity;
  return out;
}

/// A cycle that began so many days ago and is a hundred days long.
Cycle cycle(CycleState state, int began) {
  Cycle out;
  out.id = Id{"c"};
  out.name = std::string("Zyklus 2");
  out.starts_on = plus_days(kToday, -began);
  out.ends_on = plus_days(out.starts_on, 99);
  out.state = state;
  return out;
}

AccountState account(CycleState state, int began) {
  AccountState out{.account = Id{"a"}, .today = kToday, .cycle = cycle(state, began)};
  out.progress = 0.55;
  out.expected = 0.37;
  out.objectives = 2;
  return out;
}

TEST(Sentences, HaveTheWorstLastAndElseKeepTheirOrder) {
  const auto sentence =
      sentence_of({clause(K::signals_overdue, S::bad), clause(K::progress, S::plain),
                   clause(K::share_fell, S::warn), clause(K::signals_waiting, S::plain)});
  EXPECT_EQ((std::vector{K::progress, K::signals_waiting, K::share_fell, K::signals_overdue}),
            kinds(sentence));
}

TEST(Sentences, LeaveOutTheMildestOfMoreThanFourButNeverWhatLeads) {
  const auto sentence =
      sentence_of({clause(K::progress, S::plain), clause(K::share_rose, S::plain),
                   clause(K::key_result_silent, S::warn), clause(K::signals_waiting, S::plain),
                   clause(K::objectives_at_risk, S::bad), clause(K::signals_overdue, S::bad)});
  EXPECT_EQ(
      (std::vector{K::progress, K::key_result_silent, K::objectives_at_risk, K::signals_overdue}),
      kinds(sentence));
}

TEST(Sentences, OfAnAccountSayWhereItsCycleStands) {
  const struct {
    CycleState state;
    int began;
    K kind;
    S severity;
    int days;
    std::optional<Place> place;
  } cases[] = {
      {CycleState::planning, -12, K::cycle_ahead, S::plain, 12, Place::plan},
      {CycleState::planning, 0, K::cycle_starts_today, S::plain, 0, Place::plan},
      {CycleState::planning, 5, K::cycle_waits, S::warn, 5, Place::plan},
      {CycleState::active, 40, K::progress, S::plain, 0, Place::plan},
      {CycleState::review, 110, K::review_done, S::plain, 0, Place::review},
      {CycleState::closed, 110, K::between_cycles, S::warn, 0, {}},
  };
  for (const auto& each : cases) {
    const auto sentence = account_sentence(account(each.state, each.began));
    ASSERT_EQ(1u, sentence.size());
    EXPECT_EQ(each.kind, sentence[0].kind);
    EXPECT_EQ(each.severity, sentence[0].severity);
    EXPECT_EQ(each.days, sentence[0].days);
    EXPECT_EQ(each.place, sentence[0].place);
  }
  EXPECT_EQ(std::vector{K::no_cycle}, kinds(account_sentence({.account = Id{"a"}})));
}

TEST(Sentences, OfARunningCycleTellProgressAgainstWhatIsExpectedByToday) {
  auto state = account(CycleState::active, 40);
  const auto on_track = account_sentence(state)[0];
  EXPECT_EQ(0.55, on_track.value);
  EXPECT_EQ(0.37, on_track.target);
  EXPECT_EQ(S::plain, on_track.severity);
  state.progress = 0.2;
  EXPECT_EQ(S::warn, account_sentence(state)[0].severity);
  state.progress = 0.1;
  EXPECT_EQ(S::bad, account_sentence(state)[0].severity);
  state.progress.reset();
  EXPECT_EQ(K::not_measured, account_sentence(state)[0].kind);
  EXPECT_EQ(0.37, account_sentence(state)[0].target);
}

TEST(Sentences, SayOfHowManyKeyResultsTheProgressIsWhereNotAllAreMeasured) {
  auto state = account(CycleState::active, 40);
  state.measured = 2;
  state.key_results = 6;
  EXPECT_EQ(2, account_sentence(state)[0].count);
  EXPECT_EQ(6, account_sentence(state)[0].total);
  state.measured = 6;
  EXPECT_EQ(0, account_sentence(state)[0].total);
}

TEST(Sentences, OfARunningCycleThatIsOverAskForTheReview) {
  const auto sentence = account_sentence(account(CycleState::active, 103));
  EXPECT_EQ((std::vector{K::progress, K::cycle_over}), kinds(sentence));
  EXPECT_EQ(4, sentence[1].days);
  EXPECT_EQ(1u, account_sentence(account(CycleState::active, 99)).size()) << "its last day";
}

TEST(Sentences, CountWhatTheReviewStillWaitsFor) {
  auto state = account(CycleState::review, 110);
  state.open_in_review = 2;
  const auto sentence = account_sentence(state);
  EXPECT_EQ(K::review_open, sentence[0].kind);
  EXPECT_EQ(2, sentence[0].count);
  EXPECT_EQ(S::warn, sentence[0].severity);
}

TEST(Sentences, NameObjectivesAtRiskBeforeThoseBehind) {
  auto state = account(CycleState::active, 40);
  state.behind = {Id{"b"}};
  EXPECT_EQ(K::objectives_behind, account_sentence(state).back().kind);
  state.at_risk = {Id{"r"}};
  auto last = account_sentence(state).back();
  EXPECT_EQ(K::objectives_at_risk, last.kind);
  EXPECT_EQ(Id{"r"}, last.of);
  EXPECT_EQ(Id{"a"}, last.in);
  EXPECT_EQ(1, last.count);
  EXPECT_EQ(2, last.total);
  state.objectives = 1;
  EXPECT_EQ(K::only_objective_at_risk, account_sentence(state).back().kind);
}

TEST(Sentences, TellHowTheShareMovedAsItReads) {
  const auto kind = [](double now, std::optional<double> before) {
    return share_clause(Id{"a"}, {.now = now, .before = before}).kind;
  };
  EXPECT_EQ(K::share, kind(0.44, {}));
  EXPECT_EQ(K::share_rose, kind(0.44, 0.40));
  EXPECT_EQ(K::share_fell, kind(0.40, 0.44));
  EXPECT_EQ(K::share_held, kind(0.44, 0.44));
  EXPECT_EQ(K::share_held, kind(0.44002, 0.44)) << "both read 44 %";
  EXPECT_EQ(K::share_rose, kind(0.441, 0.44));
}

TEST(Sentences, WarnOfAFallingShareUnlessItsTargetIsReached) {
  const auto severity = [](double now, std::optional<double> target) {
    return share_clause(Id{"a"}, {.now = now, .before = 0.6, .target = target}).severity;
  };
  EXPECT_EQ(S::warn, severity(0.5, {}));
  EXPECT_EQ(S::warn, severity(0.5, 0.55));
  EXPECT_EQ(S::plain, severity(0.5, 0.5));
  EXPECT_EQ(S::plain, severity(0.65, 0.7)) << "it rose";
}

TEST(Sentences, TellTheLongestSilence) {
  auto state = account(CycleState::active, 40);
  state.outdated = {{Id{"k"}, 19, true}};
  auto last = account_sentence(state).back();
  EXPECT_EQ(K::roll_out_silent, last.kind);
  EXPECT_EQ(0, last.count) << "it tells of days";
  EXPECT_EQ(19, last.days);
  EXPECT_EQ(Id{"k"}, last.of);
  state.outdated = {{Id{"k"}, 19, false}};
  EXPECT_EQ(K::key_result_silent, account_sentence(state).back().kind);
  state.outdated = {{Id{"k"}, {}, false}};
  EXPECT_EQ(K::key_result_outdated, account_sentence(state).back().kind);
  state.outdated = {{Id{"k"}, 19, false}, {Id{"l"}, 24, true}, {Id{"m"}, {}, false}};
  last = account_sentence(state).back();
  EXPECT_EQ(K::key_results_outdated, last.kind);
  EXPECT_EQ(3, last.count);
  EXPECT_EQ(24, last.days);
  EXPECT_EQ(Id{"l"}, last.of);
}

TEST(Sentences, TellOverdueSignalsRatherThanWaitingOnes) {
  auto state = account(CycleState::active, 40);
  state.waiting = 2;
  EXPECT_EQ(K::signals_waiting, account_sentence(state).back().kind);
  EXPECT_EQ(2, account_sentence(state).back().count);
  state.overdue = 1;
  EXPECT_EQ(K::signals_overdue, account_sentence(state).back().kind);
  EXPECT_EQ(1, account_sentence(state).back().count);
  EXPECT_EQ(S::bad, account_sentence(state).back().severity);
}

TEST(Sentences, OfThePortfolioCountAccountsByStateAndNameTheWorst) {
  PortfolioState state{.accounts = 4, .on_track = 1, .outdated = 1, .at_risk = 2, .overdue = 4};
  EXPECT_EQ(Health::at_risk, worst_health(state));
  state.worst = Id{"k"};
  state.worst_name = "Kessler Automotive";
  const auto sentence = portfolio_sentence(state);
  EXPECT_EQ(
      (std::vector{K::accounts, K::accounts_outdated, K::accounts_at_risk, K::signals_overdue}),
      kinds(sentence));
  EXPECT_EQ(1, sentence[0].count);
  EXPECT_EQ(4, sentence[0].total);
  EXPECT_EQ("", sentence[1].name);
  EXPECT_EQ(2, sentence[2].count);
  EXPECT_EQ("Kessler Automotive", sentence[2].name);
  EXPECT_EQ(Place::portfolio, sentence[2].place);
  EXPECT_EQ(Health::at_risk, sentence[2].health);
  EXPECT_EQ(4, sentence[3].count);
}

TEST(Sentences, OfThePortfolioNameThePlanThatRestsAndLeadToSeveral) {
  PortfolioState state{.accounts = 3, .on_track = 2, .at_risk = 1, .resting = 1};
  state.resting_account = Id{"h"};
  state.resting_name = "Hanse Frischemarkt";
  auto sentence = portfolio_sentence(state);
  EXPECT_EQ((std::vector{K::accounts, K::accounts_resting, K::accounts_at_risk}), kinds(sentence));
  EXPECT_EQ(S::warn, sentence[1].severity);
  EXPECT_EQ("Hanse Frischemarkt", sentence[1].name);
  EXPECT_EQ(Place::account, sentence[1].place);
  EXPECT_EQ(Id{"h"}, sentence[1].of);
  state.resting = 2;
  sentence = portfolio_sentence(state);
  EXPECT_EQ(Place::resting, sentence[1].place);
  EXPECT_EQ("", sentence[1].name);
}

TEST(Sentences, OfThePortfolioLeadToTheOnlyAccountOfItsState) {
  PortfolioState state{.accounts = 2, .on_track = 1, .behind = 1};
  state.worst = Id{"k"};
  state.worst_name = "Kessler Automotive";
  const auto last = portfolio_sentence(state).back();
  EXPECT_EQ(K::accounts_behind, last.kind);
  EXPECT_EQ(Place::account, last.place);
  EXPECT_EQ(Id{"k"}, last.of);
}

TEST(Sentences, OfThePortfolioSayAllNoneOrNothing) {
  EXPECT_EQ(std::vector{K::no_account}, kinds(portfolio_sentence({})));
  const auto all = portfolio_sentence({.accounts = 3, .on_track = 3});
  EXPECT_EQ(std::vector{K::accounts_all_on_track}, kinds(all));
  EXPECT_EQ(3, all[0].count);
  const auto none = portfolio_sentence({.accounts = 1, .pending = 1});
  EXPECT_EQ((std::vector{K::accounts_none_on_track, K::accounts_pending}), kinds(none));
  EXPECT_EQ(1, none[0].count);
  EXPECT_FALSE(worst_health({.accounts = 1, .pending = 1}));
}

TEST(Sentences, OfOnesWorkTellWhatIsOwedBeforeWhatIsFresh) {
  OwnState state{.owed = 4, .key_results = 2};
  state.next_check_in = plus_days(kToday, 6);
  auto sentence = own_sentence(state);
  EXPECT_EQ((std::vector{K::owed, K::own_fresh}), kinds(sentence));
  EXPECT_EQ(4, sentence[0].count);
  EXPECT_EQ(plus_days(kToday, 6), sentence[1].day);
  state.overdue = 1;
  sentence = own_sentence(state);
  EXPECT_EQ((std::vector{K::own_fresh, K::owed_overdue}), kinds(sentence));
  EXPECT_EQ(4, sentence[1].count);
  EXPECT_EQ(1, sentence[1].total);
  state.overdue = 4;
  EXPECT_EQ(K::owed_all_overdue, own_sentence(state).back().kind);
}

TEST(Sentences, OfOnesWorkCallNothingFreshThatIsOutdatedOrPending) {
  OwnState state{.key_results = 3, .pending = 1};
  EXPECT_EQ(std::vector{K::nothing_owed}, kinds(own_sentence(state)));
  state.outdated = {Id{"k"}};
  const auto sentence = own_sentence(state);
  EXPECT_EQ((std::vector{K::nothing_owed, K::own_outdated}), kinds(sentence));
  EXPECT_EQ(Id{"k"}, sentence[1].of);
  EXPECT_EQ(1, sentence[1].count);
}

TEST(Sentences, OfTheLongTermLineNameTheGoalWithoutAStep) {
  EXPECT_EQ(std::vector{K::no_goal}, kinds(long_term_sentence({})));
  const auto sentence =
      long_term_sentence({.goals = 3, .last = kToday, .without_step = {"Rahmenvertrag"}});
  EXPECT_EQ((std::vector{K::goals, K::goals_without_step}), kinds(sentence));
  EXPECT_EQ(3, sentence[0].count);
  EXPECT_EQ("Rahmenvertrag", sentence[1].name);
}

TEST(Sentences, OfSignalsEndWithTheOverdueOnes) {
  EXPECT_EQ(std::vector{K::no_signal_waits}, kinds(signals_sentence({})));
  const auto sentence = signals_sentence({.waiting = 2, .overdue = 1, .quiet = {"Beate Wrobel"}});
  EXPECT_EQ((std::vector{K::signals_waiting, K::contacts_quiet, K::signals_overdue}),
            kinds(sentence));
  EXPECT_EQ("Beate Wrobel", sentence[1].name);
  EXPECT_EQ(1, sentence[2].count);
}

TEST(Sentences, OfSignalsSayHowSoonTheTeamAnswersWhereItIsKnown) {
  const struct {
    const char* why;
    SignalsState state;
    std::vector<K> kinds;
  } cases[] = {
      {"nothing was answered", {.waiting = 1}, {K::signals_waiting}},
      {"at once", {.response_days = 0}, {K::no_signal_waits, K::response_time}},
      {"some wait", {.waiting = 2, .response_days = 2.5}, {K::signals_waiting, K::response_time}},
      {"all there is to say",
       {.waiting = 2, .overdue = 1, .response_days = 2, .quiet = {"Beate Wrobel"}},
       {K::signals_waiting, K::response_time, K::contacts_quiet, K::signals_overdue}},
  };
  for (const auto& each : cases)
    EXPECT_EQ(each.kinds, kinds(signals_sentence(each.state))) << each.why;
  const auto told = signals_sentence({.account = Id{"a"}, .response_days = 2.5})[1];
  EXPECT_EQ(2.5, told.value);
  EXPECT_EQ(S::plain, told.severity);
  EXPECT_EQ(Place::agility, told.place);
  EXPECT_EQ(Id{"a"}, *told.of);
}

TEST(Sentences, OfACustomerSayWhatTheBuyingCentreLacksAndWhoIsQuiet) {
  using Gap = BuyingCentreGap;
  const struct {
    const char* why;
    CustomerState state;
    std::vector<K> kinds;
  } cases[] = {
      {"nothing lacks", {}, {}},
      {"nobody decides", {{Gap::no_decider, 1}, {}}, {K::buying_centre_lacks}},
      {"somebody is quiet", {{}, {"Beate Wrobel"}}, {K::contacts_quiet}},
      {"both",
       {{Gap::attitude_below_wanted, 3}, {"Beate Wrobel"}},
       {K::buying_centre_lacks, K::contacts_quiet}},
  };
  for (const auto& each : cases)
    EXPECT_EQ(each.kinds, kinds(customer_sentence(each.state))) << each.why;
  const auto told = customer_sentence(cases[3].state);
  EXPECT_EQ("attitude_below_wanted", told[0].name);
  EXPECT_EQ(3, told[0].count);
  EXPECT_EQ("Beate Wrobel", told[1].name);
  EXPECT_EQ(0, customer_sentence(cases[1].state)[0].count) << "that one is below is not said";
}

TEST(Sentences, OfAReviewCountWhatWorkedAndWhatIsOpen) {
  ReviewState state{.cycle = cycle(CycleState::review, 110), .objectives = 2, .worked = 1};
  EXPECT_EQ((std::vector{K::objectives_worked, K::review_done}), kinds(review_sentence(state)));
  EXPECT_EQ(1, review_sentence(state)[0].count);
  EXPECT_EQ(2, review_sentence(state)[0].total);
  state.worked = 0;
  state.unknown = 1;
  state.open = 2;
  const auto sentence = review_sentence(state);
  EXPECT_EQ((std::vector{K::objectives_none_worked, K::effects_unknown, K::review_open}),
            kinds(sentence));
  EXPECT_EQ(2, sentence[0].count);
  state.unknown = 2;
  EXPECT_EQ(K::effects_unknown, review_sentence(state)[0].kind) << "nobody knows what did not work";
  state.unknown = 1;
  state.cycle.state = CycleState::closed;
  EXPECT_EQ(2u, review_sentence(state).size()) << "nothing is open any more";
}

TEST(Sentences, OfTheAgilityCheckNameWhatLacks) {
  EXPECT_EQ(std::vector{K::agility_unknown}, kinds(agility_sentence({})));
  EXPECT_EQ(std::vector{K::agility}, kinds(agility_sentence({.total = 88.})));
  const auto sentence = agility_sentence(
      {.total = 88., .before = 57., .before_name = "Zyklus 1", .lowest = "freshness"});
  EXPECT_EQ((std::vector{K::agility, K::agility_lacks}), kinds(sentence));
  EXPECT_EQ(57, sentence[0].before);
  EXPECT_EQ("Zyklus 1", sentence[0].name);
  EXPECT_EQ("freshness", sentence[1].name);
}

}  // namespace
}  // namespace takt::domain
