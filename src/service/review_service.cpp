#include "service/review_service.hpp"

#include "domain/hints.hpp"

namespace takt::service {

using namespace domain;

namespace {

const Review* review_of(const std::vector<Review>& reviews, const Id& objective) {
  const auto found = std::ranges::find(reviews, objective, &Review::objective);
  return found == reviews.end() ? nullptr : &*found;
}

std::optional<double> score_of(const ObjectiveView& view, const Review* review) {
  if (review && review->score) return review->score;
  return score(view.progress, review ? review->score_override : std::nullopt);
}

std::vector<Review> reviews_of(store::Session& session, const Id& account) {
  return session.rows<Review>(
      store::select_all<Review>() + " where account = :account and archived_at is null",
      {store::bound("account", account)});
}

std::vector<store::Change> happened_to(store::Session& session, const ObjectiveView& view) {
  const auto& objective = view.objective;
  auto out = store::changes(session, objective.account, {.entity = objective.id, .limit = 60});
  for (const auto& key_result : view.key_results) {
    const auto more = store::changes(session, objective.account,
                                     {.entity = key_result.key_result.id, .limit = 60});
    out.insert(out.end(), more.begin(), more.end());
  }
  std::ranges::sort(out, {}, &store::Change::revision);
  const auto same = std::ranges::unique(out, {}, &store::Change::revision);
  out.erase(same.begin(), same.end());
  return out;
}

}  // namespace

ReviewPage review_page(Context& context, const Caller& caller, const Id& id) {
  const auto cycle = get<Cycle>(context, caller, id);
  return context.database.read([&](store::Session& session) {
    ReviewPage page;
    page.today = context.today();
    page.revision = store::revision(session, cycle.account);
    page.account = store::find<Account>(session, cycle.account).value();
    page.cycle = store::find<Cycle>(session, id).value();
    const auto reviews = reviews_of(session, cycle.account);
    const auto series = series_for(session, cycle);
    const auto sites = store::present_of<Site>(session, cycle.account);
    for (auto& view : plan_of(session, page.account, page.cycle, sites, series, page.today)) {
      ReviewView one;
      const auto* review = review_of(reviews, view.objective.id);
      if (review) one.review = *review;
      one.score = score_of(view, review);
      one.quadrant = quadrant(one.score, view.outcome.known ? view.outcome.effect : std::nullopt);
      one.happened = happened_to(session, view);
      page.undecided +=
          view.objective.state != ObjectiveState::dropped && !(review && review->decision);
      one.view = std::move(view);
      page.objectives.push_back(std::move(one));
    }
    page.people = people_of(session, cycle.account);
    return page;
  });
}

std::vector<EffectRow> effect_rows(const Cycle& cycle, const std::vector<ObjectiveView>& objectives,
                                   const std::vector<Review>& reviews, const Series& series,
                                   Date today) {
  std::vector<EffectRow> out;
  for (const auto& view : objectives) {
    const auto& objective = view.objective;
    if (objective.state == ObjectiveState::dropped) continue;
    const auto* review = review_of(reviews, objective.id);
    EffectRow row{.objective = objective.id,
                  .title = objective.title,
                  .cycle = cycle.id,
                  .cycle_name = cycle.name,
                  .cycle_state = cycle.state,
                  .state = objective.state};
    row.result = score_of(view, review);
    const auto then = outcome_view(series, objective, cycle, told_on(cycle, today));
    if (then.known) row.effect_then = then.effect;
    if (view.outcome.known) row.effect = view.outcome.effect;
    row.quadrant_then = quadrant(row.result, row.effect_then);
    row.quadrant = quadrant(row.result, row.effect);
    if (review) {
      row.lesson = review->lesson;
      row.decision = review->decision;
    }
    out.push_back(std::move(row));
  }
  return out;
}

EffectPage effect_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    EffectPage page;
    page.revision = store::revision(session, account);
    const auto entity = store::find<Account>(session, account).value();
    const auto reviews = reviews_of(session, account);
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    const auto series =
        cycles.empty() ? Series{}
                       : series_of(session, account, plus_months(cycles.front().starts_on, -12));
    for (const auto& cycle : cycles) {
      if (cycle.state == CycleState::planning) continue;
      CycleSummary summary{.cycle = cycle};
      const auto objectives = plan_of(session, entity, cycle, {}, series, context.today());
      summary.rows = effect_rows(cycle, objectives, reviews, series, context.today());
      std::vector<Share> results;
      for (const auto& row : summary.rows) results.push_back({row.result, 1});
      summary.result = roll_up(results);
      summary.objectives = static_cast<int>(summary.rows.size());
      for (const auto& view : objectives) summary.key_results += view.total;
      summary.check_ins =
          session
              .value<int>(
                  "select count(*) from check_in where key_result in (select k.id from key_result "
                  "k join objective o on o.id = k.objective where o.cycle = :cycle)",
                  {store::bound("cycle", cycle.id)})
              .value_or(0);
      page.cycles.push_back(std::move(summary));
    }
    return page;
  });
}

