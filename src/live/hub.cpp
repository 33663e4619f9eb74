#include "live/hub.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

namespace takt::live {
namespace {

using Clock = std::chrono::steady_clock;

/// So many answers to whether somebody hears of something are remembered, of some bytes each.
constexpr std::size_t kMostRemembered = 4'000'000;
constexpr std::chrono::minutes kLooksForWhatIsOver{1};
/// Longer than a failover takes.
constexpr std::chrono::seconds kKeepsUnheard{30};

std::string event(const std::string& members) { return "data: {" + members + "}\n\n"; }

/// Who writes at the same time may announce in another order.
void keep_newest(News& news, const domain::Id& ledger, long long revision) {
  auto& newest = news[ledger];
  newest = std::max(newest, revision);
}

/// No value where it threw.
template <class Answer, class Ask, class... About>
std::optional<Answer> answer(const Ask& ask, const About&... about) {
  try {
    return ask(about...);
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

Hub::Hub(std::function<long long()> access, std::string postgresql, const std::string& version)
    : access_(std::move(access)),
      version_("\"version\":\"" + version + '"'),
      looked_(Clock::now()) {
  if (!postgresql.empty()) {
    wire_.emplace(std::move(postgresql));
    wire_->open();  // before anybody watches
  }
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (wake_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Hub::~Hub() {
  thread_.request_stop();
  eventfd_write(wake_, 1);
  thread_.join();
  close(wake_);
}

std::shared_ptr<http::Stream> Hub::watch(Watcher watcher) {
  auto stream = std::make_shared<http::Stream>(event(version_));
  stream->push("retry: 500\n" + event("\"user\":\"" + watcher.user.text + "\"," + version_));
  const std::lock_guard lock(mutex_);
  const auto [own, is_new] = numbers_.try_emplace(watcher.session, last_ + 1);
  auto& [asked, streams] = listeners_[own->second];
  if (is_new) {
    ++last_;
    asked = std::make_shared<const Watcher>(std::move(watcher));
  }
  std::erase_if(streams, [](const auto& each) { return each.expired(); });
  if (streams.size() == kMostStreams) {
    if (const auto oldest = streams.front().lock()) {
      // The browser comes again, but not at once: else its streams would close each other for ever.
      oldest->push("retry: 60000\n\n");
      oldest->close();
    }
    streams.erase(streams.begin());
  }
  streams.push_back(stream);
  return stream;
}

void Hub::announce(const domain::Id& ledger, long long revision) {
  {
    const std::lock_guard lock(announced_mutex_);
    keep_newest(announced_, ledger, revision);
  }
  eventfd_write(wake_, 1);
}

std::size_t Hub::watchers() {
  const std::lock_guard lock(mutex_);
  forget_who_has_gone();
  std::size_t all = 0;
  for (const auto& [number, listener] : listeners_) all += listener.streams.size();
  return all;
}

void Hub::work(const std::stop_token& stop) {
  constexpr int kPause = 500;
  for (int closed = 0; !stop.stop_requested();) {
    const auto news = announced();
    tell_here(news);
    if (wire_) {
      // What was told while it was closed, nobody here has heard: whoever watches comes again and
      // reads.
      if (!wire_->is_open() && wire_->open(stop)) close_all();
      tell_others(news, stop);
      tell_here(wire_->heard());
    }
    if (!wire_ || wire_->is_open()) {
      closed = 0;
      wait(unheard_.empty() ? -1 : kPause);
    } else if (++closed > 1) {  // it may have gone long ago: at first it comes again at once
      wait(kPause);
    }
  }
  if (wire_) tell_others(announced(), stop);
}

News Hub::announced() {
  const std::lock_guard lock(announced_mutex_);
  return std::exchange(announced_, {});
}

void Hub::tell_others(const News& news, const std::stop_token& stop) {
  for (const auto& [ledger, revision] : news) keep_newest(untold_, ledger, revision);
  if (untold_.empty() || !wire_->is_open()) return;
  if (wire_->tell(untold_, stop)) untold_.clear();
}

void Hub::wait(int milliseconds) {
  pollfd both[] = {{wake_, POLLIN, 0}, {wire_ ? wire_->socket() : -1, POLLIN, 0}};
  poll(both, 2, milliseconds);
  eventfd_t ignored;
  eventfd_read(wake_, &ignored);
}

void Hub::tell_here(const News& news) {
  const auto now = Clock::now();
  if (unheard_.empty()) unheard_since_ = now;
  for (const auto& [ledger, revision] : news) keep_newest(unheard_, ledger, revision);
  if (unheard_.empty()) return;
  if (nobody_is_here()) return unheard_.clear();
  if (const auto access = answer<long long>(access_)) {
    if (access != as_of_ || remembered_ > kMostRemembered) {
      audiences_.clear();
      remembered_ = 0;
      as_of_ = access;
    }
    end_what_is_over(*access);
    bool can_be_asked = true;
    std::erase_if(unheard_, [&](const auto& each) {
      const auto& [ledger, revision] = each;
      auto& audience = audiences_[ledger.text];
      can_be_asked = can_be_asked && ask_newcomers(audience, *access, ledger);
      send_to(audience,
              event("\"ledger\":\"" + ledger.text + "\",\"revision\":" + std::to_string(revision)));
      return can_be_asked;
    });
  }
  if (!unheard_.empty() && now - unheard_since_ > kKeepsUnheard) close_all();
}

bool Hub::ask_newcomers(Audience& audience, long long access, const domain::Id& ledger) {
  for (const auto& [number, watcher] : came_after(audience.asked)) {
    const auto sees = answer<bool>(watcher->may_see, access, ledger);
    // The database is away: the others could not say either, each after its own time-out.
    if (!sees) return false;
    audience.asked = number;
    if (*sees) {
      audience.listeners.push_back(number);
      ++remembered_;
    } else if (answer<bool>(watcher->signed_in, access) == false) {
      end(number);
    }
  }
  return true;
}

void Hub::send_to(Audience& audience, std::string_view text) {
  const std::lock_guard lock(mutex_);
  std::erase_if(audience.listeners, [&](Number number) {
    const auto found = listeners_.find(number);
    if (found == listeners_.end()) return true;
    for (const auto& each : found->second.streams)
      if (const auto stream = each.lock()) stream->push(text);
    return false;
  });
}

/// A session whose time is over moves no revision.
void Hub::end_what_is_over(long long access) {
  const auto now = Clock::now();
  if (now - looked_ < kLooksForWhatIsOver) return;
  looked_ = now;
  {
    const std::lock_guard lock(mutex_);
    forget_who_has_gone();
  }
  for (const auto& [number, watcher] : came_after(0)) {
    const auto is = answer<bool>(watcher->signed_in, access);
    if (!is) return;  // nor could the others say
    if (!*is) end(number);
  }
}

bool Hub::nobody_is_here() {
  const std::lock_guard lock(mutex_);
  return listeners_.empty();
}

std::vector<std::pair<Hub::Number, std::shared_ptr<const Watcher>>> Hub::came_after(Number number) {
  std::vector<std::pair<Number, std::shared_ptr<const Watcher>>> out;
  const std::lock_guard lock(mutex_);
  for (auto each = listeners_.upper_bound(number); each != listeners_.end(); ++each)
    out.emplace_back(each->first, each->second.watcher);
  return out;
}

void Hub::end(Number number) {
  const std::lock_guard lock(mutex_);
  const auto found = listeners_.find(number);
  if (found == listeners_.end()) return;
  for (const auto& each : found->second.streams)
    if (const auto stream = each.lock()) stream->close();
  numbers_.erase(found->second.watcher->session);
  listeners_.erase(found);
}

void Hub::close_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, listener] : listeners_)
    for (const auto& each : listener.streams)
      if (const auto stream = each.lock()) stream->close();
  listeners_.clear();
  numbers_.clear();
  unheard_.clear();
}

/// Under the lock.
void Hub::forget_who_has_gone() {
  for (auto each = listeners_.begin(); each != listeners_.end();) {
    auto& [watcher, streams] = each->second;
    std::erase_if(streams, [](const auto& stream) { return stream.expired(); });
    if (streams.empty()) numbers_.erase(watcher->session);
    each = streams.empty() ? listeners_.erase(each) : std::next(each);
  }
}

}  // namespace takt::live
