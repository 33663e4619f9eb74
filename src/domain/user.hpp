#pragma once

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

/// The one organisation of an installation.
struct Organisation : Record {
  static constexpr std::string_view kTerm = "organisation", kCollection = "organisation";
  Name name;
  Whole<1, 12> fiscal_month{1};          ///< first month of the fiscal year
  Word cycle_pattern{"{year} H{half}"};  ///< how cycles are named, see calendar.hpp
};
BOOST_DESCRIBE_STRUCT(Organisation, (Record), (name, fiscal_month, cycle_pattern))

}  // namespace takt::domain
