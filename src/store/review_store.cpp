#include "store/review_store.hpp"

#include "store/account_store.hpp"

namespace takt::store {

using domain::Review;

std::vector<Review> reviews_of(Session& session, const Id& account) {
  return present_of<Review>(session, account);
}

bool reviewed(Session& session, const Id& objective, const Id& review) {
  return session
      .value<Id>(R"(
      select id
      from review
      where objective = :objective and id <> :id and archived_at is null)",
                 {bound("objective", objective), bound("id", review)})
      .has_value();
}

std::vector<Lesson> lessons(Session& session, const std::optional<Id>& user, int most) {
  std::string sql = R"(
      select
        r.account, a.name as account_name, r.objective, c.id as cycle, o.title,
        c.name as cycle_name, r.lesson, r.decision
      from review r
      join objective o on o.id = r.objective
      join cycle c on c.id = o.cycle
      join account a on a.id = r.account
      where r.lesson <> '' and r.archived_at is null)";
  Binds binds{bound("most", most)};
  if (user) {
    sql += std::string(" and r.account in ") + kAccountsOfUser;
    binds.push_back(bound("user", *user));
  }
  return session.rows<Lesson>(sql + " order by r.created_at desc, r.id desc limit :most", binds);
}

}  // namespace takt::store
