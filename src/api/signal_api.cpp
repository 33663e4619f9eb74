#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/entity.hpp"
#include "command/signal.hpp"
#include "domain/signal.hpp"
#include "figure/signal.hpp"
#include "page/inbox.hpp"
#include "page/market.hpp"
#include "page/signal_board.hpp"

namespace takt::api {

using namespace domain;

struct Into {
  Id into;
};
BOOST_DESCRIBE_STRUCT(Into, (), (into))

void declare_signal_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<Signal>(router);
  declare_entity<Response>(router);
  declare_entity<WarningQuestion>(router);
  router.add<void, page::SignalBoard>(
      "GET", "/api/v1/accounts/{account}/signal-board", Permission::see,
      "An account's signals with their answers, themes and early warning; of those that are done "
      "the "
      "newest fifty, all with ?all=true.",
      [&](Call& call) {
        return answer(page::signal_board(context, call.caller, call.id(), call.flag("all")));
      });
  router.add<void, std::vector<Signal>>(
      "GET", "/api/v1/accounts/{account}/similar-signals", Permission::see,
      "Waiting signals that may be about the same as ?title=.", [&](Call& call) {
        return answer(page::similar_signals(context, call.caller, call.id(),
                                            call.request.parameter("title")));
      });
  router.add<void, page::Inbox>(
      "GET", "/api/v1/signals", Permission::signed_in,
      "What waits for an answer in the accounts whose team the caller is on.",
      [&](Call& call) { return answer(page::inbox(context, call.caller)); });
  router.add<Into, Signal>(
      "POST", "/api/v1/signals/{id}/merge", Permission::contribute,
      "Puts a signal to another one that is about the same.", [&](Call& call) {
        command::require_write<Signal>(context, call.caller, call.id());
        const auto in = read_body<Into>(call.request);
        return entity_answer(command::merge_signals(context, call.caller, call.id(), in.into));
      });
  router.add<void, std::vector<figure::ThemeTrend>>(
      "GET", "/api/v1/signal-themes", Permission::signed_in,
      "Themes over the accounts that the caller sees, in the last twelve months.",
      [&](Call& call) { return answer(page::themes(context, call.caller)); });
}

}  // namespace takt::api
