#pragma once
// What a check-in would do, before it is entered.

#include "command/command.hpp"
#include "domain/check_in.hpp"

namespace takt::command {

/// What a check-in would do, before it is entered.
struct CheckInEffect {
  std::optional<double> value;  ///< what the key result would stand at, roll-out included
  std::optional<double> progress_before;
  std::optional<double> progress;
  std::optional<double> objective_before;
  std::optional<double> objective;
};
BOOST_DESCRIBE_STRUCT(CheckInEffect, (),
                      (value, progress_before, progress, objective_before, objective))

/// Judges `fields` like a create and says what it would do; nothing is stored.
CheckInEffect preview_check_in(Context& context, const Caller& caller, const Id& key_result,
                               domain::CheckIn fields);

}  // namespace takt::command
