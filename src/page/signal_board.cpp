#include "page/signal_board.hpp"

#include <algorithm>
#include <set>

#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/hints.hpp"
#include "domain/life_cycle.hpp"
#include "domain/signal.hpp"
#include "figure/agility.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// Counts the signals that are done with `state`, and leaves out of `views` all but the newest.
int leave_newest(std::vector<SignalView>& views, SignalState state, bool all) {
  const auto done = [&](const SignalView& view) {
    return !view.waits && view.signal.state == state;
  };
  std::vector<Instant> recorded;
  for (const auto& view : views)
    if (done(view)) recorded.push_back(view.signal.created_at);
  const auto count = static_cast<int>(recorded.size());
  if (all || recorded.size() <= kDoneSignals) return count;
  std::ranges::sort(recorded, std::greater{});
  const auto oldest = recorded[kDoneSignals - 1];
  std::erase_if(
      views, [&](const SignalView& view) { return done(view) && view.signal.created_at < oldest; });
  return count;
}

/// Without the names of what answers signals that are not told.
void leave_named(std::vector<store::NamedId>& targets, const std::vector<SignalView>& views) {
  std::set<Id> named;
  for (const auto& view : views)
    for (const auto& response : view.responses)
      if (response.target) named.insert(*response.target);
  std::erase_if(targets, [&](const store::NamedId& one) { return !named.contains(one.id); });
}

Sentence sentence_of_signals(const SignalBoard& board, const std::optional<double>& response_days) {
  SignalsState state{.account = board.account.id, .response_days = response_days};
  for (const auto& view : board.signals) {
    state.waiting += view.waits;
    state.overdue += view.overdue;
  }
  for (const auto& contact : board.quiet) state.quiet.push_back(contact.name);
  return signals_sentence(state);
}

}  // namespace

SignalBoard signal_board(Context& context, const Caller& caller, const Id& account, bool all) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    SignalBoard board;
    board.today = context.today();
    board.revision = store::revision(session, account);
    board.account = store::must_find<Account>(session, account);
    auto signals = store::present_of<Signal>(session, account);
    const auto running = current_cycle(store::present_of<Cycle>(session, account));
    const auto response_days =
        response_time_of(session, board.account, running, signals, board.today);
    board.themes = themes(session, account, {}, board.today);
    board.signals = signal_views(session, std::move(signals), board.today);
    find_similar(board.signals);
    board.questions = open_questions(session, account, board.today);
    board.contacts = store::present_of<Contact>(session, account);
    board.quiet = quiet_contacts(board.contacts, board.today);
    board.sentence = sentence_of_signals(board, response_days);
    board.targets = store::answers_of(session, account);
    board.answered = leave_newest(board.signals, SignalState::answered, all);
    board.dismissed = leave_newest(board.signals, SignalState::dismissed, all);
    leave_named(board.targets, board.signals);
    board.people = people_of(session, account);
    return board;
  });
}

std::vector<Signal> similar_signals(Context& context, const Caller& caller, const Id& account,
                                    std::string_view title) {
  require(context, caller, Permission::see, account);
  auto signals = context.database.peek([&](store::Session& session) {
    return store::waiting_signals(session, account, context.today());
  });
  std::vector<std::pair<double, Signal>> alike;
  for (auto& signal : signals) {
    const double how = likeness(title, signal.title);
    if (how >= kAlike) alike.emplace_back(how, std::move(signal));
  }
  std::ranges::stable_sort(alike, std::greater{}, &std::pair<double, Signal>::first);
  std::vector<Signal> out;
  for (auto& [how, signal] : alike)
    if (out.size() < kMostAlike) out.push_back(std::move(signal));
  return out;
}

}  // namespace takt::page
