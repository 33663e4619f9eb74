#include "command/references.hpp"

#include <algorithm>

#include "command/entity.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// The cycles of an account that take no writes: closed or archived.
std::set<Id> shut_cycles(store::Session& session, const Id& account) {
  std::set<Id> out;
  for (const auto& cycle : store::all_of<Cycle>(session, account))
    if (cycle.state == CycleState::closed || cycle.archived_at) out.insert(cycle.id);
  return out;
}

/// The objectives that take no writes: archived, or of such a cycle.
std::set<Id> shut_objectives(store::Session& session, const Id& account) {
  const auto shut = shut_cycles(session, account);
  std::set<Id> out;
  for (const auto& objective : store::all_of<Objective>(session, account))
    if (objective.archived_at || shut.contains(objective.cycle)) out.insert(objective.id);
  return out;
}

/// An empty list of invitees means the whole team: the last one invited stays.
bool is_only_invitee(const Meeting& meeting, const Id& user) {
  return !meeting.invitees.empty() &&
         std::ranges::all_of(meeting.invitees, [&](const Id& one) { return one == user; });
}

}  // namespace

void refuse_if_followed(store::Session& session, const Id& account, const Id& id) {
  const auto shut = shut_objectives(session, account);
  for (const auto& key_result : store::present_of<KeyResult>(session, account)) {
    if (key_result.state == KeyResultState::dropped || shut.contains(key_result.objective))
      continue;
    const bool follows_kpi = key_result.follows == Follows::kpi && key_result.kpi == id;
    const bool follows_supply = key_result.follows == Follows::supply &&
                                (std::ranges::count(key_result.supply_areas, id) > 0 ||
                                 std::ranges::count(key_result.supply_sites, id) > 0);
    if (follows_kpi || follows_supply)
      conflict("followed", "The key result “" + key_result.title + "” follows this.");
  }
}

long long clear_teammate(Context& context, store::Session& session, const Caller& caller,
                         const Id& account, const Id& user, long long revision) {
  const auto cycles = shut_cycles(session, account);
  const auto objectives = shut_objectives(session, account);
  const auto clear = [&]<class T>(std::type_identity<T>, auto is_history) {
    for (const auto& before : store::present_of<T>(session, account)) {
      if (is_history(before)) continue;
      auto after = before;
      std::vector<std::string> cleared;
      auto leaves = [&](const auto& reference) {
        using Target = typename std::remove_cvref_t<decltype(reference)>::Target;
        return std::same_as<Target, Teammate> && reference == user;
      };
      take_out(after, "", leaves, cleared);
      if (cleared.empty()) continue;
      ++after.version;
      store::update(session, after);
      revision = record(context, session, caller, &before, after, "left_team");
    }
  };
  clear(std::type_identity<Contact>{}, [](const Contact&) { return false; });
  clear(std::type_identity<Action>{}, [](const Action& one) { return one.done_on.has_value(); });
  clear(std::type_identity<OpenQuestion>{},
        [](const OpenQuestion& one) { return one.answered_on.has_value(); });
  clear(std::type_identity<Meeting>{}, [&](const Meeting& one) {
    return one.state == MeetingState::closed || is_only_invitee(one, user);
  });
  clear(std::type_identity<Objective>{},
        [&](const Objective& one) { return cycles.contains(one.cycle); });
  clear(std::type_identity<KeyResult>{},
        [&](const KeyResult& one) { return objectives.contains(one.objective); });
  return revision;
}

}  // namespace takt::command
