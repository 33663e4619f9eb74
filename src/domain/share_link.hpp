#pragma once
// Links that show an account's one-pager to somebody without an account here.

#include "domain/audience.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"
#include "domain/user.hpp"

namespace takt::domain {

inline constexpr int kShareDays = 30;       ///< how long a link opens where nobody says
inline constexpr int kMostShareDays = 365;  ///< at most

/// Why a link does not open. The maker's is the account's door only as long as they see it.
BOOST_DEFINE_ENUM_CLASS(ShareState, open, expired, stopped, withdrawn)

/// What the server notes about a link.
struct GivenShareLink : Record {
  Id created_by;
  bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(GivenShareLink, (Record), (created_by, has_password))

/// A link for one audience. Withdrawn by archiving. Its token, its password and the page as it was
/// made rest beside it: they are never told again.
struct ShareLink : GivenShareLink {
  static constexpr std::string_view kTerm = "share_link", kCollection = "share-links";
  static constexpr bool kUnordered = true;
  Audience audience = Audience::management;
  Text<200> recipient;  ///< for whom, in the maker's words
  Language language = Language::de;
  bool frozen = false;  ///< shows the page as it was made, else as it is
  std::optional<Reference<Cycle>> cycle;
  Date expires_on;  ///< the last day on which it opens
};
BOOST_DESCRIBE_STRUCT(ShareLink, (GivenShareLink),
                      (audience, recipient, language, frozen, cycle, expires_on))

}  // namespace takt::domain