std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            std::size_t most) {
  require(context, caller, Permission::signed_in);
  std::string sql =
      "select r.account, a.name, r.objective, c.id, o.title, c.name, r.lesson, r.decision from "
      "review r join objective o on o.id = r.objective join cycle c on c.id = o.cycle join account "
      "a on a.id = r.account where r.lesson <> '' and r.archived_at is null";
  store::Binds binds;
  if (caller.role != OrganisationRole::head) {
    sql +=
        " and r.account in (select account from team_member where \"user\" = :user and archived_at "
        "is null)";
    binds.push_back(store::bound("user", caller.user));
  }
  auto all = context.database.peek([&](store::Session& session) {
    return session.rows<Lesson>(sql + " order by r.created_at desc", binds);
  });
  if (!words.empty()) {
    std::vector<std::pair<double, Lesson>> alike;
    for (auto& lesson : all) {
      const double how = likeness(words, lesson.title + " " + lesson.lesson);
      if (how >= 0.3) alike.emplace_back(how, std::move(lesson));
    }
    std::ranges::stable_sort(alike, std::greater{}, [](const auto& pair) { return pair.first; });
    all.clear();
    for (auto& [how, lesson] : alike) all.push_back(std::move(lesson));
  }
  if (all.size() > most) all.resize(most);
  return all;
}

namespace {

/// The objectives of `from` that go on, with their reviews, and are not in `to` yet.
std::vector<std::pair<Objective, Review>> to_carry(store::Session& session, const Cycle& to,
                                                   const Cycle& from) {
  const auto reviews = reviews_of(session, from.account);
  const auto there = store::present_where<Objective>(session, "cycle", to.id);
  std::vector<std::pair<Objective, Review>> out;
  for (auto& objective : store::present_where<Objective>(session, "cycle", from.id)) {
    const auto* review = review_of(reviews, objective.id);
    const bool goes_on =
        review && (review->decision == Decision::continue_ || review->decision == Decision::adapt);
    const bool taken = std::ranges::any_of(
        there, [&](const Objective& other) { return other.carried_from == objective.id; });
    if (goes_on && !taken) out.emplace_back(std::move(objective), *review);
  }
  return out;
}

}  // namespace

int waiting_to_carry(store::Session& session, const Cycle& to, const Cycle& from) {
  return static_cast<int>(to_carry(session, to, from).size());
}

int carry_over(Context& context, store::Session& session, const Caller& caller, const Cycle& to,
               const Cycle& from, long long& revision) {
  if (to.state != CycleState::planning)
    conflict("not_planning", "Only a cycle in planning takes over from another one.");
  const auto account = store::find<Account>(session, from.account).value();
  const auto series = series_for(session, from);
  const auto views = plan_of(session, account, from, {}, series, context.today());
  const auto going_on = to_carry(session, to, from);
  for (const auto& [before, review] : going_on) {
    Objective objective = before;
    objective.id = {};
    objective.version = 1;
    objective.cycle = to.id;
    objective.state = ObjectiveState::draft;
    objective.carried_from = before.id;
    objective.outcome_baseline.reset();
    const auto view = *std::ranges::find(views, before.id,
                                         [](const ObjectiveView& one) { return one.objective.id; });
    if (view.outcome.now) objective.outcome_baseline = as_entered(*view.outcome.now);
    const auto made = add<Objective>(context, session, caller, objective, "carried over", revision);
    for (const auto& one : view.key_results) {
      if (std::ranges::find(review.carried, one.key_result.id) == review.carried.end()) continue;
      KeyResult key_result = one.key_result;
      key_result.id = {};
      key_result.version = 1;
      key_result.objective = made.id;
      key_result.carried_from = one.key_result.id;
      key_result.due.reset();
      key_result.depends_on.reset();
      key_result.state = KeyResultState::active;
      if (key_result.kind == KeyResultKind::metric && one.value)
        key_result.start = as_entered(*one.value);
      const auto next =
          add<KeyResult>(context, session, caller, key_result, "carried over", revision);
      for (auto target :
           store::present_where<SiteTarget>(session, "key_result", one.key_result.id)) {
        target.id = {};
        target.version = 1;
        target.key_result = next.id;
        add<SiteTarget>(context, session, caller, target, "carried over", revision);
      }
      for (const auto& action :
           store::present_where<Action>(session, "key_result", one.key_result.id)) {
        if (action.done_on) continue;
        auto moved = action;
        moved.key_result = next.id;
        put<Action>(context, session, caller, action, moved, "carried over", revision);
      }
    }
  }
  return static_cast<int>(going_on.size());
}

int carry_over(Context& context, const Caller& caller, const Id& to_id, const Id& from_id) {
  const auto account = require_write<Cycle>(context, caller, to_id);
  const auto from = get<Cycle>(context, caller, from_id);
  if (from.account != account) throw Problem::not_found();
  long long revision = 0;
  const int count = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    return carry_over(context, session, caller, store::find<Cycle>(session, to_id).value(), from,
                      revision);
  });
  if (revision) context.announce(account, revision);
  return count;
}

}  // namespace takt::service
