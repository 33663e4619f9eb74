#include "api/routes.hpp"
#include "page/my_work.hpp"

namespace takt::api {

using namespace domain;

void declare_my_work_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, std::vector<page::Duty>>(
          "GET", "/api/v1/my-work", Permission::signed_in,
          "What the caller owes, most overdue first.",
          [&](Call& call) { return answer(page::my_work(context, call.caller)); })
      .named("listMyWork");
}

}  // namespace takt::api
