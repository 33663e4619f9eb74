#pragma once
// Erasure of personal data: a person who was archived becomes nobody, in their row and in the
// change log, and the figures stay. What others wrote about them in texts is not found by this.

#include "command/command.hpp"

namespace takt::command {

/// How the e-mail of an erased user ends.
inline constexpr std::string_view kErasedEmail = "@erased.invalid";

/// What erasing a person takes away.
struct PersonalData {
  std::string name;
  bool archived = false;  ///< nobody else can be erased
  int changes = 0;        ///< of the change log that tell of the person
};

/// Throws Problem(not_found) for an id of nobody. No check of access: for the command line.
PersonalData personal_data_of_user(Context& context, const Id& id);
PersonalData personal_data_of_contact(Context& context, const Id& id);

/// Erases an archived user for good: name, e-mail, function, what lets them in, mails to them, when
/// they were in which account, how they looked at the portfolio, and what the change logs of the
/// organisation and of every account say of them. Their id stays with what they wrote. Recorded in
/// each of these change logs; those of accounts follow one by one, and a second call goes on where
/// a first one was interrupted. Throws Problem(conflict) unless archived, Problem(stale) for
/// another version than `version`.
void erase_user(Context& context, const Caller& caller, const Id& id, int version);

/// Erases an archived contact for good: all that was entered, and what the account's change log
/// says of it. Administrators need not see the account. The same problems.
void erase_contact(Context& context, const Caller& caller, const Id& id, int version);

/// The same without a check of access and of versions, for the command line.
void erase_user(Context& context, const Id& id);
void erase_contact(Context& context, const Id& id);

}  // namespace takt::command
