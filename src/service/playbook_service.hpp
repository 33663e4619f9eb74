#pragma once
// Playbooks: templates of our field that come with Takt, and the organisation's own.

#include "domain/playbook.hpp"
#include "service/entity_service.hpp"

namespace takt::service {

/// A template with where it comes from.
struct PlaybookView {
  domain::Playbook playbook;
  bool own = false;  ///< the organisation's, not one that comes with Takt
};
BOOST_DESCRIBE_STRUCT(PlaybookView, (), (playbook, own))

/// All templates in a language, those that come with Takt first.
std::vector<PlaybookView> playbooks(Context& context, const Caller& caller,
                                    domain::Language language);

/// Creates an objective with its key results in one step.
domain::Objective create_planned(Context& context, const Caller& caller, const Id& cycle,
                                 domain::Objective objective,
                                 const std::vector<domain::PlaybookKeyResult>& key_results,
                                 const std::optional<Id>& id, const std::string& reason);

}  // namespace takt::service
