#include "report/marks.hpp"

#include <algorithm>

#include "report/figures.hpp"

namespace takt::report {

using namespace domain;

namespace {

struct Look {
  Colour text, back, mark;
  bool hollow;
};

Look look_of(Health health) {
  using namespace colour;
  switch (health) {
    case Health::on_track:
      return {kOk, kOkBack, kOkMark, false};
    case Health::behind:
      return {kWarn, kWarnBack, kWarnMark, false};
    case Health::at_risk:
      return {kBad, kBadBack, kBadMark, false};
    case Health::outdated:
    case Health::pending:
      break;
  }
  return {kMuted, kStaleBack, kStale, true};
}

double within(double share) { return std::clamp(share, 0.0, 1.0); }

struct Step {
  double from;
  Colour back;
};
constexpr Step kSteps[] = {{0.65, 0x1e55c3}, {0.5, 0x5d8fea},  {0.38, 0x8fb4f3},
                           {0.25, 0xb8d0f8}, {0.12, 0xd8e5fc}, {-1e9, 0xedf3fe}};

}  // namespace

void draw_bar(Paper& paper, const BarFigures& figures, const Box& box) {
  const auto radius = box.height / 2;
  paper.fill(box, colour::kTrack, radius);
  const auto fill = figures.stale ? colour::kStale : colour::kBrand;
  if (const auto& forecast = figures.forecast) {
    const auto low = within(forecast->low);
    paper.fill(
        {box.x + low * box.width, box.y, (within(forecast->high) - low) * box.width, box.height},
        fill, radius, 0.35);
  }
  if (figures.progress) {
    const Box done{box.x, box.y, within(*figures.progress) * box.width, box.height};
    if (figures.stale) {
      paper.fill(done, 0xa9aeb8, radius);
      paper.hatch(done, colour::kStale, radius);
    } else {
      paper.fill(done, fill, radius);
    }
  }
  if (figures.expected) {
    const auto at = box.x + within(*figures.expected) * box.width;
    paper.fill({at - 2.5, box.y - 4, 5, box.height + 8}, colour::kWhite, 2);
    paper.fill({at - 1, box.y - 4, 2, box.height + 8}, colour::kInk, 1);
  }
}

double draw_health(Paper& paper, Health health, std::string words, double x, double y) {
  constexpr double kHeight = 18, kMark = 7, kEdge = 7, kGap = 5;
  const auto look = look_of(health);
  const Type type{.size = 11, .line = kHeight, .weight = Weight::medium, .colour = look.text};
  const auto text = paper.width_of({{words}}, type);
  const auto width = kEdge + kMark + kGap + text + kEdge + 1;
  paper.fill({x, y, width, kHeight}, look.back, kHeight / 2);
  const Point mark{x + kEdge + kMark / 2, y + kHeight / 2};
  if (look.hollow)
    paper.ring(mark, kMark / 2 + 0.5, look.mark, 2);
  else
    paper.dot(mark, kMark / 2, look.mark);
  paper.write(Tag::none, std::move(words), type, x + kEdge + kMark + kGap, y, text + 2);
  return width;
}

void draw_person(Paper& paper, const std::string& initials, Point centre, double radius) {
  paper.dot(centre, radius, colour::kBrandTint);
  paper.write(Tag::none, initials,
              {.size = 10,
               .line = 2 * radius,
               .weight = Weight::semibold,
               .colour = colour::kBrand,
               .align = Align::centre},
              centre.x - 2 * radius, centre.y - radius, 4 * radius);
}

void draw_spark(Paper& paper, const std::vector<double>& course, std::optional<double> target,
                const Box& box) {
  if (course.empty()) return;
  const auto told = std::ranges::minmax(course);
  const auto low = std::min(told.min, target.value_or(told.min));
  const auto high = std::max(told.max, target.value_or(told.max));
  const auto height = [&](double value) {
    return high > low ? box.y + box.height - (value - low) / (high - low) * box.height
                      : box.y + box.height / 2;
  };
  if (target)
    paper.line({box.x, height(*target)}, {box.x + box.width, height(*target)}, colour::kOkMark, 1.5,
               true);
  std::vector<Point> points;
  const auto steps = static_cast<double>(std::max<std::size_t>(course.size() - 1, 1));
  for (std::size_t at = 0; at < course.size(); ++at)
    points.push_back(
        {box.x + 4 + (box.width - 8) * static_cast<double>(at) / steps, height(course[at])});
  if (points.size() > 1) paper.course(points, colour::kInk);
  paper.dot(points.back(), 4, colour::kInk);
}

void draw_share(Paper& paper, const Share& share, const Box& box, Language language) {
  Type type{.size = 12, .line = box.height, .align = Align::centre};
  if (share.white) {
    paper.hatch(box, colour::kLineStrong, 5);
    paper.frame(box, colour::kField, 5, 1.5);
  } else if (!share.share) {
    type.colour = colour::kFaint;
  } else {
    const auto& step =
        *std::ranges::find_if(kSteps, [&](const Step& one) { return *share.share >= one.from; });
    paper.fill(box, step.back, 5);
    type.colour = &step == &kSteps[0] ? colour::kWhite : 0x0f2a5c;
  }
  const auto text =
      (share.estimated && share.share ? "≈" : "") + Figures(language).bare_share(share.share);
  paper.write(Tag::td, text, paper.fitted(text, type, box.width - 1), box.x, box.y, box.width);
}

void draw_flag(Paper& paper, Point foot) {
  paper.line(foot, {foot.x, foot.y - 12}, colour::kBrand, 1.5);
  paper.area({{foot.x, foot.y - 12},
              {foot.x + 10, foot.y - 12},
              {foot.x + 7.5, foot.y - 8.5},
              {foot.x + 10, foot.y - 5},
              {foot.x, foot.y - 5}},
             colour::kBrand);
}

}  // namespace takt::report
