#pragma once
// Signals that wait for an answer, over all accounts of a person.

#include "figure/signal.hpp"
#include "page/page.hpp"

namespace takt::page {

struct InboxLine {
  figure::SignalView view;
  std::string account_name;
};
BOOST_DESCRIBE_STRUCT(InboxLine, (), (view, account_name))

struct Inbox {
  domain::Date today;
  int waiting = 0;  ///< all of them; the lines are the first 200
  int overdue = 0;  ///< of all of them
  std::vector<InboxLine> lines;
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (today, waiting, overdue, lines))

/// What waits for an answer in the accounts whose team the caller is on, most pressing first.
Inbox inbox(Context& context, const Caller& caller);

}  // namespace takt::page
