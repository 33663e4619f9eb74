#pragma once
// Routes, declared once: method, path, permission and a sentence. Routing, reading of the body,
// problem+json and the OpenAPI document follow from the declaration.

#include "access/caller.hpp"
#include "access/context.hpp"
#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "http/message.hpp"
#include "mapping/schema.hpp"

namespace takt::api {

using domain::Id;
using domain::Permission;
using domain::Problem;

/// One request on its way through a route.
struct Call {
  const http::Request& request;
  access::Caller caller;
  std::vector<std::string> captured{};  ///< what stands for {…} in the path

  /// The n-th {…} of the path as an id; not_found where it is none.
  Id id(std::size_t n = 0) const;
  /// The version that the write names in If-Match. Throws precondition_required without one.
  int version() const;
  std::optional<Id> id_parameter(std::string_view name) const;
  bool flag(std::string_view name) const { return request.parameter(name) == "true"; }
  /// Why, from the query of a request without a body. Throws invalid, as a wrong field would.
  std::string reason() const;
};

struct Route {
  std::string method;
  std::string path;
  Permission permission = Permission::signed_in;
  std::string summary;
  std::string body_schema;    ///< JSON schema, empty for no body
  std::string answer_schema;  ///< empty for no answer
  std::function<http::Response(Call&)> run;
  /// The answer where it is at hand: from memory, after an indexed read at most.
  std::function<std::optional<http::Response>(Call&)> at_hand{};
};

/// A whole number of the query; `otherwise` where it is missing or unreadable.
int number_parameter(const Call& call, std::string_view name, int otherwise);

/// Envelope of a create: an id of the client's making, and why.
struct Envelope {
  std::optional<Id> id;
  std::string reason;
};

/// The body as JSON. Throws malformed for anything unreadable, unsupported for another content
/// type.
boost::json::value json_body(const http::Request& request);

/// Reads `id` and `reason`; wrong ones are added to `errors`.
Envelope read_envelope(const boost::json::value& body, mapping::Errors& errors);

/// The body as T: every wrong field is reported at once.
template <class T>
T read_body(const http::Request& request) {
  T out{};
  mapping::Errors errors;
  mapping::read_object<T>(json_body(request), out, "", errors);
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  return out;
}

http::Response json_response(std::string json, int status = 200);

/// 204: done, and nothing to tell.
http::Response no_content();

template <class T>
http::Response answer(const T& value, int status = 200) {
  return json_response(mapping::to_json(value), status);
}

/// An entity with its version as ETag.
template <class T>
http::Response entity_answer(const T& entity, int status = 200) {
  auto response = answer(entity, status);
  response.headers.emplace_back("ETag", '"' + std::to_string(entity.version) + '"');
  return response;
}

/// A request's path as logs keep it: without the secrets of one-time links and calendars.
std::string loggable(std::string_view path);

http::Response problem_response(const Problem& problem);
http::Response plain_problem(int status, std::string_view code, std::string_view detail);

class Router {
 public:
  explicit Router(access::Context& context) : context_(context) {}

  template <class Body, class Answer>
  void add(std::string method, std::string path, Permission permission, std::string summary,
           std::function<http::Response(Call&)> run) {
    Route route{std::move(method), std::move(path), permission, std::move(summary), "", "",
                std::move(run)};
    if constexpr (!std::is_void_v<Body>) route.body_schema = schemas_.of<Body>();
    if constexpr (!std::is_void_v<Answer>) route.answer_schema = schemas_.of<Answer>();
    add(std::move(route));
  }
  void add(Route route);

  mapping::Schemas& schemas() { return schemas_; }
  const std::vector<Route>& routes() const { return routes_; }
  access::Context& context() { return context_; }

  /// Finds the route, knows the caller, checks the CSRF header, runs, and turns problems into
  /// answers. 404 for no route, 405 for another method.
  http::Response handle(const http::Request& request);

  /// Says how the route just added answers where nothing has to be waited for.
  void answer_at_hand(std::function<std::optional<http::Response>(Call&)> at_hand) {
    routes_.back().at_hand = std::move(at_hand);
  }
  /// The answer where it is at hand; no value for everything else, refusals included. Never waits
  /// for a session.
  std::optional<http::Response> at_hand(const http::Request& request);

  /// The OpenAPI 3.1 document of all routes.
  std::string openapi() const;

 private:
  http::Response run(const http::Request& request);
  struct Match {
    const Route* route = nullptr;
    bool path_known = false;  ///< by another method, at least
    std::vector<std::string> captured{};
  };
  Match match(const http::Request& request) const;
  /// Who asks, by cookie or token.
  Call call_of(const http::Request& request, std::vector<std::string> captured);
  access::Context& context_;
  mapping::Schemas schemas_;
  std::vector<Route> routes_;
};

/// What a write has to send in X-Takt-CSRF: derived from the session's token.
std::string csrf_token(const std::string& session_token);

inline constexpr std::string_view kCookie = "__Host-takt";

}  // namespace takt::api
