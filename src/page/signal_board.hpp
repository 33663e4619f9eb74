#pragma once
// The signals of an account.

#include "domain/account.hpp"
#include "domain/contact.hpp"
#include "domain/signal.hpp"
#include "domain/state_sentence.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/named_id.hpp"

namespace takt::page {

/// Waiting and watched signals, and the newest of those that are done.
struct SignalBoard {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  std::vector<figure::SignalView> signals;
  int answered = 0;   ///< how many there are, told or not
  int dismissed = 0;  ///< the same
  std::vector<figure::ThemeTrend> themes;
  std::vector<figure::QuestionView> questions;  ///< open ones, most urgent first
  std::vector<figure::QuietContact> quiet;
  std::vector<domain::Contact> contacts;
  std::vector<store::NamedId> targets;  ///< names of what answers the signals
  std::vector<figure::Person> people;
  domain::Sentence sentence;
};
BOOST_DESCRIBE_STRUCT(SignalBoard, (),
                      (revision, account, today, signals, answered, dismissed, themes, questions,
                       quiet, contacts, targets, people, sentence))

/// So many of the answered and of the dismissed signals are told unless `all` are asked for.
inline constexpr std::size_t kDoneSignals = 50;

SignalBoard signal_board(Context& context, const Caller& caller, const Id& account, bool all);

/// The waiting signals of an account that may be about the same as `title`, most alike first, three
/// at most: for whoever is about to record it.
std::vector<domain::Signal> similar_signals(Context& context, const Caller& caller,
                                            const Id& account, std::string_view title);

}  // namespace takt::page
