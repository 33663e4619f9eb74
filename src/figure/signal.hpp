#pragma once
// Signals with what follows from them: priority, waiting, similar ones, themes, quiet contacts.

#include "domain/contact.hpp"
#include "domain/signal.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// A signal with what follows from it.
struct SignalView {
  domain::Signal signal;
  std::optional<domain::Priority> priority;
  bool waits = false;
  bool overdue = false;
  int days = 0;                         ///< since it was recorded
  int sensing_lag = 0;                  ///< days from observed to recorded
  std::optional<double> response_days;  ///< from recorded to the first response
  std::vector<domain::Response> responses;
  std::vector<Id> similar;  ///< other waiting signals that may be about the same
};
BOOST_DESCRIBE_STRUCT(SignalView, (),
                      (signal, priority, waits, overdue, days, sensing_lag, response_days,
                       responses, similar))

/// Views of `signals` with their responses, waiting ones first, by priority and age.
std::vector<SignalView> signal_views(store::Session& session, std::vector<domain::Signal> signals,
                                     domain::Date today);

/// How often a theme was seen in the last twelve months, oldest month first.
struct ThemeTrend {
  domain::SignalTheme theme = domain::SignalTheme::other;
  int signals = 0;
  int accounts = 0;
  std::vector<int> months;
};
BOOST_DESCRIBE_STRUCT(ThemeTrend, (), (theme, signals, accounts, months))

/// A contact that nobody has spoken to for long: a quiet signal.
struct QuietContact {
  Id id;
  std::string name;
  std::optional<domain::Date> last_contact;
  std::optional<int> days;
};
BOOST_DESCRIBE_STRUCT(QuietContact, (), (id, name, last_contact, days))

/// Names for each waiting signal of one account those that may be about the same, three at most.
void find_similar(std::vector<SignalView>& views);

/// Two titles are alike from here on.
inline constexpr double kAlike = 0.5;
inline constexpr std::size_t kMostAlike = 3;

/// Themes of signals by the day given with each, most accounts first.
std::vector<ThemeTrend> trends(const std::vector<std::pair<domain::Signal, domain::Date>>& signals,
                               domain::Date today);

/// The contacts that nobody has spoken to for sixty days or ever.
std::vector<QuietContact> quiet_contacts(const std::vector<domain::Contact>& contacts,
                                         domain::Date today);

}  // namespace takt::figure
