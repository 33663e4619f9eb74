#include "domain/life_cycle.hpp"

#include <gtest/gtest.h>

#include <array>

namespace takt::domain {
namespace {

/// The state that a step leads to, or the code of its refusal, as a word.
template <class State>
std::string word(const State& state) {
  return boost::describe::enum_to_string(state, "?");
}
template <class State>
std::string word(const Step<State>& step) {
  if (const auto* refusal = std::get_if<Refusal>(&step)) return refusal->code;
  return word(std::get<State>(step));
}

const ObjectiveInCycle kComplete{"A", ObjectiveState::active, true, true};
const ObjectiveInCycle kWithoutKeyResult{"B", ObjectiveState::draft, false, true};
const ObjectiveInCycle kUndecided{"C", ObjectiveState::active, true, false};
const ObjectiveInCycle kUnscored{"E", ObjectiveState::active, true, true, true, false};
const ObjectiveInCycle kWithoutTarget{"F", ObjectiveState::draft, true, true, false};
const ObjectiveInCycle kDropped{"D", ObjectiveState::dropped, false, false};

constexpr std::array kCycle{CycleState::planning, CycleState::active, CycleState::review,
                            CycleState::closed};
constexpr std::array kObjective{ObjectiveState::draft,    ObjectiveState::active,
                                ObjectiveState::achieved, ObjectiveState::partly,
                                ObjectiveState::missed,   ObjectiveState::dropped};
constexpr std::array kSignal{SignalState::new_, SignalState::assessed, SignalState::answered,
                             SignalState::watched, SignalState::dismissed};
constexpr std::array kMeeting{MeetingState::planned, MeetingState::running, MeetingState::closed};

TEST(LifeCycle, CycleCountsItsWeeksFromTheFirstDay) {
  const auto first = *parse_date("2026-09-20");
  Cycle cycle;
  cycle.starts_on = first;
  cycle.ends_on = plus_days(first, 181);
  const auto week = [&](int days) { return weeks_of(cycle, plus_days(first, days)).week; };
  EXPECT_EQ(26, weeks_of(cycle, first).weeks);
  EXPECT_EQ(0, week(-1));
  EXPECT_EQ(1, week(0));
  EXPECT_EQ(1, week(6));
  EXPECT_EQ(2, week(7));
  EXPECT_EQ(26, week(181));
  EXPECT_EQ(26, week(400));
}

TEST(LifeCycle, CycleGoesForwardAndBackFromItsReviewOnly) {
  // From each state to planning, active, review, closed.
  const std::string table[4][4]{
      {"planning", "active", "no_such_step", "no_such_step"},
      {"no_such_step", "active", "review", "no_such_step"},
      {"no_such_step", "active", "review", "closed"},
      {"cycle_closed", "cycle_closed", "cycle_closed", "cycle_closed"},
  };
  const CycleFacts facts{.objectives = {kComplete}};
  for (std::size_t now = 0; now < 4; ++now)
    for (std::size_t wanted = 0; wanted < 4; ++wanted)
      EXPECT_EQ(table[now][wanted], word(step(kCycle[now], kCycle[wanted], facts)))
          << word(kCycle[now]) << " to " << word(kCycle[wanted]);
}

TEST(LifeCycle, CycleStartsWhenEveryObjectiveHasAKeyResult) {
  const auto start = [](std::vector<ObjectiveInCycle> objectives) {
    return word(step(CycleState::planning, CycleState::active, {std::move(objectives)}));
  };
  EXPECT_EQ("no_objective", start({}));
  EXPECT_EQ("no_objective", start({kDropped}));
  EXPECT_EQ("objective_without_key_result", start({kComplete, kWithoutKeyResult}));
  EXPECT_EQ("active", start({kComplete, kDropped}));
  EXPECT_EQ("active", start({kUndecided}));
  EXPECT_EQ("key_result_without_target", start({kComplete, kWithoutTarget}));
}

TEST(LifeCycle, RefusalNamesTheObjectiveThatLacksSomething) {
  const auto start = step(CycleState::planning, CycleState::active, {{kWithoutKeyResult}});
  EXPECT_EQ("The objective “B” has no key result yet.", std::get<Refusal>(start).detail);
  const auto close = step(CycleState::review, CycleState::closed, {{kComplete, kUndecided}});
  EXPECT_EQ("The objective “C” has no decision yet.", std::get<Refusal>(close).detail);
}

TEST(LifeCycle, CycleClosesWhenEveryObjectiveHasADecision) {
  const auto close = [](std::vector<ObjectiveInCycle> objectives) {
    return word(step(CycleState::review, CycleState::closed, {std::move(objectives)}));
  };
  EXPECT_EQ("not_reviewed", close({kComplete, kUndecided}));
  EXPECT_EQ("not_scored", close({kComplete, kUnscored}));
  EXPECT_EQ("not_reviewed", close({kUnscored, kUndecided}));
  EXPECT_EQ("closed", close({kComplete, kDropped}));
}

TEST(LifeCycle, OnlyOneCycleIsActive) {
  const CycleFacts facts{.objectives = {kComplete}, .other_active = "2026 H1"};
  EXPECT_EQ("another_active", word(step(CycleState::planning, CycleState::active, facts)));
  EXPECT_EQ("another_active", word(step(CycleState::active, CycleState::active, facts)));
  EXPECT_EQ("planning", word(step(CycleState::planning, CycleState::planning, facts)));
  EXPECT_EQ("review", word(step(CycleState::active, CycleState::review, facts)));
}

TEST(LifeCycle, PlanChangesForAReasonFromItsStartToItsClose) {
  EXPECT_FALSE(asks_reason(CycleState::planning));
  EXPECT_TRUE(asks_reason(CycleState::active));
  EXPECT_TRUE(asks_reason(CycleState::review));
  EXPECT_FALSE(asks_reason(CycleState::closed));
}

TEST(LifeCycle, NewObjectiveIsADraftInPlanningAndActiveLater) {
  // In each state of the cycle: what a new objective becomes that somebody wants open.
  const std::string open[4]{"draft", "active", "active", "cycle_closed"};
  const std::string judged[4]{"no_such_step", "no_such_step", "no_such_step", "cycle_closed"};
  for (std::size_t cycle = 0; cycle < 4; ++cycle)
    for (const auto wanted : kObjective) {
      const bool is_open = wanted == ObjectiveState::draft || wanted == ObjectiveState::active;
      EXPECT_EQ((is_open ? open : judged)[cycle], word(first_state(wanted, kCycle[cycle])))
          << word(wanted) << " in " << word(kCycle[cycle]);
    }
}

TEST(LifeCycle, ObjectiveIsDroppedTakenUpAndJudged) {
  // From each state by start, drop, take_up and judge (by hand, without a score).
  const std::string table[6][4]{
      {"active", "dropped", "no_such_step", "no_such_step"},
      {"active", "dropped", "no_such_step", "no_such_step"},
      {"active", "dropped", "no_such_step", "no_such_step"},
      {"active", "dropped", "no_such_step", "no_such_step"},
      {"active", "dropped", "no_such_step", "no_such_step"},
      {"dropped", "dropped", "active", "no_such_step"},
  };
  constexpr std::array events{ObjectiveEvent::start, ObjectiveEvent::drop, ObjectiveEvent::take_up,
                              ObjectiveEvent::judge};
  for (std::size_t now = 0; now < 6; ++now)
    for (std::size_t event = 0; event < 4; ++event)
      EXPECT_EQ(table[now][event], word(step(kObjective[now], events[event], {CycleState::active})))
          << word(kObjective[now]) << " by " << event;
}

TEST(LifeCycle, DroppedObjectiveIsTakenUpAsItsCycleIs) {
  const std::string table[4]{"draft", "active", "active", "cycle_closed"};
  for (std::size_t cycle = 0; cycle < 4; ++cycle)
    EXPECT_EQ(table[cycle],
              word(step(ObjectiveState::dropped, ObjectiveEvent::take_up, {kCycle[cycle]})));
  EXPECT_EQ("cycle_closed",
            word(step(ObjectiveState::active, ObjectiveEvent::drop, {CycleState::closed})));
}

TEST(LifeCycle, ScoreJudgesEveryObjectiveThatIsNotDropped) {
  for (const auto now : kObjective) {
    const auto judged = [&](double score) {
      return word(step(now, ObjectiveEvent::judge, {CycleState::closed, score}));
    };
    const bool dropped = now == ObjectiveState::dropped;
    EXPECT_EQ(dropped ? "dropped" : "achieved", judged(0.7));
    EXPECT_EQ(dropped ? "dropped" : "partly", judged(0.3));
    EXPECT_EQ(dropped ? "dropped" : "missed", judged(0.1));
    EXPECT_EQ(dropped ? "dropped" : "not_judged",
              word(step(now, ObjectiveEvent::leave_unjudged, {CycleState::closed})));
  }
}

TEST(LifeCycle, WantedStateSaysWhatHasToHappenToAnObjective) {
  constexpr std::array events{ObjectiveEvent::take_up, ObjectiveEvent::take_up,
                              ObjectiveEvent::judge,   ObjectiveEvent::judge,
                              ObjectiveEvent::judge,   ObjectiveEvent::drop};
  for (std::size_t wanted = 0; wanted < 6; ++wanted)
    EXPECT_EQ(events[wanted], event_towards(kObjective[wanted])) << word(kObjective[wanted]);
}

TEST(LifeCycle, SignalIsAssessedUntilItIsAnswered) {
  // From each state by assess, unassess, answer, watch, dismiss.
  const std::string table[5][5]{
      {"assessed", "new_", "answered", "watched", "dismissed"},
      {"assessed", "new_", "answered", "watched", "dismissed"},
      {"answered", "answered", "answered", "watched", "dismissed"},
      {"watched", "watched", "answered", "watched", "dismissed"},
      {"dismissed", "dismissed", "answered", "watched", "dismissed"},
  };
  constexpr std::array events{SignalEvent::assess, SignalEvent::unassess, SignalEvent::answer,
                              SignalEvent::watch, SignalEvent::dismiss};
  for (std::size_t now = 0; now < 5; ++now)
    for (std::size_t event = 0; event < 5; ++event)
      EXPECT_EQ(table[now][event], word(step(kSignal[now], events[event])))
          << word(kSignal[now]) << " by " << event;
}

TEST(LifeCycle, ResponseWatchesDismissesOrAnswersASignal) {
  EXPECT_EQ(SignalEvent::watch, event_of(ResponseKind::watch));
  EXPECT_EQ(SignalEvent::dismiss, event_of(ResponseKind::dismiss));
  for (const auto kind : {ResponseKind::objective, ResponseKind::key_result, ResponseKind::action,
                          ResponseKind::meeting})
    EXPECT_EQ(SignalEvent::answer, event_of(kind));
}

TEST(LifeCycle, MeetingIsSteeredWhileItRuns) {
  // From each state by start, step, reveal_topics, reveal_votes, close.
  const std::string table[3][5]{
      {"running", "not_running", "not_running", "not_running", "not_running"},
      {"begun", "running", "running", "running", "closed"},
      {"begun", "not_running", "not_running", "not_running", "not_running"},
  };
  constexpr std::array commands{SteerCommand::start, SteerCommand::step,
                                SteerCommand::reveal_topics, SteerCommand::reveal_votes,
                                SteerCommand::close};
  for (std::size_t now = 0; now < 3; ++now)
    for (std::size_t command = 0; command < 5; ++command)
      EXPECT_EQ(table[now][command], word(step(kMeeting[now], commands[command])))
          << word(kMeeting[now]) << " by " << word(commands[command]);
}

}  // namespace
}  // namespace takt::domain
