#pragma once
// Templates of objectives for situations that come again: the organisation's experience.

#include "domain/key_result.hpp"
#include "domain/user.hpp"

namespace takt::domain {

struct PlaybookKeyResult {
  Title title;
  KeyResultKind kind = KeyResultKind::metric;
  Text<20> unit;
  std::optional<double> start;
  std::optional<double> target;
  std::optional<double> lower;
  std::optional<double> upper;
  std::vector<Stage> stages;
  bool operator==(const PlaybookKeyResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaybookKeyResult, (),
                      (title, kind, unit, start, target, lower, upper, stages))

/// `account` is the organisation's own ledger.
struct Playbook : Record {
  static constexpr std::string_view kTerm = "playbook", kCollection = "playbooks";
  Name name;
  Prose situation;  ///< when it helps
  Language language = Language::de;
  Title title;  ///< of the objective
  Prose why;
  OutcomeKind outcome_kind = OutcomeKind::supply;
  Text<200> outcome;
  Text<20> outcome_unit;
  std::vector<PlaybookKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(Playbook, (Record),
                      (name, situation, language, title, why, outcome_kind, outcome, outcome_unit,
                       key_results))

}  // namespace takt::domain
