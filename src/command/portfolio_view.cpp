#include "command/portfolio_view.hpp"

#include "domain/text.hpp"
#include "store/portfolio_view_store.hpp"

namespace takt::command {

using namespace domain;

PortfolioView keep_view(Context& context, const Caller& caller, const Id& id,
                        const PortfolioViewFields& fields) {
  require(context, caller, Permission::signed_in);
  const PortfolioView view{id, fields.name, fields.choice};
  if (search_key(view.name).empty())
    throw Problem::invalid("/name", "required", "A name is made of letters or digits.");
  context.database.write_apart([&](store::Session& session) {
    const auto keeper = store::keeper(session, id);
    if (keeper && *keeper != caller.user) throw Problem::not_found();
    if (store::view_name_taken(session, caller.user, view))
      throw Problem::invalid("/name", "taken", "Another view has the name.");
    const auto place = keeper ? std::optional(0) : store::free_place(session, caller.user);
    if (!place)
      throw Problem(Problem::Kind::conflict, "enough_views",
                    "A dozen views are kept already; forget one first.");
    if (!store::put_portfolio_view(session, caller.user, view, *place)) throw Problem::not_found();
  });
  return view;
}

void forget_view(Context& context, const Caller& caller, const Id& id) {
  require(context, caller, Permission::signed_in);
  context.database.write_apart(
      [&](store::Session& session) { store::forget_portfolio_view(session, caller.user, id); });
}

}  // namespace takt::command
