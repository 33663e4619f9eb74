#pragma once
// What a key result stood at on a day.

#include <vector>

#include "domain/key_result.hpp"

namespace takt::domain {

/// What we saw on a day. Never changed; a correction supersedes it.
struct CheckIn : OfKeyResult {
  static constexpr std::string_view kTerm = "check_in", kCollection = "check-ins";
  static constexpr bool kUnordered = true;
  Date effective_on;
  std::optional<double> value;          ///< metric, corridor
  std::optional<Whole<0, 100>> stage;   ///< stages: index of the stage reached
  std::optional<Reference<Site>> site;  ///< where the key result is rolled out per site
  std::optional<Whole<0, 10>> confidence;
  Prose note;
  std::vector<Link> evidence;
  std::optional<Id> supersedes;
  std::optional<Id> entered_by;  ///< given by the server, whatever was sent
};
BOOST_DESCRIBE_STRUCT(CheckIn, (OfKeyResult),
                      (effective_on, value, stage, site, confidence, note, evidence, supersedes,
                       entered_by))

}  // namespace takt::domain
