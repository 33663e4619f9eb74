#pragma once
// People who use Takt.

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(OrganisationRole, administrator, head, member)
BOOST_DEFINE_ENUM_CLASS(Language, de, en)
/// What a one-time link is for: to come in first, or to choose a forgotten password anew.
BOOST_DEFINE_ENUM_CLASS(LinkPurpose, invitation, password)
/// How somebody stands with Takt: has a password or was here; has a link that works, had one, or
/// none yet.
BOOST_DEFINE_ENUM_CLASS(AccessState, active, invited, link_over, not_invited)

/// A person who uses Takt. `account` is the organisation's own ledger.
struct User : Record {
  static constexpr std::string_view kTerm = "user", kCollection = "users";
  Name name;
  Text<200, 3> email;
  OrganisationRole role = OrganisationRole::member;
  Language language = Language::de;
  Word function;
  Word time_zone;  ///< IANA; empty for the browser's, else the organisation's
};
BOOST_DESCRIBE_STRUCT(User, (Record), (name, email, role, language, function, time_zone))

}  // namespace takt::domain
