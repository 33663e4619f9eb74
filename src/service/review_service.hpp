#pragma once
// Looking back on a cycle: results and effectiveness, lessons, and what goes on in the next one.

#include "service/plan.hpp"

namespace takt::service {

/// An objective in its review.
struct ReviewView {
  ObjectiveView view;
  std::optional<domain::Review> review;
  std::optional<double> score;  ///< 3.7
  domain::Quadrant quadrant = domain::Quadrant::unknown;
  std::vector<store::Change> happened;  ///< to it and its key results, oldest first
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (view, review, score, quadrant, happened))

struct ReviewPage {
  long long revision = 0;
  domain::Account account;
  domain::Cycle cycle;
  domain::Date today;
  std::vector<ReviewView> objectives;
  int undecided = 0;  ///< objectives that still wait for a decision
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(ReviewPage, (),
                      (revision, account, cycle, today, objectives, undecided, people))

ReviewPage review_page(Context& context, const Caller& caller, const Id& cycle);

/// An objective's result × effectiveness, at the close of its cycle and as it reads now.
struct EffectRow {
  Id objective;
  std::string title;
  Id cycle;
  std::string cycle_name;
  domain::CycleState cycle_state = domain::CycleState::planning;
  domain::ObjectiveState state = domain::ObjectiveState::draft;
  std::optional<double> result;  ///< score, or progress so far in a running cycle
  std::optional<double> effect_then;
  std::optional<double> effect;
  domain::Quadrant quadrant_then = domain::Quadrant::unknown;
  domain::Quadrant quadrant = domain::Quadrant::unknown;
  std::string lesson;
  std::optional<domain::Decision> decision;
};
BOOST_DESCRIBE_STRUCT(EffectRow, (),
                      (objective, title, cycle, cycle_name, cycle_state, state, result, effect_then,
                       effect, quadrant_then, quadrant, lesson, decision))

/// A cycle in one line, to compare it with others.
struct CycleSummary {
  domain::Cycle cycle;
  std::optional<double> result;  ///< mean result of its objectives
  int objectives = 0;
  int key_results = 0;
  int check_ins = 0;
  std::vector<EffectRow> rows;
};
BOOST_DESCRIBE_STRUCT(CycleSummary, (), (cycle, result, objectives, key_results, check_ins, rows))

struct EffectPage {
  long long revision = 0;
  std::vector<CycleSummary> cycles;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(EffectPage, (), (revision, cycles))

EffectPage effect_page(Context& context, const Id& account);

/// The rows of one cycle; `series` reach back a year before its start.
std::vector<EffectRow> effect_rows(const domain::Cycle& cycle,
                                   const std::vector<ObjectiveView>& objectives,
                                   const std::vector<domain::Review>& reviews, const Series& series,
                                   domain::Date today);

/// What a team has learned before, with where it was.
struct Lesson {
  Id account;
  std::string account_name;
  Id objective;
  Id cycle;
  std::string title;
  std::string cycle_name;
  std::string lesson;
  std::optional<domain::Decision> decision;
};
BOOST_DESCRIBE_STRUCT(Lesson, (),
                      (account, account_name, objective, cycle, title, cycle_name, lesson,
                       decision))

/// Lessons of the accounts the caller sees, the most alike to `words` first; all where it is empty.
std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            std::size_t most);

/// Takes over into a cycle in planning what the reviews of `from` decided (continue, adapt) and
/// what was not taken over yet: chosen key results, a metric's start := its last value, open
/// actions; no check-ins. Returns how many objectives.
int carry_over(Context& context, const Caller& caller, const Id& to, const Id& from);
int carry_over(Context& context, store::Session& session, const Caller& caller,
               const domain::Cycle& to, const domain::Cycle& from, long long& revision);

/// How many objectives carry_over would take.
int waiting_to_carry(store::Session& session, const domain::Cycle& to, const domain::Cycle& from);

}  // namespace takt::service
