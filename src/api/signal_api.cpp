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
  router
      .add<void, page::SignalBoard>(
          "GET", "/api/v1/accounts/{account}/signal-board", Permission::see,
          "An account's signals with their answers, themes and early warning; of those that are "
          "done "
          "the newest fifty.",
          [&](Call& call) {
            return answer(page::signal_board(context, call.caller, call.id(), call.flag("all")));
          })
      .named("getSignalBoard")
      .reads<bool>("all", "All that are done instead of the newest fifty.");
  router
      .add<void, std::vector<Signal>>(
          "GET", "/api/v1/accounts/{account}/similar-signals", Permission::see,
          "Waiting signals that may be about the same.",
          [&](Call& call) {
            return answer(page::similar_signals(context, call.caller, call.id(),
                                                call.parameter<Prose>("title").value_or(Prose{})));
          })
      .named("listSimilarSignals")
      .reads<Prose>("title", "What they are to be like.");
  router
      .add<void, page::Inbox>(
          "GET", "/api/v1/signals", Permission::signed_in,
          "What waits for an answer in the accounts whose team the caller is on.",
          [&](Call& call) { return answer(page::inbox(context, call.caller)); })
      .named("getInbox");
  router
      .add<Into, Signal>(
          "POST", "/api/v1/signals/{id}/merge", Permission::contribute,
          "Puts a signal to another one that is about the same.",
          [&](Call& call) {
            command::require_write<Signal>(context, call.caller, call.id());
            const auto in = read_body<Into>(call.request);
            return entity_answer(command::merge_signals(context, call.caller, call.id(), in.into));
          })
      .named("mergeSignal");
  router
      .add<void, std::vector<figure::ThemeTrend>>(
          "GET", "/api/v1/signal-themes", Permission::signed_in,
          "Themes over the accounts that the caller sees, in the last twelve months.",
          [&](Call& call) { return answer(page::signal_themes(context, call.caller)); })
      .named("listSignalThemes");
}

}  // namespace takt::api
