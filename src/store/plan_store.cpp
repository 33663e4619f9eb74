#include "store/plan_store.hpp"

#include "store/id_list.hpp"

namespace takt::store {

using namespace domain;

namespace {

/// A row, and the cycle or objective that it is read as a part of.
template <class T>
struct PartOf : T {
  Id part_of;
  BOOST_DESCRIBE_CLASS(PartOf, (T), (part_of), (), ())
};

/// The present rows of an account, in an order, that hang on parts of a whole. `parts` is a table
/// of `part`, its `part_of` and the `owner_account` of that.
template <class T>
std::vector<T> rows_of_parts(Session& session, const Id& whole, const ListedSelect& parts,
                             const std::string& hang_on, const std::string& order) {
  // Not "account =": SQLite would read all of the account's rows by the index of it.
  auto rows = rows_of<PartOf<T>>(session, whole,
                                 {"with parts as (" + parts.before,
                                  parts.after + ") select " + mapping::columns<T>() +
                                      ", part_of from parts join " + table<T>() + " on " + hang_on +
                                      " where archived_at is null"
                                      " and coalesce(account, '') = owner_account order by " +
                                      order},
                                 &PartOf<T>::part_of);
  return {std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end())};
}

PlanRows plan_rows_of(Session& session, const Id& whole, const ListedSelect& parts) {
  return {rows_of_parts<KeyResult>(session, whole, parts, "id = part", "position, created_at, id"),
          rows_of_parts<SiteTarget>(session, whole, parts, "key_result = part",
                                    "position, created_at, id"),
          rows_of_parts<CheckIn>(session, whole, parts, "key_result = part and overtaken = 0",
                                 "created_at, id"),
          rows_of_parts<Action>(session, whole, parts, "key_result = part and done_on is null",
                                "position, created_at, id")};
}

}  // namespace

PlanRows plan_rows_of_cycle(Session& session, const Cycle& cycle) {
  static const ListedSelect parts{R"(
        select k.id as part, c.id as part_of, c.account as owner_account
        from cycle c
        join objective o on o.cycle = c.id
        join key_result k on k.objective = o.id
        where c.id in ()",
                                  ")"};
  return plan_rows_of(session, cycle.id, parts);
}

PlanRows plan_rows_of_objective(Session& session, const Objective& objective) {
  static const ListedSelect parts{R"(
        select k.id as part, o.id as part_of, o.account as owner_account
        from objective o
        join key_result k on k.objective = o.id
        where o.id in ()",
                                  ")"};
  return plan_rows_of(session, objective.id, parts);
}

std::vector<Objective> objectives_of_cycle(Session& session, const Cycle& cycle) {
  static const ListedSelect parts{R"(
        select id as part, id as part_of, account as owner_account
        from cycle
        where id in ()",
                                  ")"};
  return rows_of_parts<Objective>(session, cycle.id, parts, "cycle = part",
                                  "position, created_at, id");
}

std::vector<Action> late_actions_of_others(Session& session, std::span<const Id> accounts,
                                           const Id& user, Date today) {
  std::vector<Action> out;
  for_each_list(accounts, [&](IdList list) {
    list.binds.push_back(bound("user", user));
    list.binds.push_back(bound("today", today));
    auto rows = session.rows<Action>(select_all<Action>() + R"(
      where done_on is null and archived_at is null and due < :today and assignee <> :user
        and account in ()" + list.names +
                                         R"()
      order by due, created_at, id)",
                                     list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

std::vector<ObjectiveCounts> objective_counts(Session& session, const Id& cycle) {
  return session.rows<ObjectiveCounts>(R"(
      select
        o.title, o.state,
        (
          select count(*)
          from key_result k
          where k.objective = o.id and k.archived_at is null and k.state <> 'dropped'
        ) as key_results,
        (
          select count(*)
          from key_result k
          where k.objective = o.id and k.archived_at is null and k.state <> 'dropped'
            and k.kind = 'metric' and k.target is null
        ) as targets_lacking,
        (
          select count(*)
          from review r
          where r.objective = o.id and r.archived_at is null and r.decision is not null
        ) as decisions
      from objective o
      where o.cycle = :cycle and o.archived_at is null
      order by o.position, o.created_at, o.id)",
                                       {bound("cycle", cycle)});
}

bool follows_series(Session& session, const Id& account) {
  return session
             .value<int>(R"(
      select count(*)
      from key_result
      where account = :account and follows <> 'check_ins')",
                         {bound("account", account)})
             .value_or(0) > 0;
}

bool rolled_out_to(Session& session, const Id& key_result, const Id& site, const Id& site_target) {
  return session
      .value<Id>(R"(
      select id
      from site_target
      where key_result = :key_result and site = :site and id <> :id)",
                 {bound("key_result", key_result), bound("site", site), bound("id", site_target)})
      .has_value();
}

std::vector<RunningCycle> running_cycles(Session& session, std::span<const Id> accounts) {
  std::vector<RunningCycle> out;
  for_each_list(accounts, [&](const IdList& list) {
    auto rows = session.rows<RunningCycle>(R"(
      select account, name
      from cycle
      where state in ('active', 'review') and archived_at is null and account in ()" +
                                               list.names +
                                               R"()
      order by case state when 'active' then 0 else 1 end, starts_on desc)",
                                           list.binds);
    out.insert(out.end(), rows.begin(), rows.end());
  });
  return out;
}

