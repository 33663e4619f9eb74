// SQLite's writers who wait share one commit, so that the disk is asked once for all of them.

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

#include "store/database.hpp"

namespace takt::store {

using Clock = std::chrono::steady_clock;

void Database::take(Turn& turn) {
  if (in_write()) throw std::logic_error("a write within a write would wait for itself");
  std::unique_lock lock(mutex_);
  turns_.push_back(&turn);
  if (gathering_ && turns_.size() >= expected_) gathering_->called.notify_one();
  // Whoever comes while nobody commits does it for all who wait; then the first of those who came
  // in the meantime. Each is called by itself, so that nobody wakes up in vain.
  turn.called.wait(lock, [&] { return turn.done || !committing_; });
  if (!turn.done) {
    committing_ = true;
    gather(turn, lock);
    auto turns = std::exchange(turns_, {});
    lock.unlock();
    const auto begun = Clock::now();
    commit_together(turns);
    lock.lock();
    committing_ = false;
    committed_at_ = Clock::now();
    commit_took_ = committed_at_ - begun;
    expected_ = turns.size() + turns_.size();
    for (auto* each : turns) {
      each->done = true;
      if (each != &turn) each->called.notify_one();
    }
    if (!turns_.empty()) turns_.front()->called.notify_one();
  }
  if (turn.error) std::rethrow_exception(turn.error);
}

/// Those whom the last commit answered mostly write again at once: a room votes, a program sends a
/// list. Without a short wait they would miss this commit, and halves would take turns.
void Database::gather(Turn& leader, std::unique_lock<std::mutex>& lock) {
  constexpr Clock::duration kLongest = std::chrono::milliseconds{5};
  constexpr int kCommitsWithoutWaiting = 8;
  const auto wait = std::min(commit_took_ / 2, kLongest);
  if (turns_.size() >= expected_ || Clock::now() - committed_at_ > wait) return;
  if (in_vain_ > 0) {
    --in_vain_;
    return;
  }
  gathering_ = &leader;
  const bool came = leader.called.wait_for(lock, wait, [&] { return turns_.size() >= expected_; });
  gathering_ = nullptr;
  if (!came) in_vain_ = kCommitsWithoutWaiting;
}

namespace {

/// For want of space SQLite gives up the whole transaction by itself, and the others' turns with
/// it.
void undo_turn(Session& session) {
  try {
    session.execute("rollback to turn");
  } catch (const std::exception&) {
    throw Unavailable("The transaction was given up.");
  }
}

}  // namespace

/// Whatever goes wrong in here belongs to the turns: nobody may wait for ever.
void Database::commit_together(const std::vector<Turn*>& turns) {
  try {
    Lease lease(*this, writers_);
    lease.heal();
    const Writing writing(true);
    Session& session = *lease.session;
    try {
      begin(session, kBeginWrite);
      for (auto* turn : turns) {
        // Whoever is alone has nobody to spare: what goes wrong undoes all there is.
        if (turns.size() == 1) {
          turn->run(session);
          break;
        }
        session.execute("savepoint turn");
        try {
          turn->run(session);
        } catch (...) {
          turn->error = std::current_exception();
          undo_turn(session);
        }
        session.execute("release turn");
      }
      session.execute("commit");
      known_.forget(session.moved_);
      if (observer_) observer_->committed_together(turns.size());
    } catch (...) {
      known_.forget_all();  // who knows what a commit that failed has stored
      roll_back(session);
      throw;
    }
  } catch (...) {
    for (auto* turn : turns)
      if (!turn->error) turn->error = std::current_exception();
  }
}

}  // namespace takt::store
