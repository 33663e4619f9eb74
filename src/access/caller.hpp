#pragma once
// Who asks, and what is remembered of it between requests.

#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "domain/team_member.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"

namespace takt::access {

using domain::Id;
using domain::Permission;
using domain::Problem;
using store::Standing;

/// What an API token is confined to: KPI values of an account, or of one KPI.
struct ApiScope {
  Id account;
  std::optional<Id> kpi;
  Id token;
  std::string name;
};

/// Who asks. Nobody where `user` is empty.
struct Caller {
  Id user;
  domain::Name name;
  domain::OrganisationRole role = domain::OrganisationRole::member;
  std::string session_hash{};       ///< of the session the caller came with
  std::optional<ApiScope> scope{};  ///< came with an API token
  long long access_revision = -1;   ///< of the access ledger, as read for this request
  domain::Instant session_ends{};   ///< of the session the caller came with
  domain::Word time_zone{};         ///< of their profile, else of their browser; may be empty
};

/// Standings and sessions, kept until the access ledger moves.
class AccessCache {
 public:
  /// No value where the session is not known or has ended by `now`.
  std::optional<Caller> caller(long long revision, const std::string& token_hash,
                               domain::Instant now);
  void keep(long long revision, const std::string& token_hash, Caller caller);
  std::optional<Standing> standing(long long revision, const Id& user, const Id& account);
  void keep(long long revision, const Id& user, const Id& account, Standing standing);

 private:
  void start_over_unless(long long revision);
  std::shared_mutex mutex_;
  long long revision_ = -1;
  std::unordered_map<std::string, Caller> callers_;
  std::unordered_map<std::string, Standing> standings_;
};

}  // namespace takt::access
