#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/erasure.hpp"
#include "command/user.hpp"
#include "domain/user.hpp"
#include "page/accounts.hpp"
#include "page/user_states.hpp"

namespace takt::api {

using namespace domain;

void declare_user_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, std::vector<User>>(
          "GET", "/api/v1/users", Permission::signed_in, "All users.",
          [&](Call& call) {
            return answer(page::users(context, call.caller, call.flag("archived")));
          })
      .named("listUsers")
      .reads_archived();
  router
      .add<void, std::vector<page::UserState>>(
          "GET", "/api/v1/user-states", Permission::administer,
          "Who has come in, who was invited, and the day on which each was here last.",
          [&](Call& call) { return answer(page::user_states(context, call.caller)); })
      .named("listUserStates");
  router
      .add<Input<User>, User>(
          "POST", "/api/v1/users", Permission::administer, "Creates a user.",
          [&](Call& call) {
            User fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return entity_answer(
                command::create_user(context, call.caller, std::move(fields), envelope.id), 201);
          })
      .named("createUser")
      .creates();
  router
      .add<Patch<User>, User>(
          "PATCH", "/api/v1/users/{id}", Permission::signed_in,
          "Changes a user. Everybody changes their own name, language, time zone and function.",
          [&](Call& call) {
            const auto body = json_body(call.request);
            return entity_answer(command::change_user(
                context, call.caller, call.id(), call.version(),
                [&](User& user) { read_fields(body, user, mapping::Missing::keep); }));
          })
      .named("changeUser")
      .names_version();
  router
      .add<void, User>("DELETE", "/api/v1/users/{id}", Permission::administer,
                       "Archives a user and ends their sessions.",
                       [&](Call& call) {
                         return entity_answer(command::change_user(
                             context, call.caller, call.id(), call.version(),
                             [&](User& user) { user.archived_at = context.now(); }));
                       })
      .named("archiveUser")
      .names_version();
  router
      .add<void, User>("POST", "/api/v1/users/{id}/restore", Permission::administer,
                       "Restores an archived user.",
                       [&](Call& call) {
                         return entity_answer(
                             command::change_user(context, call.caller, call.id(), call.version(),
                                                  [](User& user) { user.archived_at.reset(); }));
                       })
      .named("restoreUser")
      .names_version();
  router
      .add<void, void>("POST", "/api/v1/users/{id}/erase", Permission::administer,
                       "Erases the personal data of an archived user for good.",
                       [&](Call& call) {
                         command::erase_user(context, call.caller, call.id(), call.version());
                         return no_content();
                       })
      .named("eraseUser")
      .names_version();
}

}  // namespace takt::api
