#pragma once
// An entity on its way into the store, and what its rules need to judge it.

#include "mapping/json_read.hpp"
#include "service/context.hpp"

namespace takt::service {

template <class T>
struct Draft {
  Context& context;
  store::Session& session;
  const Caller& caller;
  domain::Date today;
  const T* before;  ///< no entity where it is being created
  T& after;
  std::string reason;
  mapping::Errors errors{};

  bool creating() const { return before == nullptr; }
  void wrong(std::string pointer, std::string code, std::string detail) {
    errors.push_back({std::move(pointer), std::move(code), std::move(detail)});
  }
  /// Calls `use(member)` unless the member kept its value.
  template <class Member>
  bool changed(Member member) const {
    return !before || before->*member != after.*member;
  }
};

/// The referenced entity exists in the same account and is not archived.
template <class Other, class T>
void must_exist(Draft<T>& draft, const std::optional<Id>& id, const std::string& pointer) {
  if (!id) return;
  const auto found = store::find<Other>(draft.session, *id);
  if (!found || found->account != draft.after.account || found->archived_at)
    draft.wrong(pointer, "unknown_" + std::string(Other::kTerm),
                "must be one of the account's entries");
}

/// The user is on the account's team.
template <class T>
void must_be_on_team(Draft<T>& draft, const std::optional<Id>& user, const std::string& pointer) {
  if (!user) return;
  const auto member = draft.session.template value<Id>(
      "select id from team_member where \"user\" = :user and account = :account and archived_at is "
      "null",
      {store::bound("user", *user), store::bound("account", draft.after.account)});
  if (!member) draft.wrong(pointer, "not_on_team", "must be somebody on the account's team");
}

/// Throws Problem(conflict): the life cycle does not allow this now.
[[noreturn]] void conflict(std::string code, std::string detail);

// The rules of each entity, in its own file. They add to `draft.errors`, may complete
// `draft.after`, or throw a conflict. An entity without rules has none here.
template <class T>
void check(Draft<T>&) {}
void check(Draft<domain::Account>& draft);
void check(Draft<domain::TeamMember>& draft);
void check(Draft<domain::Contact>& draft);
void check(Draft<domain::Testimonial>& draft);
void check(Draft<domain::TestimonialUse>& draft);
void check(Draft<domain::Milestone>& draft);

}  // namespace takt::service
