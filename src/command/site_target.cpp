#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/key_result.hpp"
#include "domain/progress.hpp"
#include "domain/site.hpp"
#include "store/plan_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// The other sites of the roll-out that are present.
std::vector<SiteTarget> others_of(const Draft<SiteTarget>& draft) {
  auto out = store::present_where<SiteTarget>(draft.session, draft.after.account, "key_result",
                                              draft.after.key_result);
  std::erase_if(out, [&](const SiteTarget& one) { return one.id == draft.after.id; });
  return out;
}

/// Whether the site was part of the roll-out before the draft.
bool was_part(const Draft<SiteTarget>& draft) { return draft.before && !draft.before->archived_at; }

/// Whether starts are locked: in a begun cycle nobody's equal part moves any more because a site
/// comes or goes.
bool starts_locked(const KeyResult& key_result, const Cycle& cycle) {
  return key_result.kind == KeyResultKind::metric && cycle.state != CycleState::planning;
}

/// Writes down the equal parts that the sites had, `parts` of them in all.
void write_down(const KeyResult& key_result, SiteTarget& target, std::size_t parts) {
  target.start = as_entered(start_at(key_result, target, parts));
}

void check_locked_start(Draft<SiteTarget>& draft, const KeyResult& key_result, std::size_t others) {
  auto& after = draft.after;
  if (!was_part(draft)) {
    // The start of the key result is at the sites that are there already.
    if (!after.start && !(draft.before && draft.before->start))
      after.start = others == 0 ? key_result.start.value_or(0) : 0;
    if (draft.before && draft.before->start && draft.changed(&SiteTarget::start))
      draft.wrong("/start", "locked", "was locked when the cycle started");
    return;
  }
  auto locked = *draft.before;
  write_down(key_result, locked, others + 1);
  if (!after.start && !draft.before->start) after.start = locked.start;
  if (after.start != locked.start && draft.changed(&SiteTarget::start))
    draft.wrong("/start", "locked", "was locked when the cycle started");
}

/// What the sites start from all together goes the way of the key result, or its progress would
/// turn around.
void check_way(Draft<SiteTarget>& draft, const KeyResult& key_result,
               std::vector<SiteTarget> sites) {
  if (!draft.after.archived_at) sites.push_back(draft.after);
  if (!sites.empty() && !keeps_way(key_result, sum_of_starts(key_result, sites)))
    draft.wrong("/start", "no_way",
                "with it the starts of all sites reach or pass the target of the key result");
}

}  // namespace

void check(Draft<SiteTarget>& draft) {
  auto& after = draft.after;
  const auto key_result = store::must_find<KeyResult>(draft.session, after.key_result);
  const auto cycle = cycle_of(draft.session, key_result.objective);
  must_be_open(cycle);
  if (store::rolled_out_to(draft.session, after.key_result, after.site, after.id))
    draft.wrong("/site", "taken", "is part of the roll-out already");
  const auto site = store::find<Site>(draft.session, after.site);
  if (site && site->purchasers && after.told && after.told->value > site->purchasers->value)
    draft.wrong("/told", "out_of_range",
                "must not be more than the site's " + std::to_string(site->purchasers->value) +
                    " purchasers");
  if (key_result.kind == KeyResultKind::metric) {
    auto others = others_of(draft);
    const bool new_start = !draft.before || comes_or_goes(draft) ||
                           (draft.changed(&SiteTarget::start) && !starts_locked(key_result, cycle));
    if (starts_locked(key_result, cycle)) {
      check_locked_start(draft, key_result, others.size());
      const auto parts = others.size() + (was_part(draft) ? 1 : 0);
      for (auto& other : others) write_down(key_result, other, parts);
    }
    const auto start = start_at(key_result, after, others.size() + 1);
    if (after.target == start && (new_start || draft.changed(&SiteTarget::target)))
      draft.wrong("/target", "no_way", "must not be the same as the start");
    if (new_start) check_way(draft, key_result, std::move(others));
  } else if (after.start && key_result.kind == KeyResultKind::stages) {
    if (*after.start < 0 || *after.start > 100)
      draft.wrong("/start", "out_of_range", "must be a degree from 0 to 100");
    if (draft.changed(&SiteTarget::start) && cycle.state != CycleState::planning)
      draft.wrong("/start", "locked", "was locked when the cycle started");
  } else if (after.start) {
    draft.wrong("/start", "not_here", "only a metric or stages start from somewhere");
  }
  // How many have been told is how far the roll-out is, no part of its plan. A start that changes
  // here is only written down.
  if (comes_or_goes(draft) || draft.changed(&SiteTarget::site) ||
      draft.changed(&SiteTarget::target))
    must_give_reason(draft, cycle);
}

/// In a begun cycle the other sites keep the equal parts that they had.
long long follow_up(const Draft<SiteTarget>& draft, long long revision) {
  const auto key_result = store::must_find<KeyResult>(draft.session, draft.after.key_result);
  if (!starts_locked(key_result, cycle_of(draft.session, key_result.objective))) return revision;
  const auto others = others_of(draft);
  const auto parts = others.size() + (was_part(draft) ? 1 : 0);
  for (const auto& before : others) {
    if (before.start) continue;
    auto after = before;
    write_down(key_result, after, parts);
    ++after.version;
    store::update(draft.session, after);
    revision = record(draft.context, draft.session, draft.caller, &before, after, "");
  }
  return revision;
}

}  // namespace takt::command
