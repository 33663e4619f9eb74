#include "domain/forecast.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace takt::domain {
namespace {

constexpr std::size_t kSteps = 8;
constexpr double kUpper = 0.9;  // the upper end of an interval that holds 80 %

struct Step {
  double rise;
  double days;
};

std::vector<Step> last_steps(std::span<const Reading> readings) {
  std::vector<Reading> days;
  for (const auto& reading : readings) {
    if (!days.empty() && days.back().on == reading.on) days.pop_back();
    days.push_back(reading);
  }
  std::vector<Step> steps;
  for (std::size_t i = 1; i < days.size(); ++i)
    steps.push_back({days[i].value - days[i - 1].value,
                     static_cast<double>(days_between(days[i - 1].on, days[i].on))});
  if (steps.size() > kSteps) steps.erase(steps.begin(), steps.end() - kSteps);
  return steps;
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const auto half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Draws steps in that are far from the others, so that one jump does not become the trend.
void draw_in(std::vector<Step>& steps) {
  std::vector<double> slopes;
  for (const auto& step : steps) slopes.push_back(step.rise / step.days);
  const double slope = median(slopes);
  std::vector<double> deviations;
  for (const auto& step : steps)
    deviations.push_back(std::abs(step.rise - slope * step.days) / std::sqrt(step.days));
  const double limit = 3 * 1.4826 * median(deviations);
  if (limit <= 0 || steps.size() < 4) return;
  for (auto& step : steps) {
    const double reach = limit * std::sqrt(step.days);
    step.rise = slope * step.days + std::clamp(step.rise - slope * step.days, -reach, reach);
  }
}

}  // namespace

std::optional<Forecast> forecast(std::span<const Reading> readings, Date due,
                                 std::optional<double> lower, std::optional<double> upper) {
  auto steps = last_steps(readings);
  if (steps.size() < 2) return {};
  const double ahead = days_between(readings.back().on, due);
  if (ahead <= 0) return {};
  draw_in(steps);
  double rise = 0;
  double days = 0;
  double moved = 0;
  for (const auto& step : steps) {
    rise += step.rise;
    days += step.days;
    moved += std::abs(step.rise);
  }
  const double trend = rise / days;
  double spread = 0;
  for (const auto& step : steps) {
    const double rest = step.rise - trend * step.days;
    spread += rest * rest / step.days;
  }
  const auto n = static_cast<double>(steps.size());
  // Steps of exactly the same size prove nothing about the next one.
  const double least = 0.2 * moved / n / std::sqrt(days / n);
  const double per_day = std::max(spread / (n - 1), least * least);
  const double deviation = std::sqrt(per_day * (ahead + ahead * ahead / days));
  const boost::math::students_t_distribution<double> student(n - 1);
  const double likely = readings.back().value + trend * ahead;
  const double reach = boost::math::quantile(student, kUpper) * deviation;
  Forecast out{likely - reach, likely, likely + reach, {}};
  if (!lower && !upper) return out;
  const auto below = [&](double value) {
    if (deviation == 0) return likely < value ? 1.0 : 0.0;
    return boost::math::cdf(student, (value - likely) / deviation);
  };
  out.chance = (upper ? below(*upper) : 1.0) - (lower ? below(*lower) : 0.0);
  return out;
}

}  // namespace takt::domain
