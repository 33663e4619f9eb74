#pragma once
// People who use Takt.

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(OrganisationRole, administrator, head, member)
BOOST_DEFINE_ENUM_CLASS(Language, de, en)

/// A person who uses Takt. `account` is the organisation's own ledger.
struct User : Record {
  static constexpr std::string_view kTerm = "user", kCollection = "users";
  Name name;
  Text<200, 3> email;
  OrganisationRole role = OrganisationRole::member;
  Language language = Language::de;
  Word function;
};
BOOST_DESCRIBE_STRUCT(User, (Record), (name, email, role, language, function))

}  // namespace takt::domain
