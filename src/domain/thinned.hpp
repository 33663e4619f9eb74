#pragma once

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace takt::domain {

/// At most `most` (two or more) of the points, so that a long history costs no more than a short
/// one: the first, and the last of each of the equal parts of the time after it. Up to `most` they
/// stay as they are. Their `day` rises. Points as they were read, rather than means: these would
/// hide the noise.
template <class Point>
std::vector<Point> thinned(std::vector<Point> points, std::size_t most) {
  if (points.size() <= most) return points;
  const double first = points.front().day;
  const double span = points.back().day - first;
  const auto part_of = [&](const Point& point) {
    return std::ceil((point.day - first) * static_cast<double>(most - 1) / span);
  };
  std::vector<Point> out;
  out.reserve(most);
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    if (part_of(points[i]) < part_of(points[i + 1])) out.push_back(points[i]);
  out.push_back(points.back());
  return out;
}

}  // namespace takt::domain
