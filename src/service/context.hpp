#pragma once
// What every command and query needs: the database, the clock, who asks, and who wants to know.

#include <functional>
#include <memory>
#include <shared_mutex>
#include <unordered_map>

#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::service {

using domain::Id;
using domain::Permission;
using domain::Problem;

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
};

/// Team roles and sessions, kept until the access ledger moves.
class AccessCache {
 public:
  /// No value where the session is not known or has ended by `now`.
  std::optional<Caller> caller(long long revision, const std::string& token_hash,
                               domain::Instant now);
  void keep(long long revision, const std::string& token_hash, Caller caller);
  std::optional<std::optional<domain::TeamRole>> team_role(long long revision, const Id& user,
                                                           const Id& account);
  void keep(long long revision, const Id& user, const Id& account,
            std::optional<domain::TeamRole> role);

 private:
  void start_over_unless(long long revision);
  std::shared_mutex mutex_;
  long long revision_ = -1;
  std::unordered_map<std::string, Caller> callers_;
  std::unordered_map<std::string, std::optional<domain::TeamRole>> roles_;
};

struct Context {
  store::Database& database;
  std::function<domain::Instant()> now;
  /// Told after each commit: this ledger has this revision now.
  std::function<void(const Id& ledger, long long revision)> announce = [](auto&, auto) {};
  AccessCache access{};
  bool has_mail = false;  ///< a mail server is set up

  domain::Date today() const { return domain::date_of(now()); }
};

/// The caller's role in the account; no value for somebody outside its team.
std::optional<domain::TeamRole> team_role(Context& context, const Caller& caller,
                                          const Id& account);

/// Throws Problem unless the caller may: unauthenticated for nobody, not_found for an account the
/// caller can't see, else forbidden.
void require(Context& context, const Caller& caller, Permission permission,
             const std::optional<Id>& account = {});

}  // namespace takt::service
