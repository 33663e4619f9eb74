#include "store/check_in_store.hpp"

namespace takt::store {

using domain::CheckIn;
using domain::Cycle;

namespace {

constexpr const char* kOfCycle = R"(
      account = :account and key_result in (
        select k.id
        from key_result k
        join objective o on o.id = k.objective
        where o.cycle = :cycle))";

}  // namespace

std::vector<CheckIn> check_ins_of_cycle(Session& session, const Cycle& cycle) {
  static const auto sql = select_all<CheckIn>() + " where archived_at is null and" + kOfCycle;
  return session.rows<CheckIn>(sql, {bound("account", cycle.account), bound("cycle", cycle.id)});
}

int count_check_ins(Session& session, const Cycle& cycle) {
  static const auto sql = std::string("select count(*) from check_in where") + kOfCycle;
  return session.value<int>(sql, {bound("account", cycle.account), bound("cycle", cycle.id)})
      .value_or(0);
}

std::optional<Superseded> superseded(Session& session, const Id& check_in) {
  return session.row<Superseded>(R"(
      select c.key_result, other.id as correction
      from check_in c
      left join check_in other on other.supersedes = c.id
      where c.id = :id)",
                                 {bound("id", check_in)});
}

}  // namespace takt::store
