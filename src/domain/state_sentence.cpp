#include "domain/state_sentence.hpp"

#include <algorithm>
#include <cmath>

namespace takt::domain {

namespace {

Clause clause(ClauseKind kind, Severity severity = Severity::plain) {
  Clause out;
  out.kind = kind;
  out.severity = severity;
  return out;
}

Clause at(Place place, const std::optional<Id>& of, Clause clause) {
  clause.place = place;
  clause.of = of;
  return clause;
}

Clause counting(int count, Clause clause) {
  clause.count = count;
  return clause;
}

Severity severity_of(Health health) {
  if (health == Health::at_risk) return Severity::bad;
  return health == Health::behind || health == Health::outdated ? Severity::warn : Severity::plain;
}

Clause of_cycle(ClauseKind kind, Severity severity, Place place, const Cycle& cycle, int days) {
  auto out = at(place, cycle.id, clause(kind, severity));
  out.name = cycle.name;
  out.days = days;
  return out;
}

Clause of_planned(const Cycle& cycle, Date today) {
  const int days = days_between(today, cycle.starts_on);
  if (days > 0) return of_cycle(ClauseKind::cycle_ahead, Severity::plain, Place::plan, cycle, days);
  if (days == 0)
    return of_cycle(ClauseKind::cycle_starts_today, Severity::plain, Place::plan, cycle, 0);
  return of_cycle(ClauseKind::cycle_waits, Severity::warn, Place::plan, cycle, -days);
}

Clause of_review(const Cycle& cycle, int open) {
  if (open == 0) return of_cycle(ClauseKind::review_done, Severity::plain, Place::review, cycle, 0);
  return counting(open, of_cycle(ClauseKind::review_open, Severity::warn, Place::review, cycle, 0));
}

Clause of_progress(const AccountState& state, const Cycle& cycle) {
  auto out = at(Place::plan, cycle.id, clause(ClauseKind::not_measured));
  out.target = state.expected;
  if (!state.progress) return out;
  out.kind = ClauseKind::progress;
  out.severity = severity_of(objective_health(state.progress, state.expected, {}));
  out.value = state.progress;
  if (state.measured == state.key_results) return out;
  out.count = state.measured;
  out.total = state.key_results;
  return out;
}

/// What is wrong with some of the objectives.
Clause of_objectives(const AccountState& state, const std::vector<Id>& some, ClauseKind only,
                     ClauseKind several, Health health) {
  auto out = at(Place::objective, some.front(),
                clause(state.objectives == 1 ? only : several, severity_of(health)));
  out.in = state.account;
  out.count = static_cast<int>(some.size());
  out.total = state.objectives;
  return out;
}

Clause of_outdated(const std::vector<OutdatedKeyResult>& outdated) {
  // The longest silence; where nobody knows how long, that comes last.
  const auto& longest = *std::ranges::max_element(outdated, {}, &OutdatedKeyResult::days_silent);
  auto out =
      at(Place::key_result, longest.id, clause(ClauseKind::key_results_outdated, Severity::warn));
  out.days = longest.days_silent.value_or(0);
  if (outdated.size() > 1) {
    out.count = static_cast<int>(outdated.size());
    return out;
  }
  if (!longest.days_silent)
    out.kind = ClauseKind::key_result_outdated;
  else
    out.kind = longest.rolled_out ? ClauseKind::roll_out_silent : ClauseKind::key_result_silent;
  return out;
}

void add_of_running(Sentence& out, const AccountState& state, const Cycle& cycle) {
  out.push_back(of_progress(state, cycle));
  if (state.today > cycle.ends_on)
    out.push_back(of_cycle(ClauseKind::cycle_over, Severity::warn, Place::review, cycle,
                           days_between(cycle.ends_on, state.today)));
  if (!state.at_risk.empty())
    out.push_back(of_objectives(state, state.at_risk, ClauseKind::only_objective_at_risk,
                                ClauseKind::objectives_at_risk, Health::at_risk));
  else if (!state.behind.empty())
    out.push_back(of_objectives(state, state.behind, ClauseKind::only_objective_behind,
                                ClauseKind::objectives_behind, Health::behind));
}

Sentence of_state(const AccountState& state) {
  if (!state.cycle) return {clause(ClauseKind::no_cycle)};
  const auto& cycle = *state.cycle;
  Sentence out;
  switch (cycle.state) {
    case CycleState::planning:
      out.push_back(of_planned(cycle, state.today));
      break;
    case CycleState::active:
      add_of_running(out, state, cycle);
      break;
    case CycleState::review:
      out.push_back(of_review(cycle, state.open_in_review));
      break;
    case CycleState::closed:
      out.push_back(clause(ClauseKind::between_cycles, Severity::warn));
      out.back().name = cycle.name;
      break;
  }
  return out;
}

/// As it reads: to a tenth of a percent.
long long as_read(double share) { return std::llround(share * 1000); }

ClauseKind moved(const ShareMoved& share) {
  if (!share.before) return ClauseKind::share;
  const auto now = as_read(share.now);
  const auto before = as_read(*share.before);
  if (now == before) return ClauseKind::share_held;
  return now > before ? ClauseKind::share_rose : ClauseKind::share_fell;
}

Clause of_accounts(ClauseKind kind, Health health, int count) {
  auto out = counting(count, at(Place::portfolio, {}, clause(kind, severity_of(health))));
  out.health = health;
  return out;
}

void add_quiet(Sentence& out, const std::vector<std::string>& quiet) {
  if (quiet.empty()) return;
  out.push_back(
      counting(static_cast<int>(quiet.size()), clause(ClauseKind::contacts_quiet, Severity::warn)));
  out.back().name = quiet.front();
}

}  // namespace

Sentence sentence_of(Sentence clauses) {
  while (clauses.size() > kMostClauses) {
    auto mildest = clauses.begin() + 1;
    for (auto each = mildest; each != clauses.end(); ++each)
      if (each->severity < mildest->severity) mildest = each;
    clauses.erase(mildest);
  }
  std::ranges::stable_sort(clauses, {}, &Clause::severity);
  return clauses;
}

Clause share_clause(const Id& account, const ShareMoved& share) {
  auto out = at(Place::supply, account, clause(moved(share)));
  const bool short_of_target = !share.target || as_read(share.now) < as_read(*share.target);
  if (out.kind == ClauseKind::share_fell && short_of_target) out.severity = Severity::warn;
  out.value = share.now;
  out.before = share.before;
  out.target = share.target;
  out.estimated = share.estimated;
  return out;
}

std::optional<Clause> signals_clause(Place place, const std::optional<Id>& account, int waiting,
                                     int overdue) {
  if (overdue > 0)
    return counting(overdue,
                    at(place, account, clause(ClauseKind::signals_overdue, Severity::bad)));
  if (waiting > 0)
    return counting(waiting, at(place, account, clause(ClauseKind::signals_waiting)));
  return {};
}

Sentence account_sentence(const AccountState& state) {
  auto out = of_state(state);
  if (state.share) out.push_back(share_clause(state.account, *state.share));
  if (!state.outdated.empty()) out.push_back(of_outdated(state.outdated));
  if (const auto signals =
          signals_clause(Place::signals, state.account, state.waiting, state.overdue))
    out.push_back(*signals);
  return sentence_of(std::move(out));
}

std::optional<Health> worst_health(const PortfolioState& state) {
  if (state.at_risk > 0) return Health::at_risk;
  if (state.behind > 0) return Health::behind;
  if (state.outdated > 0) return Health::outdated;
  return {};
}

Sentence portfolio_sentence(const PortfolioState& state) {
  if (state.accounts == 0) return {clause(ClauseKind::no_account)};
  Sentence out{clause(ClauseKind::accounts)};
  if (state.on_track == 0) out[0].kind = ClauseKind::accounts_none_on_track;
  if (state.on_track == state.accounts) out[0].kind = ClauseKind::accounts_all_on_track;
  out[0].place = Place::portfolio;
  out[0].count = out[0].kind == ClauseKind::accounts ? state.on_track : state.accounts;
  out[0].total = state.accounts;
  if (state.on_track > 0) out[0].health = Health::on_track;
  const auto add = [&](ClauseKind kind, Health health, int count) {
    if (count > 0) out.push_back(of_accounts(kind, health, count));
  };
  add(ClauseKind::accounts_pending, Health::pending, state.pending);
  if (state.resting > 0) {
    out.push_back(
        counting(state.resting,
                 at(Place::resting, {}, clause(ClauseKind::accounts_resting, Severity::warn))));
    if (state.resting == 1) {
      out.back().name = state.resting_name;
      out.back() = at(Place::account, state.resting_account, out.back());
    }
  }
  add(ClauseKind::accounts_outdated, Health::outdated, state.outdated);
  add(ClauseKind::accounts_behind, Health::behind, state.behind);
  add(ClauseKind::accounts_at_risk, Health::at_risk, state.at_risk);
  if (worst_health(state) && state.worst) {
    auto& worst = out.back();  // the accounts come in the order of their health, the worst last
    worst.name = state.worst_name;
    if (worst.count == 1) worst = at(Place::account, state.worst, worst);
  }
  if (const auto signals = signals_clause(Place::waiting, {}, 0, state.overdue))
    out.push_back(*signals);
  return sentence_of(std::move(out));
}

Sentence own_sentence(const OwnState& state) {
  Sentence out;
  if (!state.outdated.empty()) {
    out.push_back(at(Place::key_result, state.outdated.front(),
                     clause(ClauseKind::own_outdated, Severity::warn)));
    out.back().count = static_cast<int>(state.outdated.size());
  } else if (state.key_results > 0 && state.pending == 0) {
    out.push_back(clause(ClauseKind::own_fresh));
    out.back().count = state.key_results;
    out.back().day = state.next_check_in;
  }
  auto owed = counting(state.owed, clause(ClauseKind::owed));
  owed.total = state.overdue;
  if (state.owed == 0) owed.kind = ClauseKind::nothing_owed;
  if (state.overdue > 0) {
    owed.kind =
        state.overdue == state.owed ? ClauseKind::owed_all_overdue : ClauseKind::owed_overdue;
    owed.severity = Severity::bad;
  }
  out.insert(state.overdue > 0 ? out.end() : out.begin(), owed);
  return sentence_of(std::move(out));
}

Sentence long_term_sentence(const LongTermState& state) {
  if (state.goals == 0) return {clause(ClauseKind::no_goal)};
  Sentence out{counting(state.goals, clause(ClauseKind::goals))};
  out[0].day = state.last;
  if (state.without_step.empty()) return out;
  out.push_back(counting(static_cast<int>(state.without_step.size()),
                         clause(ClauseKind::goals_without_step, Severity::warn)));
  out.back().name = state.without_step.front();
  return out;
}

Sentence signals_sentence(const SignalsState& state) {
  Sentence out{clause(ClauseKind::no_signal_waits)};
  if (state.waiting > 0) out[0] = counting(state.waiting, clause(ClauseKind::signals_waiting));
  if (state.response_days) {
    out.push_back(at(Place::agility, state.account, clause(ClauseKind::response_time)));
    out.back().value = state.response_days;
  }
  add_quiet(out, state.quiet);
  if (state.overdue > 0)
    out.push_back(counting(state.overdue, clause(ClauseKind::signals_overdue, Severity::bad)));
  return sentence_of(std::move(out));
}

Sentence customer_sentence(const CustomerState& state) {
  Sentence out;
  if (const auto gap = state.centre.gap) {
    out.push_back(clause(ClauseKind::buying_centre_lacks, Severity::warn));
    out[0].name = boost::describe::enum_to_string(*gap, "");
    if (gap == BuyingCentreGap::attitude_below_wanted) out[0].count = state.centre.below_wanted;
  }
  add_quiet(out, state.quiet);
  return out;
}

Sentence review_sentence(const ReviewState& state) {
  Sentence out;
  if (state.objectives > state.unknown) {
    out.push_back(clause(state.worked > 0 ? ClauseKind::objectives_worked
                                          : ClauseKind::objectives_none_worked));
    out[0].count = state.worked > 0 ? state.worked : state.objectives;
    out[0].total = state.objectives;
  }
  if (state.unknown > 0)
    out.push_back(counting(state.unknown, clause(ClauseKind::effects_unknown, Severity::warn)));
  if (state.cycle.state == CycleState::review) {
    out.push_back(of_review(state.cycle, state.open));
    out.back().place.reset();
  }
  return sentence_of(std::move(out));
}

Sentence agility_sentence(const AgilityState& state) {
  if (!state.total) return {clause(ClauseKind::agility_unknown)};
  Sentence out{clause(ClauseKind::agility)};
  out[0].value = state.total;
  out[0].before = state.before;
  if (state.before) out[0].name = state.before_name;
  if (!state.lowest.empty()) {
    out.push_back(clause(ClauseKind::agility_lacks, Severity::warn));
    out.back().name = state.lowest;
  }
  return out;
}

}  // namespace takt::domain
