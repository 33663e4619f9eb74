#pragma once
// Playbooks: templates of our field that come with Takt, and the organisation's own.

#include "domain/playbook.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"

namespace takt::page {

/// A template with where it comes from.
struct PlaybookView {
  domain::Playbook playbook;
  bool own = false;  ///< the organisation's, not one that comes with Takt
};
BOOST_DESCRIBE_STRUCT(PlaybookView, (), (playbook, own))

/// All templates in a language, those that come with Takt first.
std::vector<PlaybookView> playbooks(Context& context, const Caller& caller,
                                    domain::Language language);

}  // namespace takt::page