std::optional<std::string> plan_at_start(Session& session, const Id& cycle) {
  return session.value<std::string>(R"(
      select plan
      from activation
      where cycle = :cycle)",
                                    {bound("cycle", cycle)});
}

void keep_plan_at_start(Session& session, const Id& cycle, const std::string& plan) {
  session.execute(R"(
      insert into activation (cycle, plan)
      values (:cycle, :plan))",
                  {bound("cycle", cycle), bound("plan", plan)});
}

std::optional<std::string> readings_at_close(Session& session, const Id& cycle) {
  return session.value<std::string>(R"(
      select readings
      from closing
      where cycle = :cycle)",
                                    {bound("cycle", cycle)});
}

void keep_readings_at_close(Session& session, const Id& cycle, const std::string& readings) {
  session.execute(R"(
      insert into closing (cycle, readings)
      values (:cycle, :readings))",
                  {bound("cycle", cycle), bound("readings", readings)});
}

namespace {

struct Adapted {
  Id cycle;
  Id objective;
};
BOOST_DESCRIBE_STRUCT(Adapted, (), (cycle, objective))

}  // namespace

std::vector<Id> adapted_objectives(Session& session, const Cycle& cycle) {
  const auto state = [](std::string_view name) {
    return R"(%"state":")" + std::string(name) + "\"%";
  };
  // A change's `after` has the changed members only; a quote within a text is escaped there, so
  // that no text reads like a member's name.
  std::vector binds{bound("draft", state("draft")), bound("active", state("active")),
                    bound("closed", state("closed"))};
  std::string to_reach;
  for (const std::string_view member : {"start", "target", "lower", "upper", "stages", "weight",
                                        "due", "state", "outcomeBaseline", "outcomeTarget"}) {
    to_reach += R"( or "after" like :)" + std::string(member);
    binds.push_back(bound(member, "%\"" + std::string(member) + "\":%"));
  }
  const ListedSelect select{R"(
      with
        this as (select id, account from cycle where id in ()",
                            R"()),
        turn as (
          select this.id as cycle, this.account, c.revision, c."after"
          from "change" c
          join this on c.entity_id = this.id
          where c.action = 'changed'),
        began as (
          select cycle, account, min(revision) as revision
          from turn
          where "after" like :active
          group by cycle, account),
        own as (select o.id, o.cycle from objective o join this on o.cycle = this.id),
        part as (
          select id, id as objective, cycle from own
          union all
          select k.id, k.objective, own.cycle from key_result k join own on own.id = k.objective),
        adaptation as materialized (
          select began.cycle, c.entity_id, c.parent_id
          from began
          join "change" c on c.ledger = began.account and c.revision > began.revision
          where c.reason <> ''
            and (entity_id in (select id from part) or parent_id in (select id from part))
            and entity in ('objective', 'key_result', 'site_target')
            and "before" not like :draft
            and (action <> 'changed')" +
                                to_reach + R"()
            and not exists (
              select 1
              from turn
              where turn.cycle = began.cycle and turn."after" like :closed
                and turn.revision < c.revision))
      select distinct part.cycle, part.objective
      from part
      join adaptation a
        on a.cycle = part.cycle and (a.entity_id = part.id or a.parent_id = part.id))"};
  std::vector<Id> out;
  for (auto& one : rows_of<Adapted>(session, cycle.id, select, &Adapted::cycle, binds))
    out.push_back(std::move(one.objective));
  return out;
}

std::vector<Change> adaptations(Session& session, const Cycle& cycle) {
  static const auto sql = R"(
      with
        own as (select id from objective where cycle = :cycle and archived_at is null),
        start as (
          select min(revision) as revision
          from "change"
          where ledger = :ledger and entity_id = :cycle and action = 'changed'
            and "after" like :active)
      )" + ("select " + mapping::columns<Change>()) +
                          R"(
      from "change"
      where ledger = :ledger and revision > (select revision from start) and reason <> ''
        and "before" not like :draft
        and (entity_id in (select id from own) or parent_id in (select id from own))
      order by revision)";
  return session.rows<Change>(
      sql, {bound("cycle", cycle.id), bound("ledger", cycle.account),
            bound("draft", R"(%"state":"draft"%)"), bound("active", R"(%"state":"active"%)")});
}

std::vector<Change> changes_of_plan(Session& session, const Cycle& cycle) {
  static const auto sql = R"(
      with
        own as (select id from objective where cycle = :cycle),
        part as (
          select id from own
          union all
          select k.id from key_result k join own on own.id = k.objective)
      )" + ("select " + mapping::columns<Change>()) +
                          R"(
      from "change"
      where ledger = :ledger
        and (entity_id in (select id from part) or parent_id in (select id from part))
      order by revision desc)";
  return session.rows<Change>(sql, {bound("cycle", cycle.id), bound("ledger", cycle.account)});
}

}  // namespace takt::store
