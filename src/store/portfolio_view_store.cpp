#include "store/portfolio_view_store.hpp"

#include "domain/text.hpp"

namespace takt::store {

using domain::Id;
using domain::PortfolioView;

std::vector<PortfolioView> portfolio_views(Session& session, const Id& user) {
  return session.rows<PortfolioView>(R"(
      select id, name, choice
      from portfolio_view
      where "user" = :user
      order by place)",
                                     {bound("user", user)});
}

bool put_portfolio_view(Session& session, const Id& user, const PortfolioView& view, int place) {
  return session.execute(
             R"(
      insert into portfolio_view (id, "user", place, name, name_key, choice)
      values (:id, :user, :place, :name, :name_key, :choice)
      on conflict (id) do update set
        name = excluded.name, name_key = excluded.name_key, choice = excluded.choice
      where portfolio_view."user" = excluded."user")",
             {bound("id", view.id), bound("user", user), bound("place", place),
              bound("name", view.name), bound("name_key", domain::search_key(view.name)),
              bound("choice", view.choice)}) > 0;
}

std::optional<int> free_place(Session& session, const Id& user) {
  const auto taken = session.values<int>(R"(
      select place
      from portfolio_view
      where "user" = :user
      order by place)",
                                         {bound("user", user)});
  // Behind the last one, so that the order stays; a gap is filled once there is no place behind.
  if (const int next = taken.empty() ? 0 : taken.back() + 1; next < domain::kMostPortfolioViews)
    return next;
  for (int place = 0; place < domain::kMostPortfolioViews; ++place)
    if (static_cast<std::size_t>(place) >= taken.size() ||
        taken[static_cast<std::size_t>(place)] != place)
      return place;
  return {};
}

std::optional<Id> keeper(Session& session, const Id& view) {
  return session.value<Id>(R"(select "user" from portfolio_view where id = :id)",
                           {bound("id", view)});
}

bool view_name_taken(Session& session, const Id& user, const PortfolioView& view) {
  return session
      .value<int>(R"(
      select 1
      from portfolio_view
      where "user" = :user and name_key = :name_key and id <> :id)",
                  {bound("user", user), bound("name_key", domain::search_key(view.name)),
                   bound("id", view.id)})
      .has_value();
}

void forget_portfolio_view(Session& session, const Id& user, const Id& view) {
  session.execute(R"(delete from portfolio_view where id = :id and "user" = :user)",
                  {bound("id", view), bound("user", user)});
}

void forget_portfolio_views(Session& session, const Id& user) {
  session.execute(R"(delete from portfolio_view where "user" = :user)", {bound("user", user)});
}

}  // namespace takt::store
