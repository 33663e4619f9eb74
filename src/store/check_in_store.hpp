#pragma once
// Check-ins: which of them figures are made from, and a key result's by pages.
//
// A check-in is overtaken by a later one of the same day and site that says at least as much (a
// value or stage where it says one, a confidence where it says one): nothing that a key result
// stands at, or stood at after any day, depends on it. A correction never overtakes nor is
// overtaken, nor is what was corrected: until the day of the correction it may count. So figures
// read a few rows a day, however often somebody checks in.

#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// Marks what `added`, just stored, overtakes. A correction gives back what the corrected one had
/// overtaken.
void mark_overtaken(Session& session, const domain::CheckIn& added);

/// Marks those of the day and key result of `one` anew, whatever came, went or was corrected.
void mark_overtaken_anew(Session& session, const domain::CheckIn& one);

/// A key result's present check-ins that are not overtaken, in the order of entry.
std::vector<domain::CheckIn> told_check_ins(Session& session, const domain::KeyResult& key_result);

/// At most `most` of a key result's present check-ins, superseded ones included, newest first;
/// those before `after` where it is given.
std::vector<domain::CheckIn> check_ins_before(Session& session, const domain::KeyResult& key_result,
                                              const domain::CheckIn* after, int most);

bool has_check_ins(Session& session, const domain::KeyResult& key_result);

/// How many were entered in the cycle.
int count_check_ins(Session& session, const domain::Cycle& cycle);

/// What a correction has to know of the check-in that it supersedes.
struct Superseded {
  Id key_result;
  std::optional<Id> correction;  ///< the one that corrects it already
};
BOOST_DESCRIBE_STRUCT(Superseded, (), (key_result, correction))

/// No value where there is no such check-in.
std::optional<Superseded> superseded(Session& session, const Id& check_in);

}  // namespace takt::store
