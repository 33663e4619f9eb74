#pragma once
// The routes that every entity has.

#include "access/context.hpp"
#include "access/get.hpp"
#include "api/api.hpp"
#include "command/entity.hpp"
#include "domain/access.hpp"
#include "domain/signal.hpp"

namespace takt::domain {

/// Nobody means the first place by saying none.
template <>
inline constexpr bool kHasNoDefault<Whole<1, 10'000>> = true;

}  // namespace takt::domain

namespace takt::api {

struct Position {
  domain::Whole<1, 10'000> position;
};
BOOST_DESCRIBE_STRUCT(Position, (), (position))

/// Reads what people may write of T over `entity`.
template <class T>
Envelope read_fields(const boost::json::value& body, T& entity, mapping::Missing missing) {
  mapping::Errors errors;
  const auto envelope = read_envelope(body, errors);
  mapping::read_object<T, mapping::OwnMembers>(body, entity, "", errors, missing, {"id", "reason"});
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  return envelope;
}

/// A draft in whatever state: what can be read of it counts, wrong fields do not. `present` is the
/// entity that it changes, if any.
template <class T>
T draft_of(const http::Request& request, std::optional<Id>& present) {
  T draft;
  mapping::Errors ignored;
  const auto body = json_body(request);
  present = read_envelope(body, ignored).id;
  mapping::read_object<T, mapping::OwnMembers>(body, draft, "", ignored, mapping::Missing::keep,
                                               {"id", "reason"});
  return draft;
}

template <class T>
http::Response create_entity(access::Context& context, Call& call) {
  const auto read = [&] {
    command::Wanted<T> wanted;
    auto envelope = read_fields(json_body(call.request), wanted.fields, mapping::Missing::report);
    wanted.id = std::move(envelope.id);
    wanted.reason = std::move(envelope.reason);
    return wanted;
  };
  return entity_answer(command::create<T>(context, call.caller, call.id(), read), 201);
}

template <class T>
http::Response change_entity(access::Context& context, Call& call) {
  command::require_write<T>(context, call.caller, call.id());
  // The fields are read once for their errors, then over the present state.
  const auto body = json_body(call.request);
  T probe;
  const auto envelope = read_fields(body, probe, mapping::Missing::keep);
  return entity_answer(command::change<T>(
      context, call.caller, call.id(), call.version(),
      [&](T& entity) { read_fields(body, entity, mapping::Missing::keep); }, envelope.reason));
}

template <class T>
http::Response move_entity(access::Context& context, Call& call) {
  command::require_write<T>(context, call.caller, call.id());
  const auto to = read_body<Position>(call.request);
  return entity_answer(
      command::move<T>(context, call.caller, call.id(), call.version(), to.position.value));
}

/// `key_result` and `key-result` → `KeyResult`, as in names of operations.
inline std::string title_of(std::string_view term) {
  std::string snake = "_" + std::string(term);
  std::ranges::replace(snake, '-', '_');
  return mapping::json_name(snake);
}

/// Get, change, archive and restore; for what is created elsewhere, such as accounts.
template <class T>
void declare_entity_without_create(Router& router) {
  auto& context = router.context();
  const auto name = std::string(T::kTerm);
  const auto title = title_of(name);
  const auto one = "/api/v1/" + std::string(T::kCollection) + "/{id}";
  const auto write = command::write_permission<T>();
  router
      .add<void, T>("GET", one, Permission::see, "One " + name + ".",
                    [&](Call& call) {
                      return entity_answer(access::get<T>(context, call.caller, call.id()));
                    })
      .named("get" + title);
  router
      .add<Patch<T>, T>("PATCH", one, write, "Changes what is sent of a " + name + ".",
                        [&](Call& call) { return change_entity<T>(context, call); })
      .named("change" + title)
      .names_version();
  router
      .add<void, T>("DELETE", one, write, "Archives a " + name + ".",
                    [&](Call& call) {
                      return entity_answer(command::archive<T>(context, call.caller, call.id(),
                                                               call.version(), call.reason()));
                    })
      .named("archive" + title)
      .names_version()
      .reads_reason();
  router
      .add<void, T>("POST", one + "/restore", write, "Restores an archived " + name + ".",
                    [&](Call& call) {
                      return entity_answer(command::restore<T>(context, call.caller, call.id(),
                                                               call.version(), call.reason()));
                    })
      .named("restore" + title)
      .names_version()
      .reads_reason();
}

/// All routes of T, its collection below its parent included.
template <class T>
void declare_entity(Router& router) {
  using Parent = typename T::Parent;
  auto& context = router.context();
  const auto name = std::string(T::kTerm);
  const auto collection = std::string(T::kCollection);
  const auto write = command::write_permission<T>();
  declare_entity_without_create<T>(router);
  router
      .add<void, std::vector<T>>(
          "GET", "/api/v1/accounts/{account}/" + collection, Permission::see,
          "All of an account's " + collection + ".",
          [&](Call& call) {
            return answer(access::list<T>(context, call.caller, call.id(), call.flag("archived")));
          })
      .named("list" + title_of(collection))
      .reads_archived();
  // One address has one name for what stands in it, whatever is done there.
  const bool of_account = Parent::kCollection == std::string_view("accounts");
  router
      .add<Input<T>, T>("POST",
                        "/api/v1/" + std::string(Parent::kCollection) +
                            (of_account ? "/{account}/" : "/{parent}/") + collection,
                        write, "Creates a " + name + ".",
                        [&](Call& call) { return create_entity<T>(context, call); })
      .named("create" + title_of(name))
      .creates();
  if constexpr (!requires { T::kUnordered; })
    router
        .add<Position, T>("PUT", "/api/v1/" + collection + "/{id}/position", write,
                          "Moves a " + name + " among its siblings.",
                          [&](Call& call) { return move_entity<T>(context, call); })
        .named("move" + title_of(name))
        .names_version();
}

}  // namespace takt::api
