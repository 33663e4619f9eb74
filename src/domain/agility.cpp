#include "domain/agility.hpp"

#include <algorithm>

namespace takt::domain {
namespace {

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const auto half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// 100 at `best` and better, 0 at `worst` and worse, straight in between.
double scaled(double value, double worst, double best) {
  return std::clamp((value - worst) / (best - worst), 0.0, 1.0) * 100;
}

std::optional<double> percentage(int some, int all) {
  if (all <= 0) return {};
  return std::min(100.0, 100.0 * some / all);
}

/// Mean of what has a value.
std::optional<double> mean(std::initializer_list<std::optional<double>> values) {
  double sum = 0;
  int count = 0;
  for (const auto& value : values) {
    if (!value) continue;
    sum += *value;
    ++count;
  }
  if (count == 0) return {};
  return sum / count;
}

AgilityFigure figure(std::string code, std::optional<double> score, std::vector<double> raw,
                     std::string low_advice) {
  const bool good = score && *score >= 70;
  return {std::move(code), score, std::move(raw),
          !score ? "no_data"
          : good ? "keep"
                 : std::move(low_advice)};
}

AgilityFigure cadence(const AgilityFacts& facts) {
  std::optional<double> length;
  if (facts.cycle_months > 0) length = scaled(facts.cycle_months, 12, 6);
  const auto held = percentage(facts.meetings_held, facts.meetings_due);
  return figure("cadence", mean({length, held}),
                {static_cast<double>(facts.cycle_months), static_cast<double>(facts.meetings_held),
                 static_cast<double>(facts.meetings_due)},
                "hold_meetings");
}

AgilityFigure sensing(const AgilityFacts& facts) {
  if (facts.months < 0.5) return figure("sensing", {}, {0, 0}, "");
  const double per_month = facts.signals / facts.months;
  const auto lag = median(facts.sensing_lags);
  std::optional<double> speed;
  if (lag) speed = scaled(*lag, 21, 2);
  return figure("sensing", mean({scaled(per_month, 0, 1), speed}), {per_month, lag.value_or(-1)},
                "record_signals");
}

AgilityFigure response(const AgilityFacts& facts) {
  const auto time = median(facts.response_times);
  std::optional<double> speed;
  if (time) speed = scaled(*time, 30, 5);
  return figure("response", mean({speed, percentage(facts.high_answered, facts.high_signals)}),
                {time.value_or(-1), static_cast<double>(facts.high_answered),
                 static_cast<double>(facts.high_signals)},
                "answer_signals");
}

/// A plan that never changes while signals come in is not good, nor one that changes all the time.
AgilityFigure adaptation(const AgilityFacts& facts) {
  const std::vector<double> raw{static_cast<double>(facts.objectives_adapted),
                                static_cast<double>(facts.objectives)};
  if (facts.objectives == 0) return figure("adaptation", {}, raw, "");
  const double share = static_cast<double>(facts.objectives_adapted) / facts.objectives;
  if (facts.objectives_adapted == 0)
    return figure("adaptation", facts.signals == 0 ? 50.0 : 20.0, raw, "adapt_plan");
  return figure("adaptation", share <= 0.6 ? 100.0 : scaled(share, 1.2, 0.6), raw, "calm_plan");
}

}  // namespace

std::vector<AgilityFigure> agility(const AgilityFacts& facts) {
  const auto count = [](int n) { return static_cast<double>(n); };
  return {cadence(facts),
          sensing(facts),
          response(facts),
          adaptation(facts),
          figure("freshness", percentage(facts.check_ins_made, facts.check_ins_due),
                 {count(facts.check_ins_made), count(facts.check_ins_due)}, "check_in"),
          figure("long_term_tie",
                 mean({percentage(facts.objectives_tied, facts.objectives),
                       percentage(facts.goals_with_step, facts.goals)}),
                 {count(facts.objectives_tied), count(facts.objectives),
                  count(facts.goals_with_step), count(facts.goals)},
                 "tie_to_goals"),
          figure("learning", percentage(facts.reviews_learned, facts.reviews),
                 {count(facts.reviews_learned), count(facts.reviews)}, "write_lessons")};
}

std::optional<double> agility_total(const std::vector<AgilityFigure>& figures) {
  double sum = 0;
  int count = 0;
  for (const auto& figure : figures) {
    if (!figure.score) continue;
    sum += *figure.score;
    ++count;
  }
  if (count == 0) return {};
  return sum / count;
}

}  // namespace takt::domain
