#pragma once
// The days that a calendar shows beside the meetings.

#include <string>
#include <vector>

#include "store/entity_store.hpp"

namespace takt::store {

/// What is due on a day, as calendars tell it.
BOOST_DEFINE_ENUM_CLASS(CalendarDayKind, cycle_end, goal, milestone, act_by)

struct CalendarDay {
  CalendarDayKind kind = CalendarDayKind::cycle_end;
  Id id;
  Id account;
  std::string account_name;
  std::string title;
  domain::Date day;
  int version = 1;
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (kind, id, account, account_name, title, day, version))

/// In the present accounts of the user: the ends of cycles that are not closed, the days by which
/// open long-term goals and milestones are to be reached and waiting signals to be answered.
std::vector<CalendarDay> calendar_days(Session& session, const Id& user, domain::Date from);

}  // namespace takt::store
