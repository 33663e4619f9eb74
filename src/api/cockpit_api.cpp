#include "api/routes.hpp"
#include "page/cockpit.hpp"
#include "page/page_cache.hpp"

namespace takt::api {

using namespace domain;

void declare_cockpit_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, page::Cockpit>(
          "GET", "/api/v1/accounts/{account}/cockpit", Permission::see,
          "All of an account on one page.",
          [&](Call& call) {
            return page_answer(call, page::cockpit_page(context, parts.pages, call.caller,
                                                        call.id(), call.parameter<Id>("cycle")));
          })
      .named("getCockpit")
      .keeps_page()
      .reads<Id>("cycle", "Another cycle than the present one.");
  router.answer_at_hand([&](Call& call) -> std::optional<http::Response> {
    auto page = page::kept_cockpit_page(context, parts.pages, call.caller, call.id(),
                                        call.parameter<Id>("cycle"));
    if (!page) return {};
    return page_answer(call, std::move(*page));
  });
}

}  // namespace takt::api
