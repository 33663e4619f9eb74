#pragma once
// An entity on its way into the store, and what its rules need to judge it.

#include <algorithm>

#include "command/command.hpp"
#include "domain/life_cycle.hpp"
#include "mapping/json_read.hpp"
#include "store/account_store.hpp"

namespace takt::command {

template <class T>
struct Draft {
  Context& context;
  store::Session& session;
  const Caller& caller;
  domain::Date today;  ///< the organisation's
  const T* before;     ///< no entity where it is being created
  T& after;
  std::string reason;
  mapping::Errors errors{};
  bool only_one = false;  ///< that no present entry stands where this one does is known already

  /// The last day on which something can have happened for whoever enters it: their own today.
  /// What a colleague further east entered is not judged again while it is kept.
  domain::Date entry_day() const { return context.today_of(caller); }
  bool creating() const { return before == nullptr; }
  /// A field is refused once: what a later rule finds of one that a reference or rule refused
  /// already would tell of what the caller may not see.
  void wrong(std::string pointer, std::string code, std::string detail) {
    if (std::ranges::find(errors, pointer, &domain::FieldError::pointer) != errors.end()) return;
    errors.push_back({std::move(pointer), std::move(code), std::move(detail)});
  }
  /// Calls `use(member)` unless the member kept its value.
  template <class Member>
  bool changed(Member member) const {
    return !before || before->*member != after.*member;
  }
};

/// Throws Problem(conflict): the life cycle does not allow this now.
[[noreturn]] void conflict(std::string code, std::string detail);

/// The state that a life cycle goes on to. Throws Problem(conflict) where it refuses.
template <class State>
State state_after(domain::Step<State> step) {
  if (auto* refusal = std::get_if<domain::Refusal>(&step))
    conflict(std::move(refusal->code), std::move(refusal->detail));
  return std::get<State>(step);
}

inline void refuse(std::optional<domain::Refusal> refusal) {
  if (refusal) conflict(std::move(refusal->code), std::move(refusal->detail));
}

}  // namespace takt::command
