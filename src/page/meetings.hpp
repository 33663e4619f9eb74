#pragma once
// The meetings of an account.

#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "figure/people.hpp"
#include "page/page.hpp"

namespace takt::page {

/// The meetings of an account: running and planned ones by date, then the closed ones, newest
/// first, all of them without their minutes: a team has some fifty a year.
struct MeetingsPage {
  domain::Account account;
  domain::Date today;
  std::vector<domain::Meeting> meetings;
  std::vector<figure::Person> people;
};
BOOST_DESCRIBE_STRUCT(MeetingsPage, (), (account, today, meetings, people))
MeetingsPage meetings_page(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
