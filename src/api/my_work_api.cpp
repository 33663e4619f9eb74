#include "api/routes.hpp"
#include "page/my_work.hpp"

namespace takt::api {

using namespace domain;

void declare_my_work_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, std::vector<page::Duty>>(
          "GET", "/api/v1/my-work", Permission::signed_in,
          "What the caller owes, what is longest beyond its day first.",
          [&](Call& call) { return answer(page::my_work(context, call.caller)); })
      .named("listMyWork");
  router
      .add<void, page::MyWork>(
          "GET", "/api/v1/my-work/page", Permission::signed_in,
          "What the caller owes, their key results, whom they wait for, their next meetings, what "
          "to ask at the next visit, and whom they have not spoken to for long.",
          [&](Call& call) { return answer(page::my_work_page(context, call.caller)); })
      .named("getMyWorkPage");
}

}  // namespace takt::api
