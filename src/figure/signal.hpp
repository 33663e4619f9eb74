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
  std::optional<domain::Date> answer_by;  ///< last day that is not too late; while it waits
  int days = 0;                           ///< since it was recorded
  int sensing_lag = 0;                    ///< days from observed to recorded
  std::optional<double> response_days;    ///< from recorded to the first response
  std::vector<domain::Response> responses;
  std::vector<Id> similar;  ///< other waiting signals that may be about the same
};
BOOST_DESCRIBE_STRUCT(SignalView, (),
                      (signal, priority, waits, overdue, answer_by, days, sensing_lag,
                       response_days, responses, similar))

/// What follows from a signal recorded on that day by itself, its responses left out.
SignalView signal_view(domain::Signal signal, domain::Date recorded, domain::Date today);

/// Puts waiting ones first, then by priority and age.
void put_in_order(std::vector<SignalView>& views);

/// Adds the responses.
void add_responses(store::Session& session, std::vector<SignalView>& views);

/// Views of `signals` with their responses, in order.
std::vector<SignalView> signal_views(store::Session& session, std::vector<domain::Signal> signals,
                                     domain::Date today);

/// How often a theme was observed in the last twelve calendar months, today's included, oldest
/// month first. Signals that are merged or archived don't count.
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

/// The themes of one account, else of the present accounts whose team the user is on, of all where
/// no user is named; most accounts first. Every page that names themes takes them from here.
std::vector<ThemeTrend> themes(store::Session& session, const std::optional<Id>& account,
                               const std::optional<Id>& user, domain::Date today);

/// The contacts that nobody has spoken to for sixty days or ever.
std::vector<QuietContact> quiet_contacts(const std::vector<domain::Contact>& contacts,
                                         domain::Date today);

}  // namespace takt::figure
