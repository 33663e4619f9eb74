#include "domain/agility.hpp"

#include <algorithm>

#include "domain/middle.hpp"

namespace takt::domain {
namespace {

/// 100 at `best` and better, 0 at `worst` and worse, straight in between.
double scaled(double value, double worst, double best) {
  return std::clamp((value - worst) / (best - worst), 0.0, 1.0) * 100;
}

std::optional<double> percentage(int some, int all) {
  if (all <= 0) return {};
  return std::min(100.0, 100.0 * some / all);
}

std::optional<double> number(int count) { return count; }

/// A part of a figure, and what to do where it is the lowest.
struct Part {
  std::optional<double> score;
  std::string advice;
};

/// Mean of the parts that have a value; what to do next is what the lowest of them asks for.
AgilityFigure figure(std::string code, const std::vector<Part>& parts,
                     std::vector<std::optional<double>> raw, std::string without_data) {
  double sum = 0;
  int count = 0;
  const Part* lowest = nullptr;
  for (const auto& part : parts) {
    if (!part.score) continue;
    sum += *part.score;
    ++count;
    if (!lowest || *part.score < *lowest->score) lowest = &part;
  }
  if (!lowest) return {std::move(code), {}, std::move(raw), std::move(without_data)};
  const double score = sum / count;
  return {std::move(code), score, std::move(raw), score >= kGoodAgility ? "keep" : lowest->advice};
}

AgilityFigure cadence(const AgilityFacts& facts) {
  std::optional<double> months;
  std::optional<double> length;
  if (facts.cycle_months) {
    months = *facts.cycle_months;
    length = scaled(*months, 12, 6);
  }
  return figure("cadence",
                {{percentage(facts.meetings_held, facts.meetings_due), "hold_meetings"},
                 {length, "shorten_cycle"}},
                {months, number(facts.meetings_held), number(facts.meetings_due)}, "start_cycle");
}

AgilityFigure sensing(const AgilityFacts& facts) {
  const auto lag = middle(facts.sensing_lags);
  if (facts.months < 0.5)
    return figure("sensing", {}, {std::nullopt, lag},
                  facts.signals > 0 ? "keep_listening" : "listen");
  const double per_month = facts.signals / facts.months;
  std::optional<double> speed;
  if (lag) speed = scaled(*lag, 21, 2);
  return figure("sensing", {{scaled(per_month, 0, 1), "record_signals"}, {speed, "record_sooner"}},
                {per_month, lag}, "listen");
}

AgilityFigure response(const AgilityFacts& facts) {
  const auto time = response_time(facts);
  std::optional<double> speed;
  if (time) speed = scaled(*time, 30, 5);
  const auto* next = facts.waiting_times.empty() ? "answer_sooner" : "answer_signals";
  return figure("response",
                {{speed, next}, {percentage(facts.high_answered, facts.high_signals), next}},
                {time, number(facts.high_answered), number(facts.high_signals)}, "no_signal");
}

/// A plan that never changes while signals come in is not good, nor one that changes all the time.
AgilityFigure adaptation(const AgilityFacts& facts) {
  std::vector<Part> parts;
  const bool stiff = facts.objectives_adapted == 0;
  if (facts.objectives > 0 && !stiff) {
    const double share = static_cast<double>(facts.objectives_adapted) / facts.objectives;
    parts.push_back({share <= 0.6 ? 100.0 : scaled(share, 1.2, 0.6), "calm_plan"});
  } else if (facts.objectives > 0 && facts.months >= 0.5) {
    parts.push_back(facts.signals == 0 ? Part{50.0, "look_around"} : Part{20.0, "adapt_plan"});
  }
  return figure("adaptation", parts, {number(facts.objectives_adapted), number(facts.objectives)},
                "too_early");
}

AgilityFigure long_term_tie(const AgilityFacts& facts) {
  const auto* next = facts.goals > 0 ? "tie_to_goals" : "set_goal";
  return figure("long_term_tie",
                {{percentage(facts.objectives_tied, facts.objectives_kept), next},
                 {percentage(facts.goals_with_step, facts.goals), "take_step"}},
                {number(facts.objectives_tied), number(facts.objectives_kept),
                 number(facts.goals_with_step), number(facts.goals)},
                "set_goal");
}

/// Whether something happened, beyond what a plan brings along on its first day: its length and
/// ties.
bool tells_history(const AgilityFigure& figure) {
  if (!figure.score || figure.code == "long_term_tie") return false;
  return figure.code != "cadence" || figure.raw[2].value_or(0) > 0;
}

}  // namespace

std::optional<double> response_time(const AgilityFacts& facts) {
  constexpr double kOverdue = 14;
  auto times = facts.response_times;
  const double patience = middle(times).value_or(kOverdue);
  for (const double waited : facts.waiting_times)
    if (waited > patience) times.push_back(waited);
  return middle(std::move(times));
}

std::vector<AgilityFigure> agility(const AgilityFacts& facts) {
  return {cadence(facts),
          sensing(facts),
          response(facts),
          adaptation(facts),
          figure("freshness", {{percentage(facts.check_ins_made, facts.check_ins_due), "check_in"}},
                 {number(facts.check_ins_made), number(facts.check_ins_due)}, "none_due"),
          long_term_tie(facts),
          figure("learning",
                 {{percentage(facts.reviews_learned, facts.reviews),
                   facts.reviews_read < facts.reviews ? "read_outcome" : "write_lessons"}},
                 {number(facts.reviews_learned), number(facts.reviews)}, "no_review")};
}

std::optional<double> agility_total(const std::vector<AgilityFigure>& figures) {
  if (std::ranges::none_of(figures, tells_history)) return {};
  double sum = 0;
  int count = 0;
  for (const auto& figure : figures) {
    if (!figure.score) continue;
    sum += *figure.score;
    ++count;
  }
  return sum / count;
}

}  // namespace takt::domain
