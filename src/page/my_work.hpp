#pragma once
// What the caller owes.

#include "page/page.hpp"

namespace takt::page {

BOOST_DEFINE_ENUM_CLASS(DutyKind, check_in, action)

/// Something the caller owes.
struct Duty {
  DutyKind kind = DutyKind::check_in;
  Id account;
  std::string account_name;
  Id id;  ///< the key result or action
  int version = 0;
  std::optional<Id> key_result;
  std::string title;
  std::optional<domain::Date> due;
  int days_overdue = 0;  ///< negative: due in so many days
};
BOOST_DESCRIBE_STRUCT(Duty, (),
                      (kind, account, account_name, id, version, key_result, title, due,
                       days_overdue))

/// What the caller owes, most overdue first: check-ins due within three days and open actions.
std::vector<Duty> my_work(Context& context, const Caller& caller);

}  // namespace takt::page
