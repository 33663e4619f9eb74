#pragma once
// Objectives that come with their key results in one step.

#include "command/command.hpp"
#include "domain/objective.hpp"
#include "domain/playbook.hpp"

namespace takt::command {

/// Creates an objective with its key results in one step.
domain::Objective create_planned(Context& context, const Caller& caller, const Id& cycle,
                                 domain::Objective objective,
                                 const std::vector<domain::PlaybookKeyResult>& key_results,
                                 const std::optional<Id>& id, const std::string& reason);

}  // namespace takt::command
