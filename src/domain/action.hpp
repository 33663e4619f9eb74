#pragma once
// What the team does.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

/// What we do. Never counted as a result.
struct Action : Record {
  static constexpr std::string_view kTerm = "action", kCollection = "actions";
  Title title;
  std::optional<Reference<KeyResult>> key_result;
  std::optional<TeammateId> assignee;
  std::optional<Date> due;
  std::optional<Date> done_on;
  std::optional<Reference<Meeting>> meeting;  ///< where it was agreed
};
BOOST_DESCRIBE_STRUCT(Action, (Record), (title, key_result, assignee, due, done_on, meeting))

}  // namespace takt::domain
