#pragma once
// What pages draw alike: bars, states, shares in six steps of blue. As web/src/ui draws them.

#include "domain/forecast.hpp"
#include "domain/progress.hpp"
#include "report/paper.hpp"

namespace takt::report {

struct BarFigures {
  std::optional<double> progress;  ///< unit 1
  std::optional<double> expected;
  bool stale = false;
  std::optional<domain::Forecast> forecast{};
};

/// What is, as fill; what is expected by now, as a tick; what will be, as a pale band. `box` is the
/// track; the tick stands out above and below.
void draw_bar(Paper& paper, const BarFigures& figures, const Box& box);

/// A state in words, with its mark: its width.
double draw_health(Paper& paper, domain::Health health, std::string words, double x, double y);

/// A round mark with somebody's initials.
void draw_person(Paper& paper, const std::string& initials, Point centre, double radius);

/// A course over time with its target, which is dashed.
void draw_spark(Paper& paper, const std::vector<double>& course, std::optional<double> target,
                const Box& box);

struct Share {
  std::optional<double> share;  ///< unit 1
  bool estimated = false;
  bool white = false;  ///< demand, but no supply of ours
};

/// A cell of a table of shares: whole per cents without their sign.
void draw_share(Paper& paper, const Share& share, const Box& box, domain::Language language);

/// A flag with its foot at that point.
void draw_flag(Paper& paper, Point foot);

}  // namespace takt::report
