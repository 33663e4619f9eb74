#pragma once
// Whether what the database holds is what was written through Takt: rows against the change log,
// the change log against what was noted of it elsewhere.

#include "store/change_log.hpp"

namespace takt::store {

/// Where a ledger's chain had come to. Kept outside of the database: whoever can write that can
/// make a chain anew, but not what was noted elsewhere.
struct Anchor {
  domain::Id ledger;
  long long revision = 0;  ///< of its last change
  std::string hash;        ///< of that change
};
BOOST_DESCRIBE_STRUCT(Anchor, (), (ledger, revision, hash))

/// The last change of each ledger that has one.
std::vector<Anchor> anchors(Session& session);

/// What does not go on from where it was, as sentences; empty where all is well. A chain that an
/// erasure made anew since, and says so, needs a new anchor and is told as well.
std::vector<std::string> verify_anchors(Session& session, const std::vector<Anchor>& anchors);

/// Every entity that is otherwise than its changes say, that none of them made, or that is gone, as
/// sentences with entity, id and member. What was erased is not looked at. Reads an account at a
/// time.
std::vector<std::string> verify_rows(Session& session);

/// Every row that refers to what is not there, as sentences.
std::vector<std::string> verify_references(Session& session);

/// When the newest change was made; no value where there is none.
std::optional<domain::Instant> newest_change(Session& session);

}  // namespace takt::store
