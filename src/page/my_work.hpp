#pragma once
// What the caller owes, and what nobody minds in the accounts that they manage.

#include "page/page.hpp"

namespace takt::page {

/// `signals`, `objective`, `key_result`: what nobody minds, told to the account's manager.
BOOST_DEFINE_ENUM_CLASS(DutyKind, check_in, action, question, signals, objective, key_result)

/// Something the caller owes.
struct Duty {
  DutyKind kind = DutyKind::check_in;
  Id account;
  std::string account_name;
  Id id;  ///< the key result, action, question or objective; of `signals`, the account
  int version = 0;
  std::optional<Id> key_result;
  std::string title;  ///< of `signals`, none
  std::optional<domain::Date> due;
  int days_overdue = 0;  ///< negative: due in so many days
  int count = 0;         ///< of `signals`: so many wait for an answer
};
BOOST_DESCRIBE_STRUCT(Duty, (),
                      (kind, account, account_name, id, version, key_result, title, due,
                       days_overdue, count))

/// What the caller owes, most overdue first: check-ins due and questions to be asked within three
/// days, and open actions.
/// After these, for the account's manager: waiting signals, and objectives and key results of the
/// running cycle whose owner is none, has left the team or was archived.
std::vector<Duty> my_work(Context& context, const Caller& caller);

}  // namespace takt::page
